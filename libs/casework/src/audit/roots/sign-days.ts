import { addDays, earlierOf, laterOf, type LocalDate } from '@gongkai/calendar';
import { json, momentAt, officeDay, type OpenTransaction, type Statement } from '@gongkai/platform';
import { NO_HASH } from '../../desk/journal-entry.js';
import { lostRoots, strangeKey } from './cannot-sign.js';
import type { RootParts } from './root-parts.js';
import { byPlace, leavesHash, ROOT_FORMAT, signedText, statementHash, type Leaf, type RootRow } from './statement.js';
import { firstEntry, uncovered, type Read, type Uncovered } from './uncovered.js';

const MOST = 50_000;
/** Milliseconds: an organ of many years is read at once the first time. */
const PATIENCE = 600_000;

type Last = Pick<RootRow, 'day' | 'hash' | 'key'>;
type Lock = { readonly mine: boolean };
type Stretch = { readonly days: number; readonly isEnd: boolean };
const NOTHING: Stretch = { days: 0, isEnd: true };

const alone = (organId: string): Statement => ({
  text: `SELECT pg_try_advisory_xact_lock(hashtextextended('audit roots ' || $1, 7110531)) AS mine`,
  values: [organId],
});
const patient: Statement = {
  text: `SELECT set_config('statement_timeout', $1, true), set_config('idle_in_transaction_session_timeout', $1, true)`,
  values: [String(PATIENCE)],
};
const lastOf = (organId: string): Statement => ({
  text: 'SELECT day, hash, key FROM audit_root WHERE organ_id = $1 ORDER BY day DESC LIMIT 1',
  values: [organId],
});
const HAS = 'SELECT FROM audit_root WHERE organ_id = $1 AND day = $2 AND hash = $3';

/**
 * Signs the days of an organ that have no root yet.
 * @param to the last of them
 * @returns how many; none where somebody else is at it
 * @throws CannotSign where the key of the last root is not here, or a root that was signed here is gone; SettingsError without a key
 */
export async function signUpTo(parts: RootParts, organId: string, to: LocalDate): Promise<number> {
  let days = 0;
  for (;;) {
    const stretch = await signStretch(parts, organId, to);
    days += stretch.days;
    if (stretch.isEnd) return days;
  }
}

async function signStretch(parts: RootParts, organId: string, to: LocalDate): Promise<Stretch> {
  const reads = [alone(organId), patient, lastOf(organId)];
  const roots = await parts.pool.flights({ organId, reads }, async ([locks, , newest], transaction) => {
    const [lock, last] = [locks?.[0] as Lock | undefined, newest?.[0] as Last | undefined];
    return lock?.mine === true ? signNext(parts, { organId, to, last }, transaction) : [];
  });
  const newest = roots.at(-1);
  if (newest === undefined) return NOTHING;
  parts.signed.keep(organId, newest);
  return { days: roots.length, isEnd: newest.day === to };
}

/** @param last the newest root there is */
type Next = { readonly organId: string; readonly to: LocalDate; readonly last: Last | undefined };

async function signNext(
  parts: RootParts,
  { organId, to, last }: Next,
  { read, commit }: OpenTransaction,
): Promise<readonly RootRow[]> {
  await refuseForged(parts, { organId, last }, read);
  const first = last === undefined ? await firstDay(read, organId) : addDays(last.day, 1);
  if (first === null || first > to) return [];
  const { whole, days } = await daysUpTo(read, organId, { first, to, most: parts.most ?? MOST });
  const made = signed(parts, organId, { first, to: whole, days, previous: last?.hash ?? NO_HASH });
  await commit(writing(made, organId, days));
  return made;
}

/** What was signed here has to be there, and the newest root has to be of a key of ours. */
async function refuseForged({ signed: kept, keys }: RootParts, { organId, last }: Omit<Next, 'to'>, read: Read): Promise<void> {
  const known = kept.last(organId);
  const found = known === null ? [] : await read({ text: HAS, values: [organId, known.day, known.hash] });
  if (known !== null && found.length === 0) throw lostRoots(known, kept.fileOf(organId));
  if (last !== undefined && !keys().knows(last.key)) throw strangeKey(last.key);
}

async function firstDay(read: Read, organId: string): Promise<LocalDate | null> {
  const at = await firstEntry(read, organId);
  return at === null ? null : officeDay(at);
}

type Days = ReadonlyMap<LocalDate, readonly Leaf[]>;
type Span = { readonly first: LocalDate; readonly to: LocalDate };

/** The leaves of as many whole days as fit; of one day at least. @returns `whole` the last of these days */
async function daysUpTo(
  read: Read,
  organId: string,
  { first, to, most: fitting }: Span & { readonly most: number },
): Promise<{ readonly whole: LocalDate; readonly days: Days }> {
  const before = momentAt({ on: addDays(to, 1), time: '00:00' });
  for (let most = fitting; ; most *= 2) {
    const { found, whole: known } = await uncovered(read, organId, { before, most });
    const whole = earlierOf(known ?? to, to);
    if (whole >= first) return { whole, days: byDay(found, { first, to: whole }) };
  }
}

/** Under its own day, or under the first that is still open. */
function byDay(found: readonly Uncovered[], { first, to }: Span): Days {
  const days = new Map<LocalDate, Leaf[]>();
  for (const { at, ...leaf } of found) {
    const day = laterOf(officeDay(at), first);
    if (day > to) continue;
    const ofDay = days.get(day) ?? [];
    ofDay.push(leaf);
    days.set(day, ofDay);
  }
  for (const leaves of days.values()) leaves.sort(byPlace);
  return days;
}

type Unsigned = Span & { readonly days: Days; readonly previous: string };

function signed(parts: RootParts, organId: string, { first, to, days, previous }: Unsigned): readonly RootRow[] {
  const roots: RootRow[] = [];
  for (let day = first; day <= to; day = addDays(day, 1)) {
    const leaves = days.get(day) ?? [];
    const sum = { day, entries: leaves.length, leaves: leavesHash(leaves), previous: roots.at(-1)?.hash ?? previous };
    roots.push(rootOf(parts, organId, sum));
  }
  return roots;
}

type Sum = Pick<RootRow, 'day' | 'entries' | 'leaves' | 'previous'>;

function rootOf(parts: RootParts, organId: string, sum: Sum): RootRow {
  const keys = parts.keys();
  const { id: key, pem } = keys.current;
  const signedAt = parts.clock.now().toISOString();
  const statement = { format: ROOT_FORMAT, organ: organId, ...sum, signedAt, key } as const;
  const proof = { public_key: pem, signature: keys.sign(signedText(statement)), hash: statementHash(statement) };
  return { organ_id: organId, ...sum, signed_at: signedAt, key, ...proof };
}

/** One statement, so that a root never stands without its leaves. */
function writing(roots: readonly RootRow[], organId: string, days: Days): Statement {
  const leaves = [...days].flatMap(([day, ofDay]) => ofDay.map((leaf) => ({ organ_id: organId, day, ...leaf })));
  const text = `
    WITH root AS (INSERT INTO audit_root SELECT * FROM jsonb_populate_recordset(NULL::audit_root, $1::jsonb))
    INSERT INTO audit_leaf SELECT * FROM jsonb_populate_recordset(NULL::audit_leaf, $2::jsonb)`;
  return { text, values: [json(roots), json(leaves)] };
}
