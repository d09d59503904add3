import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { numberOfWorker } from './settings.js';

/**
 * The ports of one process of the tests. They lie below those that the system gives to who listens or connects without naming one
 * (from 32768), and apart from those of the other processes: nobody takes one between the question and its use, or while what listened
 * there is started again.
 */
const EACH = 1000;
const FIRST = 11_000 + (numberOfWorker() % 20) * EACH;
let asked = randomInt(EACH);

/** A port on this machine that nobody uses at the moment, and that nobody is given who does not ask here. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < EACH; tries += 1) {
    const port = FIRST + (asked++ % EACH);
    if (await isFree(port)) return port;
  }
  throw new Error(`No port from ${String(FIRST)} on is free.`);
}

async function isFree(port: number): Promise<boolean> {
  // On all addresses: a program may listen on any of them.
  const probe = createServer().listen(port);
  try {
    await once(probe, 'listening');
  } catch {
    return false;
  }
  probe.close();
  await once(probe, 'close');
  return true;
}
