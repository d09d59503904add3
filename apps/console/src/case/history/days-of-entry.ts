import { isLocalDate } from '@gongkai/calendar';
import type { JournalEntryView } from '@gongkai/contracts';

/** A day that an entry tells; those of a receipt lie one level deeper. */
export type DayOfEntry = { readonly name: string; readonly inReceipt: boolean };
export type ToldDay = DayOfEntry & { readonly day: string };

type Told = Readonly<Record<string, unknown>>;
const inside = (value: unknown): Told => (typeof value === 'object' && value !== null ? (value as Told) : {});

const daysOf = (record: Told, inReceipt: boolean): ToldDay[] =>
  Object.entries(record).flatMap(([name, day]) => (isLocalDate(day) ? [{ name, day, inReceipt }] : []));

/** The days that a fact tells. */
export const daysIn = (fact: JournalEntryView['fact']): ToldDay[] => [
  ...daysOf(fact, false),
  ...daysOf(inside(fact.receipt), true),
];

/** The corrections of an entry that stand: made, and put back by no second person. */
function correctionsOf({ id }: JournalEntryView, journal: readonly JournalEntryView[]): readonly JournalEntryView[] {
  const about = (type: string, entryId: string): JournalEntryView[] =>
    journal.filter((entry) => entry.type === type && entry.fact.entryId === entryId);
  return about('FACT_CORRECTED', id).filter((correction) => about('FACT_RESTORED', correction.id).length === 0);
}

/** Whether a correction of an entry stands. */
export const isCorrected = (entry: JournalEntryView, journal: readonly JournalEntryView[]): boolean =>
  correctionsOf(entry, journal).length > 0;

/** The entry as it is told now. */
export const asCorrected = (entry: JournalEntryView, journal: readonly JournalEntryView[]): JournalEntryView => ({
  ...entry,
  fact: correctionsOf(entry, journal).reduce((fact, { fact: { fields } }) => ({ ...fact, ...inside(fields) }), entry.fact),
});
