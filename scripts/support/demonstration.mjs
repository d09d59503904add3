import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { at } from './tree.mjs';

/** What everybody of the demonstration logs in with. */
export const DEMO_PASSWORD = 'gongkai-demo';

/** Starts a demonstration of its own in a new folder, on a free port; hands over its address, and ends it afterwards. */
export async function onDemonstration(today, work) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-shown-'));
  const base = `http://localhost:${String(await freePort())}`;
  const env = { ...process.env, PORT: new URL(base).port, DATA_DIR: folder, TODAY: today };
  const server = spawn(process.execPath, [at('scripts/start.mjs')], { env, stdio: 'ignore' });
  try {
    await answering(`${base}/health/ready`);
    await work(base);
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function answering(url) {
  for (let tries = 0; tries < 600; tries += 1) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await wait(500);
  }
  throw new Error('The demonstration did not start.');
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
