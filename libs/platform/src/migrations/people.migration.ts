import { ForwardOnly } from './forward-only.js';

const ORGAN = `
  CREATE TABLE organ (
    id uuid PRIMARY KEY,
    code text NOT NULL UNIQUE,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    kind text NOT NULL,
    parent_id uuid REFERENCES organ,
    path uuid[] NOT NULL,
    number_prefix text NOT NULL
  )`;

const PERSON = `
  CREATE TABLE person (
    id uuid PRIMARY KEY,
    username text NOT NULL UNIQUE,
    name text NOT NULL,
    password_hash text NOT NULL,
    organ_id uuid NOT NULL REFERENCES organ,
    active boolean NOT NULL DEFAULT true
  )`;

const POST = `
  CREATE TABLE post (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person,
    organ_id uuid NOT NULL REFERENCES organ,
    role text NOT NULL,
    ogi_head boolean NOT NULL DEFAULT false,
    valid_from date NOT NULL,
    valid_to date CHECK (valid_to >= valid_from)
  )`;

const ABSENCE = `
  CREATE TABLE absence (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person,
    from_day date NOT NULL,
    to_day date NOT NULL CHECK (to_day >= from_day),
    substitute_id uuid REFERENCES person
  )`;

const SESSION = `
  CREATE TABLE session (
    id_hash text PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    csrf_token text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  )`;

const API_TOKEN = `
  CREATE TABLE api_token (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    token_hash text NOT NULL UNIQUE,
    person_id uuid NOT NULL REFERENCES person,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at timestamptz
  )`;

/** Failures only: who gets in is never slowed down. */
const LOGIN_ATTEMPT = `
  CREATE TABLE login_attempt (
    id uuid PRIMARY KEY,
    username text NOT NULL,
    address text NOT NULL,
    failed_at timestamptz NOT NULL
  )`;

/** Organs, the people in them, what they may do, and how they get in. */
export class People1764000000001 extends ForwardOnly {
  readonly name = 'People1764000000001';
  protected readonly statements = [
    ORGAN,
    'CREATE INDEX organ_path ON organ USING gin (path)',
    PERSON,
    POST,
    'CREATE INDEX post_person ON post (person_id)',
    'CREATE INDEX post_organ_role ON post (organ_id, role)',
    ABSENCE,
    'CREATE INDEX absence_person ON absence (person_id, from_day)',
    SESSION,
    'CREATE INDEX session_person ON session (person_id)',
    'CREATE INDEX session_expires ON session (expires_at)',
    API_TOKEN,
    LOGIN_ATTEMPT,
    'CREATE INDEX login_attempt_username ON login_attempt (username, failed_at)',
    'CREATE INDEX login_attempt_address ON login_attempt (address, failed_at)',
  ];
}
