import type { JournalEntryView } from '@gongkai/contracts';
import { useGrounds } from '../use-case.js';
import type { HistoryCase } from './events.js';
import { factWords } from './fact-words.js';
import { useCorrected } from './use-corrected.js';

/** Facts about another entry: its correction, and what a second person says of it. */
const ABOUT_ANOTHER: ReadonlySet<string> = new Set(['FACT_CORRECTED', 'FACT_CONFIRMED', 'FACT_RESTORED']);

/** What an entry says of earlier ones: which it is about, and what a correction changes there. */
export function useReferred(
  view: HistoryCase,
  journal: readonly JournalEntryView[],
): (entry: JournalEntryView) => readonly string[] {
  const grounds = useGrounds();
  const corrected = useCorrected(journal);
  const referred = (entry: JournalEntryView): readonly string[] => {
    const about = ABOUT_ANOTHER.has(entry.type) ? journal.find(({ id }) => id === entry.fact.entryId) : undefined;
    if (about === undefined) return corrected(entry);
    return [factWords(about, view, grounds).title, ...referred(about), ...corrected(entry)];
  };
  return referred;
}
