import type { LocalDate } from '@gongkai/calendar';
import type { PaperKind } from '@gongkai/contracts';

/** Something that asks the database. */
export type Asks = { readonly query: <T>(sql: string, values: unknown[]) => Promise<T> };

/** A wording is that of the organ, else that of the nearest organ above it which has one. */
const IN_FORCE = `
  SELECT DISTINCT ON (above.place) wording.content
    FROM organ CROSS JOIN unnest(organ.path) WITH ORDINALITY AS above (id, place)
    JOIN wording ON wording.organ_id = above.id
   WHERE organ.id = $1 AND wording.kind = $2 AND wording.valid_from <= $3
   ORDER BY above.place DESC, wording.valid_from DESC, wording.version DESC`;

/** The source of a kind of paper that holds in an organ on a day; null where only the shipped one does. */
export async function wordingInForce(
  source: Asks,
  { organId, kind, on }: { readonly organId: string; readonly kind: PaperKind; readonly on: LocalDate },
): Promise<string | null> {
  const rows = await source.query<{ readonly content: string | null }[]>(IN_FORCE, [organId, kind, on]);
  return rows.find(({ content }) => content !== null)?.content ?? null;
}
