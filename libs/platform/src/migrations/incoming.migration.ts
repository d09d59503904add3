import { ForwardOnly } from './forward-only.js';

/**
 * What came in and is no case yet. Who sent it and what it says is sealed. The same thing twice is one row: the key says what is the
 * same. A case that it opened or was put to is told here only; the case has the files among its own papers.
 */
const INCOMING = `
  CREATE TABLE incoming (
    id uuid PRIMARY KEY,
    organ_id uuid NOT NULL REFERENCES organ,
    source text NOT NULL CHECK (source IN ('fax', 'email', 'hotline', 'scan')),
    key text NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'opened', 'attached', 'dismissed')),
    sort text NOT NULL DEFAULT 'ordinary',
    arrived_at timestamptz NOT NULL,
    arrived_on date NOT NULL,
    sealed bytea NOT NULL,
    pages integer,
    readable boolean NOT NULL DEFAULT true,
    findings jsonb NOT NULL DEFAULT '[]',
    file_ids text[] NOT NULL DEFAULT '{}',
    came_again integer NOT NULL DEFAULT 0,
    claimed_by uuid REFERENCES person,
    case_id uuid REFERENCES case_file,
    attached_as text,
    reason text,
    UNIQUE (organ_id, source, key)
  )`;

/** What was done with it, by whom: only added to. */
const INCOMING_EVENT = `
  CREATE TABLE incoming_event (
    incoming_id uuid NOT NULL REFERENCES incoming,
    seq integer GENERATED ALWAYS AS IDENTITY,
    at timestamptz NOT NULL,
    actor_id uuid REFERENCES person,
    act text NOT NULL,
    detail text,
    PRIMARY KEY (incoming_id, seq)
  )`;

/** The inbox of what came in. */
export class Incoming1795690000000 extends ForwardOnly {
  readonly name = 'Incoming1795690000000';
  protected readonly statements = [
    INCOMING,
    'CREATE INDEX incoming_listed ON incoming (organ_id, state, arrived_at, id)',
    'CREATE INDEX incoming_case ON incoming (case_id) WHERE case_id IS NOT NULL',
    INCOMING_EVENT,
  ];
}
