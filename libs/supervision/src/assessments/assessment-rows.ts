import type { LocalDate } from '@gongkai/calendar';
import { organInSight } from '@gongkai/casework';
import type { AssessmentOfOrgan, AssessmentState } from '@gongkai/contracts';
import { json, type CommandPool, type Statement } from '@gongkai/platform';
import type { Counted } from '../measures/measures.js';
import type { Scheme } from '../scheme/scheme.js';
import type { OrganName } from '../organ-name.js';
import type { Sight } from '../sight.js';
import { writeAndTell } from '../write-and-tell.js';

/** What an assessor entered for an indicator. */
export type KeptEntry = { readonly choice: string | null; readonly remark: string | null; readonly fileIds: readonly string[] };
/** What was done to it; names of people are read beside it. */
export type AssessmentDeed = Omit<AssessmentOfOrgan['history'][number], 'by'> & { readonly by: string | null };
/** What was counted, by indicator. */
export type KeptFigures = Readonly<Record<string, Counted>>;

export type AssessmentRow = {
  readonly id: string;
  readonly organId: string;
  readonly organ: OrganName;
  readonly year: number;
  readonly quarter: number | null;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly scheme: Scheme;
};

/** What is kept of the assessment of one organ. */
export type KeptAssessment = {
  readonly state: AssessmentState;
  readonly entries: Readonly<Record<string, KeptEntry>>;
  /** As they were told to the organ; null: not told yet, they are counted anew whenever somebody asks. */
  readonly figures: KeptFigures | null;
  readonly history: readonly AssessmentDeed[];
};

export type AssessedRow = KeptAssessment & {
  readonly assessmentId: string;
  readonly organId: string;
  readonly organ: OrganName;
  /** Whether the reader sees this organ. */
  readonly seen: boolean;
  readonly version: number;
  readonly persons: Readonly<Record<string, string>>;
};

const NAMED = `jsonb_build_object('code', organ.code, 'name', jsonb_build_object('zh-CN', organ.name_zh, 'en', organ.name_en))`;

/** Of organs in sight; and of others, as far as an organ in sight was told: $1 and $2 are the sight. */
const ASSESSMENTS = `
  SELECT assessment.id, assessment.organ_id AS "organId", ${NAMED} AS organ, year, quarter, from_day AS from, to_day AS to, scheme,
         (SELECT coalesce(jsonb_object_agg(state, total), '{}') FROM (
           SELECT state, count(*) AS total FROM assessment_organ WHERE assessment_id = assessment.id GROUP BY state) AS states) AS states
    FROM assessment JOIN organ ON organ.id = assessment.organ_id
   WHERE (${organInSight(1, 2)} OR EXISTS (
     SELECT FROM assessment_organ AS assessed JOIN organ ON organ.id = assessed.organ_id
      WHERE assessed.assessment_id = assessment.id AND assessed.state <> 'draft' AND ${organInSight(1, 2)}))`;

export type ListedAssessment = AssessmentRow & { readonly states: Readonly<Partial<Record<AssessmentState, number>>> };

/** Assessments in sight, the latest first. */
export async function readAssessments({ organId, below }: Sight, pool: CommandPool): Promise<ListedAssessment[]> {
  const text = `${ASSESSMENTS} ORDER BY to_day DESC, from_day, organ.code LIMIT 500`;
  return (await pool.query<ListedAssessment>({ text, values: [organId, below] })).rows;
}

/** One of them; null where it is out of sight. */
export async function readAssessment({ organId, below }: Sight, id: string, pool: CommandPool): Promise<AssessmentRow | null> {
  const { rows } = await pool.query<AssessmentRow>({
    text: `${ASSESSMENTS} AND assessment.id = $3`,
    values: [organId, below, id],
  });
  return rows[0] ?? null;
}

const ORGANS = `
  SELECT assessed.assessment_id AS "assessmentId", assessed.organ_id AS "organId", ${NAMED} AS organ, ${organInSight(1, 2)} AS seen,
         assessed.version, assessed.state, assessed.entries, assessed.figures, assessed.history,
         (SELECT coalesce(jsonb_object_agg(person.id, person.name), '{}') FROM person
           WHERE person.id::text IN (SELECT deed ->> 'by' FROM jsonb_array_elements(assessed.history) AS deed)) AS persons
    FROM assessment_organ AS assessed JOIN organ ON organ.id = assessed.organ_id
   WHERE assessed.assessment_id = $3 ORDER BY organ.code`;

/** Every organ of an assessment. */
export async function readAssessed({ organId, below }: Sight, id: string, pool: CommandPool): Promise<AssessedRow[]> {
  return (await pool.query<AssessedRow>({ text: ORGANS, values: [organId, below, id] })).rows;
}

/** What is begun. */
export type Beginning = Pick<AssessmentRow, 'id' | 'organId' | 'year' | 'quarter' | 'from' | 'to' | 'scheme'> & {
  readonly at: Date;
  readonly by: string | null;
  readonly history: readonly AssessmentDeed[];
};

/** The organs right below the one that assesses; that one itself where there are none. */
const BEGIN = `
  WITH begun AS (
    INSERT INTO assessment (id, organ_id, year, quarter, from_day, to_day, scheme, begun_at, begun_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id, organ_id)
  INSERT INTO assessment_organ (assessment_id, organ_id, state, entries, history)
  SELECT begun.id, organ.id, 'draft', '{}', $10 FROM begun
    JOIN organ ON organ.parent_id = begun.organ_id
      OR (organ.id = begun.organ_id AND NOT EXISTS (SELECT FROM organ AS below WHERE below.parent_id = begun.organ_id))`;

/** @returns whether there was none of this organ and period */
export async function beginAssessment(begun: Beginning, pool: CommandPool): Promise<boolean> {
  const { id, organId, year, quarter, from, to, scheme, at, by, history } = begun;
  const values = [id, organId, year, quarter, from, to, json(scheme), at, by, json(history)];
  return ((await pool.query({ text: BEGIN, values })).rowCount ?? 0) > 0;
}

const LOCK = 'SELECT true AS found FROM assessment_organ WHERE assessment_id = $1 AND organ_id = $2 AND version = $3 FOR UPDATE';
const CHANGE = `
  UPDATE assessment_organ SET version = version + 1, state = $4, entries = $5, figures = $6, history = $7
   WHERE assessment_id = $1 AND organ_id = $2 AND version = $3`;

/** Keeps it in place of the version that was read, and tells of it. @returns whether nobody else came first */
export function changeAssessed(
  { assessmentId, organId, version }: AssessedRow,
  { state, entries, figures, history }: KeptAssessment,
  { pool, tell }: { readonly pool: CommandPool; readonly tell: readonly Statement[] },
): Promise<boolean> {
  const which = [assessmentId, organId, version];
  const values = [...which, state, json(entries), figures === null ? null : json(figures), json(history)];
  return writeAndTell({ text: LOCK, values: which }, [{ text: CHANGE, values }, ...tell], pool);
}
