import { ForwardOnly } from './forward-only.js';

/**
 * What an organ has published of its own accord (REG 19–26), by its index number: it stays at its place, and what is withdrawn stays on
 * record with the reason. Where it can be read: at an address, or as a file of the organ.
 */
const DISCLOSURE = `
  CREATE TABLE disclosure (
    id uuid PRIMARY KEY,
    organ_id uuid NOT NULL REFERENCES organ,
    index_number text NOT NULL,
    title text NOT NULL,
    summary text NOT NULL,
    kind text NOT NULL,
    made_on date,
    published_on date NOT NULL,
    url text,
    file_id text,
    case_id uuid REFERENCES case_file ON DELETE SET NULL,
    search tsvector NOT NULL,
    entered_at timestamptz NOT NULL,
    entered_by uuid REFERENCES person,
    changed_at timestamptz NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by uuid REFERENCES person,
    withdrawal text,
    UNIQUE (organ_id, index_number),
    FOREIGN KEY (file_id, organ_id) REFERENCES stored_file (id, organ_id),
    CHECK (url IS NOT NULL OR file_id IS NOT NULL),
    CHECK ((withdrawn_at IS NULL) = (withdrawal IS NULL))
  )`;

/** The catalogue of published information. */
export class Disclosures1795752000000 extends ForwardOnly {
  readonly name = 'Disclosures1795752000000';
  protected readonly statements = [
    DISCLOSURE,
    'CREATE INDEX disclosure_search ON disclosure USING gin (search)',
    'CREATE INDEX disclosure_newest ON disclosure (published_on DESC, id DESC) WHERE withdrawn_at IS NULL',
    'CREATE INDEX disclosure_case ON disclosure (case_id) WHERE case_id IS NOT NULL',
  ];
}
