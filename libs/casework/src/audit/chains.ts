import type { JournalEntryView } from '@gongkai/contracts';
import { entryHash, type CommandPool } from '@gongkai/platform';
import { NO_HASH } from '../desk/journal-entry.js';
import { caseBatches, journalsOf, type Progress } from './batches.js';

/** What is wrong with a chain, and from which entry on. */
export type BrokenChain = {
  readonly caseId: string;
  readonly number: string;
  readonly seq: number;
  /** content: an entry is not what was hashed; link: it does not follow the one before; end: the journal ends elsewhere than the case. */
  readonly problem: 'content' | 'link' | 'end';
};
export type ChainReport = { readonly cases: number; readonly entries: number; readonly broken: readonly BrokenChain[] };

type ChainRow = { readonly id: string; readonly number: string; readonly seq: number; readonly last_hash: string };

/**
 * Computes the hash of every entry of every journal again. Nothing is changed.
 * @param condition on `case_file`; all where nothing is said
 */
export async function verifyChains(
  pool: CommandPool,
  progress: Progress = () => undefined,
  condition?: string,
): Promise<ChainReport> {
  const report = { cases: 0, entries: 0, broken: [] as BrokenChain[] };
  for await (const batch of caseBatches<ChainRow>(pool, 'number, seq, last_hash', progress, condition)) {
    const journals = await journalsOf(pool, batch);
    for (const row of batch) {
      const journal = journals.get(row.id) ?? [];
      report.cases += 1;
      report.entries += journal.length;
      const found = breakIn(row, journal);
      if (found) report.broken.push({ caseId: row.id, number: row.number, ...found });
    }
  }
  return report;
}

type Break = Pick<BrokenChain, 'seq' | 'problem'>;

/** The first break of a chain. */
function breakIn({ seq, last_hash }: ChainRow, journal: readonly JournalEntryView[]): Break | null {
  let previous = NO_HASH;
  for (const [i, { hash, ...entry }] of journal.entries()) {
    if (entry.seq !== i + 1 || entry.previousHash !== previous) return { seq: entry.seq, problem: 'link' };
    if (entryHash(entry) !== hash) return { seq: entry.seq, problem: 'content' };
    previous = hash;
  }
  return journal.length === seq && previous === last_hash ? null : { seq: journal.length, problem: 'end' };
}
