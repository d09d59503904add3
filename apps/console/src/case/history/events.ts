import { ReceiptWithEvidence, type CaseLooks, type CaseView, type JournalEntryView, type ReminderView } from '@gongkai/contracts';
import { arrivalOf } from '../../intake/arrival-of.js';
import { isEstimate, recordedDue } from '../../clock/earlier-values.js';

/** How an entry moved the reply date; null on a side without one. */
export type DueChange = {
  readonly before: string | null;
  readonly after: string | null;
  /** It reaches a year without a published calendar. */
  readonly isProvisional: boolean;
};

type Look = CaseLooks['items'][number];

/** A line of the history. */
export type HistoryEvent =
  | { readonly type: 'fact'; readonly at: string; readonly entry: JournalEntryView; readonly change: DueChange | null }
  | { readonly type: 'look'; readonly at: string; readonly look: Look }
  | { readonly type: 'reminder'; readonly at: string; readonly reminder: ReminderView };

/** The life of a case, newest first: its journal, and among it who was reminded, and who has looked at what is masked. */
export function eventsOf(
  journal: readonly JournalEntryView[],
  reminders: readonly ReminderView[],
  looks: readonly Look[] = [],
): HistoryEvent[] {
  const facts = journal.map((entry, i): HistoryEvent => {
    const earlier = journal[i - 1];
    return {
      type: 'fact',
      at: entry.at,
      entry,
      change: changeBy(entry, earlier === undefined ? null : recordedDue(earlier)),
    };
  });
  const told = reminders.map((reminder): HistoryEvent => ({ type: 'reminder', at: reminder.recordedAt, reminder }));
  const seen = looks.map((look): HistoryEvent => ({ type: 'look', at: look.at, look }));
  return [...facts.reverse(), ...told, ...seen].sort(({ at: a }, { at: b }) => (a < b ? 1 : a > b ? -1 : 0));
}

function changeBy(entry: JournalEntryView, before: string | null): DueChange | null {
  const after = recordedDue(entry);
  return before === after ? null : { before, after, isProvisional: isEstimate(entry) };
}

/** The day of a fact: the legal day it names, else the day it was entered. */
export function dayOf({ fact, on }: JournalEntryView): string {
  const named = NAMED.map((field) => fact[field]).find((day) => typeof day === 'string');
  return typeof named === 'string' ? named : (arrivedOn(fact.receipt) ?? on);
}

function arrivedOn(receipt: unknown): string | null {
  const { data } = ReceiptWithEvidence.safeParse(receipt);
  return data === undefined ? null : arrivalOf(data).day;
}

const NAMED = ['on', 'dispatchedOn', 'answeredOn', 'confirmedOn'];

/** Whether a paper went out with the fact, on the day that is the fact's. */
export const wentOut = ({ fact }: Pick<JournalEntryView, 'fact'>): boolean =>
  typeof fact.dispatchedOn === 'string' && typeof fact.on !== 'string';

/** What of a case the words of its history need. */
export type HistoryCase = Pick<
  CaseView,
  'items' | 'withdrawnItems' | 'itemsElsewhere' | 'unitRequests' | 'orders' | 'consultations' | 'notices' | 'people'
>;
