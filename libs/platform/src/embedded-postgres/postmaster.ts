import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from '../system-error.js';
import { under } from './account.js';
import { EmbeddedPostgresError } from './failure.js';
import { type Home } from './home.js';
import { commandLineOf, freePort } from './processes.js';

/** The server process of a data directory. */
export type Postmaster = { readonly pid: number; readonly port: number };

const POLL_MS = 20;
/** Recovery after a crash reads the log of all changes since the last checkpoint. */
const READY_WITHIN_MS = 120_000;
const FAST_STOP_WITHIN_MS = 30_000;
const LOG_TAIL = 4_000;

/** Lines of postmaster.pid, as PostgreSQL writes them. */
const LINE = { pid: 0, port: 3, status: 7 };

/** The server that runs on this data directory; one that is just starting or stopping is waited for. */
export async function runningPostmaster(home: Home): Promise<Postmaster | undefined> {
  for (let waited = 0; waited < READY_WITHIN_MS; waited += POLL_MS) {
    const { pid, port, status } = pidFileOf(home);
    if (pid === undefined || !isServerOf(home, pid)) return undefined;
    if (status === 'ready') return { pid, port };
    await pause(POLL_MS);
  }
  throw new EmbeddedPostgresError(`The PostgreSQL on ${home.data} neither gets ready nor ends.\n${tailOf(home.logFile)}`);
}

/** Starts a server, on any port where none is wanted; undefined when somebody else was faster, or the port is taken. */
export async function launchPostmaster(
  home: Home,
  settings: Readonly<Record<string, string>>,
  wantedPort?: number,
): Promise<Postmaster | undefined> {
  clearStalePidFile(home);
  const port = wantedPort ?? (await freePort());
  const log = openSync(home.logFile, 'w', 0o600);
  const all = { ...OWN_SETTINGS, ...settings, port: String(port) };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const stdio: ['ignore', number, number] = ['ignore', log, log];
  // In a group of its own: Ctrl-C is for us, who close the connections before the server.
  const child = spawn(home.binaries.postgres, ['-D', home.data, ...flags], { ...under(home.account), stdio, detached: true });
  child.unref();
  const failed = await untilReady(home, child);
  const words = failed === undefined ? '' : tailOf(home.logFile);
  closeSync(log);
  if (failed === undefined) return { pid: child.pid ?? 0, port };
  if (PASSES.test(words)) return undefined;
  throw new EmbeddedPostgresError(`The embedded PostgreSQL did not start (${failed}):\n${words.trim()}`);
}

/** Only on the loopback; no socket file, whose path may be too long for the system. */
const OWN_SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

/** Others start at the same time, the port has gone, or the processes of a killed server are just ending. */
const PASSES = /lock file "[^"]*" already exists|Address already in use|could not bind|still in use|could not create any TCP/;

async function untilReady(home: Home, child: ChildProcess): Promise<string | undefined> {
  let failed: string | undefined;
  child.once('error', (error) => (failed = error.message));
  child.once('exit', (code, signal) => (failed = `it ended with ${String(code ?? signal)}`));
  for (let waited = 0; waited < READY_WITHIN_MS; waited += POLL_MS) {
    if (failed !== undefined) return failed;
    const { pid, status } = pidFileOf(home);
    if (pid === child.pid && status === 'ready') return undefined;
    await pause(POLL_MS);
  }
  child.kill('SIGQUIT');
  return `it was not ready after ${READY_WITHIN_MS / 1000} s`;
}

/** Ends the server: open transactions are rolled back, what was committed stays. */
export async function stopPostmaster(home: Home, { pid }: Postmaster): Promise<void> {
  const gone = async (ms: number): Promise<boolean> => {
    for (let waited = 0; waited < ms && isServerOf(home, pid); waited += POLL_MS) await pause(POLL_MS);
    return !isServerOf(home, pid);
  };
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    send(pid, signal);
    if (await gone(FAST_STOP_WITHIN_MS)) return;
  }
  throw new EmbeddedPostgresError(`The PostgreSQL on ${home.data} (process ${pid}) does not end.`);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

/** The number of a dead server may belong to another program by now: only its command line tells. */
const isServerOf = (home: Home, pid: number): boolean => commandLineOf(pid).includes(home.data);

function pidFileOf({ data }: Home): { pid: number | undefined; port: number; status: string } {
  const lines = linesOf(path.join(data, 'postmaster.pid'));
  const pid = Number(lines[LINE.pid]);
  return { pid: pid > 0 ? pid : undefined, port: Number(lines[LINE.port]), status: (lines[LINE.status] ?? '').trim() };
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** PostgreSQL takes any living process of that number for its own, e.g. after a container was started anew. */
function clearStalePidFile(home: Home): void {
  const { pid } = pidFileOf(home);
  if (pid !== undefined && !isServerOf(home, pid)) rmSync(path.join(home.data, 'postmaster.pid'), { force: true });
}

function tailOf(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const from = Math.max(0, size - LOG_TAIL);
    const bytes = Buffer.alloc(size - from);
    readSync(handle, bytes, 0, bytes.length, from);
    return bytes.toString('utf8');
  } finally {
    closeSync(handle);
  }
}
