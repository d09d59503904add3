import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../../load/bench/by-desk.mjs';

/** As in production: what it is told it writes down, once a second at the latest. */
const SETTINGS = ['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', '', '--bind', '127.0.0.1', '--daemonize', 'no'];

/** A Redis server in a folder of its own, that dies and forgets when it is told. @param program its path */
export async function startRedis(folder, program) {
  fs.mkdirSync(folder);
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const start = async () => {
    const child = spawn(program, ['--port', String(port), '--dir', folder, ...SETTINGS], { stdio: 'ignore' });
    await answering(url);
    return child;
  };
  let server = await start();
  const kill = async () => {
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  };
  return {
    url,
    flush: () => withRedis(url, (redis) => redis.flushall()),
    crash: async () => {
      await kill();
      server = await start();
    },
    stop: kill,
  };
}

async function answering(url) {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await withRedis(url, (redis) => redis.ping()).catch(() => undefined);
    if (answer === 'PONG') return;
    await pause(50);
  }
  throw new Error('Redis does not answer.');
}

async function withRedis(url, work) {
  const redis = new Redis(url, { maxRetriesPerRequest: 1, lazyConnect: true });
  redis.on('error', () => undefined);
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}
