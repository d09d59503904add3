import type { JournalEntryView } from '@gongkai/contracts';

type Entry = Pick<JournalEntryView, 'seq' | 'type' | 'fact'>;

const HELD = ['ASSIGNED', 'CLAIMED', 'HANDED_BACK'];

/** By its type, which earlier facts an entry takes the place of, and what both have to be about. */
const REPLACES: Readonly<Record<string, { readonly types: readonly string[]; readonly about?: string }>> = {
  ITEM_DECIDED: { types: ['ITEM_DECIDED'], about: 'itemId' },
  ...Object.fromEntries(HELD.map((type) => [type, { types: HELD }])),
};

/** What an entry takes the place of: the last one of its kind about the same before it; a new round begins with nothing. */
export function replacedBy<E extends Entry>({ seq, type, fact }: Entry, journal: readonly E[]): E | undefined {
  const { types, about } = REPLACES[type] ?? { types: [] };
  const earlier = journal.filter((entry) => entry.seq < seq);
  const round = earlier.findLastIndex((entry) => entry.type === 'ROUND_ORDERED');
  return earlier
    .slice(HELD.includes(type) ? 0 : round + 1)
    .findLast((entry) => types.includes(entry.type) && (about === undefined || entry.fact[about] === fact[about]));
}
