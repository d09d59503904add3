import { ForwardOnly } from './forward-only.js';

/** Lists of filed cases whose retention has ended (销毁清册): who drew one up, who approved it, who destroyed and who watched. */
const DISPOSAL = `
  CREATE TABLE disposal (
    id uuid PRIMARY KEY,
    organ_id uuid NOT NULL REFERENCES organ,
    state text NOT NULL DEFAULT 'listed' CHECK (state IN ('listed', 'approved', 'sent-back', 'carried-out')),
    listed_at timestamptz NOT NULL,
    history jsonb NOT NULL,
    hash char(64) NOT NULL
  )`;

/** Its lines. They outlive the cases: of one that was destroyed this is what is known. `kept_until` is null for one that is kept for good. */
const DISPOSAL_CASE = `
  CREATE TABLE disposal_case (
    disposal_id uuid NOT NULL REFERENCES disposal,
    place integer NOT NULL,
    case_id uuid NOT NULL,
    number text NOT NULL,
    subject text NOT NULL,
    closed_on date,
    filed_on date NOT NULL,
    documents integer NOT NULL,
    last_hash char(64) NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('destroy', 'keep')),
    kept_until date,
    reason text,
    PRIMARY KEY (disposal_id, case_id),
    CHECK ((verdict = 'keep') = (reason IS NOT NULL))
  )`;

/** Lines are never changed; a list only goes on, and what was listed stays what it was. */
const STANDS = `
  CREATE FUNCTION disposal_stands() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_TABLE_NAME = 'disposal' AND TG_OP = 'UPDATE' THEN
      IF (NEW.id, NEW.organ_id, NEW.listed_at, NEW.hash) IS NOT DISTINCT FROM (OLD.id, OLD.organ_id, OLD.listed_at, OLD.hash)
         AND (OLD.state, NEW.state) IN (('listed', 'approved'), ('listed', 'sent-back'), ('listed', 'carried-out'), ('approved', 'sent-back'), ('approved', 'carried-out')) THEN
        RETURN NEW;
      END IF;
    END IF;
    RAISE EXCEPTION 'A list of what is destroyed stays: % is refused.', TG_OP USING ERRCODE = 'restrict_violation';
  END $$`;

/** Entries go only with cases that an import brought and took back, or that an approved list names as they stand. */
const MAY_GO = `
  CREATE OR REPLACE FUNCTION journal_stays() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF current_setting('app.falsify_journal', true) = 'on' THEN
      RETURN coalesce(NEW, OLD);
    END IF;
    IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'journal' THEN
      IF EXISTS (
        SELECT FROM imported_case JOIN case_file ON case_file.id = imported_case.case_id
         WHERE imported_case.case_id = OLD.case_id AND imported_case.removed_at IS NOT NULL
           AND imported_case.last_hash = case_file.last_hash)
      OR EXISTS (
        SELECT FROM disposal_case
          JOIN disposal ON disposal.id = disposal_case.disposal_id
          JOIN case_file ON case_file.id = disposal_case.case_id
         WHERE disposal_case.case_id = OLD.case_id AND disposal_case.verdict = 'destroy' AND disposal.state = 'approved'
           AND disposal_case.last_hash = case_file.last_hash) THEN
        RETURN OLD;
      END IF;
    END IF;
    RAISE EXCEPTION 'The journal is only added to: % is refused.', TG_OP USING ERRCODE = 'restrict_violation';
  END $$`;

const guarded = (table: string): string =>
  `CREATE TRIGGER ${table}_stands BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION disposal_stands()`;

/** What is destroyed once it need not be kept any more. */
export class Disposals1795790000000 extends ForwardOnly {
  readonly name = 'Disposals1795790000000';
  protected readonly statements = [
    DISPOSAL,
    DISPOSAL_CASE,
    'CREATE INDEX disposal_organ ON disposal (organ_id, listed_at)',
    'CREATE INDEX disposal_case_case ON disposal_case (case_id)',
    STANDS,
    guarded('disposal'),
    guarded('disposal_case'),
    MAY_GO,
    `CREATE INDEX journal_applicant ON journal ((fact ->> 'applicantId')) WHERE fact ? 'applicantId'`,
    `CREATE INDEX case_file_filed ON case_file (organ_id, (file ->> 'filedOn')) WHERE state = 'filed'`,
  ];
}
