import { ForwardOnly } from './forward-only.js';

const APPLICANT = `
  CREATE TABLE applicant (
    id uuid PRIMARY KEY,
    organ_id uuid NOT NULL REFERENCES organ,
    kind text NOT NULL,
    category text NOT NULL,
    name text NOT NULL,
    sealed bytea NOT NULL
  )`;

/** The facts of a case, and beside them what lists sort and filter by: all of it can be made again from the journal. */
const CASE_FILE = `
  CREATE TABLE case_file (
    id uuid PRIMARY KEY,
    organ_id uuid NOT NULL REFERENCES organ,
    number text NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    value jsonb NOT NULL,
    machine_version integer NOT NULL,
    file jsonb NOT NULL,
    statute text NOT NULL,
    channel text NOT NULL,
    subject text NOT NULL,
    applicant_id uuid NOT NULL REFERENCES applicant,
    applicant_name text NOT NULL,
    received_on date,
    final_due date,
    provisional_due date,
    cautious_due date,
    clock text NOT NULL,
    stopped boolean NOT NULL DEFAULT false,
    assignee_id uuid REFERENCES person,
    turn_role text,
    turn_since date,
    outcome text,
    opened_on date NOT NULL,
    closed_on date,
    seq integer NOT NULL,
    last_hash char(64) NOT NULL,
    search tsvector,
    UNIQUE (organ_id, number)
  )`;

const JOURNAL = `
  CREATE TABLE journal (
    case_id uuid NOT NULL REFERENCES case_file,
    seq integer NOT NULL,
    id uuid NOT NULL UNIQUE,
    at timestamptz NOT NULL,
    on_day date NOT NULL,
    actor_id text NOT NULL,
    type text NOT NULL,
    fact jsonb NOT NULL,
    deadlines jsonb NOT NULL,
    statute_version text NOT NULL,
    calendar_version text NOT NULL,
    previous_hash char(64) NOT NULL,
    hash char(64) NOT NULL,
    PRIMARY KEY (case_id, seq)
  )`;

/** Only tests that falsify a journal, to see that it is noticed, turn on the setting. */
const JOURNAL_STAYS = `
  CREATE FUNCTION journal_stays() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF current_setting('app.falsify_journal', true) = 'on' THEN
      RETURN coalesce(NEW, OLD);
    END IF;
    RAISE EXCEPTION 'The journal is only added to: % is refused.', TG_OP USING ERRCODE = 'restrict_violation';
  END $$`;

const DEADLINE = `
  CREATE TABLE deadline (
    case_id uuid NOT NULL REFERENCES case_file ON DELETE CASCADE,
    name text NOT NULL,
    due date,
    provisional date,
    PRIMARY KEY (case_id, name)
  )`;

const ALARM = `
  CREATE TABLE alarm (
    case_id uuid NOT NULL REFERENCES case_file ON DELETE CASCADE,
    kind text NOT NULL,
    subject text NOT NULL DEFAULT '',
    rings_on date NOT NULL,
    PRIMARY KEY (case_id, kind, subject)
  )`;

/** Numbers without gaps: one row a series and year, locked by who takes the next. */
const NUMBER_SERIES = `
  CREATE TABLE number_series (
    organ_id uuid NOT NULL REFERENCES organ,
    kind text NOT NULL,
    year integer NOT NULL,
    last integer NOT NULL,
    PRIMARY KEY (organ_id, kind, year)
  )`;

/** Cases, their journals, and what waits for a day. */
export class Cases1764000000002 extends ForwardOnly {
  readonly name = 'Cases1764000000002';
  protected readonly statements = [
    APPLICANT,
    CASE_FILE,
    'CREATE INDEX case_file_open_due ON case_file (organ_id, coalesce(final_due, provisional_due), id) WHERE closed_on IS NULL',
    'CREATE INDEX case_file_open_assignee ON case_file (assignee_id) WHERE closed_on IS NULL',
    'CREATE INDEX case_file_received ON case_file (organ_id, received_on)',
    'CREATE INDEX case_file_applicant ON case_file (applicant_id)',
    'CREATE INDEX case_file_search ON case_file USING gin (search)',
    JOURNAL,
    JOURNAL_STAYS,
    'CREATE TRIGGER journal_stays BEFORE UPDATE OR DELETE ON journal FOR EACH ROW EXECUTE FUNCTION journal_stays()',
    'CREATE TRIGGER journal_stays_whole BEFORE TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION journal_stays()',
    DEADLINE,
    ALARM,
    'CREATE INDEX alarm_rings_on ON alarm (rings_on)',
    NUMBER_SERIES,
  ];
}
