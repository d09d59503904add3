import type { JournalEntryView } from '@gongkai/contracts';
import { useGrounds } from '../use-case.js';
import type { HistoryCase } from './events.js';
import { factWords } from './fact-words.js';

/** Facts about another entry: its correction, and what a second person says of it. */
const ABOUT_ANOTHER: ReadonlySet<string> = new Set(['FACT_CORRECTED', 'FACT_CONFIRMED', 'FACT_RESTORED']);

/** Which earlier entries an entry is about, each by what it is called. */
export function useReferred(
  view: HistoryCase,
  journal: readonly JournalEntryView[],
): (entry: JournalEntryView) => readonly string[] {
  const grounds = useGrounds();
  const referred = (entry: JournalEntryView): readonly string[] => {
    const about = ABOUT_ANOTHER.has(entry.type) ? journal.find(({ id }) => id === entry.fact.entryId) : undefined;
    return about === undefined ? [] : [factWords(about, view, grounds).title, ...referred(about)];
  };
  return referred;
}
