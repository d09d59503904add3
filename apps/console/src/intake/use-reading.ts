import type { ReadingView } from '@gongkai/contracts';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import type { Mark } from '../parts/sheets.js';
import { isFree, proposalsOf, withProposals, type Proposal } from './proposals.js';
import type { ReadingHelp } from './reading-context.js';
import type { Letter } from './use-letter.js';

/** Milliseconds between two looks at files that are being read. */
const LOOK = 2000;
const isUnderWay = ({ state }: ReadingView): boolean => state === 'waiting' || state === 'reading';

/** What the scans of a letter say, as far as they were read; more comes as it is read. Nothing is filled in that nobody took. */
export function useReading({ draft, change }: Pick<Letter, 'draft' | 'change'>): ReadingHelp {
  const [focused, focus] = useState('');
  const asked = useQueries({
    queries: draft.files.map(({ id }) => ({
      queryKey: keys.reading(id),
      queryFn: () => api.get<ReadingView>(`/files/${id}/reading`),
      refetchInterval: ({ state: { data } }: { state: { data: ReadingView | undefined } }) =>
        data !== undefined && isUnderWay(data) ? LOOK : false,
    })),
  });
  const readings = asked.flatMap(({ data }) => (data === undefined ? [] : [data]));
  const proposals = proposalsOf(draft.files.map(({ id: fileId }, i) => ({ fileId, reading: asked[i]?.data })));
  const named = (name: string): Proposal | undefined => proposals.find((each) => each.name === name);
  const take = (some: readonly Proposal[]): void => change((was) => withProposals(was, some));
  return {
    state: readings.some(isUnderWay) ? 'under-way' : readings.some(({ state }) => state === 'ready') ? 'ready' : 'nothing',
    proposals,
    isCutOff: readings.some(({ beyond }) => beyond > 0),
    isOpen: (name) => proposals.some((each) => each.name === name && isFree(draft, each)),
    take: (name) => take(proposals.filter((each) => each.name === name || belongs(each, named(name)))),
    takeAll: () => take(proposals),
    mark: markOf(named(focused)),
    onFocus: ({ target }) => focus(target.id),
  };
}

/** Items are taken together: the page lists them together. */
const belongs = ({ field }: Proposal, to: Proposal | undefined): boolean => field === 'item' && to?.field === 'item';

const markOf = (proposal: Proposal | undefined): Mark | undefined =>
  proposal === undefined
    ? undefined
    : { key: `${proposal.fileId}/${proposal.name}`, fileId: proposal.fileId, page: proposal.page, box: proposal.box };
