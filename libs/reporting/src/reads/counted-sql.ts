import { applicationsBetween, challengedBetween, openBetween } from '@gongkai/casework';
import type { CommandPool, Statement } from '@gongkai/platform';
import type { Counted, CountedFee, CountedGroup, CountedRemedy, Period } from '../counting/counted.js';

/** Applications that were open on a day of the period, $1 to $2, of the organs $3: one that is answered in parts is one. */
const APPLICATIONS = applicationsBetween({ from: '$1', to: '$2', organs: '$3::uuid[]' });
/** Cases that were: money and suits belong to each. */
const OPEN_IN_PERIOD = `${openBetween('$1', '$2')} AND case_file.organ_id = ANY ($3::uuid[])`;

const GROUPS = `
  SELECT organ.code AS organ, applicant.category,
         case_file.received_on BETWEEN $1::date AND $2::date AS "isNew",
         case_file.received_on < $1::date AND coalesce(case_file.concluded_on >= $1::date, true) AS "isCarriedIn",
         CASE WHEN case_file.concluded_on BETWEEN $1::date AND $2::date THEN case_file.concluded_as END AS "handledAs",
         CASE WHEN case_file.concluded_on BETWEEN $1::date AND $2::date THEN case_file.concluded_for END AS "handledFor",
         case_file.received_on <= $2::date AND coalesce(case_file.concluded_on > $2::date, true) AS "isCarriedOut",
         array_agg(case_file.id ORDER BY case_file.id) AS ids
    FROM ${APPLICATIONS}
    JOIN organ ON organ.id = case_file.organ_id
    JOIN applicant ON applicant.id = case_file.applicant_id
   GROUP BY 1, 2, 3, 4, 5, 6, 7
   ORDER BY 1, 2, 3, 4, 5, 6, 7`;

const REMEDIES = `
  SELECT organ.code AS organ, case_file.id AS "caseId", remedy ->> 'id' AS "remedyId", remedy ->> 'kind' AS kind,
         coalesce((remedy ->> 'afterReconsideration')::boolean, false) AS "afterReconsideration",
         remedy ->> 'closedOn' AS "closedOn", remedy ->> 'result' AS result,
         case_file.concluded_as AS outcome, case_file.concluded_for AS ground,
         case_file.concluded_on AS "madeOn"
    FROM case_file
    JOIN organ ON organ.id = case_file.organ_id
   CROSS JOIN LATERAL jsonb_array_elements(case_file.file -> 'remedies') AS remedy
   WHERE ${challengedBetween('$1', '$2')}
     AND case_file.organ_id = ANY ($3::uuid[])
     AND remedy ->> 'kind' <> 'complaint'
     AND (remedy ->> 'openedOn')::date <= $2::date
     AND coalesce((remedy ->> 'closedOn')::date >= $1::date, true)
   ORDER BY 1, case_file.id, remedy ->> 'openedOn', 3`;

/** A notice counts on the day it was sent, whatever day its step was written down. */
const FEES = `
  SELECT organ, "caseId", count(*) FILTER (WHERE noticed > 0)::int AS notices,
         coalesce(sum(noticed), 0)::float AS noticed, coalesce(sum(received), 0)::float AS received
    FROM (
      SELECT organ.code AS organ, case_file.id AS "caseId",
             CASE WHEN journal.type = 'FEE_NOTICE_MADE' THEN (journal.fact ->> 'amount')::numeric END AS noticed,
             CASE WHEN journal.type = 'FEE_PAID' THEN (journal.fact ->> 'amount')::numeric END AS received,
             CASE WHEN journal.type = 'FEE_PAID' THEN journal.fact ->> 'on' ELSE (
               SELECT notice ->> 'dispatchedOn' FROM jsonb_array_elements(case_file.file -> 'notices') AS notice
                WHERE notice ->> 'id' = journal.fact ->> 'noticeId') END::date AS day
        FROM journal
        JOIN case_file ON case_file.id = journal.case_id
        JOIN organ ON organ.id = case_file.organ_id
       WHERE journal.type IN ('FEE_NOTICE_MADE', 'FEE_PAID') AND ${OPEN_IN_PERIOD}) AS fee
   WHERE day BETWEEN $1::date AND $2::date
   GROUP BY organ, "caseId" ORDER BY organ, "caseId"`;

/** All three are read in one statement: what a report counts is of one moment. */
const COUNTED = `
  SELECT (SELECT coalesce(jsonb_agg(groups), '[]') FROM (${GROUPS}) AS groups) AS groups,
         (SELECT coalesce(jsonb_agg(remedies), '[]') FROM (${REMEDIES}) AS remedies) AS remedies,
         (SELECT coalesce(jsonb_agg(fees), '[]') FROM (${FEES}) AS fees) AS fees`;

/** The same applications by their dates alone, as the register of cases knows them (identity A10). */
const REGISTER = `
  SELECT count(*) FILTER (WHERE received_on BETWEEN $1::date AND $2::date)::int AS received,
         count(*) FILTER (WHERE concluded_on BETWEEN $1::date AND $2::date)::int AS outcomes,
         count(*) FILTER (WHERE received_on <= $2::date AND coalesce(concluded_on > $2::date, true))::int AS open
    FROM ${APPLICATIONS}`;

type CountedRow = {
  readonly groups: readonly CountedGroup[];
  readonly remedies: readonly CountedRemedy[];
  readonly fees: readonly CountedFee[];
};

/** What the register of cases holds in a period. */
export type Register = { readonly received: number; readonly outcomes: number; readonly open: number };

const ofPeriod = (text: string, { from, to }: Period, organs: readonly string[]): Statement => ({
  text,
  values: [from, to, organs],
});

/** Everything a report counts, as it is at one moment. @param organs their ids */
export async function readCounted(period: Period, organs: readonly string[], pool: CommandPool): Promise<Counted> {
  const { rows } = await pool.query<CountedRow>(ofPeriod(COUNTED, period, organs));
  return rows[0] ?? { groups: [], remedies: [], fees: [] };
}

/** What the register says. @param organs their ids */
export async function readRegister(period: Period, organs: readonly string[], pool: CommandPool): Promise<Register> {
  const { rows } = await pool.query<Register>(ofPeriod(REGISTER, period, organs));
  return rows[0] ?? { received: 0, outcomes: 0, open: 0 };
}
