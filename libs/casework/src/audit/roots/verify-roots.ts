import { addDays, type LocalDate } from '@gongkai/calendar';
import { entryHash, isSignedBy, type CommandPool } from '@gongkai/platform';
import { NO_HASH } from '../../desk/journal-entry.js';
import type { Progress } from '../batches.js';
import { dayByDay, entriesUnder, type Covered } from './entries-under.js';
import { LateDays, type LateRoots } from './late-roots.js';
import { leavesHash, signedText, statementHash, statementOf, type LeafKind, type RootRow } from './statement.js';

/** What is wrong with the root of a day, or with what stands under it. */
export type BrokenRoot = {
  /** Code of the organ. */
  readonly organ: string;
  readonly day: LocalDate;
  /**
   * signature: not what was signed; key: signed by nobody here; link: it does not follow the day before, or one is missing; leaves: not the
   * entries that were signed; entry: one of them says something else today; gone: one is there no more, and no list says why.
   */
  readonly problem: 'signature' | 'key' | 'link' | 'leaves' | 'entry' | 'gone';
  /** Of `entry` and `gone`: which. */
  readonly entry?: { readonly kind: LeafKind; readonly subject: string; readonly seq: number };
};
export type RootReport = {
  readonly roots: number;
  /** Entries under them that are rightly there no more: destroyed after their retention, or of an import that was taken back. */
  readonly rootsGone: number;
  readonly brokenRoots: readonly BrokenRoot[];
  /** Days that were signed long after they were over: honest where no worker ran, and to be held against an earlier export. */
  readonly lateRoots: readonly LateRoots[];
  /** Ids of the keys that signed: to be held against what was written down outside. */
  readonly rootKeys: readonly string[];
};
/** Which keys may have signed. */
export type KnownKeys = { readonly knows: (id: string) => boolean };

const WINDOW = 30;
type OrganRow = { readonly id: string; readonly code: string };
type Tally = {
  roots: number;
  rootsGone: number;
  readonly brokenRoots: BrokenRoot[];
  readonly late: LateDays;
  readonly keys: Set<string>;
};
type Looking = { readonly pool: CommandPool; readonly keys: KnownKeys | null; readonly tally: Tally };

/**
 * Holds what the journals and logs say today against what was signed for each day. Who has computed a whole chain anew is found here: the
 * key is not in the database. Nothing is changed.
 * @param keys of this installation, or those that were named; null: any key is taken, and `rootKeys` tells which
 * @param condition on `organ`; all where nothing is said
 */
export async function verifyRoots(
  pool: CommandPool,
  keys: KnownKeys | null,
  { progress = () => undefined, condition = 'true' }: { readonly progress?: Progress; readonly condition?: string } = {},
): Promise<RootReport> {
  const tally: Tally = { roots: 0, rootsGone: 0, brokenRoots: [], late: new LateDays(), keys: new Set() };
  const { rows } = await pool.query<OrganRow>({ text: `SELECT id, code FROM organ WHERE ${condition} ORDER BY code` });
  for (const [i, organ] of rows.entries()) {
    await verifyOrgan(organ, { pool, keys, tally });
    progress(i + 1, rows.length);
  }
  const { late, keys: signing, ...sums } = tally;
  return { ...sums, lateRoots: late.spans, rootKeys: [...signing].sort() };
}

const NEXT = 'SELECT * FROM audit_root WHERE organ_id = $1 AND day > $2 ORDER BY day LIMIT $3';

async function verifyOrgan({ id: organId, code }: OrganRow, { pool, keys, tally }: Looking): Promise<void> {
  let last: Before = null;
  for (;;) {
    const rows: readonly RootRow[] = await rootsAfter(pool, organId, last);
    const [first, end] = [rows[0], rows.at(-1)];
    if (first === undefined || end === undefined) return;
    const covered = await entriesUnder(pool, { organId, from: first.day, to: end.day });
    const ofDay = dayByDay(covered);
    for (const root of rows) {
      const found = [...problemsOf(root, last, keys), ...problemsUnder(root, ofDay.get(root.day) ?? [])];
      tally.brokenRoots.push(...found.map((problem) => ({ organ: code, day: root.day, ...problem })));
      tally.late.add(code, root);
      tally.keys.add(root.key);
      last = root;
    }
    tally.roots += rows.length;
    tally.rootsGone += covered.filter(({ entry, gone }) => entry === null && gone !== null).length;
  }
}

const rootsAfter = async (pool: CommandPool, organId: string, last: Before): Promise<readonly RootRow[]> =>
  (await pool.query<RootRow>({ text: NEXT, values: [organId, last?.day ?? '0001-01-01', WINDOW] })).rows;

type Before = Pick<RootRow, 'day' | 'hash'> | null;
type Problem = Pick<BrokenRoot, 'problem' | 'entry'>;

/** What is wrong with a root by itself. */
export function problemsOf(root: RootRow, before: Before, keys: KnownKeys | null): Problem[] {
  const statement = statementOf(root);
  const key = { id: root.key, pem: root.public_key };
  const isSigned = isSignedBy(key, signedText(statement), root.signature) && statementHash(statement) === root.hash;
  const follows =
    before === null ? root.previous === NO_HASH : root.previous === before.hash && root.day === addDays(before.day, 1);
  return [
    ...(isSigned ? [] : [{ problem: 'signature' } as const]),
    ...(keys?.knows(root.key) === false ? [{ problem: 'key' } as const] : []),
    ...(follows ? [] : [{ problem: 'link' } as const]),
  ];
}

function problemsUnder(root: RootRow, covered: readonly Covered[]): Problem[] {
  const isWhole = covered.length === root.entries && leavesHash(covered) === root.leaves;
  return [...(isWhole ? [] : [{ problem: 'leaves' } as const]), ...covered.flatMap(problemOfEntry)];
}

function problemOfEntry({ entry, gone, hash, kind, subject, seq }: Covered): Problem[] {
  if (entry === null) return gone === null ? [{ problem: 'gone', entry: { kind, subject, seq } }] : [];
  return entryHash(entry) === hash ? [] : [{ problem: 'entry', entry: { kind, subject, seq } }];
}
