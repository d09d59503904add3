import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../dist/libs/platform/src/index.js';

/** As an office has it, but with no checkpoint in the middle of a measurement: a page that is written whole is no command's doing. */
const SETTINGS = {
  synchronous_commit: 'on',
  fsync: 'on',
  checkpoint_timeout: '1h',
  max_wal_size: '16GB',
  max_connections: '200',
};

/** Every figure since the server began; WAL in bytes. A session tells its own when it ends. */
const COUNTS = `
  SELECT (pg_current_wal_insert_lsn() - '0/0')::float8 AS wal,
         (SELECT sum(xact_commit)::float8 FROM pg_stat_database) AS commits,
         (SELECT sum(fsyncs)::float8 FROM pg_stat_io WHERE object = 'wal') AS syncs`;

/** An embedded PostgreSQL for as long as the work takes. @param more settings of the server */
export async function onBenchServer(work, more = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-bench-'));
  fs.chmodSync(folder, 0o755);
  try {
    const settings = { ...SETTINGS, ...more };
    const { url, adminUrl, stop } = await startEmbeddedPostgres({ dataDir: folder, log: console.error, settings });
    const admin = new pg.Client({ connectionString: adminUrl });
    try {
      await admin.connect();
      await work({ url, admin, folder, counts: async () => (await admin.query(COUNTS)).rows[0] });
    } finally {
      await admin.end();
      await stop();
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
