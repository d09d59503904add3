import type { OpenWork } from '@gongkai/contracts';
import { dutyLeft, type CaseFile } from '@gongkai/lifecycle';
import { EVERYTHING, withSight, type CommandPool, type Parameter } from '@gongkai/platform';
import { heldOn } from '../directory/people.js';
import type { Person } from '../person.js';
import { asUuid, organInSight } from '../visibility.js';

/** A person as their work is looked at. */
export type Holder = { readonly id: string; readonly name: string; readonly organ: string; readonly path: readonly string[] };

const HOLDER = `
  SELECT person.id, person.name, organ.code AS organ, organ.path FROM person JOIN organ ON organ.id = person.organ_id
   WHERE person.id = $3 AND ${organInSight(1, 2)}`;

/** Somebody in sight; null where there is no such person. */
export async function readHolder({ organId, seesBelow }: Person, id: string, pool: CommandPool): Promise<Holder | null> {
  const { rows } = await pool.query<Holder>({ text: HOLDER, values: [organId, seesBelow, asUuid(id)] });
  return rows[0] ?? null;
}

const RECEIVER = `
  SELECT person.id, person.name FROM person
   WHERE person.id = $1 AND person.active AND person.organ_id = (SELECT organ_id FROM person AS giver WHERE giver.id = $2)
     AND EXISTS (SELECT FROM post WHERE post.person_id = person.id AND post.role = 'caseworker' AND post.organ_id = person.organ_id
                    AND ${heldOn('post', 3)})`;

type Receiver = { readonly id: string; readonly name: string };

/** A caseworker of the same organ; null where that is none. */
export async function readReceiver(to: string, from: string, today: string, pool: CommandPool): Promise<Receiver | null> {
  const { rows } = await pool.query<Receiver>({ text: RECEIVER, values: [asUuid(to), from, today] });
  return rows[0] ?? null;
}

/** What is open, or was challenged. */
const CASES = `
  SELECT id, number FROM case_file WHERE assignee_id = $1 AND (closed_on IS NULL OR turn_role IN ('caseworker', 'remedy_organ'))
   ORDER BY due NULLS LAST, number`;

/** What is over and may leave something to do: it waits for the archive, or for the answer to an order. */
const OVER = `
  SELECT id, number, version FROM case_file
   WHERE assignee_id = $1 AND closed_on IS NOT NULL AND turn_role IS DISTINCT FROM 'caseworker' AND turn_role IS DISTINCT FROM 'remedy_organ'
     AND (state = 'closed' OR EXISTS (SELECT FROM alarm WHERE alarm.case_id = case_file.id AND alarm.subject LIKE 'orderDue:%'))
   ORDER BY number`;

const FILES = 'SELECT id, file FROM case_file WHERE id = ANY ($1)';
/** So many files of cases are held at a time. */
const TOGETHER = 50;

/** Only what is still asked: a request that nobody answered before the reply went out is over with it. */
const STAYS = `
  SELECT 'unit-request' AS what, jsonb_build_object('id', id, 'number', number) AS "case"
    FROM case_file, jsonb_array_elements(file -> 'unitRequests') AS asked
   WHERE waits <> '{}' AND 'unit' = ANY (waits) AND asked ->> 'person' = $1 AND asked ->> 'answeredOn' IS NULL AND closed_on IS NULL
  UNION ALL
  SELECT 'order', jsonb_build_object('id', case_file.id, 'number', number)
    FROM alarm JOIN case_file ON case_file.id = alarm.case_id, jsonb_array_elements(file -> 'orders') AS given
   WHERE alarm.kind = 'reminder' AND alarm.subject = 'orderDue:' || (given ->> 'id') AND given ->> 'person' = $1`;

type Read = <Row>(text: string, values: readonly Parameter[]) => Promise<readonly Row[]>;
type Named = OpenWork['cases'][number];
type Over = Named & { readonly version: number };

/** Cases that are over and were looked at: at which version, and whether they leave something to do. */
export type LookedAt = ReadonlyMap<string, { readonly version: number; readonly owes: boolean }>;

export type Held = Pick<OpenWork, 'cases' | 'stays'> & {
  /** For a second look, which reads only the files of what has changed since. */
  readonly looked: LookedAt;
};

/**
 * What a person holds, also of cases that are over, and what names them beside that, in whichever organ the case is.
 * @param before what was found a moment ago
 */
export const openWorkOf = (id: string, read: Read, before: LookedAt = new Map()): Promise<Held> =>
  withSight(EVERYTHING, () => readHeld(id, read, before));

async function readHeld(id: string, read: Read, before: LookedAt): Promise<Held> {
  const open = await read<Named>(CASES, [id]);
  const over = await read<Over>(OVER, [id]);
  const changed = over.filter(({ id: caseId, version }) => before.get(caseId)?.version !== version);
  const owing = await owingOf(changed, read);
  const looked = new Map(
    over.map(({ id: caseId, version }) => [caseId, { version, owes: owing.get(caseId) ?? before.get(caseId)?.owes ?? false }]),
  );
  const left = over.filter((one) => looked.get(one.id)?.owes === true).map(({ id: caseId, number }) => ({ id: caseId, number }));
  return { cases: [...open, ...left], stays: [...(await read<OpenWork['stays'][number]>(STAYS, [id]))], looked };
}

/** Whether each of these leaves something to do. */
async function owingOf(cases: readonly Over[], read: Read): Promise<ReadonlyMap<string, boolean>> {
  const found = new Map<string, boolean>();
  for (let at = 0; at < cases.length; at += TOGETHER) {
    const some = cases.slice(at, at + TOGETHER).map(({ id }) => id);
    for (const { id, file } of await read<{ readonly id: string; readonly file: CaseFile }>(FILES, [some]))
      found.set(id, dutyLeft(file));
  }
  return found;
}

/** The same, read beside everything else. */
export async function readOpenWork(id: string, pool: CommandPool): Promise<Pick<OpenWork, 'cases' | 'stays'>> {
  const { cases, stays } = await openWorkOf(
    id,
    async <Row>(text: string, values: readonly Parameter[]) =>
      (await pool.query<Row & object>({ text, values: [...values] })).rows,
  );
  return { cases, stays };
}
