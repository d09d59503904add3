import { databaseTime, Often, thrown, type CommandPool, type HeldClock, type Log } from '@gongkai/platform';

/** Seconds between two comparisons. */
const EVERY = 20;

/** Says in the log that the clock of this machine is wrong, with the seconds it is ahead. */
export const wrongClock =
  (log: Log) =>
  (aheadSeconds: number): void =>
    log.error({ aheadSeconds }, 'the clock of this machine is wrong: that of the database is gone by. Set it by a time server');

/**
 * Holds the clock against that of the database, once before anybody is let in and then again and again: a deed has the day of the office,
 * whichever machine takes it.
 * @returns what ends it
 */
export async function keepHolding(
  clock: HeldClock,
  { pool, log }: { readonly pool: CommandPool; readonly log: Log },
): Promise<() => Promise<void>> {
  const work = (): Promise<void> =>
    clock.hold(() => databaseTime(async (text) => (await pool.query<{ ms: number }>({ text })).rows));
  const onError = (error: unknown): void => log.error(thrown(error), 'the clock cannot be held against that of the database');
  await work().catch(onError);
  const rounds = new Often({ every: EVERY, work, onError });
  return () => rounds.stop();
}
