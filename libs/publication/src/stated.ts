import { organInSight, type Person } from '@gongkai/casework';
import type { Statement } from '@gongkai/platform';

/** A statement that holds in a year. @param yearly whether its kind is due every year @param year the place of the year, e.g. `$3` */
export const holdsIn = (year: string, yearly: string): string =>
  `(nothing.year = ${year}::int OR nothing.year < ${year}::int AND NOT ${yearly})`;

/** A statement as the catalogue of a year tells it. */
export type StatedRow = { readonly kind: string; readonly reason: string; readonly stated_at: Date; readonly by: string };

/** What an organ says of a year that it has nothing of: the latest word of each kind. @param organ a code; without it the own one */
export const statedOf = (
  { organId, seesBelow }: Person,
  { year, organ, yearly }: { readonly year: number; readonly organ: string | undefined; readonly yearly: readonly string[] },
): Statement => ({
  text: `
    SELECT DISTINCT ON (nothing.kind) nothing.kind, nothing.reason, nothing.stated_at, person.name AS by
      FROM nothing_to_publish AS nothing
      JOIN organ ON organ.id = nothing.organ_id
      JOIN person ON person.id = nothing.stated_by
     WHERE CASE WHEN $2::text IS NULL THEN organ.id = $1 ELSE organ.code = $2 AND ${organInSight(1, 5)} END
       AND ${holdsIn('$3', 'nothing.kind = ANY ($4::text[])')}
     ORDER BY nothing.kind, nothing.year DESC`,
  values: [organId, organ ?? null, year, yearly, seesBelow],
});
