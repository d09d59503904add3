/** The stack many would begin with: an entity that holds the snapshot of a statechart, and delayed jobs after the commit. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { DataSource, EntitySchema } from 'typeorm';
import { createActor, createMachine } from 'xstate';
import { DATA, FACT, STATES } from '../bench/floor.mjs';
import { DAYS_AHEAD } from './in-one-commit.mjs';

const DAY_MS = 86_400_000;
const ALL = ['received', ...STATES];
const chart = createMachine({
  id: 'case',
  initial: 'received',
  states: Object.fromEntries(
    ALL.map((state, i) => [state, i < STATES.length ? { on: { NEXT: ALL[i + 1] } } : { type: 'final' }]),
  ),
});

const column = (type, primary = false) => ({ type, primary, nullable: !primary });
const Case = new EntitySchema({
  name: 'snapshot_case',
  columns: { id: column('uuid', true), version: column('int'), data: column('jsonb'), snapshot: column('jsonb') },
});
const History = new EntitySchema({
  name: 'snapshot_history',
  columns: {
    id: column('uuid', true),
    case_id: column('uuid'),
    at: column('timestamptz'),
    type: column('text'),
    fact: column('jsonb'),
  },
});

async function startRedis(folder) {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  const kept = fs.mkdtempSync(path.join(folder, 'redis-'));
  const settings = ['--bind', '127.0.0.1', '--port', port, '--dir', kept, '--appendonly', 'yes', '--appendfsync', 'always'];
  const redis = spawn('redis-server', settings.map(String), { stdio: 'ignore' });
  process.once('exit', () => redis.kill('SIGKILL'));
  await once(redis, 'spawn');
  await pause(500);
  return { port, stop: () => redis.kill() };
}

const told = (manager, id, type) => manager.save(History, { id: randomUUID(), case_id: id, at: new Date(), type, fact: FACT });

const opened = (source, id) =>
  source.transaction(async (manager) => {
    const snapshot = createActor(chart).start().getPersistedSnapshot();
    await manager.save(Case, { id, version: 1, data: DATA, snapshot });
    await told(manager, id, 'received');
  });

const moved = (source, id, state) =>
  source.transaction(async (manager) => {
    const found = await manager.findOneOrFail(Case, { where: { id }, lock: { mode: 'pessimistic_write' } });
    const actor = createActor(chart, { snapshot: found.snapshot }).start();
    actor.send({ type: 'NEXT' });
    await manager.save(Case, { ...found, version: found.version + 1, snapshot: actor.getPersistedSnapshot() });
    await told(manager, id, state);
  });

const jobId = (id, i) => `${id}-${i}`;
const jobsOf = (id) =>
  DAYS_AHEAD.map((days, i) => ({ name: 'remind', data: { id }, opts: { jobId: jobId(id, i), delay: days * DAY_MS } }));

export const bullmqEntityXstate = (url, folder) => ({
  name: 'BullMQ (Redis, fsync always), entity, XState snapshot',
  start: async (clients) => {
    const redis = await startRedis(folder);
    const queue = new Queue('reminders', { connection: { host: '127.0.0.1', port: redis.port } });
    const source = new DataSource({
      ...{ type: 'postgres', url, synchronize: true, entities: [Case, History], extra: { max: clients } },
    });
    await source.initialize();
    const take = (id, state, i) => async () => {
      await moved(source, id, state);
      if (i === 0) await queue.addBulk(jobsOf(id));
      if (state === STATES.at(-1)) await Promise.all(DAYS_AHEAD.map((_, n) => queue.remove(jobId(id, n))));
    };
    const course = () => {
      const id = randomUUID();
      return [() => opened(source, id), ...STATES.map((state, i) => take(id, state, i))];
    };
    const stop = async () => {
      await queue.close();
      await source.destroy();
      redis.stop();
    };
    return { course, stop };
  },
});
