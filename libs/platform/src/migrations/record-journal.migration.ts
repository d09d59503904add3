import { ForwardOnly } from './forward-only.js';

/** What was done with a request to correct a record, each entry bound to the one before by its hash; what was said, as a salted print. */
const RECORD_JOURNAL = `
  CREATE TABLE record_journal (
    record_id uuid NOT NULL REFERENCES record_correction,
    seq integer NOT NULL,
    at timestamptz NOT NULL,
    on_day date NOT NULL,
    actor_id text NOT NULL,
    did text NOT NULL,
    said_hash char(64) NOT NULL,
    previous_hash char(64) NOT NULL,
    hash char(64) NOT NULL,
    PRIMARY KEY (record_id, seq)
  )`;

/** Only added to, like every journal. Of requests that are there already it begins with their next step. */
export class RecordJournal1795902500003 extends ForwardOnly {
  readonly name = 'RecordJournal1795902500003';
  protected readonly statements = [
    RECORD_JOURNAL,
    'CREATE TRIGGER record_journal_stays BEFORE UPDATE OR DELETE ON record_journal FOR EACH ROW EXECUTE FUNCTION journal_stays()',
    'CREATE TRIGGER record_journal_stays_whole BEFORE TRUNCATE ON record_journal FOR EACH STATEMENT EXECUTE FUNCTION journal_stays()',
  ];
}
