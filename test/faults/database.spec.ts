import { readFileSync } from 'node:fs';
import path from 'node:path';
import { migrate, startEmbeddedPostgres, type EmbeddedPostgres } from '@gongkai/platform';
import { open } from '../support/applications.js';
import { eventually } from '../support/eventually.js';
import { makeOpenFolder, removeFolder } from '../support/folders.js';
import { Installation, type Program } from '../support/installation.js';
import { makeReady } from '../support/run-cli.js';

let folder: string;
let server: EmbeddedPostgres;
const start = (): Promise<EmbeddedPostgres> => startEmbeddedPostgres({ dataDir: folder, log: () => undefined, revive: false });

beforeAll(async () => {
  makeReady();
  folder = makeOpenFolder();
  server = await start();
});
afterAll(async () => {
  await server.stop();
  removeFolder(folder);
});

/** Opens cases one after the other until nobody answers. @returns ids of those that were acknowledged */
async function openUntilCut(installation: Installation, api: Program): Promise<readonly string[]> {
  const clerk = await installation.officer(api, 'clerk');
  const acknowledged: string[] = [];
  try {
    for (;;) acknowledged.push((await open(clerk)).id);
  } catch {
    return acknowledged;
  }
}

test('the database, server and worker are killed at once in the middle of work: what was acknowledged is there, and every job ends once', async () => {
  await migrate(server.url);
  const before = await Installation.open(server.url, { backend: 'postgres', url: server.url });
  const [api] = await Promise.all([before.startApi(), before.startWorker()]);
  const opening = openUntilCut(before, api);
  await eventually(async () => expect((await before.tally()).endings).toBeGreaterThan(5), 60);

  process.kill(Number.parseInt(readFileSync(path.join(server.dataDirectory, 'postmaster.pid'), 'utf8'), 10), 'SIGKILL');
  await before.killAll();
  const acknowledged = await opening;
  await before.close();
  await server.stop();

  server = await start();
  const after = await Installation.again(server.url, { backend: 'postgres', url: server.url });
  try {
    const kept = await after.source.query<{ id: string }[]>('SELECT id FROM case_file');
    expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining([...acknowledged]));
    await after.startWorker();
    await eventually(async () => {
      const { entries, told, jobs, ended, endings } = await after.tally();
      expect({ told, ended, endings }).toEqual({ told: entries, ended: jobs, endings: jobs });
    }, 90);
    expect(acknowledged.length).toBeGreaterThan(2);
  } finally {
    await after.close();
  }
});
