import { Client } from 'pg';
import type { QueuePlace } from '@gongkai/platform';
import { eventually } from './eventually.js';
import { startRedis } from './redis.js';
import { suiteNeeding } from './tools.js';

/** A place for queues, for one suite. */
export type TestQueues = {
  readonly place: QueuePlace;
  /** Takes everything away that was in it, while others use it. */
  readonly flush: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Both kinds of place: the suite that may need a program, and how it is opened beside a database. */
export const queueBackends = [
  {
    backend: 'postgres',
    suite: describe,
    open: (databaseUrl: string): Promise<TestQueues> =>
      Promise.resolve({
        place: { backend: 'postgres', url: databaseUrl },
        flush: () => dropTables(databaseUrl),
        stop: () => Promise.resolve(),
      }),
  },
  {
    backend: 'redis',
    suite: suiteNeeding('redis-server'),
    open: async (): Promise<TestQueues> => {
      const { url, flush, stop } = await startRedis();
      return { place: { backend: 'redis', url }, flush, stop };
    },
  },
] as const;

/**
 * On PostgreSQL nothing worse can befall a queue. Who works with the tables locks them in another order, and PostgreSQL
 * ends one of the two: where it ends this one, it is tried again.
 */
async function dropTables(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await eventually(() => client.query('DROP SCHEMA IF EXISTS bullmq CASCADE'));
  } finally {
    await client.end();
  }
}
