import { ForwardOnly } from './forward-only.js';

/** Who changed what in the directory. The path says in whose sight it lay; without an actor it came from the command line. */
const ADMIN_LOG = `
  CREATE TABLE admin_log (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    actor_id uuid REFERENCES person,
    organ_path uuid[] NOT NULL,
    action text NOT NULL,
    subject_id uuid NOT NULL,
    subject_name text NOT NULL,
    before jsonb,
    after jsonb
  )`;

/** Changes of organs, people and posts by administrators. */
export class Administration1795646493634 extends ForwardOnly {
  readonly name = 'Administration1795646493634';
  protected readonly statements = [
    'ALTER TABLE person ADD COLUMN must_change_password boolean NOT NULL DEFAULT false',
    ADMIN_LOG,
    'CREATE INDEX admin_log_subject ON admin_log (subject_id)',
    'CREATE TRIGGER admin_log_stays BEFORE UPDATE OR DELETE ON admin_log FOR EACH ROW EXECUTE FUNCTION journal_stays()',
    'CREATE TRIGGER admin_log_stays_whole BEFORE TRUNCATE ON admin_log FOR EACH STATEMENT EXECUTE FUNCTION journal_stays()',
  ];
}
