import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { explainWriting, tell } from './tree.mjs';

const POLL_MS = 100;
const HEARTBEAT_MS = 2_000;
/** A holder that has not moved for so long is gone, wherever it ran. */
const SILENT_MS = 30_000;

/**
 * Runs the work while no other process does work under the same lock file. A lock left by a process that was killed
 * is taken over.
 */
export async function exclusively(file, work) {
  await acquire(file);
  const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    fs.rmSync(file, { force: true });
  }
}

async function acquire(file) {
  for (let tries = 1; !take(file); tries += 1) {
    if (tries === 2) tell('Waiting for another process that installs or builds …');
    clearIfAbandoned(file);
    await pause(POLL_MS);
  }
}

/** Creates the lock with its owner's name already in it: a link appears whole or not at all. */
function take(file) {
  const draft = `${file}.${process.pid}`;
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(draft, JSON.stringify({ host: os.hostname(), pid: process.pid }));
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw explainWriting(error);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** Removing is itself guarded, so that nobody removes the lock of the process that has just taken over. */
function clearIfAbandoned(file) {
  if (!isAbandoned(file)) return;
  const guard = `${file}.clearing`;
  try {
    fs.mkdirSync(guard);
  } catch {
    if (silentFor(guard) > SILENT_MS) fs.rmSync(guard, { recursive: true, force: true });
    return;
  }
  if (isAbandoned(file)) fs.rmSync(file, { force: true });
  fs.rmdirSync(guard);
}

function isAbandoned(file) {
  try {
    const { host, pid } = JSON.parse(fs.readFileSync(file, 'utf8'));
    return (host === os.hostname() && !isAlive(pid)) || silentFor(file) > SILENT_MS;
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const silentFor = (file) => Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());

function touch(file) {
  try {
    fs.utimesSync(file, new Date(), new Date());
  } catch {
    // The lock was taken away: the work goes on, it only may be done twice.
  }
}
