import { organInSight, Parameters } from '@gongkai/casework';
import type { Training, TrainingFilters } from '@gongkai/contracts';
import { json, type CommandPool, type Statement } from '@gongkai/platform';
import type { Sight } from '../sight.js';

type Deed = Training['history'][number];

/** What was done to an entry; names of people are read beside it. */
export type TrainingDeed = Omit<Deed, 'by'> & { readonly by: string };

/** What is kept of a training. */
export type KeptTraining = Pick<Training, 'heldOn' | 'topic' | 'people' | 'sections' | 'removed'> & {
  readonly organIds: readonly string[];
  readonly history: readonly TrainingDeed[];
};

export type TrainingRow = KeptTraining & {
  readonly id: string;
  readonly organId: string;
  readonly version: number;
  readonly organ: Training['organ'];
  readonly organs: Training['organs'];
  /** Names by id of those who did something to it. */
  readonly persons: Readonly<Record<string, string>>;
};

const NAMED = (table: string): string =>
  `jsonb_build_object('code', ${table}.code, 'name', jsonb_build_object('zh-CN', ${table}.name_zh, 'en', ${table}.name_en))`;

const SELECT = `
  SELECT training.id, training.organ_id AS "organId", training.version, held_on AS "heldOn", topic, people, sections, removed, history,
         organ_ids AS "organIds", ${NAMED('organ')} AS organ,
         (SELECT coalesce(jsonb_agg(${NAMED('part')} ORDER BY cardinality(part.path), part.code), '[]') FROM organ AS part
           WHERE part.id = ANY (training.organ_ids)) AS organs,
         (SELECT coalesce(jsonb_object_agg(person.id, person.name), '{}') FROM person
           WHERE person.id::text IN (SELECT deed ->> 'by' FROM jsonb_array_elements(training.history) AS deed)) AS persons
    FROM training JOIN organ ON organ.id = training.organ_id`;

/** Whoever sees the organ that held it, or took part. */
const inSight = ({ organId, below }: Sight, parameters: Parameters): string => {
  const own = parameters.add(organId);
  const sight = organInSight(Number(own.slice(1)), Number(parameters.add(below).slice(1)));
  return `(${sight} OR ${own}::uuid = ANY (training.organ_ids))`;
};

/** A number of trainings that no office reaches in the years it looks at; more are not listed. */
const MOST = 2000;

/** Those that are asked for, the latest first. */
export async function readTrainings(sight: Sight, filters: TrainingFilters, pool: CommandPool): Promise<TrainingRow[]> {
  const parameters = new Parameters();
  const { organ, from, to, q, removed } = filters;
  const wanted = [
    inSight(sight, parameters),
    ...(removed === 'true' ? [] : ['NOT removed']),
    ...(organ === undefined ? [] : [concerns(parameters.add(organ))]),
    ...(from === undefined ? [] : [`held_on >= ${parameters.add(from)}::date`]),
    ...(to === undefined ? [] : [`held_on <= ${parameters.add(to)}::date`]),
    ...(q === undefined || q === ''
      ? []
      : [`strpos(lower(topic || ' ' || coalesce(sections, '')), lower(${parameters.add(q)})) > 0`]),
  ].join(' AND ');
  const text = `${SELECT} WHERE ${wanted} ORDER BY held_on DESC, training.topic, training.id LIMIT ${String(MOST)}`;
  return (await pool.query<TrainingRow>({ text, values: parameters.values })).rows;
}

const concerns = (code: string): string =>
  `EXISTS (SELECT FROM organ AS asked WHERE asked.code = ${code} AND (asked.id = training.organ_id OR asked.id = ANY (training.organ_ids)))`;

/** One of them; null where it is out of sight. */
export async function readTraining(sight: Sight, id: string, pool: CommandPool): Promise<TrainingRow | null> {
  const parameters = new Parameters();
  const text = `${SELECT} WHERE ${inSight(sight, parameters)} AND training.id = ${parameters.add(id)}`;
  return (await pool.query<TrainingRow>({ text, values: parameters.values })).rows[0] ?? null;
}

const ORGAN_IDS = `SELECT organ.id, organ.code FROM organ WHERE ${organInSight(1, 2)} AND organ.code = ANY ($3::text[])`;

/** The ids of organs in sight by their codes; codes of others are not among them. */
export async function organIdsOf(
  { organId, below }: Sight,
  codes: readonly string[],
  pool: CommandPool,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ id: string; code: string }>({ text: ORGAN_IDS, values: [organId, below, [...codes]] });
  return new Map(rows.map(({ id, code }) => [code, id]));
}

/** Who enters one waits for whoever is entering another of the same organ. */
export const enteringAlone = (organId: string): Statement => ({
  text: `SELECT pg_advisory_xact_lock(hashtextextended('training ' || $1, 0))`,
  values: [organId],
});

/** Spaces and the case of letters make no other topic. */
const plain = (topic: string): string => `lower(regexp_replace(${topic}, '\\s+', '', 'g'))`;

const TWIN = `
  SELECT held_on AS "heldOn", topic, people FROM training
   WHERE organ_id = $1 AND held_on = $2 AND ${plain('topic')} = ${plain('$3')} AND NOT removed AND id IS DISTINCT FROM $4::uuid LIMIT 1`;

/** One that the organ held on the same day, of the same topic. */
export type Twin = Pick<Training, 'heldOn' | 'topic' | 'people'>;

/** Asks for a twin of a training. @param except the one that is put right; null where it is new */
export const twinOf = (organId: string, { heldOn, topic }: Pick<Twin, 'heldOn' | 'topic'>, except: string | null): Statement => ({
  text: TWIN,
  values: [organId, heldOn, topic, except],
});

/** Puts a new one into the register. */
export const addTraining = (id: string, organId: string, kept: KeptTraining): Statement => ({
  text: `INSERT INTO training (id, organ_id, held_on, topic, people, sections, removed, organ_ids, history)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8::uuid[], $9)`,
  values: [id, organId, ...valuesOf(kept)],
});

const CHANGE = `
  UPDATE training SET version = version + 1, held_on = $3, topic = $4, people = $5, sections = $6, removed = $7,
         organ_ids = $8::uuid[], history = $9 WHERE id = $1 AND version = $2 AND NOT removed`;

/** Keeps it in place of the version that was read. @returns whether nobody else came first */
export async function changeTraining(id: string, version: number, kept: KeptTraining, pool: CommandPool): Promise<boolean> {
  return (await pool.query({ text: CHANGE, values: [id, version, ...valuesOf(kept)] })).rowCount === 1;
}

const valuesOf = ({ heldOn, topic, people, sections, removed, organIds, history }: KeptTraining) => [
  heldOn,
  topic,
  people,
  sections,
  removed,
  [...organIds],
  json(history),
];

const HELD = `
  SELECT count(*)::int AS held, coalesce(sum(people), 0)::int AS people FROM training
   WHERE NOT removed AND held_on BETWEEN $1 AND $2 AND organ_id = ANY ($3::uuid[])`;

/** How many trainings some organs held in a period, and how many people took part in them. */
export async function countHeld(
  organIds: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
  pool: CommandPool,
): Promise<{ readonly held: number; readonly people: number }> {
  const { rows } = await pool.query<{ held: number; people: number }>({ text: HELD, values: [from, to, [...organIds]] });
  return rows[0] ?? { held: 0, people: 0 };
}
