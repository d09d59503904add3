import { arrivalDay } from '@gongkai/statutes';
import type { CaseFile, CaseItem } from './case-file.js';
import type { Establish } from './establish-step.js';
import type { FactOf } from './facts.js';
import type { Judgement } from './judgements.js';

/** A search, for all items or for some (REG 36(4)). */
export const searchRecorded: Establish<'recordSearch'> = (search, { days, file }) => {
  const { on, where, words, result, searched, itemIds, searchedBy } = search;
  itemIds?.forEach((id, i) => {
    days.knows(
      file.items.some((item) => item.id === id),
      `itemIds.${String(i)}`,
      'unknown-item',
    );
  });
  const day = days.past('on', on, arrivalDay(file.receipt));
  return { type: 'SEARCH_RECORDED', where, words, result, searched, itemIds, searchedBy, on: day };
};

/** The case after a search: one that does not say what came of it changes nothing of what others found. */
export function withSearch(file: CaseFile, { searched, itemIds }: FactOf<'SEARCH_RECORDED'>): CaseFile {
  const isMeant = ({ id }: CaseItem): boolean => itemIds?.includes(id) ?? true;
  return {
    ...file,
    searches: file.searches + 1,
    items: file.items.map((item) => {
      if (!isMeant(item)) return item;
      if (searched === undefined) return { ...item, searched: true };
      const { searchFound: _, ...rest } = item;
      return { ...rest, searched: true, ...(searched === 'found' ? { searchFound: true } : {}) };
    }),
  };
}

/** Only what was itself searched for is told not to exist: a search for another item proves nothing of it (REG 36(4)). */
export const searchedFor = (itemId: string, { items }: Pick<CaseFile, 'items'>): Judgement =>
  items.some(({ id, searched, decision }) => id === itemId && decision?.code === 'not_existing' && searched !== true)
    ? { code: 'search-missing', article: 'REG 36(4)' }
    : null;

/** What a search found is not told not to exist without a word of why it is not what is asked for (REG 36(4)). */
export const foundAfterAll = ({ items }: Pick<CaseFile, 'items'>): Judgement =>
  items.some(
    ({ searchFound, decision }) =>
      searchFound === true && decision?.code === 'not_existing' && decision.unlikeFound === undefined,
  )
    ? { code: 'search-found', article: 'REG 36(4)' }
    : null;
