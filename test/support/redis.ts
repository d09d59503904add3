import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { eventually } from './eventually.js';
import { freePort } from './free-port.js';
import { redisServer } from './tools.js';

/** A Redis server of one's own. */
export type TestRedis = {
  readonly url: string;
  /** Forgets everything, as a mistake of an operator would. */
  readonly flush: () => Promise<void>;
  /** Dies at once, and is started again on what it has written. */
  readonly crash: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** As in production: what it is told it writes down, once a second at the latest. */
const SETTINGS = ['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', '', '--bind', '127.0.0.1', '--daemonize', 'no'];

/** Starts a Redis server in a folder of its own, on a port that is free. For suites that need it. */
export async function startRedis(): Promise<TestRedis> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const start = async (): Promise<ChildProcess> => {
    const child = spawn(redisServer(), ['--port', String(port), '--dir', folder, ...SETTINGS], { stdio: 'ignore' });
    await withRedis(url, (redis) => eventually(() => redis.ping()));
    return child;
  };
  let server = await start();
  const kill = async (): Promise<void> => {
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  return {
    url,
    flush: () => withRedis(url, (redis) => redis.flushall()),
    crash: async () => {
      await kill();
      server = await start();
    },
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function withRedis(url: string, work: (redis: Redis) => Promise<unknown>): Promise<void> {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  redis.on('error', () => undefined);
  try {
    await work(redis);
  } finally {
    redis.disconnect();
  }
}
