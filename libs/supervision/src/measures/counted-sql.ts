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
/** By when the first reply was due; it is kept beside the case once a later round has begun. */
const DUE = `CASE WHEN case_file.file ->> 'concluded' IS NULL THEN coalesce(case_file.final_due, case_file.provisional_due)
                  ELSE coalesce(first.final_due, first.provisional_due) END`;

/**
 * Applications of which it turned out in the period whether they were answered in time: on the day of the reply, or on the day it was due
 * where none had gone out by then. Each counts once, in one period, by its first reply: what a court or a reconsideration organ orders anew
 * is counted by its result. Those that ended without a reply owed have no date due.
 */
const REPLIED = `
  SELECT ${OF_CASE}, case_file.received_on AS "begunOn", ${DUE} AS due, case_file.concluded_on AS "doneOn"
    FROM case_file
    LEFT JOIN earlier_reply AS first
      ON first.case_id = case_file.id AND first.replied_on = case_file.concluded_on
     AND first.round = (SELECT min(round) FROM earlier_reply WHERE case_id = case_file.id)
   WHERE ${openBetween('$2', '$3')}
     AND case_file.organ_id = ANY ($1::uuid[]) AND ${DUE} IS NOT NULL
     AND least(case_file.concluded_on, ${DUE}) BETWEEN $2::date AND $3::date
     AND (case_file.concluded_on IS NOT NULL OR ${DUE} < $4::date)
   ORDER BY case_file.number_year, case_file.serial`;

const REMEDY = `
  remedy ->> 'kind' AS kind, remedy ->> 'openedOn' AS "openedOn", remedy ->> 'answeredOn' AS "answeredOn",
  remedy ->> 'closedOn' AS "closedOn", remedy ->> 'result' AS result`;

const COMPLAINTS = `
  SELECT ${OF_CASE}, ${REMEDY}
    FROM case_file CROSS JOIN LATERAL jsonb_array_elements(case_file.file -> 'remedies') AS remedy
   WHERE case_file.id IN (SELECT case_id FROM journal WHERE type = 'COMPLAINT_RECORDED')
     AND case_file.organ_id = ANY ($1::uuid[]) AND remedy ->> 'kind' = 'complaint'
     AND (remedy ->> 'openedOn')::date <= $2::date
   ORDER BY remedy ->> 'openedOn', case_file.number`;

const DECIDED = `
  SELECT ${OF_CASE}, ${REMEDY}
    FROM case_file CROSS JOIN LATERAL jsonb_array_elements(case_file.file -> 'remedies') AS remedy
   WHERE ${challengedBetween('$2', '$3')}
     AND case_file.organ_id = ANY ($1::uuid[]) AND remedy ->> 'kind' <> 'complaint'
     AND (remedy ->> 'closedOn')::date BETWEEN $2::date AND $3::date
   ORDER BY remedy ->> 'closedOn', case_file.number`;

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
