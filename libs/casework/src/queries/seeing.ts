import type { LocalDate } from '@gongkai/calendar';
import type { Statement } from '@gongkai/platform';
import { personJoins, SEE_BELOW } from '../directory/people.js';
import { asUuid } from '../visibility.js';

/**
 * Who may see a case on a day, as rows of `PersonView`: everybody of its organ, and who supervises or audits it from above. A third-party
 * assessor sees none.
 * @param only of these people; null for all
 */
export const readSeeing = (caseId: string, on: LocalDate, only: readonly string[] | null = null): Statement => ({
  name: 'seeing',
  text: `
    SELECT person.id, person.name, organ.code AS organ,
           coalesce(array_agg(DISTINCT post.role) FILTER (WHERE post.role IS NOT NULL), '{}') AS roles,
           count(absence.id) > 0 AS absent, min(absence.substitute_id::text) AS substitute
      FROM case_file JOIN organ AS own ON own.id = case_file.organ_id
      JOIN person ON person.active AND person.organ_id = ANY (own.path) ${personJoins(2)}
      LEFT JOIN absence ON absence.person_id = person.id AND $2 BETWEEN absence.from_day AND absence.to_day
     WHERE case_file.id = $1 AND ($3::text[] IS NULL OR person.id::text = ANY ($3::text[]))
     GROUP BY person.id, organ.id, own.id
    HAVING NOT coalesce(bool_or(post.role = 'assessor'), false) AND (organ.id = own.id OR array_agg(post.role) && $4::text[])
     ORDER BY cardinality(organ.path) DESC, person.username`,
  values: [asUuid(caseId), on, only, SEE_BELOW],
});
