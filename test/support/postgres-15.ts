import { migrate, startEmbeddedPostgres } from '@gongkai/platform';
import type { TestDatabase } from './database.js';
import { makeOpenFolder, removeFolder } from './folders.js';
import { postgres15 } from './tools.js';

/** A migrated, empty database on a server of its own: the oldest PostgreSQL we support. For suites that need it. */
export async function createDatabaseOn15(): Promise<TestDatabase> {
  const dataDir = makeOpenFolder();
  const settings = { fsync: 'off' };
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined, binaries: postgres15(), settings });
  await migrate(server.url);
  return {
    url: server.url,
    adminUrl: server.adminUrl,
    drop: async () => {
      await server.stop();
      removeFolder(dataDir);
    },
  };
}
