import type { LocalDate } from '@gongkai/calendar';
import { guideLacks, type Guide, type GuideNeed } from '@gongkai/contracts';
import type { DataSource } from 'typeorm';

/** An organ of which letters cannot be drawn, and what its guide in force does not say. */
export type WantingGuide = { readonly organ: string; readonly lacks: readonly GuideNeed[] };

/** The guide of the organ of the outer query that is in force on a day. @param day a place of the query, such as `$1` */
export const guideInForce = (day: string): string => `
  (SELECT content FROM guide WHERE guide.organ_id = organ.id AND valid_from <= ${day}::date
    ORDER BY valid_from DESC, version DESC LIMIT 1)`;

/** Organs in which somebody handles cases on a day (`$1`): nobody else writes letters. */
const HANDLING = `
  SELECT organ.code AS organ, ${guideInForce('$1')} AS guide FROM organ
   WHERE EXISTS (SELECT FROM post JOIN person ON person.id = post.person_id AND person.active
                  WHERE post.organ_id = organ.id AND post.role = 'caseworker'
                    AND post.valid_from <= $1::date AND (post.valid_to IS NULL OR post.valid_to >= $1::date))
   ORDER BY organ.code`;

/** The organs that handle cases and whose guide lacks what their letters say, on a day. */
export async function wantingGuides(source: DataSource, on: LocalDate): Promise<readonly WantingGuide[]> {
  const rows = await source.query<{ readonly organ: string; readonly guide: Guide | null }[]>(HANDLING, [on]);
  return rows.map(({ organ, guide }) => ({ organ, lacks: guideLacks(guide) })).filter(({ lacks }) => lacks.length > 0);
}
