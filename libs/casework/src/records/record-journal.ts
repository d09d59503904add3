import type { LocalDate } from '@gongkai/calendar';
import { canonicalJson, entryHash, json, sha256, type CommandPool, type Sealer, type Statement } from '@gongkai/platform';
import { NO_HASH } from '../desk/journal-entry.js';
import { allRecords } from './all-records.js';
import type { RecordFile } from './record-file.js';
import { besideOf, type Beside } from './record-rows.js';

/** Something that was done, bound to what was done before: who, what and when in the clear, what was said as a print of it. */
type RecordEntry = {
  readonly record_id: string;
  readonly seq: number;
  readonly at: string;
  readonly on_day: LocalDate;
  readonly actor_id: string;
  readonly did: string;
  /** Of all that the deed says, salted with the secret of the file: it tells of a person. */
  readonly said_hash: string;
  readonly previous_hash: string;
  readonly hash: string;
};
type Chained = Pick<RecordEntry, 'seq' | 'hash'>;

/** What is asked stands in the first entry. */
const saidHash = ({ asked, code, deeds }: RecordFile, i: number): string =>
  sha256(canonicalJson(JSON.parse(JSON.stringify({ code, deed: deeds[i], ...(i === 0 ? { asked } : {}) }))));

const hashOf = ({ hash: _, ...entry }: RecordEntry): string => entryHash(entry);

/** The last entry of a journal; none of what an older version has put down. */
export const lastEntry = (id: string): Statement => ({
  text: 'SELECT seq, hash FROM record_journal WHERE record_id = $1 ORDER BY seq DESC LIMIT 1',
  values: [id],
});

/** Writes down what the journal does not know yet: the last deed, and of what an older version has put down all of them. */
export function chained(id: string, file: RecordFile, last: Chained = { seq: 0, hash: NO_HASH }): Statement {
  const entries: RecordEntry[] = [];
  for (const [i, { did, on, at, by }] of file.deeds.entries()) {
    if (i < last.seq) continue;
    const previous = entries.at(-1)?.hash ?? last.hash;
    const entry = { record_id: id, seq: i + 1, at, on_day: on, actor_id: by, did, said_hash: saidHash(file, i) };
    const linked = { ...entry, previous_hash: previous, hash: '' };
    entries.push({ ...linked, hash: hashOf(linked) });
  }
  const text = 'INSERT INTO record_journal SELECT * FROM jsonb_populate_recordset(NULL::record_journal, $1::jsonb)';
  return { text, values: [json(entries)] };
}

/** What is wrong with the journal of a request, and from which entry on. */
export type BrokenRecord = {
  readonly recordId: string;
  readonly number: string;
  readonly seq: number;
  /** content: an entry is not what was hashed; link: it does not follow the one before; end: the file knows more or fewer; said: it tells of something else; beside: lists and reports go by something else than the file comes to. */
  readonly problem: 'content' | 'link' | 'end' | 'said' | 'beside';
};
export type RecordChains = {
  readonly records: number;
  readonly recordEntries: number;
  readonly brokenRecords: readonly BrokenRecord[];
};

/** A row of `record_journal`. */
export type RecordJournalRow = Omit<RecordEntry, 'at'> & { readonly at: Date };

/** The entry that a row keeps, exactly as it was hashed. */
export const recordEntryOf = (row: RecordJournalRow): RecordEntry => ({ ...row, at: row.at.toISOString() });

const JOURNALS = 'SELECT * FROM record_journal WHERE record_id = ANY ($1) ORDER BY record_id, seq';

/**
 * Computes every hash of the journals of requests to correct a record again, and holds them against what the requests say. What an older
 * version has put down has no journal until its next step. Nothing is changed.
 */
export async function verifyRecords(pool: CommandPool, sealer: Sealer): Promise<RecordChains> {
  const report = { records: 0, recordEntries: 0, brokenRecords: [] as BrokenRecord[] };
  for await (const records of allRecords(pool, sealer)) {
    const { rows: journals } = await pool.query<RecordJournalRow>({ text: JOURNALS, values: [records.map(({ id }) => id)] });
    for (const { id, number, file, beside } of records) {
      const entries = journals.flatMap((one) => (one.record_id === id ? [recordEntryOf(one)] : []));
      report.records += 1;
      report.recordEntries += entries.length;
      const found = breakIn(entries, file) ?? besideFile(beside, file, entries.length);
      if (found !== null) report.brokenRecords.push({ recordId: id, number, ...found });
    }
  }
  return report;
}

/** @param file null where no key opens it: then only the journal itself is looked at */
function breakIn(entries: readonly RecordEntry[], file: RecordFile | null): Pick<BrokenRecord, 'seq' | 'problem'> | null {
  for (const [i, entry] of entries.entries()) {
    const problem = problemOf(entry, { place: i, previous: entries[i - 1]?.hash ?? NO_HASH, file });
    if (problem !== null) return { seq: entry.seq, problem };
  }
  const isWhole = file === null || entries.length === 0 || entries.length === file.deeds.length;
  return isWhole ? null : { seq: entries.length, problem: 'end' };
}

/** What stands beside the seal is what the file comes to: the numbers of reports are counted by it. */
function besideFile(beside: Beside, file: RecordFile | null, seq: number): Pick<BrokenRecord, 'seq' | 'problem'> | null {
  const plain = (kept: Beside): string => canonicalJson(JSON.parse(JSON.stringify(kept)));
  return file === null || plain(beside) === plain(besideOf(file)) ? null : { seq, problem: 'beside' };
}

type Place = { readonly place: number; readonly previous: string; readonly file: RecordFile | null };

function problemOf(entry: RecordEntry, { place, previous, file }: Place): BrokenRecord['problem'] | null {
  if (entry.seq !== place + 1 || entry.previous_hash !== previous) return 'link';
  if (hashOf(entry) !== entry.hash) return 'content';
  return file !== null && place < file.deeds.length && saidHash(file, place) !== entry.said_hash ? 'said' : null;
}
