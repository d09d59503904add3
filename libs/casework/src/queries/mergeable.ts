import type { Sealer, Statement } from '@gongkai/platform';
import { isSameApplicant, openApplicant, type ApplicantRow } from '../applicants.js';
import type { StoredCase } from '../desk/stored-case.js';
import { IS_ASKING, IS_DUE_LATER } from '../desk/other-case.js';
import { TAKES_UP } from '../desk/subjects.js';
import type { Person } from '../person.js';
import { LISTED, LISTED_FROM, type ListedRow } from './case-list.js';

/** More than anybody asks for at once, and few enough for one page. */
const MOST = 100;

/** A case of an applicant of that kind and name: whether it is the same one is in what is sealed. */
export type NamesakeRow = ListedRow & ApplicantRow;

/** The earlier cases of the organ, still to be answered, whose applicant has the same name; newest first. */
export const namesakes = (person: Person, { row, around }: StoredCase): Statement => ({
  name: 'namesakes',
  text: `${LISTED}, NULL::date AS sort_key, applicant.id AS applicant_id, applicant.kind AS applicant_kind,
         applicant.category AS applicant_category, applicant.sealed ${LISTED_FROM}
    JOIN applicant ON applicant.id = case_file.applicant_id
   WHERE case_file.organ_id = $3 AND case_file.id <> $4 AND case_file.state = ANY ($7) AND NOT ${IS_ASKING}
     AND NOT EXISTS (
       SELECT FROM case_file AS own WHERE own.id = $4 AND (case_file.received_on > own.received_on OR ${IS_DUE_LATER}))
     AND applicant.kind = $5 AND applicant.name = $6
   ORDER BY case_file.opened_on DESC, case_file.id LIMIT ${MOST}`,
  values: [person.organId, person.seesBelow, row.organ_id, row.id, around.applicant_kind, around.applicant_name, TAKES_UP],
});

/** Those of the very same applicant: into any of them the case can be merged. */
export function sameApplicants(rows: readonly NamesakeRow[], { around }: StoredCase, sealer: Sealer): NamesakeRow[] {
  const applicant = openApplicant(sealer, around);
  return rows.filter((row) => isSameApplicant(openApplicant(sealer, row), applicant));
}
