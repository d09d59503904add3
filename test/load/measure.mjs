const ROUNDS = 40;

/** Milliseconds of a clock that only goes forward. */
export const now = () => Number(process.hrtime.bigint()) / 1e6;

/** Does a piece of work again and again. @returns what it found last, and how long it took, in milliseconds */
export async function measure(work) {
  const took = [];
  let found = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = now();
    found = await work(round);
    took.push(now() - begun);
  }
  took.sort((a, b) => a - b);
  return { found, 'p50 ms': Number(took[ROUNDS / 2].toFixed(1)), 'p95 ms': Number(took[Math.floor(ROUNDS * 0.95)].toFixed(1)) };
}
