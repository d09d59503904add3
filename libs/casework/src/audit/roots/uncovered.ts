import { addDays, type LocalDate } from '@gongkai/calendar';
import { entryHash, officeDay, type OpenTransaction } from '@gongkai/platform';
import { ACCESS_COLUMNS, accessEntryOf, LOG_COLUMNS, logEntryOf, type AccessRow, type LogRow } from './log-entry.js';
import type { Leaf } from './statement.js';

/** In the transaction that signs. */
export type Read = OpenTransaction['read'];

/** An entry that stands under no root yet, and when it was written. */
export type Uncovered = Leaf & { readonly at: Date };

const NEW = (kind: string, subject: string, seq: string): string =>
  `NOT EXISTS (SELECT FROM audit_leaf WHERE audit_leaf.organ_id = $1 AND audit_leaf.kind = '${kind}' AND audit_leaf.subject = ${subject} AND audit_leaf.seq = ${seq})`;

/** Asked of all there is and not of the last days alone: what was committed late, or under another clock, is found as well. */
const JOURNALS = `
  SELECT 'case' AS kind, journal.case_id AS subject, journal.seq, journal.hash, journal.at
    FROM case_file JOIN journal ON journal.case_id = case_file.id
   WHERE case_file.organ_id = $1 AND journal.at < $2 AND ${NEW('case', 'journal.case_id', 'journal.seq')}
  UNION ALL
  SELECT 'record', record_journal.record_id, record_journal.seq, record_journal.hash, record_journal.at
    FROM record_correction JOIN record_journal ON record_journal.record_id = record_correction.id
   WHERE record_correction.organ_id = $1 AND record_journal.at < $2
     AND ${NEW('record', 'record_journal.record_id', 'record_journal.seq')}
   ORDER BY at LIMIT $3`;

const OF_ORGAN = 'organ_path[cardinality(organ_path)] = $1';
const ofLog = (table: string, kind: string, columns: string): string =>
  `SELECT ${columns} FROM ${table} WHERE ${OF_ORGAN} AND at < $2 AND ${NEW(kind, '$1', `${table}.seq`)} ORDER BY at LIMIT $3`;
const LOG = ofLog('admin_log', 'log', LOG_COLUMNS);
const ACCESSES = ofLog('access_log', 'access', ACCESS_COLUMNS);

/** Up to which moment, and how many of each kind at most. */
type Asked = { readonly before: Date; readonly most: number };
type Found = {
  readonly found: readonly Uncovered[];
  /** The last day of which all is there; null where there is nothing more. */
  readonly whole: LocalDate | null;
};

/** What an organ has written down before a moment, and no root stands for: the oldest first, and so many at most. */
export async function uncovered(read: Read, organId: string, { before, most }: Asked): Promise<Found> {
  const values = [organId, before, most];
  const journals = await read<Uncovered>({ text: JOURNALS, values });
  const log = await read<LogRow>({ text: LOG, values });
  const accesses = await read<AccessRow>({ text: ACCESSES, values });
  const cut = [journals, log, accesses].flatMap((rows) => {
    const last = rows.length < most ? undefined : rows.at(-1);
    return last === undefined ? [] : [addDays(officeDay(last.at), -1)];
  });
  const inLog = (
    kind: 'log' | 'access',
    { seq, at }: LogRow | AccessRow,
    entry: Readonly<Record<string, unknown>>,
  ): Uncovered => {
    return { kind, subject: organId, seq, hash: entryHash(entry), at };
  };
  const found = [
    ...journals,
    ...log.map((row) => inLog('log', row, logEntryOf(row))),
    ...accesses.map((row) => inLog('access', row, accessEntryOf(row))),
  ];
  return { found, whole: cut.sort()[0] ?? null };
}

const FIRST = `
  SELECT least(
    (SELECT min(journal.at) FROM case_file JOIN journal ON journal.case_id = case_file.id AND journal.seq = 1 WHERE organ_id = $1),
    (SELECT min(record_journal.at) FROM record_correction JOIN record_journal ON record_id = record_correction.id WHERE organ_id = $1),
    (SELECT min(at) FROM admin_log WHERE ${OF_ORGAN})) AS at`;

/** When an organ wrote anything down first; null where it never did. */
export async function firstEntry(read: Read, organId: string): Promise<Date | null> {
  const [first] = await read<{ at: Date | null }>({ text: FIRST, values: [organId] });
  return first?.at ?? null;
}
