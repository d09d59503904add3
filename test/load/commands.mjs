/**
 * How many commands a second the desk takes, beside what the database does at most from here; run after `npm run build`:
 *
 *     node test/load/commands.mjs [seconds] [clients]
 *
 * One process, an embedded PostgreSQL with its usual settings (fsync on). Each client works on cases of its own, one command after
 * the other. `of floor`: the share of what the same two flights reach with one prepared UPDATE and no law.
 */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CaseDesk, CaseQueries, Directory, lawShelf, loadOrgans, readDemoOrgans } from '../../dist/libs/casework/src/index.js';
import { CaseFilters, parseInput } from '../../dist/libs/contracts/src/index.js';
import {
  CommandPool,
  createDataSource,
  ManualClock,
  migrate,
  Sealer,
  startEmbeddedPostgres,
} from '../../dist/libs/platform/src/index.js';

const SECONDS = Number(process.argv[2] ?? 5);
const CLIENTS = Number(process.argv[3] ?? 16);
const TODAY = '2026-03-02';

const application = () => ({
  receipt: { channel: 'in_person', submittedOn: TODAY },
  applicant: { kind: 'natural_person', category: 'natural_person', name: '李明远' },
  items: [{ description: '2025年违法建设拆除台账' }],
  wantedForm: 'paper',
  delivery: 'post',
});

const now = () => Number(process.hrtime.bigint()) / 1e6;

/** Lets every client work until the time is over. @returns a second, and in the middle how long one took */
async function measure(work) {
  const until = Date.now() + SECONDS * 1000;
  const took = [];
  const client = async (_, index) => {
    while (Date.now() < until) {
      const begun = now();
      await work(index);
      took.push(now() - begun);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  took.sort((a, b) => a - b);
  return { rate: took.length / SECONDS, p50: took[Math.floor(took.length / 2)], p99: took[Math.floor(took.length * 0.99)] };
}

const bare = (pool, organId, id) =>
  pool.flights(
    { organId, reads: [{ name: 'bare-read', text: 'SELECT version FROM case_file WHERE id = $1 FOR UPDATE', values: [id] }] },
    (_, tx) => tx.commit({ name: 'bare-write', text: 'UPDATE case_file SET version = version WHERE id = $1', values: [id] }),
  );

async function office(url) {
  await migrate(url);
  const clock = new ManualClock(TODAY);
  const source = await createDataSource(url, { poolSize: 2 }).initialize();
  await loadOrgans(source, readDemoOrgans('config'), { since: '2019-01-01', password: 'gongkai-demo' });
  const directory = new Directory(source, clock);
  const people = {
    clerk: await directory.byUsername('clerk.bureau'),
    caseworker: await directory.byUsername('caseworker.bureau'),
  };
  await source.destroy();
  const pool = new CommandPool({ url, max: CLIENTS });
  const parts = { pool, clock, laws: lawShelf('config'), sealer: new Sealer(['a secret of the bench, long enough to be one']) };
  return { pool, people, desk: new CaseDesk(parts), queries: new CaseQueries(parts) };
}

async function table({ pool, people: { clerk, caseworker }, desk, queries }) {
  const open = async () => (await desk.open({ id: randomUUID(), actor: clerk, body: application() })).view;
  const take = (caseId, command) => desk.handle({ id: randomUUID(), caseId, actor: caseworker, command });
  const own = await Promise.all(Array.from({ length: CLIENTS }, open));
  const filters = parseInput(CaseFilters, { limit: 50 });
  const rows = {
    'floor: one UPDATE in two flights': await measure((i) => bare(pool, caseworker.organId, own[i].id)),
    'log an application': await measure(open),
    'note on a case': await measure((i) => take(own[i].id, { type: 'note', text: '已电话沟通' })),
    'preview of a step': await measure((i) =>
      desk.preview({ id: randomUUID(), caseId: own[i].id, actor: caseworker, command: { type: 'accept' } }),
    ),
    'list of 50': await measure(() => queries.list(caseworker, filters)),
  };
  const floor = rows['floor: one UPDATE in two flights'].rate;
  const told = ({ rate, p50, p99 }) => ({
    'a second': Math.round(rate),
    'of floor': Number((rate / floor).toFixed(3)),
    'p50 ms': Number(p50.toFixed(1)),
    'p99 ms': Number(p99.toFixed(1)),
  });
  return Object.fromEntries(Object.entries(rows).map(([name, figures]) => [name, told(figures)]));
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-load-'));
fs.chmodSync(folder, 0o755);
const { url, stop } = await startEmbeddedPostgres({ dataDir: folder, log: console.error });
try {
  const at = await office(url);
  console.table(await table(at));
  await at.pool.close();
} finally {
  await stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
process.exit();
