import type { LocalDate } from '@gongkai/calendar';
import { organInSight, Parameters } from '@gongkai/casework';
import { json, type CommandPool, type Statement } from '@gongkai/platform';
import type { OrganName } from '../organ-name.js';
import type { Sight } from '../sight.js';
import { writeAndTell } from '../write-and-tell.js';
import type { Scheme } from '../scheme/scheme.js';

/** What was said of it, oldest first: a demand says within how many working days. */
export type RectificationDeed = {
  readonly on: LocalDate;
  readonly at: string;
  readonly by: string;
  readonly did: 'demand' | 'answer' | 'repeat' | 'close';
  readonly text: string | null;
  readonly workingDays: number | null;
  readonly fileIds: readonly string[];
};

/** What is kept of it: facts, and never a date that follows from them. */
export type KeptRectification = {
  readonly state: 'open' | 'answered' | 'closed';
  /** The last demand. */
  readonly demandedOn: LocalDate;
  readonly workingDays: number;
  readonly history: readonly RectificationDeed[];
};

export type RectificationRow = KeptRectification & {
  readonly id: string;
  readonly version: number;
  readonly assessmentId: string;
  readonly year: number;
  readonly quarter: number | null;
  readonly indicator: string | null;
  readonly scheme: Pick<Scheme, 'indicators'>;
  readonly organId: string;
  readonly organ: OrganName;
  /** Who demands it. */
  readonly leaderId: string;
  readonly persons: Readonly<Record<string, string>>;
};

const SELECT = `
  SELECT rectification.id, rectification.version, rectification.assessment_id AS "assessmentId", year, quarter, indicator,
         assessment.scheme, rectification.organ_id AS "organId", assessment.organ_id AS "leaderId",
         jsonb_build_object('code', organ.code, 'name', jsonb_build_object('zh-CN', organ.name_zh, 'en', organ.name_en)) AS organ,
         rectification.state, demanded_on AS "demandedOn", working_days AS "workingDays", history,
         (SELECT coalesce(jsonb_object_agg(person.id, person.name), '{}') FROM person
           WHERE person.id::text IN (SELECT deed ->> 'by' FROM jsonb_array_elements(rectification.history) AS deed)) AS persons
    FROM rectification
    JOIN assessment ON assessment.id = rectification.assessment_id
    JOIN organ ON organ.id = rectification.organ_id`;

export type RectificationsAsked = {
  readonly organ?: string | undefined;
  readonly assessment?: string | undefined;
  readonly id?: string | undefined;
};

/** Of organs in sight; and of every organ for whoever demands it. */
export async function readRectifications(
  { organId, below }: Sight,
  { organ, assessment, id }: RectificationsAsked,
  pool: CommandPool,
): Promise<RectificationRow[]> {
  const parameters = new Parameters();
  const [own] = [parameters.add(organId), parameters.add(below)];
  const wanted = [
    `(${organInSight(1, 2)} OR assessment.organ_id = ${own}::uuid)`,
    ...(organ === undefined ? [] : [`organ.code = ${parameters.add(organ)}`]),
    ...(assessment === undefined ? [] : [`rectification.assessment_id = ${parameters.add(assessment)}`]),
    ...(id === undefined ? [] : [`rectification.id = ${parameters.add(id)}`]),
  ].join(' AND ');
  const text = `${SELECT} WHERE ${wanted} ORDER BY demanded_on, rectification.id LIMIT 2000`;
  return (await pool.query<RectificationRow>({ text, values: parameters.values })).rows;
}

type Which = Pick<RectificationRow, 'id' | 'assessmentId' | 'organId' | 'indicator'>;

/** Puts a new one on the list. */
export const addRectification = ({ id, assessmentId, organId, indicator }: Which, kept: KeptRectification): Statement => ({
  text: `INSERT INTO rectification (id, assessment_id, organ_id, indicator, state, demanded_on, working_days, history)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
  values: [id, assessmentId, organId, indicator, ...valuesOf(kept)],
});

const LOCK = 'SELECT true AS found FROM rectification WHERE id = $1 AND version = $2 FOR UPDATE';
const CHANGE = `
  UPDATE rectification SET version = version + 1, state = $3, demanded_on = $4, working_days = $5, history = $6
   WHERE id = $1 AND version = $2`;

/** Keeps it in place of the version that was read, and tells of it. @returns whether nobody else came first */
export const changeRectification = (
  { id, version }: Pick<RectificationRow, 'id' | 'version'>,
  kept: KeptRectification,
  { pool, tell }: { readonly pool: CommandPool; readonly tell: readonly Statement[] },
): Promise<boolean> =>
  writeAndTell(
    { text: LOCK, values: [id, version] },
    [{ text: CHANGE, values: [id, version, ...valuesOf(kept)] }, ...tell],
    pool,
  );

const valuesOf = ({ state, demandedOn, workingDays, history }: KeptRectification) => [
  state,
  demandedOn,
  workingDays,
  json(history),
];

/** A demand, with the day of its answer. */
export type DemandRow = {
  readonly organId: string;
  readonly on: LocalDate;
  readonly workingDays: number;
  readonly answeredOn: LocalDate | null;
};

const DEMANDS = `
  SELECT organ_id AS "organId", demand ->> 'on' AS on, (demand ->> 'workingDays')::int AS "workingDays",
         (SELECT min(answer ->> 'on') FROM jsonb_array_elements(history) WITH ORDINALITY AS later (answer, n)
           WHERE later.n > placed.n AND answer ->> 'did' = 'answer') AS "answeredOn"
    FROM rectification CROSS JOIN LATERAL jsonb_array_elements(history) WITH ORDINALITY AS placed (demand, n)
   WHERE organ_id = ANY ($1::uuid[]) AND demand ->> 'workingDays' IS NOT NULL`;

/** Every demand on these organs. */
export const readDemands = async (organIds: readonly string[], pool: CommandPool): Promise<DemandRow[]> =>
  (await pool.query<DemandRow>({ text: DEMANDS, values: [[...organIds]] })).rows;
