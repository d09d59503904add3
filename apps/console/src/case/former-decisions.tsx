import type { CaseView, JournalEntryView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { dayOf } from './history/events.js';
import { factWords } from './history/fact-words.js';
import { joined } from './history/joined.js';
import { useGrounds } from './use-case.js';

type Props = { readonly view: CaseView; readonly journal: readonly JournalEntryView[] };

/** What was decided in the rounds before this one: the present table begins empty after an order to act anew. */
export function FormerDecisions({ view, journal }: Props): ReactNode {
  const t = useWords('case');
  const { listed } = useDays();
  const grounds = useGrounds();
  const former = formerOf(journal);
  if (former.length === 0) return null;
  return (
    <ul className="table-foot">
      {former.map(({ round, entry }) => (
        <li key={entry.id}>
          {t('round.former', { round, day: listed(dayOf(entry)) })}
          {joined(factWords(entry, view, grounds).particulars, t('comma'))}
        </li>
      ))}
    </ul>
  );
}

type Former = { readonly round: number; readonly entry: JournalEntryView };

/** The last decision on each item in each round that is over. */
function formerOf(journal: Props['journal']): readonly Former[] {
  const last = new Map<string, Former>();
  const ends = journal.flatMap(({ type }, i) => (type === 'ROUND_ORDERED' ? [i] : []));
  journal.slice(0, ends.at(-1) ?? 0).forEach((entry, i) => {
    const round = ends.filter((end) => end < i).length + 1;
    if (entry.type === 'ITEM_DECIDED') last.set(`${round} ${String(entry.fact.itemId)}`, { round, entry });
  });
  return [...last.values()];
}
