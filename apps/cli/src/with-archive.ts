import { CaseQueries, lawsIn } from '@gongkai/casework';
import { Exports, FilingChecks } from '@gongkai/filing';
import { CommandPool, FileStore, Sealer, SystemClock } from '@gongkai/platform';
import { withDatabaseUrl } from './with-database.js';

/** What the archive works with: cases that are read, taken out, and looked through for what they lack. */
export type Archive = {
  readonly pool: CommandPool;
  readonly clock: SystemClock;
  readonly exports: Exports;
  readonly checks: FilingChecks;
};

/** Runs work of the archive with the database open. */
export async function withArchive<T>(work: (archive: Archive) => Promise<T>): Promise<T> {
  return withDatabaseUrl(async (url, settings) => {
    const pool = new CommandPool({ url, max: 2 });
    try {
      const clock = new SystemClock(settings.today);
      const parts = { pool, clock, laws: await lawsIn(pool, settings.configDir), sealer: Sealer.of(settings) };
      const queries = new CaseQueries(parts);
      const exports = new Exports({ ...parts, queries, store: new FileStore(settings.dataDir) });
      return await work({ pool, clock, exports, checks: new FilingChecks(queries) });
    } finally {
      await pool.close();
    }
  });
}
