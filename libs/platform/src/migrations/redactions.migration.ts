import { ForwardOnly } from './forward-only.js';

/**
 * A file of a case of which parts are withheld: `pages` are those that were looked at, `marks` what is withheld, `marked_by` everybody who has
 * marked, `done` the pages that are burnt, `history` who opened, submitted, returned and approved it.
 */
const REDACTION = `
  CREATE TABLE redaction (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES case_file,
    organ_id uuid NOT NULL REFERENCES organ,
    source_id text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    state text NOT NULL DEFAULT 'marking' CHECK (state IN ('marking', 'checking', 'burning', 'burnt', 'failed')),
    begun_at timestamptz NOT NULL,
    pages jsonb NOT NULL DEFAULT '[]',
    total integer,
    unreadable integer,
    marks jsonb NOT NULL DEFAULT '[]',
    marked_by uuid[] NOT NULL DEFAULT '{}',
    marks_hash text,
    done integer NOT NULL DEFAULT 0,
    result_id text,
    history jsonb NOT NULL DEFAULT '[]',
    FOREIGN KEY (source_id, organ_id) REFERENCES stored_file (id, organ_id),
    FOREIGN KEY (result_id, organ_id) REFERENCES stored_file (id, organ_id)
  )`;

/** What was approved is what was burnt: neither it nor what came of it is changed afterwards. */
const STANDS = `
  CREATE FUNCTION redaction_stands() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.marks_hash IS NOT NULL AND (NEW.marks, NEW.marks_hash, NEW.source_id) IS DISTINCT FROM (OLD.marks, OLD.marks_hash, OLD.source_id)
       OR OLD.state = 'burnt' THEN
      RAISE EXCEPTION 'an approved redaction is not changed';
    END IF;
    RETURN NEW;
  END $$`;

/** Parts of files that are withheld. */
export class Redactions1795783500000 extends ForwardOnly {
  readonly name = 'Redactions1795783500000';
  protected readonly statements = [
    REDACTION,
    'CREATE INDEX redaction_of_case ON redaction (case_id, begun_at)',
    STANDS,
    'CREATE TRIGGER redaction_stands BEFORE UPDATE ON redaction FOR EACH ROW EXECUTE FUNCTION redaction_stands()',
  ];
}
