import type { LocalDate } from '@gongkai/calendar';
import { challengedBetween, openBetween } from '@gongkai/casework';
import type { SupervisionOrder } from '@gongkai/lifecycle';
import type { CommandPool } from '@gongkai/platform';

export type Period = { readonly from: LocalDate; readonly to: LocalDate };
/** What is read for a figure: of which organs, in which period, as of which day. */
export type Reading = { readonly organIds: readonly string[]; readonly period: Period; readonly today: LocalDate };

type OfCase = { readonly organId: string; readonly number: string };
export type RepliedRow = OfCase & {
  readonly begunOn: LocalDate;
  readonly due: LocalDate;
  readonly doneOn: LocalDate | null;
};
export type RemedyRow = OfCase & {
  readonly kind: string;
  readonly openedOn: LocalDate;
  readonly answeredOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
  readonly result: string | null;
};
export type OrderedRow = OfCase & { readonly demands: SupervisionOrder['demands'] };

const OF_CASE = 'case_file.organ_id AS "organId", case_file.number';
/** Every round of these applications: that of now, and those before it. One that was never answered has no day on which it was done. */
const ROUNDS = `
  WITH own AS MATERIALIZED (
    SELECT case_file.*, (case_file.file #>> '{round,number}')::int AS round, case_file.file ->> 'concluded' IS NULL AS undecided,
           EXISTS (SELECT FROM earlier_reply WHERE case_id = case_file.id) AS again
      FROM case_file
     WHERE (${openBetween('$2', '$3')} OR case_file.id IN (SELECT case_id FROM journal WHERE type = 'ROUND_ORDERED'))
       AND case_file.concluded_as IS DISTINCT FROM 'voided' AND case_file.organ_id = ANY ($1::uuid[])),
  turn AS (
    SELECT id, round, undecided AND NOT again AS first, coalesce(final_due, provisional_due) AS due,
           CASE WHEN undecided THEN concluded_on ELSE coalesce(replied_on, closed_on) END AS done, pace
      FROM own
     UNION ALL
    SELECT own.id, before.round, before.round = min(before.round) OVER (PARTITION BY own.id),
           coalesce(before.final_due, before.provisional_due), CASE WHEN before.missed THEN NULL ELSE before.replied_on END, before.pace
      FROM own JOIN earlier_reply AS before ON before.case_id = own.id)`;

/**
 * Applications of which it turned out in the period whether they were answered in time: on the day of the reply, or on the day it was due
 * where none had gone out by then. Each counts once, by its first round; and late in every period in which a round of it was answered late or
 * not at all. A reply in time that a court or a reconsideration organ ordered counts by the result of that. Those that ended without a reply
 * owed have no date due.
 */
const REPLIED = `${ROUNDS}
  SELECT organ_id AS "organId", number, "begunOn", due, done AS "doneOn" FROM (
    SELECT DISTINCT ON (own.id) own.organ_id, own.number, own.number_year, own.serial, turn.due, turn.done,
           CASE WHEN turn.first THEN own.received_on
                ELSE coalesce((turn.pace #>> '{reached,0}')::date, own.received_on) END AS "begunOn"
      FROM turn JOIN own USING (id)
     WHERE turn.due IS NOT NULL AND least(turn.done, turn.due) BETWEEN $2::date AND $3::date
       AND (turn.done IS NOT NULL OR turn.due < $4::date)
       AND (turn.first OR turn.done IS NULL OR turn.done > turn.due)
     ORDER BY own.id, (turn.done IS NULL OR turn.done > turn.due) DESC, turn.round) AS counted
   ORDER BY number_year, serial`;

const REMEDY = `
  remedy ->> 'kind' AS kind, remedy ->> 'openedOn' AS "openedOn", remedy ->> 'answeredOn' AS "answeredOn",
  remedy ->> 'closedOn' AS "closedOn", remedy ->> 'result' AS result`;

/** The same against answers to requests to correct a record (REG 41, 51). */
const OF_RECORDS = `
  SELECT record_correction.organ_id, record_correction.number, ${REMEDY}
    FROM record_correction CROSS JOIN LATERAL jsonb_array_elements(remedies) AS remedy
   WHERE remedies <> '[]' AND record_correction.organ_id = ANY ($1::uuid[])`;

const COMPLAINTS = `
  SELECT ${OF_CASE}, ${REMEDY}
    FROM case_file CROSS JOIN LATERAL jsonb_array_elements(case_file.file -> 'remedies') AS remedy
   WHERE case_file.id IN (SELECT case_id FROM journal WHERE type = 'COMPLAINT_RECORDED')
     AND case_file.organ_id = ANY ($1::uuid[]) AND remedy ->> 'kind' = 'complaint'
     AND (remedy ->> 'openedOn')::date <= $2::date
   UNION ALL
  ${OF_RECORDS} AND remedy ->> 'kind' = 'complaint' AND (remedy ->> 'openedOn')::date <= $2::date
   ORDER BY "openedOn", number`;

const DECIDED = `
  SELECT ${OF_CASE}, ${REMEDY}
    FROM case_file CROSS JOIN LATERAL jsonb_array_elements(case_file.file -> 'remedies') AS remedy
   WHERE ${challengedBetween('$2', '$3')}
     AND case_file.organ_id = ANY ($1::uuid[]) AND remedy ->> 'kind' <> 'complaint'
     AND (remedy ->> 'closedOn')::date BETWEEN $2::date AND $3::date
   UNION ALL
  ${OF_RECORDS} AND remedy ->> 'kind' <> 'complaint' AND (remedy ->> 'closedOn')::date BETWEEN $2::date AND $3::date
   ORDER BY "closedOn", number`;

const ORDERED = `
  SELECT ${OF_CASE}, one -> 'demands' AS demands
    FROM case_file CROSS JOIN LATERAL jsonb_array_elements(case_file.file -> 'orders') AS one
   WHERE case_file.id IN (SELECT case_id FROM journal WHERE type = 'ORDER_ISSUED') AND case_file.organ_id = ANY ($1::uuid[])
   ORDER BY case_file.number`;

const TRAINED = `
  SELECT asked.id AS "organId", count(training.id)::int AS held
    FROM unnest($1::uuid[]) AS asked (id)
    JOIN organ ON organ.id = asked.id
    JOIN training ON NOT training.removed AND training.held_on BETWEEN $2::date AND $3::date
     AND (training.organ_id = asked.id OR (asked.id = ANY (training.organ_ids) AND training.organ_id = ANY (organ.path)))
   GROUP BY 1`;

const ofPeriod = ({ organIds, period: { from, to } }: Reading) => [[...organIds], from, to];

/** Applications of which it turned out in the period whether they were answered in time. */
export const readReplied = async (reading: Reading, pool: CommandPool): Promise<RepliedRow[]> =>
  (await pool.query<RepliedRow>({ text: REPLIED, values: [...ofPeriod(reading), reading.today] })).rows;

/** Complaints that were recorded until the end of the period. */
export const readComplaints = async ({ organIds, period }: Reading, pool: CommandPool): Promise<RemedyRow[]> =>
  (await pool.query<RemedyRow>({ text: COMPLAINTS, values: [[...organIds], period.to] })).rows;

/** Reconsiderations and suits that ended in the period. */
export const readDecided = async (reading: Reading, pool: CommandPool): Promise<RemedyRow[]> =>
  (await pool.query<RemedyRow>({ text: DECIDED, values: ofPeriod(reading) })).rows;

/** Every supervision order of these organs. */
export const readOrdered = async ({ organIds }: Reading, pool: CommandPool): Promise<OrderedRow[]> =>
  (await pool.query<OrderedRow>({ text: ORDERED, values: [[...organIds]] })).rows;

/** How many trainings each organ held or took part in, where it was held by itself or above it. */
export async function readTrained(reading: Reading, pool: CommandPool): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool.query<{ organId: string; held: number }>({ text: TRAINED, values: ofPeriod(reading) });
  return new Map(rows.map(({ organId, held }) => [organId, held]));
}
