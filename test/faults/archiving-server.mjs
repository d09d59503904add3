import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

/** PostgreSQL refuses to run as root. */
const ACCOUNT = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const PATIENCE = 60_000;

/** As docs/operations.md has it: each segment is copied once, has its name when it is on the disk, and is never written over. */
const ARCHIVE = (to) => `test ! -f "${to}/%f" && cp "%p" "${to}/.%f" && sync "${to}/.%f" && mv "${to}/.%f" "${to}/%f"`;
const FETCH = (from) => `cp "${from}/%f" "%p"`;

const DATABASE = [
  (password) => `CREATE ROLE gongkai LOGIN PASSWORD '${password}'`,
  () => `CREATE DATABASE gongkai OWNER gongkai ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8' TEMPLATE template0`,
];

/** A server as docs/operations.md describes it for production: it archives what is written. In a folder of its own, on this machine alone. */
export class ArchivingServer {
  #child;
  #password = randomBytes(16).toString('hex');

  /** @param programs the folder of initdb, postgres and pg_basebackup */
  constructor({ programs, folder, port }) {
    Object.assign(this, { programs, folder, port });
    this.data = path.join(folder, 'data');
    this.archive = path.join(folder, 'archive');
    this.base = path.join(folder, 'base');
  }

  get url() {
    return this.#urlOf('gongkai', 'gongkai');
  }

  async begin() {
    fs.chmodSync(this.folder, 0o711);
    for (const place of [this.data, this.archive, this.base]) this.#ownFolder(place);
    const secret = path.join(this.folder, 'password');
    fs.writeFileSync(secret, this.#password, { mode: 0o600 });
    if (ACCOUNT.uid !== undefined) fs.chownSync(secret, ACCOUNT.uid, ACCOUNT.gid);
    await this.#program('initdb', ['-D', this.data, '-U', 'postgres', '-A', 'scram-sha-256', '-E', 'UTF8', `--pwfile=${secret}`]);
    await this.#start({ archive_mode: 'on', archive_command: ARCHIVE(this.archive) });
    for (const statement of DATABASE) await this.ask(statement(this.#password));
  }

  /** A copy of the whole data folder, while people work. */
  backUp() {
    const to = ['-D', this.base, '-h', '127.0.0.1', '-p', String(this.port), '-U', 'postgres'];
    return this.#program('pg_basebackup', [...to, '-X', 'stream', '-c', 'fast'], { PGPASSWORD: this.#password });
  }

  /** The clock of the server, as it writes it beside each commit. */
  async now() {
    const [{ now }] = await this.ask('SELECT clock_timestamp()::text AS now');
    return now;
  }

  /** Until everything that is written by now lies in the archive. */
  async archived() {
    const [{ segment }] = await this.ask('SELECT pg_walfile_name(pg_switch_wal()) AS segment');
    await eventually(`the segment ${segment} in the archive`, async () => {
      const [{ last }] = await this.ask('SELECT last_archived_wal AS last FROM pg_stat_archiver');
      return last >= segment;
    });
    return fs.readdirSync(this.archive).length;
  }

  /** As a power cut, and then a disk that is gone. */
  async destroy() {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
    fs.rmSync(this.data, { recursive: true });
  }

  /** From the base backup and the archive, up to a moment and no further. */
  async restoreTo(moment) {
    this.#ownFolder(this.data);
    await run('cp', ['-a', `${this.base}/.`, this.data]);
    const signal = path.join(this.data, 'recovery.signal');
    fs.writeFileSync(signal, '');
    if (ACCOUNT.uid !== undefined) fs.chownSync(signal, ACCOUNT.uid, ACCOUNT.gid);
    const recovery = { recovery_target_time: moment, recovery_target_action: 'promote' };
    await this.#start({ restore_command: FETCH(this.archive), archive_mode: 'off', ...recovery });
    await eventually('the end of the recovery', async () => {
      const [{ busy }] = await this.ask('SELECT pg_is_in_recovery() AS busy');
      return !busy;
    });
  }

  async stop() {
    if (this.#child === undefined || this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGINT');
    await ended;
  }

  async ask(text) {
    const client = new pg.Client({ connectionString: this.#urlOf('postgres', 'postgres') });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  }

  async #start(settings) {
    const all = { listen_addresses: '127.0.0.1', port: this.port, unix_socket_directories: '', ...settings };
    const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const log = fs.openSync(path.join(this.folder, 'server.log'), 'a');
    const stdio = ['ignore', log, log];
    this.#child = spawn(path.join(this.programs, 'postgres'), ['-D', this.data, ...options], { ...this.#as(), stdio });
    fs.closeSync(log);
    const child = this.#child;
    process.once('exit', () => child.kill('SIGKILL'));
    await eventually('a server that answers', async () => {
      if (child.exitCode !== null) throw new Error(`PostgreSQL ended at its start: ${this.#lastWords()}`);
      return this.ask('SELECT 1').then(
        () => true,
        () => false,
      );
    });
  }

  #lastWords() {
    return fs.readFileSync(path.join(this.folder, 'server.log'), 'utf8').trim().split('\n').slice(-3).join(' ');
  }

  #ownFolder(place) {
    fs.mkdirSync(place, { mode: 0o700 });
    if (ACCOUNT.uid !== undefined) fs.chownSync(place, ACCOUNT.uid, ACCOUNT.gid);
  }

  #program(name, args, env = {}) {
    return run(path.join(this.programs, name), args, { ...this.#as(env), timeout: 120_000 });
  }

  #as(env = {}) {
    return { ...ACCOUNT, cwd: '/', env: { PATH: '/usr/bin:/bin', ...env } };
  }

  #urlOf(role, database) {
    return `postgres://${role}:${this.#password}@127.0.0.1:${this.port}/${database}`;
  }
}

async function eventually(what, holds) {
  for (let waited = 0; waited < PATIENCE; waited += 50) {
    if (await holds()) return;
    await pause(50);
  }
  throw new Error(`There was no sign of ${what} within a minute.`);
}
