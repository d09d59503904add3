/**
 * How long a page of a fax takes to be drawn, how soon many faxes are in the inbox, and how much memory that takes; on Linux, with
 * libtiff-tools and netpbm, after `npm run build`:
 *
 *     node test/load/faxes.mjs [faxes]
 *
 * Each fax has three pages of A4 at fine resolution, in Group 3. All lie in the spool folder of a worker with an embedded PostgreSQL.
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
  const worker = spawn(process.execPath, ['dist/apps/worker/src/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(worker, 'exit').then(() => {
    throw new Error('The worker has ended.');
  });
  await Promise.race([once(worker.stdout, 'data'), ended]);
  ended.catch(() => undefined);
  return worker;
}

/** Puts the faxes into the folder, and waits until all are in the inbox. */
async function takeIn({ fax, spool, worker, pool }) {
  const idle = memoryOf(worker.pid);
  for (let i = 0; i < FAXES; i += 1) fs.writeFileSync(path.join(spool, `fax${i}.tif`), Buffer.concat([fax, Buffer.from(`${i}`)]));
  const begun = Date.now();
  const peak = { worker: idle, drawing: 0 };
  let there = 0;
  for (let i = 0; there < FAXES; i += 1) {
    peak.worker = Math.max(peak.worker, memoryOf(worker.pid));
    peak.drawing = Math.max(peak.drawing, ...childrenOf(worker.pid).map(memoryOf));
    if (i % 20 === 0) there = (await pool.query({ text: 'SELECT count(*)::int AS there FROM incoming' })).rows[0].there;
    await wait(LOOK);
  }
  return { idle, peak, seconds: (Date.now() - begun) / 1000 };
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-load-'));
fs.chmodSync(folder, 0o755);
const { url, stop } = await startEmbeddedPostgres({ dataDir: folder, log: console.error });
const pool = new CommandPool({ url, max: 2 });
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
  worker = await startWorker({ ...process.env, ...settings });
  const { idle, peak, seconds } = await takeIn({ fax, spool, worker, pool });
  const [median, p95] = [0.5, 0.95].map((share) => Math.round(times[Math.floor(times.length * share)]));
  const [rest, most, drawing] = [idle, peak.worker, peak.drawing].map(Math.round);
  console.log(
    `page ${median} ms (p95 ${p95}); ${FAXES} faxes of 3 pages in ${Math.round(seconds)} s; ` +
      `worker ${rest} MB idle, ${most} MB at most; drawing program ${drawing} MB at most`,
  );
} finally {
  if (worker?.kill('SIGKILL')) await once(worker, 'exit');
  await pool.close();
  await stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
process.exit();
