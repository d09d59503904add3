import type { JournalEntryView } from '@gongkai/contracts';
import { firmName, provisionalName } from './deadlines.js';

/** A date that held until an entry of the journal moved it. */
export type EarlierValue = { readonly due: string; readonly changedOn: string; readonly by: string };

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What an entry recorded of a deadline, firm or provisional. */
export function recorded({ deadlines }: JournalEntryView, deadline: string): string | null {
  const firm = firmName(deadline);
  return text(deadlines[firm]) ?? text(deadlines[provisionalName(firm)]);
}

/** The reply date that an entry recorded, firm or provisional; null where none was due then. */
export const recordedDue = (entry: JournalEntryView): string | null => recorded(entry, 'finalDue');

/** Whether the reply date that an entry recorded is an estimate. */
export const isEstimate = (entry: JournalEntryView): boolean => recordedDue(entry) !== text(entry.deadlines.finalDue);

/** Every day that a deadline had before the present one, newest first, each once, with the entry that moved it last. */
export function earlierValues(journal: readonly JournalEntryView[], deadline: string): EarlierValue[] {
  const earlier: EarlierValue[] = [];
  let due: string | null = null;
  for (const entry of journal) {
    const next = recorded(entry, deadline);
    if (due !== null && next !== due) earlier.unshift({ due, changedOn: entry.on, by: entry.type });
    due = next;
  }
  return earlier.filter((one, i) => one.due !== due && earlier.findIndex((other) => other.due === one.due) === i);
}
