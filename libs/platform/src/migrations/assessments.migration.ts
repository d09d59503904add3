import { ForwardOnly } from './forward-only.js';

/** An assessment of organs (REG 46) keeps the scheme it was begun with: what the configuration says later changes nothing in it. */
const ASSESSMENT = `
  CREATE TABLE assessment (
    id uuid PRIMARY KEY,
    organ_id uuid NOT NULL REFERENCES organ,
    year integer NOT NULL,
    quarter integer CHECK (quarter BETWEEN 1 AND 4),
    from_day date NOT NULL,
    to_day date NOT NULL,
    scheme jsonb NOT NULL,
    begun_at timestamptz NOT NULL,
    begun_by uuid REFERENCES person
  )`;

/** What was found of one organ; its figures are put down when they are told to it. */
const ASSESSMENT_ORGAN = `
  CREATE TABLE assessment_organ (
    assessment_id uuid NOT NULL REFERENCES assessment,
    organ_id uuid NOT NULL REFERENCES organ,
    version integer NOT NULL DEFAULT 1,
    state text NOT NULL CHECK (state IN ('draft', 'told', 'settled')),
    entries jsonb NOT NULL,
    figures jsonb,
    history jsonb NOT NULL,
    PRIMARY KEY (assessment_id, organ_id)
  )`;

/** What an organ has to put right after it: working days, never a date. */
const RECTIFICATION = `
  CREATE TABLE rectification (
    id uuid PRIMARY KEY,
    assessment_id uuid NOT NULL,
    organ_id uuid NOT NULL,
    version integer NOT NULL DEFAULT 1,
    indicator text,
    state text NOT NULL CHECK (state IN ('open', 'answered', 'closed')),
    demanded_on date NOT NULL,
    working_days integer NOT NULL CHECK (working_days > 0),
    history jsonb NOT NULL,
    FOREIGN KEY (assessment_id, organ_id) REFERENCES assessment_organ
  )`;

/** One assessment of an organ and a period; complaints are found by the entries of the journal, few of all there are. */
export class Assessments1795901000006 extends ForwardOnly {
  readonly name = 'Assessments1795901000006';
  protected readonly statements = [
    ASSESSMENT,
    'CREATE UNIQUE INDEX assessment_period ON assessment (organ_id, year, coalesce(quarter, 0))',
    ASSESSMENT_ORGAN,
    'CREATE INDEX assessment_organ_whose ON assessment_organ (organ_id)',
    RECTIFICATION,
    'CREATE INDEX rectification_organ ON rectification (organ_id)',
    `CREATE INDEX journal_complaints ON journal (case_id) WHERE type = 'COMPLAINT_RECORDED'`,
  ];
}
