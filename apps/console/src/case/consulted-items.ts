type Items = {
  readonly items: readonly { readonly id: string }[];
  readonly withdrawnItems: readonly Named[];
  readonly itemsElsewhere: readonly Named[];
};
type Named = { readonly id: string; readonly description: string };

/**
 * The places in the case of some of its items, from 1; what was withdrawn, or is answered in another case, has none and is named; a dash
 * where nobody knows any more which they are.
 */
export function placesOf({ items, withdrawnItems, itemsElsewhere }: Items, ids: readonly string[]): string {
  const places = items.flatMap(({ id }, i) => (ids.includes(id) ? String(i + 1) : []));
  const named = [...withdrawnItems, ...itemsElsewhere].flatMap(({ id, description }) => (ids.includes(id) ? description : []));
  return [...places, ...named].join('、') || '—';
}
