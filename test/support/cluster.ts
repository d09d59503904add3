import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@gongkai/platform';
import { clusterFolder } from './settings.js';

/** Fast, because nothing of it has to outlive the run. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/**
 * The server of this run: the first test that asks for it starts it, the others join. It is asked for its data directory
 * before anything else, so that no test can reach another server. Jest stops it at the end.
 */
export async function testCluster(): Promise<EmbeddedPostgres> {
  const folder = clusterFolder();
  const cluster = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined, settings: SETTINGS, revive: false });
  // Every test file joins anew: none keeps a connection for it.
  await cluster.leave();
  writeFileSync(path.join(folder, 'data-directory'), cluster.dataDirectory);
  return cluster;
}
