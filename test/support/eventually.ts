import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds between two looks. */
const BETWEEN = 20;

/**
 * Looks again and again until what is expected holds: for work that another process or a real queue does.
 * @param within seconds after which the last failure is thrown
 */
export async function eventually(expectation: () => unknown, within = 20): Promise<void> {
  const deadline = AbortSignal.timeout(within * 1000);
  for (;;) {
    try {
      await expectation();
      return;
    } catch (error) {
      if (deadline.aborted) throw error;
    }
    await wait(BETWEEN);
  }
}
