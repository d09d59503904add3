/** The places in the case of some of its items, from 1; a dash where none of them is there any more. */
export const placesOf = ({ items }: { readonly items: readonly { readonly id: string }[] }, ids: readonly string[]): string =>
  items.flatMap(({ id }, i) => (ids.includes(id) ? String(i + 1) : [])).join('、') || '—';
