/**
 * How long a page of a fax takes to be drawn, how soon many faxes are in the inbox, and how much memory that takes; on Linux, with
 * libtiff-tools and netpbm, after `npm run build`:
 *
 *     node test/load/faxes.mjs [faxes]
 *
 * Each fax has three pages of A4 at fine resolution, in Group 3. All lie in the spool folder of a worker with an embedded PostgreSQL.
 * It takes about a second a fax, and tells how far it is. Nothing is read of them, unless OCR=on says so: reading goes on long after the
 * last fax is in the inbox, and takes the processor from those that come.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { localDate } from '../../dist/libs/calendar/src/index.js';
import { loadOrgans, readDemoOrgans } from '../../dist/libs/casework/src/index.js';
import {
  CommandPool,
  createDataSource,
  inspectScan,
  migrate,
  startEmbeddedPostgres,
} from '../../dist/libs/platform/src/index.js';
import { drawPage } from '../../dist/libs/platform/src/pages/page-picture.js';

const FAXES = Number(process.argv[2] ?? 500);
const TIMED = 100;
const LOOK = 100;
/** Looks after which the inbox is counted, and counts without a new fax after which it is given up. */
const COUNT = 20;
const PATIENCE = 150;
const PAGE = `
  yes 'page $0: I ask for the ledger of 2025 and all that belongs to it' | head -n 80 | pbmtext -builtin fixed |
    pnmpad -white -width 864 -height 1143 -halign 0.5 -valign 0.3 | pnmenlarge 2 > $0.pbm
  pbmtog3 $0.pbm > $0.g3; fax2tiff -M -R 196 -o $0.tif $0.g3`;

function makeFax(folder) {
  const run = (script, ...args) => execFileSync('sh', ['-ec', script, ...args], { cwd: folder, stdio: 'pipe' });
  for (const page of ['1', '2', '3']) run(PAGE, page);
  run('tiffcp -c g3:2d 1.tif 2.tif 3.tif fax.tif');
  return fs.readFileSync(path.join(folder, 'fax.tif'));
}

/** Milliseconds that one page takes, once its program runs. */
async function timePages(fax) {
  const [content, scan] = [Buffer.from(fax), inspectScan(fax)];
  const times = [];
  for (let i = 0; i < TIMED; i += 1) {
    const begun = Date.now();
    await drawPage(content, scan, 1 + (i % scan.pages.length));
    times.push(Date.now() - begun);
  }
  return times.sort((a, b) => a - b);
}

/** Megabytes that a process has in memory; 0 for one that is gone. */
function memoryOf(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function childrenOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}

async function startWorker(env) {
  // A group of its own: what draws and reads pages for it ends with it.
  const options = { env, stdio: ['ignore', 'pipe', 'inherit'], detached: true };
  const worker = spawn(process.execPath, ['dist/apps/worker/src/main.js'], options);
  process.once('exit', () => endGroup(worker));
  const ended = once(worker, 'exit').then(() => {
    throw new Error('The worker has ended.');
  });
  await Promise.race([once(worker.stdout, 'data'), ended]);
  ended.catch(() => undefined);
  return worker;
}

function endGroup({ pid }) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody of it is left.
  }
}

/** Puts the faxes into the folder, and waits until all are in the inbox. */
async function takeIn({ fax, spool, worker, pool }) {
  const idle = memoryOf(worker.pid);
  for (let i = 0; i < FAXES; i += 1) fs.writeFileSync(path.join(spool, `fax${i}.tif`), Buffer.concat([fax, Buffer.from(`${i}`)]));
  const begun = Date.now();
  const peak = { worker: idle, helpers: 0 };
  const inbox = new Inbox(pool);
  for (let i = 0; inbox.there < FAXES; i += 1) {
    peak.worker = Math.max(peak.worker, memoryOf(worker.pid));
    peak.helpers = Math.max(peak.helpers, ...childrenOf(worker.pid).map(memoryOf));
    if (i % COUNT === 0) await inbox.count();
    await wait(LOOK);
  }
  return { idle, peak, seconds: (Date.now() - begun) / 1000 };
}

/** How many are there, told as they come. */
class Inbox {
  there = 0;
  #inVain = 0;

  constructor(pool) {
    this.pool = pool;
  }

  /** @throws Error when none has come for long */
  async count() {
    const [{ there }] = (await this.pool.query({ text: 'SELECT count(*)::int AS there FROM incoming' })).rows;
    this.#inVain = there > this.there ? 0 : this.#inVain + 1;
    if (this.#inVain > PATIENCE) throw new Error(`Only ${there} of ${FAXES} faxes have come into the inbox.`);
    this.there = there;
    if (process.stderr.isTTY) process.stderr.write(`\r${there} of ${FAXES} faxes `);
    else if (this.#inVain === 0 && there % 100 < 2) console.error(`${there} of ${FAXES} faxes`);
  }
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-load-'));
fs.chmodSync(folder, 0o755);
const { url, stop } = await startEmbeddedPostgres({ dataDir: folder, log: console.error });
const pool = new CommandPool({ url, max: 2 });
// Ctrl-C and kill leave nothing behind either.
const interrupted = new Promise((_, reject) => {
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => reject(new Error(signal)));
});
interrupted.catch(() => undefined);
let worker;
try {
  await migrate(url);
  const source = await createDataSource(url, { poolSize: 2 }).initialize();
  await loadOrgans(source, readDemoOrgans('config'), { since: localDate('2019-01-01'), password: 'gongkai-demo' });
  await source.destroy();
  const fax = makeFax(folder);
  const times = await timePages(fax);
  const spool = path.join(folder, 'fax-spool');
  fs.mkdirSync(spool);
  const settings = {
    DATA_DIR: folder,
    DATABASE_URL: url,
    FAX_SPOOL_DIR: spool,
    SECRET_KEY: 'a secret of the load test that is long enough',
  };
  worker = await startWorker({ ...process.env, OCR: process.env.OCR ?? 'off', ...settings });
  const { idle, peak, seconds } = await Promise.race([takeIn({ fax, spool, worker, pool }), interrupted]);
  const [median, p95] = [0.5, 0.95].map((share) => Math.round(times[Math.floor(times.length * share)]));
  console.table({
    'a page is drawn in, ms, median': median,
    'a page is drawn in, ms, p95': p95,
    'faxes of 3 pages': FAXES,
    'all in the inbox after, s': Math.round(seconds),
    'worker at rest, MB': Math.round(idle),
    'worker at most, MB': Math.round(peak.worker),
    'its largest helper at most, MB': Math.round(peak.helpers),
  });
} finally {
  if (worker !== undefined && worker.exitCode === null) {
    const gone = once(worker, 'exit');
    endGroup(worker);
    await gone;
  }
  await pool.close();
  await stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
process.exit();
