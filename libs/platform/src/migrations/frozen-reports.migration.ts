import { ForwardOnly } from './forward-only.js';

/**
 * Annual reports as they were frozen: `content` holds the figures and what was said of them, `behind` the cases behind each cell with
 * their numbers. It outlives the cases. `hash` is over all of it.
 */
const ANNUAL_REPORT = `
  CREATE TABLE annual_report (
    id uuid PRIMARY KEY,
    organ_id uuid NOT NULL REFERENCES organ,
    year integer NOT NULL,
    scope text NOT NULL CHECK (scope IN ('own', 'below')),
    format text NOT NULL,
    frozen_at timestamptz NOT NULL,
    frozen_by uuid NOT NULL REFERENCES person,
    content jsonb NOT NULL,
    behind jsonb NOT NULL,
    hash char(64) NOT NULL,
    UNIQUE (organ_id, year, scope)
  )`;

const STAYS = `
  CREATE FUNCTION annual_report_stays() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'A frozen report stays: % is refused.', TG_OP USING ERRCODE = 'restrict_violation';
  END $$`;

/** What was reported is never changed; what is corrected later is told as a difference. */
export class FrozenReports1795807500000 extends ForwardOnly {
  readonly name = 'FrozenReports1795807500000';
  protected readonly statements = [
    ANNUAL_REPORT,
    STAYS,
    `CREATE TRIGGER annual_report_stays BEFORE UPDATE OR DELETE ON annual_report FOR EACH ROW EXECUTE FUNCTION annual_report_stays()`,
    `CREATE TRIGGER annual_report_stays_whole BEFORE TRUNCATE ON annual_report FOR EACH STATEMENT EXECUTE FUNCTION annual_report_stays()`,
  ];
}
