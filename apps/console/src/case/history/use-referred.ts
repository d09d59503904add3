import type { JournalEntryView } from '@gongkai/contracts';
import { useGrounds } from '../use-case.js';
import type { HistoryCase } from './events.js';
import { factWords } from './fact-words.js';
import { useCorrected } from './use-corrected.js';

const VERDICTS: ReadonlySet<string> = new Set(['FACT_CONFIRMED', 'FACT_RESTORED']);

/** What an entry says of an earlier one: what a correction changes; of a verdict, which entry it is about and what that changed. */
export function useReferred(
  view: HistoryCase,
  journal: readonly JournalEntryView[],
): (entry: JournalEntryView) => readonly string[] {
  const grounds = useGrounds();
  const corrected = useCorrected(journal);
  return (entry) => {
    if (!VERDICTS.has(entry.type)) return corrected(entry);
    const judged = journal.find(({ id }) => id === entry.fact.entryId);
    return judged === undefined ? [] : [factWords(judged, view, grounds).title, ...corrected(judged)];
  };
}
