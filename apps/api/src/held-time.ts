import { holdByDatabase, Often, thrown, type CommandPool, type HeldClock, type Log } from '@gongkai/platform';

/** Seconds between two comparisons. */
const EVERY = 20;

/**
 * Holds the clock against that of the database, once before anybody is let in and then again and again: a deed has the day of the office,
 * whichever machine takes it.
 * @returns what ends it
 */
export async function keepHolding(
  clock: HeldClock,
  { pool, log }: { readonly pool: CommandPool; readonly log: Log },
): Promise<() => Promise<void>> {
  const work = (): Promise<void> => holdByDatabase(clock, pool);
  const onError = (error: unknown): void => log.error(thrown(error), 'the clock cannot be held against that of the database');
  await work().catch(onError);
  const rounds = new Often({ every: EVERY, work, onError });
  return () => rounds.stop();
}
