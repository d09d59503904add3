import type { LocalDate } from '@gongkai/calendar';
import type { CommandPool } from '@gongkai/platform';
import { entryOf, type JournalTableRow } from '../../desk/journal-entry.js';
import { recordEntryOf, type RecordJournalRow } from '../../records/record-journal.js';
import { ACCESS_COLUMNS, accessEntryOf, LOG_COLUMNS, logEntryOf, type AccessRow, type LogRow } from './log-entry.js';
import { byPlace, type Leaf, type LeafKind } from './statement.js';

/** Days of an organ, both included. */
export type Span = { readonly organId: string; readonly from: LocalDate; readonly to: LocalDate };

/** Why an entry is rightly gone: its case was destroyed after its retention, or an import was taken back. */
export type Gone = { readonly by: 'disposal' | 'import'; readonly id: string };

/** A leaf with the entry that it stands for, as it is now; null where there is none any more. */
export type Covered = Leaf & {
  readonly day: LocalDate;
  readonly entry: Readonly<Record<string, unknown>> | null;
  readonly gone: Gone | null;
};

type LeafRow = Leaf & {
  readonly day: LocalDate;
  readonly disposal: string | null;
  readonly import: string | null;
};

const IN_SPAN = 'audit_leaf.organ_id = $1 AND audit_leaf.day BETWEEN $2 AND $3';
const LEAVES = `
  SELECT audit_leaf.day, audit_leaf.kind, audit_leaf.subject, audit_leaf.seq, audit_leaf.hash, destroyed.disposal_id AS disposal, taken.import_id AS import
    FROM audit_leaf
    LEFT JOIN LATERAL (
      SELECT disposal_id FROM disposal_case JOIN disposal ON disposal.id = disposal_id
       WHERE audit_leaf.kind = 'case' AND case_id = audit_leaf.subject AND verdict = 'destroy' AND state = 'carried-out' LIMIT 1) AS destroyed ON true
    LEFT JOIN LATERAL (
      SELECT import_id FROM imported_case WHERE audit_leaf.kind = 'case' AND case_id = audit_leaf.subject AND removed_at IS NOT NULL) AS taken ON true
   WHERE ${IN_SPAN}`;

const under = (kind: string, columns: string, from: string, at: string): string =>
  `SELECT ${columns} FROM audit_leaf JOIN ${from} ON ${at} WHERE ${IN_SPAN} AND audit_leaf.kind = '${kind}'`;

const CASES = under('case', 'journal.*', 'journal', '(case_id, journal.seq) = (audit_leaf.subject, audit_leaf.seq)');
const RECORDS = under(
  'record',
  'record_journal.*',
  'record_journal',
  '(record_id, record_journal.seq) = (audit_leaf.subject, audit_leaf.seq)',
);
const inLog = (table: string, kind: string, columns: string): string =>
  under(kind, `${table}.${columns.split(', ').join(`, ${table}.`)}`, table, `${table}.seq = audit_leaf.seq`);
const LOG = inLog('admin_log', 'log', LOG_COLUMNS);
const ACCESSES = inLog('access_log', 'access', ACCESS_COLUMNS);

type Entry = Readonly<Record<string, unknown>>;
type Found = ReadonlyMap<string, Entry>;
const keyOf = ({ kind, subject, seq }: Pick<Leaf, 'kind' | 'subject' | 'seq'>): string => `${kind} ${subject} ${seq}`;

/** What stands under the roots of some days, in the order it was signed in. */
export async function entriesUnder(pool: CommandPool, { organId, from, to }: Span): Promise<readonly Covered[]> {
  const values = [organId, from, to] as const;
  const [leaves, found] = await Promise.all([pool.query<LeafRow>({ text: LEAVES, values }), entriesNow(pool, values)]);
  return leaves.rows
    .map(({ disposal, import: taken, ...leaf }) => ({
      ...leaf,
      entry: found.get(keyOf(leaf)) ?? null,
      gone: goneBy(disposal, taken),
    }))
    .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)) || byPlace(a, b));
}

function goneBy(disposal: string | null, taken: string | null): Gone | null {
  if (disposal !== null) return { by: 'disposal', id: disposal };
  return taken === null ? null : { by: 'import', id: taken };
}

async function entriesNow(pool: CommandPool, values: readonly [string, string, string]): Promise<Found> {
  const [cases, records, log, accesses] = await Promise.all([
    pool.query<JournalTableRow>({ text: CASES, values }),
    pool.query<RecordJournalRow>({ text: RECORDS, values }),
    pool.query<LogRow>({ text: LOG, values }),
    pool.query<AccessRow>({ text: ACCESSES, values }),
  ]);
  const [organId] = values;
  const at = (kind: LeafKind, subject: string, seq: number, entry: Entry) => [keyOf({ kind, subject, seq }), entry] as const;
  return new Map<string, Entry>([
    ...cases.rows.map((row) => at('case', row.case_id, row.seq, withoutHash(entryOf(row)))),
    ...records.rows.map((row) => at('record', row.record_id, row.seq, withoutHash(recordEntryOf(row)))),
    ...log.rows.map((row) => at('log', organId, row.seq, logEntryOf(row))),
    ...accesses.rows.map((row) => at('access', organId, row.seq, accessEntryOf(row))),
  ]);
}

/** The hash of an entry is over all of it but itself. */
const withoutHash = ({ hash: _, ...entry }: { readonly hash: string } & Entry): Entry => entry;

/** The same day by day. */
export function dayByDay(covered: readonly Covered[]): ReadonlyMap<LocalDate, readonly Covered[]> {
  const days = new Map<LocalDate, Covered[]>();
  for (const one of covered) {
    const ofDay = days.get(one.day) ?? [];
    ofDay.push(one);
    days.set(one.day, ofDay);
  }
  return days;
}
