import type { LocalDate } from '@gongkai/calendar';
import type { CaseState } from '@gongkai/contracts';
import type { Statement } from '@gongkai/platform';
import type { ApplicantRow } from '../applicants.js';
import { asUuid } from '../visibility.js';

/** Another case that a command names, as far as its answer to the command depends on it. */
export type OtherCase = ApplicantRow & {
  readonly organ_id: string;
  readonly organ_path: readonly string[];
  readonly state: CaseState;
  /** A reply has gone out. */
  readonly answered: boolean;
  readonly number: string;
  /** Of the last reply that has gone out. */
  readonly reply_number: string | null;
  readonly replied_on: LocalDate | null;
  /** It was received after this one. */
  readonly later: boolean;
  /** It has asked its applicant to correct or to pay, and the notice is on its way or still to be sent. */
  readonly asking: boolean;
  /** Its reply is due later than that of this one, or has no date. */
  readonly due_later: boolean;
};

/** The day a reply is due, by the earlier reading. */
const dueOf = (table: string): string => `least(coalesce(${table}.final_due, ${table}.provisional_due), ${table}.cautious_due)`;

/** The reply of a case comes too late for one that is its `own`: it is due later, or has no date. */
export const IS_DUE_LATER = `(${dueOf('own')} < ${dueOf('case_file')} OR ${dueOf('case_file')} IS NULL) IS TRUE`;

/** A notice to correct or to pay is made, and not served yet: from its service on no date runs. */
export const IS_ASKING = `EXISTS (
  SELECT FROM jsonb_array_elements(case_file.file -> 'notices') AS notice
   WHERE notice ->> 'kind' IN ('correction', 'fee') AND notice ->> 'servedOn' IS NULL
     AND notice -> 'round' = case_file.file -> 'round' -> 'number')`;

/** Another case beside that of the command. */
export const otherCase = (id: string, { caseId }: { readonly caseId: string }): Statement => ({
  name: 'other-case',
  text: `
    SELECT case_file.organ_id, organ.path AS organ_path, case_file.state, applicant.id AS applicant_id,
           applicant.kind AS applicant_kind, applicant.category AS applicant_category, applicant.name AS applicant_name,
           applicant.sealed,
           case_file.file #>> '{round,reply,dispatchedOn}' IS NOT NULL OR case_file.file #> '{round,order}' <> 'null' AS answered,
           case_file.number, reply ->> 'number' AS reply_number, reply ->> 'dispatchedOn' AS replied_on,
           case_file.received_on > own.received_on IS TRUE AS later, ${IS_DUE_LATER} AS due_later,
           ${IS_ASKING} AS asking
      FROM case_file
      JOIN organ ON organ.id = case_file.organ_id
      JOIN applicant ON applicant.id = case_file.applicant_id
      LEFT JOIN case_file AS own ON own.id = $2
      CROSS JOIN LATERAL (SELECT jsonb_path_query_array(
             case_file.file, '$.notices[*] ? (@.kind == "reply" && @.dispatchedOn != null)') -> -1 AS reply) AS last
     WHERE case_file.id = $1`,
  values: [asUuid(id), asUuid(caseId)],
});
