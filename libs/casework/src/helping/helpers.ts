import type { LocalDate } from '@gongkai/calendar';
import type { Helper, Role } from '@gongkai/contracts';
import type { Statement } from '@gongkai/platform';
import { asUuid } from '../visibility.js';
import { HELPING } from './helping-sql.js';

/** Who works on cases or keeps their papers can be asked to help; not who only supervises, audits or administers. */
const HELPERS: readonly Role[] = ['caseworker', 'clerk', 'reviewer', 'legal', 'approver', 'archivist'];

/**
 * Who can be asked to help with a case on a day, its own organ first: people of the organ, and of the organs
 * below it, which are its units. Another organ is consulted by a letter (REG 11).
 * @param id of the one who is meant; null for all
 */
export const readHelpers = (caseId: string, on: LocalDate, id: string | null = null): Statement => ({
  name: 'helpers',
  text: `
    SELECT person.id, person.name, organ.code AS organ, held.roles, away.absent, away.substitute,
           json_build_object('zh-CN', organ.name_zh, 'en', organ.name_en) AS "organName"
      FROM case_file
      JOIN organ ON organ.path @> ARRAY[case_file.organ_id]
      JOIN person ON person.organ_id = organ.id AND person.active
      JOIN LATERAL (
        SELECT array_agg(DISTINCT post.role) AS roles FROM post
         WHERE post.person_id = person.id AND post.organ_id = person.organ_id
           AND post.valid_from <= $2 AND (post.valid_to IS NULL OR post.valid_to >= $2)
      ) AS held ON held.roles && $3::text[]
      JOIN LATERAL (
        SELECT count(*) > 0 AS absent, min(absence.substitute_id::text) AS substitute FROM absence
         WHERE absence.person_id = person.id AND $2 BETWEEN absence.from_day AND absence.to_day
      ) AS away ON true
     WHERE case_file.id = $1 AND ($4::text IS NULL OR person.id::text = $4)
     ORDER BY cardinality(organ.path), organ.code, person.username
       FOR KEY SHARE OF person`,
  values: [asUuid(caseId), on, HELPERS, id],
});

/** What somebody has in hand. */
export type InHand = Pick<Helper, 'id' | 'openCases' | 'capacity' | 'openRequests'>;

/** What people have in hand, as rows of `InHand`: cases that they handle, and what they were asked in cases of others, wherever these are. */
export const readInHand = (people: readonly string[]): Statement => ({
  name: 'in-hand',
  text: `
    WITH asked AS (${HELPING}), held AS (
      SELECT assignee_id, count(*)::int AS cases FROM case_file
       WHERE in_work AND closed_on IS NULL AND assignee_id = ANY ($1::uuid[]) GROUP BY 1)
    SELECT person.id, person.capacity, coalesce(held.cases, 0) AS "openCases", coalesce(asked.open, 0) AS "openRequests"
      FROM person LEFT JOIN asked ON asked.person_id = person.id LEFT JOIN held ON held.assignee_id = person.id
     WHERE person.id = ANY ($1::uuid[])`,
  values: [people],
});
