import { applicationsBetween, challengedBetween, openBetween } from '@gongkai/casework';
import type { CommandPool, Statement } from '@gongkai/platform';
import type { Counted, CountedFee, CountedGroup, CountedRemedy, Period } from '../counting/counted.js';
import { ofAllOrgans } from './of-all-organs.js';

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

/** Against answers to requests to correct a record (REG 41): an act in the work of disclosing information as well (REG 51). Nothing is withheld by one. */
const OF_RECORDS = `
  SELECT organ.code, record_correction.id, remedy ->> 'id', remedy ->> 'kind', (remedy ->> 'afterReconsideration')::boolean,
         remedy ->> 'openedOn', remedy ->> 'closedOn', remedy ->> 'result', NULL, NULL, NULL
    FROM record_correction
    JOIN organ ON organ.id = record_correction.organ_id
   CROSS JOIN LATERAL jsonb_array_elements(remedies) AS remedy
   WHERE record_correction.organ_id = ANY ($3::uuid[]) AND remedies <> '[]'
     AND remedy ->> 'kind' <> 'complaint'
     AND (remedy ->> 'openedOn')::date <= $2::date
     AND coalesce((remedy ->> 'closedOn')::date >= $1::date, true)`;

const REMEDIES = `
  SELECT organ.code AS organ, case_file.id AS "caseId", remedy ->> 'id' AS "remedyId", remedy ->> 'kind' AS kind,
         coalesce((remedy ->> 'afterReconsideration')::boolean, false) AS "afterReconsideration",
         remedy ->> 'openedOn' AS "openedOn", remedy ->> 'closedOn' AS "closedOn", remedy ->> 'result' AS result,
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
   UNION ALL
  ${OF_RECORDS}
   ORDER BY organ, "caseId", "openedOn", "remedyId"`;

/** What is said of a fee now: a correction that no second person has rejected counts, the last one. */
const said = (name: 'amount' | 'on'): string => `coalesce((
      SELECT corrected.fact -> 'fields' ->> '${name}' FROM journal AS corrected
       WHERE corrected.case_id = journal.case_id AND corrected.type = 'FACT_CORRECTED'
         AND corrected.fact ->> 'entryId' = journal.id::text AND corrected.fact -> 'fields' ? '${name}'
         AND NOT EXISTS (SELECT FROM journal AS restored WHERE restored.case_id = journal.case_id
                          AND restored.type = 'FACT_RESTORED' AND restored.fact ->> 'entryId' = corrected.id::text)
       ORDER BY corrected.seq DESC LIMIT 1), journal.fact ->> '${name}')`;

/** Notices that asked for something, and payments: one that was served and began no wait, or that a payment has overtaken, asked for nothing. */
const FEE_ENTRIES = `
  SELECT journal.case_id, journal.seq, journal.type, notice ->> 'round' AS round, ${said('amount')}::numeric AS amount,
         (CASE WHEN journal.type = 'FEE_PAID' THEN ${said('on')} ELSE notice ->> 'dispatchedOn' END)::date AS day
    FROM journal
    JOIN case_file ON case_file.id = journal.case_id
    LEFT JOIN LATERAL jsonb_array_elements(case_file.file -> 'notices') AS notice ON notice ->> 'id' = journal.fact ->> 'noticeId'
   WHERE journal.type IN ('FEE_NOTICE_MADE', 'FEE_PAID') AND ${OPEN_IN_PERIOD}
     AND notice ->> 'overtakenOn' IS NULL
     AND NOT EXISTS (SELECT FROM journal AS vain WHERE vain.case_id = journal.case_id AND vain.type = 'NOTICE_SERVED'
                      AND vain.fact ->> 'noticeId' = journal.fact ->> 'noticeId')`;

/** A notice that another one replaced, sent in the same round before anything was paid, charged nothing (FEE): its correction counts. */
const IS_REPLACED = `
  SELECT FROM entry AS later
   WHERE later.case_id = entry.case_id AND later.type = 'FEE_NOTICE_MADE' AND later.round = entry.round
     AND later.seq > entry.seq AND later.day IS NOT NULL
     AND NOT EXISTS (SELECT FROM entry AS paid WHERE paid.case_id = entry.case_id AND paid.type = 'FEE_PAID'
                      AND paid.seq > entry.seq AND (paid.seq < later.seq OR paid.day <= later.day))`;

/** A notice that was taken back before anything was paid on it charged nothing either. */
const IS_LIFTED = `
  SELECT FROM journal AS lifted
   WHERE lifted.case_id = entry.case_id AND lifted.type = 'FEE_LIFTED' AND lifted.seq > entry.seq
     AND NOT EXISTS (SELECT FROM entry AS paid WHERE paid.case_id = entry.case_id AND paid.type = 'FEE_PAID'
                      AND paid.seq > entry.seq AND paid.seq < lifted.seq)`;

/** A notice counts on the day it was sent, whatever day its step was written down. */
const FEES = `
  WITH entry AS (${FEE_ENTRIES})
  SELECT organ.code AS organ, entry.case_id AS "caseId",
         count(*) FILTER (WHERE entry.type = 'FEE_NOTICE_MADE' AND amount > 0)::int AS notices,
         coalesce(sum(amount) FILTER (WHERE entry.type = 'FEE_NOTICE_MADE'), 0)::float AS noticed,
         coalesce(sum(amount) FILTER (WHERE entry.type = 'FEE_PAID'), 0)::float AS received
    FROM entry
    JOIN case_file ON case_file.id = entry.case_id
    JOIN organ ON organ.id = case_file.organ_id
   WHERE day BETWEEN $1::date AND $2::date
     AND NOT (entry.type = 'FEE_NOTICE_MADE' AND (EXISTS (${IS_REPLACED}) OR EXISTS (${IS_LIFTED})))
   GROUP BY 1, 2 ORDER BY 1, 2`;

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
  const rows = await ofAllOrgans<CountedRow>(pool, ofPeriod(COUNTED, period, organs));
  return rows[0] ?? { groups: [], remedies: [], fees: [] };
}

/** What the register says. @param organs their ids */
export async function readRegister(period: Period, organs: readonly string[], pool: CommandPool): Promise<Register> {
  const rows = await ofAllOrgans<Register>(pool, ofPeriod(REGISTER, period, organs));
  return rows[0] ?? { received: 0, outcomes: 0, open: 0 };
}
