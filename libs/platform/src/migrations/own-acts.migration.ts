import { ForwardOnly } from './forward-only.js';

const SOURCES = `
  ALTER TABLE incoming DROP CONSTRAINT incoming_source_check,
    ADD CONSTRAINT incoming_source_check CHECK (source IN ('fax', 'email', 'hotline', 'scan', 'portal'))`;

/** Where an applicant is told by mail of each step: sealed, with the token that ends it; of that only the hash can be asked after. */
const FOLLOW_MAIL = `
  CREATE TABLE follow_mail (
    case_id uuid PRIMARY KEY REFERENCES case_file,
    token_hash text NOT NULL UNIQUE,
    sealed bytea NOT NULL,
    given_at timestamptz NOT NULL,
    last_told_at timestamptz,
    last_proof text
  )`;

/** Applicants act in their own cases. */
export class OwnActs1795750024000 extends ForwardOnly {
  readonly name = 'OwnActs1795750024000';
  protected readonly statements = [SOURCES, FOLLOW_MAIL];
}
