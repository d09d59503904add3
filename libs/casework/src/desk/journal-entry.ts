import type { LocalDate } from '@gongkai/calendar';
import { laterOf } from '@gongkai/calendar';
import type { JournalEntryView, CaseLedger } from '@gongkai/contracts';
import type { CaseFact, CaseLaw } from '@gongkai/lifecycle';
import { entryHash, plainJson } from '@gongkai/platform';

/** The hash before the first entry of a journal. */
export const NO_HASH = '0'.repeat(64);

/** What an entry says beside its place in the chain. */
export type EntryDraft = {
  readonly id: string;
  readonly at: Date;
  readonly today: LocalDate;
  readonly actorId: string;
  readonly fact: CaseFact;
  /** The deadlines in force after it. */
  readonly ledger: CaseLedger;
  readonly law: CaseLaw;
};

/** The last link of a chain. */
export type ChainEnd = { readonly seq: number; readonly hash: string };

/** The next entry of a journal, bound to the one before by its hash. */
export function nextEntry(draft: EntryDraft, last: ChainEnd): JournalEntryView {
  const { derivation: _, ...deadlines } = draft.ledger;
  // As it will be read again: JSON knows no `undefined`.
  const entry = plainJson({
    seq: last.seq + 1,
    id: draft.id,
    at: draft.at.toISOString(),
    on: draft.today,
    actor: draft.actorId,
    type: draft.fact.type,
    fact: draft.fact,
    deadlines,
    statuteVersion: `${draft.law.statute.id}/${draft.law.statute.version}`,
    calendarVersion: calendarVersion(draft),
    previousHash: last.hash,
  }) as Omit<JournalEntryView, 'hash'>;
  return { ...entry, hash: entryHash(entry) };
}

/** The calendars of the years from the date of receipt to the last day in sight. */
function calendarVersion({ ledger, law: { calendar }, today }: EntryDraft): string {
  const until = ledger.finalDue ?? ledger.provisionalFinalDue ?? today;
  const from = ledger.receivedOn ?? today;
  const last = laterOf(until, today);
  return calendar.covers(from) && calendar.covers(last) ? calendar.versionsBetween(from, last) : '';
}

/** A row of `journal` as it is stored. */
export type JournalTableRow = {
  readonly case_id: string;
  readonly seq: number;
  readonly id: string;
  readonly at: string | Date;
  readonly on_day: LocalDate;
  readonly actor_id: string;
  readonly type: string;
  readonly fact: Record<string, unknown>;
  readonly deadlines: Record<string, unknown>;
  readonly statute_version: string;
  readonly calendar_version: string;
  readonly previous_hash: string;
  readonly hash: string;
};

/** The row that keeps an entry. */
export const rowOf = (caseId: string, entry: JournalEntryView): JournalTableRow => ({
  case_id: caseId,
  seq: entry.seq,
  id: entry.id,
  at: entry.at,
  on_day: entry.on,
  actor_id: entry.actor,
  type: entry.type,
  fact: entry.fact,
  deadlines: entry.deadlines,
  statute_version: entry.statuteVersion,
  calendar_version: entry.calendarVersion,
  previous_hash: entry.previousHash,
  hash: entry.hash,
});

/** The entry that a row keeps, exactly as it was hashed. */
export const entryOf = (row: JournalTableRow): JournalEntryView => ({
  seq: row.seq,
  id: row.id,
  at: typeof row.at === 'string' ? row.at : row.at.toISOString(),
  on: row.on_day,
  actor: row.actor_id,
  type: row.type,
  fact: row.fact,
  deadlines: row.deadlines,
  statuteVersion: row.statute_version,
  calendarVersion: row.calendar_version,
  previousHash: row.previous_hash,
  hash: row.hash,
});
