/**
 * How long it takes until a queue that has lost everything holds again what has to be done, with many cases open, and whether
 * anything is done twice; run with `npm run bench -- recovery`, or after `npm run build`:
 *
 *     node test/load/recovery.mjs [--jobs 100000] [--cases 1000000]
 *
 * Half of the jobs are in the queue and not done when it is emptied. `--seconds` is for trying out: a hundredth of both.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { CaseDesk } from '../../dist/libs/casework/src/index.js';
import { CommandPool, JobQueue, JobRunner, OutboxRelay } from '../../dist/libs/platform/src/index.js';
import { application, deskParts, freePort, furnish } from './bench/by-desk.mjs';
import { copyCase, lead } from './bench/many-cases.mjs';
import { onBenchServer } from './bench/server.mjs';
import { now } from './measure.mjs';

const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '100000' },
    cases: { type: 'string', default: '1000000' },
    seconds: { type: 'string' },
  },
});
const scale = values.seconds === undefined ? 1 : 100;
const JOBS = Math.ceil(Number(values.jobs) / scale);
const CASES = Math.ceil(Number(values.cases) / scale);

const FILL = `
  INSERT INTO outbox (id, job, payload)
  SELECT gen_random_uuid(), 'case-changed', jsonb_build_object('caseId', $1::text, 'organId', $1::text, 'version', 1, 'type', 'NOTED')
    FROM generate_series(1, $2::int)`;
const LEFT = `
  SELECT count(*) FILTER (WHERE sent_at IS NULL)::int AS unsent, count(*)::int AS undone FROM outbox WHERE done_at IS NULL`;

const seconds = (from) => Number(((now() - from) / 1000).toFixed(1));
const complain = (error) => console.error(String(error));

async function startRedis(folder) {
  const port = await freePort();
  const kept = fs.mkdtempSync(path.join(folder, 'redis-'));
  const redis = spawn('redis-server', ['--bind', '127.0.0.1', '--port', String(port), '--dir', kept, '--appendonly', 'yes'], {
    stdio: 'ignore',
  });
  process.once('exit', () => redis.kill('SIGKILL'));
  await once(redis, 'spawn');
  await pause(500);
  return `redis://127.0.0.1:${port}`;
}

/** Empties it as an operator would by mistake. */
const LOSE = {
  redis: async (url) => {
    const { Redis } = await import('ioredis');
    const client = new Redis(url);
    await client.flushall();
    client.disconnect();
  },
  postgres: (_, pool) => pool.query({ text: 'DROP SCHEMA bullmq CASCADE', values: [] }),
};

async function measure(pool, place, caseId) {
  await pool.query({ text: 'TRUNCATE outbox', values: [] });
  const queueOf = () => new JobQueue(place, complain);
  const relayTo = (queue) => new OutboxRelay({ pool, queue, onError: complain });
  const first = queueOf();
  await pool.query({ text: FILL, values: [caseId, JOBS / 2] });
  await relayTo(first).round();
  await first.close();
  await pool.query({ text: FILL, values: [caseId, JOBS / 2] });
  await LOSE[place.backend](place.url, pool);
  const queue = queueOf();
  const begun = now();
  const sent = await relayTo(queue).round();
  const took = seconds(begun);
  const runs = new Map();
  const count = async (_, { id }) => {
    runs.set(id, (runs.get(id) ?? 0) + 1);
    return [];
  };
  const runner = new JobRunner({ pool, processors: { 'case-changed': count, 'turn-changed': count }, onError: complain });
  const worker = queue.work((job) => runner.run(job), { concurrency: 8, lockDuration: 30_000 });
  let left = JOBS;
  while (left > 0) {
    await pause(200);
    left = (await pool.query({ text: LEFT, values: [] })).rows[0].undone;
  }
  await worker.close();
  await queue.close();
  const twice = [...runs.values()].filter((times) => times > 1).length;
  return { 'jobs due': JOBS, 'sent again': sent, 'in seconds': took, done: runs.size, 'done twice': twice };
}

await onBenchServer(async ({ url, folder }) => {
  const people = await furnish(url);
  const pool = new CommandPool({ url, max: 12, statementTimeout: 1_200_000 });
  const model = await lead(new CaseDesk(deskParts(pool)), people, application(), []);
  await copyCase(pool, model, { kind: 'reminder', count: CASES, more: { file: {} } });
  console.log(`${CASES} open cases`);
  const table = { postgres: await measure(pool, { backend: 'postgres', url }, model) };
  table.redis = await measure(pool, { backend: 'redis', url: await startRedis(folder) }, model);
  console.table(table);
  await pool.close();
});
process.exit();
