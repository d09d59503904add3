import { ForwardOnly } from './forward-only.js';

/**
 * Annual reports that were made elsewhere: of earlier years, of units without this system, of other organs, which are known by their name
 * alone to the organ that keeps them. One that was replaced or withdrawn stays, and does not count.
 */
const PUBLISHED_REPORT = `
  CREATE TABLE published_report (
    id uuid PRIMARY KEY,
    kept_by uuid NOT NULL REFERENCES organ,
    organ_id uuid REFERENCES organ,
    name text,
    year integer NOT NULL,
    scope text NOT NULL CHECK (scope IN ('own', 'below')),
    format text NOT NULL,
    numbers jsonb NOT NULL,
    file_name text NOT NULL,
    file_hash char(64) NOT NULL,
    taken_at timestamptz NOT NULL,
    taken_by uuid NOT NULL REFERENCES person,
    over_at timestamptz,
    over_by uuid REFERENCES person,
    over_why text,
    CHECK ((organ_id IS NULL) <> (name IS NULL)),
    CHECK ((over_at IS NULL) = (over_why IS NULL))
  )`;

/** Of an organ and a year one report counts. */
export class PublishedReports1795836000000 extends ForwardOnly {
  readonly name = 'PublishedReports1795836000000';
  protected readonly statements = [
    PUBLISHED_REPORT,
    `CREATE UNIQUE INDEX published_report_stands ON published_report (coalesce(organ_id::text, kept_by::text || ' ' || name), year, scope)
      WHERE over_at IS NULL`,
  ];
}
