import { ForwardOnly } from './forward-only.js';

/** What an organ wrote down on a day, under one signature, bound to the day before. `leaves` is the hash over the leaves of the day. */
const ROOT = `
  CREATE TABLE audit_root (
    organ_id uuid NOT NULL REFERENCES organ,
    day date NOT NULL,
    entries integer NOT NULL,
    leaves char(64) NOT NULL,
    previous char(64) NOT NULL,
    signed_at timestamptz NOT NULL,
    key char(64) NOT NULL,
    public_key text NOT NULL,
    signature text NOT NULL,
    hash char(64) NOT NULL,
    PRIMARY KEY (organ_id, day)
  )`;

/** An entry of a journal or log that stands under a root: it outlives the entry, which may be destroyed after its retention. */
const LEAF = `
  CREATE TABLE audit_leaf (
    organ_id uuid NOT NULL,
    day date NOT NULL,
    kind text NOT NULL CHECK (kind IN ('case', 'record', 'log')),
    subject uuid NOT NULL,
    seq bigint NOT NULL,
    hash char(64) NOT NULL,
    PRIMARY KEY (kind, subject, seq),
    FOREIGN KEY (organ_id, day) REFERENCES audit_root (organ_id, day)
  )`;

const stays = (table: string): readonly string[] => [
  `CREATE TRIGGER ${table}_stays BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION journal_stays()`,
  `CREATE TRIGGER ${table}_stays_whole BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION journal_stays()`,
];

/** Roots of the days, signed with a key that the database does not have. */
export class AuditRoots1795907900000 extends ForwardOnly {
  readonly name = 'AuditRoots1795907900000';
  protected readonly statements = [
    ROOT,
    LEAF,
    'CREATE INDEX audit_leaf_day ON audit_leaf (organ_id, day)',
    'CREATE INDEX admin_log_organ ON admin_log ((organ_path[cardinality(organ_path)]), at)',
    ...stays('audit_root'),
    ...stays('audit_leaf'),
  ];
}
