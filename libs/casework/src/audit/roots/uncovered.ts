import { entryHash, type CommandPool } from '@gongkai/platform';
import { ACCESS_COLUMNS, accessEntryOf, LOG_COLUMNS, logEntryOf, type AccessRow, type LogRow } from './log-entry.js';
import type { Leaf } from './statement.js';

/** An entry that stands under no root yet, and when it was written. */
export type Uncovered = Leaf & { readonly at: Date };

const NEW = (kind: string, subject: string, seq: string): string =>
  `NOT EXISTS (SELECT FROM audit_leaf WHERE audit_leaf.kind = '${kind}' AND audit_leaf.subject = ${subject} AND audit_leaf.seq = ${seq})`;

/** Asked of all there is and not of the last days alone: what was committed late, or under another clock, is found as well. */
const JOURNALS = `
  SELECT 'case' AS kind, journal.case_id AS subject, journal.seq, journal.hash, journal.at
    FROM case_file JOIN journal ON journal.case_id = case_file.id
   WHERE case_file.organ_id = $1 AND journal.at < $2 AND ${NEW('case', 'journal.case_id', 'journal.seq')}
  UNION ALL
  SELECT 'record', record_journal.record_id, record_journal.seq, record_journal.hash, record_journal.at
    FROM record_correction JOIN record_journal ON record_journal.record_id = record_correction.id
   WHERE record_correction.organ_id = $1 AND record_journal.at < $2
     AND ${NEW('record', 'record_journal.record_id', 'record_journal.seq')}`;

const OF_ORGAN = 'organ_path[cardinality(organ_path)] = $1';
const ofLog = (table: string, kind: string, columns: string): string =>
  `SELECT ${columns} FROM ${table} WHERE ${OF_ORGAN} AND at < $2 AND ${NEW(kind, '$1', `${table}.seq`)}`;
const LOG = ofLog('admin_log', 'log', LOG_COLUMNS);
const ACCESSES = ofLog('access_log', 'access', ACCESS_COLUMNS);

/** What an organ has written down before a moment, and no root stands for. */
export async function uncovered(pool: CommandPool, organId: string, before: Date): Promise<readonly Uncovered[]> {
  const values = [organId, before];
  const [journals, log, accesses] = await Promise.all([
    pool.query<Uncovered>({ text: JOURNALS, values }),
    pool.query<LogRow>({ text: LOG, values }),
    pool.query<AccessRow>({ text: ACCESSES, values }),
  ]);
  return [
    ...journals.rows,
    ...log.rows.map((row): Uncovered => ({
      kind: 'log',
      subject: organId,
      seq: row.seq,
      hash: entryHash(logEntryOf(row)),
      at: row.at,
    })),
    ...accesses.rows.map((row): Uncovered => {
      return { kind: 'access', subject: organId, seq: row.seq, hash: entryHash(accessEntryOf(row)), at: row.at };
    }),
  ];
}

const FIRST = `
  SELECT least(
    (SELECT min(journal.at) FROM case_file JOIN journal ON journal.case_id = case_file.id AND journal.seq = 1 WHERE organ_id = $1),
    (SELECT min(record_journal.at) FROM record_correction JOIN record_journal ON record_id = record_correction.id WHERE organ_id = $1),
    (SELECT min(at) FROM admin_log WHERE ${OF_ORGAN})) AS at`;

/** When an organ wrote anything down first; null where it never did. */
export async function firstEntry(pool: CommandPool, organId: string): Promise<Date | null> {
  const { rows } = await pool.query<{ at: Date | null }>({ text: FIRST, values: [organId] });
  return rows[0]?.at ?? null;
}
