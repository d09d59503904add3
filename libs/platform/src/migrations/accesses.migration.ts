import { ForwardOnly } from './forward-only.js';

/** Who has seen what, once a day for each: whoever reads a case all day has one entry. */
const ACCESS_LOG = `
  CREATE TABLE access_log (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    on_day date NOT NULL,
    actor_id uuid NOT NULL REFERENCES person,
    organ_path uuid[] NOT NULL,
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    subject_name text NOT NULL,
    UNIQUE (actor_id, subject_id, kind, on_day)
  )`;

/** What is read is written down, only added to, and signed with the day. */
export class Accesses1795907910000 extends ForwardOnly {
  readonly name = 'Accesses1795907910000';
  protected readonly statements = [
    ACCESS_LOG,
    'CREATE INDEX access_log_organ ON access_log ((organ_path[cardinality(organ_path)]), at)',
    'CREATE TRIGGER access_log_stays BEFORE UPDATE OR DELETE ON access_log FOR EACH ROW EXECUTE FUNCTION journal_stays()',
    'CREATE TRIGGER access_log_stays_whole BEFORE TRUNCATE ON access_log FOR EACH STATEMENT EXECUTE FUNCTION journal_stays()',
    'ALTER TABLE audit_leaf DROP CONSTRAINT audit_leaf_kind_check',
    `ALTER TABLE audit_leaf ADD CHECK (kind IN ('case', 'record', 'log', 'access'))`,
  ];
}
