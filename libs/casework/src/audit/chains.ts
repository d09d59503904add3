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
/** The same sums for one organ, by its code. */
export type OrganChains = { readonly organ: string; readonly cases: number; readonly entries: number; readonly broken: number };
export type ChainReport = {
  readonly cases: number;
  readonly entries: number;
  readonly broken: readonly BrokenChain[];
  readonly organs: readonly OrganChains[];
};

type ChainRow = {
  readonly id: string;
  readonly number: string;
  readonly seq: number;
  readonly last_hash: string;
  readonly organ: string;
};
const COLUMNS = 'number, seq, last_hash, (SELECT code FROM organ WHERE organ.id = organ_id) AS organ';

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
  const organs = new Map<string, OrganChains>();
  for await (const batch of caseBatches<ChainRow>(pool, COLUMNS, progress, condition)) {
    const journals = await journalsOf(pool, batch);
    for (const row of batch) {
      const journal = journals.get(row.id) ?? [];
      report.cases += 1;
      report.entries += journal.length;
      const found = breakIn(row, journal);
      if (found) report.broken.push({ caseId: row.id, number: row.number, ...found });
      const { cases, entries, broken } = organs.get(row.organ) ?? { cases: 0, entries: 0, broken: 0 };
      const sums = { cases: cases + 1, entries: entries + journal.length, broken: broken + (found ? 1 : 0) };
      organs.set(row.organ, { organ: row.organ, ...sums });
    }
  }
  return { ...report, organs: [...organs.values()].sort((a, b) => (a.organ < b.organ ? -1 : 1)) };
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
