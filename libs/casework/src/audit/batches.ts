import type { CommandPool } from '@gongkai/platform';
import { entryOf, type JournalTableRow } from '../desk/journal-entry.js';
import type { JournalEntryView } from '@gongkai/contracts';

/** Told while long work goes on: how many cases of how many are done. */
export type Progress = (done: number, total: number) => void;

const BATCH = 200;

type Counted = { readonly total: number };

/** The journals of some cases, each oldest first. */
export type Journals = ReadonlyMap<string, readonly JournalEntryView[]>;

/**
 * Cases in batches, in order of their ids, so that any number of them fits into memory.
 * @param columns of `case_file`, beside its id
 * @param condition on `case_file`; all where nothing is said
 */
export async function* caseBatches<Row extends { readonly id: string }>(
  pool: CommandPool,
  columns: string,
  progress: Progress,
  condition = 'true',
): AsyncGenerator<Row[]> {
  const { rows: counted } = await pool.query<Counted>({ text: `SELECT count(*) AS total FROM case_file WHERE ${condition}` });
  const total = counted[0]?.total ?? 0;
  const text = `SELECT id, ${columns} FROM case_file WHERE id > $1::uuid AND ${condition} ORDER BY id LIMIT ${BATCH}`;
  let after = '00000000-0000-0000-0000-000000000000';
  let done = 0;
  progress(done, total);
  for (;;) {
    const { rows } = await pool.query<Row>({ text, values: [after] });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.id;
    done += rows.length;
    progress(done, Math.max(done, total));
  }
}

const JOURNALS = `
  SELECT case_id, seq, id, at, on_day, actor_id, type, fact, deadlines, statute_version, calendar_version, previous_hash, hash
    FROM journal WHERE case_id = ANY ($1::uuid[]) ORDER BY case_id, seq`;

/** The journals of a batch. */
export async function journalsOf(pool: CommandPool, cases: readonly { readonly id: string }[]): Promise<Journals> {
  const { rows } = await pool.query<JournalTableRow>({ name: 'journals', text: JOURNALS, values: [cases.map(({ id }) => id)] });
  const journals = new Map<string, JournalEntryView[]>(cases.map(({ id }) => [id, []]));
  for (const row of rows) journals.get(row.case_id)?.push(entryOf(row));
  return journals;
}
