import type { CommandPool, Statement } from '@gongkai/platform';

/**
 * Writes what was done, and whom it is told, in one transaction: nothing is done in silence, and nothing told that was not done.
 * @param lock finds and locks the version that was read
 * @returns whether nobody else came first
 */
export function writeAndTell(lock: Statement, writes: readonly [Statement, ...Statement[]], pool: CommandPool): Promise<boolean> {
  return pool.flights({ organId: '', reads: [lock] }, async ([found], { commit }) => {
    if (found?.length !== 1) return false;
    await commit(...writes);
    return true;
  });
}
