import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PREFIX = 'gongkai-test-cluster-';
/** Where cluster.ts notes the data directory of the server it has started. */
const NOTE = 'data-directory';

/** A folder for the database server of this run of Jest, which the first test that needs one will start. */
export async function makeFolder() {
  await removeAbandoned();
  const folder = path.join(os.tmpdir(), `${PREFIX}${process.pid}`);
  fs.mkdirSync(folder, { mode: 0o755 });
  return folder;
}

/** Stops the server, if one was started, and removes everything. */
export async function removeFolder(folder) {
  const data = read(path.join(folder, NOTE));
  if (data !== undefined) {
    await stop(data);
    fs.rmSync(path.join(data, '../..'), { recursive: true, force: true });
  }
  fs.rmSync(folder, { recursive: true, force: true });
}

/** Runs that were killed could not do it themselves. */
async function removeAbandoned() {
  for (const name of fs.readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (!isAlive(Number(name.slice(PREFIX.length)))) await removeFolder(path.join(os.tmpdir(), name)).catch(() => undefined);
  }
}

/** At once: nothing of it is kept. */
async function stop(data) {
  const pid = Number.parseInt(read(path.join(data, 'postmaster.pid')) ?? '', 10);
  if (Number.isNaN(pid)) return;
  try {
    process.kill(pid, 'SIGQUIT');
  } catch {
    return;
  }
  for (let waited = 0; waited < 10_000 && isAlive(pid); waited += 50) await pause(50);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function read(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : undefined;
}
