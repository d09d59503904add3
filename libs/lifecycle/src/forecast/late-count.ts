/** How many of several cases will be late: what is to be expected, and within which it lies, four times in five. */
export type LateCount = { readonly expected: number; readonly low: number; readonly high: number };

const TENTH = 0.1;
/** What is less likely than this is left out. */
const NOTHING = 1e-9;

/** The number of late cases, each with a chance of its own. @param chances between 0 and 1 */
export function lateCountOf(chances: readonly number[]): LateCount {
  let shares: number[] = [1];
  for (const chance of chances) shares = withOne(shares, chance);
  return {
    expected: chances.reduce((all, chance) => all + chance, 0),
    low: countAt(shares, TENTH),
    high: countAt(shares, 1 - TENTH),
  };
}

/** The shares of each count after one case more; a far end that never happens is cut off. */
function withOne(shares: readonly number[], chance: number): number[] {
  const next = new Array<number>(shares.length + 1).fill(0);
  for (const [count, share] of shares.entries()) {
    next[count] = (next[count] ?? 0) + share * (1 - chance);
    next[count + 1] = (next[count + 1] ?? 0) + share * chance;
  }
  while (next.length > 1 && (next.at(-1) ?? 0) < NOTHING) next.pop();
  return next;
}

function countAt(shares: readonly number[], share: number): number {
  let seen = 0;
  const found = shares.findIndex((one) => (seen += one) >= share);
  return found < 0 ? shares.length - 1 : found;
}
