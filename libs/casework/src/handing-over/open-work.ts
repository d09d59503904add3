import type { OpenWork } from '@gongkai/contracts';
import { dutyLeft, type CaseFile } from '@gongkai/lifecycle';
import type { CommandPool } from '@gongkai/platform';
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
  SELECT id, number, file FROM case_file
   WHERE assignee_id = $1 AND closed_on IS NOT NULL AND turn_role IS DISTINCT FROM 'caseworker' AND turn_role IS DISTINCT FROM 'remedy_organ'
     AND (state = 'closed' OR EXISTS (SELECT FROM alarm WHERE alarm.case_id = case_file.id AND alarm.subject LIKE 'orderDue:%'))
   ORDER BY number`;

const STAYS = `
  SELECT 'unit-request' AS what, jsonb_build_object('id', id, 'number', number) AS "case"
    FROM case_file, jsonb_array_elements(file -> 'unitRequests') AS asked
   WHERE asked ->> 'person' = $1 AND asked ->> 'answeredOn' IS NULL AND closed_on IS NULL
  UNION ALL
  SELECT 'order', jsonb_build_object('id', case_file.id, 'number', number)
    FROM alarm JOIN case_file ON case_file.id = alarm.case_id, jsonb_array_elements(file -> 'orders') AS given
   WHERE alarm.kind = 'reminder' AND alarm.subject = 'orderDue:' || (given ->> 'id') AND given ->> 'person' = $1`;

type Read = <Row>(text: string, values: readonly string[]) => Promise<readonly Row[]>;
type Named = OpenWork['cases'][number];

/** What a person holds, also of cases that are over, and what names them beside that. */
export async function openWorkOf(id: string, read: Read): Promise<Pick<OpenWork, 'cases' | 'stays'>> {
  const open = await read<Named>(CASES, [id]);
  const over = await read<Named & { readonly file: CaseFile }>(OVER, [id]);
  const owing = over.filter(({ file }) => dutyLeft(file)).map(({ id: caseId, number }) => ({ id: caseId, number }));
  return { cases: [...open, ...owing], stays: [...(await read<OpenWork['stays'][number]>(STAYS, [id]))] };
}

/** The same, read beside everything else. */
export const readOpenWork = (id: string, pool: CommandPool): Promise<Pick<OpenWork, 'cases' | 'stays'>> =>
  openWorkOf(
    id,
    async <Row>(text: string, values: readonly string[]) => (await pool.query<Row & object>({ text, values: [...values] })).rows,
  );
