import type { CaseView } from '@gongkai/contracts';

type Items = Pick<CaseView, 'items'>;
type Letter = CaseView['consultations'][number];

/** The places in the case of some of its items, from 1; a dash where none of them is there any more. */
export const placesOf = ({ items }: { readonly items: readonly { readonly id: string }[] }, ids: readonly string[]): string =>
  items.flatMap(({ id }, i) => (ids.includes(id) ? String(i + 1) : [])).join('、') || '—';

const RELEASES: ReadonlySet<string> = new Set(['granted', 'partly_granted']);

/** The items that are given out although who was asked refused them, all or in part, and nobody has set that aside (REG 15, 32, 37). */
export const releasedOverRefusal = ({ items }: Items, { answer, itemIds, setAside }: Letter): readonly string[] =>
  items
    .filter(({ id }) => answer !== null && answer !== 'agree' && itemIds.includes(id) && !setAside.includes(id))
    .filter(({ decision }) => decision !== null && RELEASES.has(decision.code) && decision.ground !== 'third_party_rights')
    .map(({ id }) => id);
