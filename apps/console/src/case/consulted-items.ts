type Items = {
  readonly items: readonly { readonly id: string }[];
  readonly withdrawnItems: readonly { readonly id: string; readonly description: string }[];
};

/** The places in the case of some of its items, from 1; what was withdrawn has none and is named; a dash where none of them is there any more. */
export function placesOf({ items, withdrawnItems }: Items, ids: readonly string[]): string {
  const places = items.flatMap(({ id }, i) => (ids.includes(id) ? String(i + 1) : []));
  const withdrawn = withdrawnItems.flatMap(({ id, description }) => (ids.includes(id) ? description : []));
  return [...places, ...withdrawn].join('、') || '—';
}
