import type { LocalDate } from '@gongkai/calendar';
import type { CaseCommand } from '@gongkai/lifecycle';
import type { Statement } from '@gongkai/platform';
import { asUuid } from '../visibility.js';

/** Who bears which title on a day, or reviews legally, in the organ of a case. */
const titlesBorne = (caseId: string, on: LocalDate): Statement => ({
  name: 'titles-borne',
  text: `
    SELECT coalesce(post.title, post.role) AS title, person.id AS "personId"
      FROM case_file JOIN person ON person.organ_id = case_file.organ_id AND person.active
      JOIN post ON post.person_id = person.id AND post.organ_id = person.organ_id AND (post.title IS NOT NULL OR post.role = 'legal')
       AND post.valid_from <= $2 AND (post.valid_to IS NULL OR post.valid_to >= $2)
     WHERE case_file.id = $1`,
  values: [asUuid(caseId), on],
});

/** The same, where a command asks for it: a draft goes up no chain with a step that nobody could take, nor is left with one. */
export const readTitlesBorne = ({ type }: CaseCommand, caseId: string, on: LocalDate): Statement | null =>
  type === 'submitForApproval' || type === 'approve' ? titlesBorne(caseId, on) : null;
