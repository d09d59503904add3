import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds between two looks: soon at first, and less often the longer it takes. */
const BETWEEN = { first: 20, last: 200, growth: 1.2 };

/**
 * Looks again and again until what is expected holds: for work that another process or a real queue does.
 * @param within seconds after which the last failure is thrown
 */
export async function eventually(expectation: () => unknown, within = 40): Promise<void> {
  const deadline = AbortSignal.timeout(within * 1000);
  for (let pause = BETWEEN.first; ; pause = Math.min(pause * BETWEEN.growth, BETWEEN.last)) {
    try {
      await expectation();
      return;
    } catch (error) {
      if (deadline.aborted) throw error;
    }
    await wait(pause);
  }
}
