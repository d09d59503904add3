import type { LocalDate } from '@gongkai/calendar';
import type { DataSource } from 'typeorm';

const BOTH = `
  SELECT person.username, organ.code AS organ
    FROM person JOIN organ ON organ.id = person.organ_id
    JOIN post ON post.person_id = person.id AND post.organ_id = person.organ_id
     AND post.valid_from <= $1 AND (post.valid_to IS NULL OR post.valid_to >= $1)
   WHERE person.active AND post.role IN ('admin', 'auditor')
   GROUP BY person.username, organ.code HAVING count(DISTINCT post.role) = 2 ORDER BY person.username`;

/** Who administers and looks at what administrators do: posts that were given before the two were kept apart. */
export const holdersOfBoth = (source: DataSource, on: LocalDate): Promise<readonly { username: string; organ: string }[]> =>
  source.query(BOTH, [on]);
