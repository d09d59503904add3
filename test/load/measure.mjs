/** So often at most, and no longer than that once it was done often enough. */
const ROUNDS = { least: 20, most: 100, ms: 4000 };

/** Milliseconds of a clock that only goes forward. */
export const now = () => Number(process.hrtime.bigint()) / 1e6;

/** Does a piece of work again and again. @returns what it found last, and how long it took, in milliseconds */
export async function measure(work) {
  const took = [];
  let found = 0;
  const end = now() + ROUNDS.ms;
  for (let round = 0; round < ROUNDS.least || (round < ROUNDS.most && now() < end); round += 1) {
    const begun = now();
    found = await work(round);
    took.push(now() - begun);
  }
  took.sort((a, b) => a - b);
  const share = (part) => Number(took[Math.floor((took.length - 1) * part)].toFixed(1));
  return { found, 'p50 ms': share(0.5), 'p95 ms': share(0.95), 'p99 ms': share(0.99) };
}
