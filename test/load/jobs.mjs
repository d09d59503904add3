/**
 * How many jobs a second go from the outbox through the queue to their end, on both backends; run after `npm run build`:
 *
 *     node test/load/jobs.mjs [jobs]
 *
 * One relay and one worker in this process, eight jobs at a time, an embedded PostgreSQL with its usual settings.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CommandPool,
  JobQueue,
  JobRunner,
  migrate,
  OutboxRelay,
  startEmbeddedPostgres,
} from '../../dist/libs/platform/src/index.js';

const JOBS = Number(process.argv[2] ?? 4000);

const complain = (error) => console.error(String(error));
const processors = { 'case-changed': () => Promise.resolve([]), 'turn-changed': () => Promise.resolve([]) };

const FILL = `INSERT INTO outbox (id, job, payload) SELECT gen_random_uuid(), 'case-changed', $1 FROM generate_series(1, $2::int)`;
const payload = JSON.stringify({ caseId: randomUUID(), organId: randomUUID(), version: 1, type: 'NOTED' });
const LEFT = 'SELECT count(*)::int AS left FROM outbox WHERE done_at IS NULL';

async function measure(url, place) {
  const pool = new CommandPool({ url, max: 12 });
  const queue = new JobQueue(place, complain);
  const relay = new OutboxRelay({ pool, queue, onError: complain });
  const runner = new JobRunner({ pool, processors, onError: complain });
  await relay.round();
  await pool.query({ text: FILL, values: [payload, JOBS] });
  const begun = Date.now();
  await relay.round();
  const sent = Date.now();
  const worker = queue.work((job) => runner.run(job), { concurrency: 8, lockDuration: 30_000 });
  while ((await pool.query({ text: LEFT })).rows[0].left > 0) await wait(100);
  const ended = Date.now();
  await worker.close();
  await queue.close();
  await pool.close();
  return { 'relay, jobs/s': rate(sent - begun), 'worker, jobs/s': rate(ended - sent) };
}

const rate = (ms) => Math.round((JOBS * 1000) / ms);

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

function startRedis(folder, port) {
  const settings = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--appendonly', 'yes', '--save', ''];
  const redis = spawn('redis-server', settings, { stdio: 'ignore' });
  return new Promise((resolve) => {
    redis.once('error', () => resolve(undefined));
    redis.once('spawn', () => resolve(redis));
  });
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-load-'));
fs.chmodSync(folder, 0o755);
const { url, stop } = await startEmbeddedPostgres({ dataDir: folder, log: console.error });
const redisPort = await freePort();
const redis = await startRedis(folder, redisPort);
try {
  await migrate(url);
  const table = { postgres: await measure(url, { backend: 'postgres', url }) };
  if (redis) table.redis = await measure(url, { backend: 'redis', url: `redis://127.0.0.1:${redisPort}` });
  console.table(table);
} finally {
  redis?.kill();
  await stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
process.exit();
