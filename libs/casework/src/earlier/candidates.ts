import type { LocalDate } from '@gongkai/calendar';
import type { CaseState, DecisionCode } from '@gongkai/contracts';
import type { Statement } from '@gongkai/platform';
import type { Applicant, ApplicantRow } from '../applicants.js';
import type { Person } from '../person.js';
import { anyOf } from '../queries/bigrams.js';
import { asUuid, organInSight } from '../visibility.js';

/** Who looks, and the case that is not told of itself. */
export type Looking = { readonly person: Person; readonly except?: string };

/** A request that may be of the same applicant, or for the same information. */
export type CandidateRow = ApplicantRow & {
  readonly id: string;
  readonly number: string;
  readonly state: CaseState;
  readonly outcome: DecisionCode | null;
  readonly subject: string;
  readonly opened_on: LocalDate;
  readonly received_on: LocalDate | null;
  readonly closed_on: LocalDate | null;
  readonly descriptions: readonly string[];
  readonly reply_number: string | null;
};

/** What somebody has asked at one organ in a working life; the newest are looked at. */
const MOST_OWN = 2000;
/** Of those that share a rare pair, the newest are compared, and the ones that share most are told. */
export const MOST_COMPARED = 1500;
const MOST_ALIKE = 200;

/** In the person's sight ($1, $2), without one case ($3), and without what was logged by mistake. */
const CANDIDATES = `
  SELECT case_file.id, case_file.number, case_file.state, case_file.outcome, case_file.subject, case_file.opened_on,
         case_file.received_on, case_file.closed_on, applicant.id AS applicant_id, applicant.kind AS applicant_kind,
         applicant.category AS applicant_category, applicant.name AS applicant_name, applicant.sealed,
         jsonb_path_query_array(case_file.file, '$.items[*].description') AS descriptions,
         jsonb_path_query_array(case_file.file, '$.notices[*] ? (@.kind == "reply").number') ->> -1 AS reply_number
    FROM case_file
    JOIN applicant ON applicant.id = case_file.applicant_id
    JOIN organ ON organ.id = case_file.organ_id AND ${organInSight(1, 2)}
   WHERE case_file.id <> $3
     AND NOT EXISTS (SELECT FROM journal WHERE journal.case_id = case_file.id AND journal.type = 'VOIDED')`;

const seenBy = ({ person: { organId, seesBelow }, except = '' }: Looking) => [organId, seesBelow, asUuid(except)] as const;

/** Requests of people of that kind and name. */
export const ofThatName = (looking: Looking, { name, kind }: Pick<Applicant, 'name' | 'kind'>): Statement => ({
  name: 'earlier-of-that-name',
  text: `${CANDIDATES} AND applicant.name = $4 AND applicant.kind = $5 ORDER BY case_file.opened_on DESC, case_file.id LIMIT ${MOST_OWN}`,
  values: [...seenBy(looking), name, kind],
});

/** Which pairs are looked for. */
export type Wanted = {
  /** One of these at least. */
  readonly any: readonly string[];
  /** As many of these as there are. */
  readonly most: readonly string[];
};

/** Requests whose text has any of these pairs, and of those the ones that have most. */
export const withMostOf = (looking: Looking, { any, most }: Wanted): Statement => ({
  name: 'earlier-with-most-of',
  text: `
    WITH found AS MATERIALIZED (
      SELECT case_file.id, case_file.search, case_file.opened_on
        FROM case_file JOIN organ ON organ.id = case_file.organ_id AND ${organInSight(1, 2)}
       WHERE case_file.id IN (SELECT cases_saying($4::tsquery)) ORDER BY case_file.opened_on DESC NULLS LAST, case_file.id DESC LIMIT ${MOST_COMPARED}),
    alike AS (
      SELECT id FROM found ORDER BY ts_rank(search, $5::tsquery) DESC, opened_on DESC, id LIMIT ${MOST_ALIKE})
    ${CANDIDATES} AND case_file.id IN (SELECT id FROM alike)`,
  values: [...seenBy(looking), anyOf(any), anyOf(most)],
});

/** @param frequency the share of cases that have it @param times how many that is */
export type FrequencyRow = { readonly pair: string; readonly frequency: number; readonly times: number };

/** How often the commonest pairs of the column `search` of a table occur, as the database has counted them last; nothing before it has. */
export const pairFrequencies = (table: 'case_file' | 'disclosure'): Statement => ({
  name: `pair-frequencies-${table}`,
  text: `SELECT pair, frequency, frequency * (SELECT reltuples FROM pg_class WHERE oid = '${table}'::regclass) AS times
           FROM common_pairs('${table}')`,
  values: [],
});
