import { CommandPool, type Settings } from '@gongkai/platform';
import { withDatabaseUrl } from './with-database.js';

const CONNECTIONS = 2;

/** Runs work with some connections to the database. */
export async function withPool<T>(work: (pool: CommandPool, settings: Settings) => Promise<T>): Promise<T> {
  return withDatabaseUrl(async (url, settings) => {
    const pool = new CommandPool({ url, max: CONNECTIONS });
    try {
      return await work(pool, settings);
    } finally {
      await pool.close();
    }
  });
}
