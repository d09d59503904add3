import { execFileSync, fork, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../dist/libs/platform/src/index.js';
import { Api } from './api.mjs';
import { answersIn } from './asked.mjs';
import { FilesDisk } from './disk.mjs';
import { SETTINGS } from './plan.mjs';

const WORKERS = 2;
/** Looks at whether somebody was refused. */
const PATIENCE_WITH_DISK = 500;
/** Looks at whether somebody asks the API for something. */
const PATIENCE_WITH_PEOPLE = 2000;

/** The machines of an office, each of which may die: database, queue, workers, API, and the process in which people act. */
export class Office {
  #workers = [];
  #player;
  #server;
  #ended = false;

  /** @param redis as `startRedis` gives it; without one the queue is in the database */
  constructor({ folder, redis, today }) {
    Object.assign(this, {
      folder,
      redis,
      today,
      disk: new FilesDisk(folder),
      api: new Api(folder),
      refusals: 0,
      asked: 0,
      brokenOff: 0,
    });
  }

  get url() {
    return this.#server.url;
  }

  async startDatabase() {
    this.#server = await startEmbeddedPostgres({ dataDir: this.folder, log: () => undefined, revive: false });
  }

  /**
   * As whoever watches over processes does it: those that have ended are started anew. Their clocks stand still on the day before the
   * year: what is due is rung by those who act.
   */
  startWorkers() {
    this.#workers = this.#workers.filter(isAlive);
    while (this.#workers.length < WORKERS) this.#workers.push(this.#startWorker());
  }

  get #env() {
    const queue = this.redis === undefined ? {} : { QUEUE_BACKEND: 'redis', REDIS_URL: this.redis.url };
    const env = { PATH: process.env.PATH, ...queue, DATABASE_URL: this.url, DATA_DIR: this.folder, OCR: 'off' };
    return { ...env, SECRET_KEY: SETTINGS.secretKeys[0] };
  }

  /** Its clock is that of those who act. */
  async startApi() {
    await this.api.start({ today: this.today, env: this.#env });
  }

  #startWorker(more = {}) {
    return spawn(process.execPath, ['dist/apps/worker/src/main.js'], {
      env: { ...this.#env, TODAY: this.today, ...more },
      stdio: ['ignore', 'ignore', process.env.TORMENT_LOG ? 'inherit' : 'ignore'],
    });
  }

  /** Lets people go on where they stopped. @returns what has become of it: all is played, or they were cut off */
  async play({ organ, seed, cases, http, from = '', onDay = () => undefined }) {
    const env = { PATH: process.env.PATH, DATABASE_URL: this.url, ACKNOWLEDGED: this.acknowledgedFile, DATA_DIR: this.folder };
    const asked = { ORGAN: organ, SEED: String(seed), CASES: String(cases), HTTP: String(http), API: this.api.address };
    const player = fork('test/faults/tormented/player.mjs', {
      env: { ...env, ...asked, FROM: from },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#player = player;
    let [complaint, played] = ['', undefined];
    player.stderr.on('data', (said) => (complaint += said));
    player.on('message', (told) => {
      if ('count' in told) this[told.count] += 1;
      else if ('played' in told) played = told.played;
      else onDay(told);
    });
    await once(player, 'exit');
    return { played, complaint };
  }

  get acknowledgedFile() {
    return path.join(this.folder, 'acknowledged');
  }

  /** Each once, though a command that was taken before is acknowledged again. A line that was not written to its end acknowledges nothing. */
  acknowledged() {
    const lines = fs.readFileSync(this.acknowledgedFile, 'utf8').split('\n').slice(0, -1);
    return [...new Set(lines)];
  }

  answer(answer) {
    fs.appendFileSync(this.answersFile, `${JSON.stringify({ id: randomUUID(), answer })}\n`);
  }

  /** What was acknowledged over HTTP: of which case, and as its how many-th version. */
  answered() {
    return answersIn(this.answersFile);
  }

  get answersFile() {
    return `${this.acknowledgedFile}.http`;
  }

  acknowledge(id) {
    fs.appendFileSync(this.acknowledgedFile, `${id}\n`);
  }

  killPlayer() {
    this.#player?.kill('SIGKILL');
  }

  /** Kills it while it is asked something, so many milliseconds after that was sent; where nobody asks, after a while. */
  async killApi(after) {
    const before = this.asked;
    for (let tries = 0; this.asked === before && isAlive(this.#player) && tries < PATIENCE_WITH_PEOPLE; tries += 1)
      await pause(5);
    await pause(after);
    this.api.kill();
  }

  async killWorker(which) {
    const [worker] = this.#workers.splice(which % WORKERS, 1);
    await endOf(worker, 'SIGKILL');
    this.startWorkers();
  }

  /** @param signal SIGKILL as a power cut, SIGQUIT as an immediate stop */
  async killDatabase(signal) {
    const pid = fs.readFileSync(path.join(this.#server.dataDirectory, 'postmaster.pid'), 'utf8');
    process.kill(Number.parseInt(pid, 10), signal);
    await this.#everybodyOut();
    await this.#server.stop();
    await this.startDatabase();
    this.startWorkers();
    await this.startApi();
  }

  /** Fills the disk of the files until somebody was refused, or nobody handed anything in for a while; then there is room again. */
  async fillDisk() {
    const before = this.refusals;
    this.disk.fill();
    for (let tries = 0; this.refusals === before && isAlive(this.#player) && tries < PATIENCE_WITH_DISK; tries += 1)
      await pause(20);
    this.disk.makeRoom();
  }

  /** One worker is on a machine whose clock is wrong from now on, until the next is. @param by as `+3d`, `-5h` */
  async skewWorker(which, by) {
    const [worker] = this.#workers.splice(which % WORKERS, 1);
    await endOf(worker, 'SIGKILL');
    this.#workers.push(this.#startWorker(skewedBy(by)));
  }

  /** Jobs are handed over the last first. */
  async turnRound() {
    await this.ask(`UPDATE outbox SET sent_at = NULL, next_at = turned.next_at
      FROM (SELECT id, now() - interval '1 hour' - make_interval(secs => row_number() OVER (ORDER BY created_at)) AS next_at
              FROM outbox WHERE done_at IS NULL) AS turned WHERE turned.id = outbox.id AND outbox.done_at IS NULL`);
  }

  /** Cuts every line to the database that is open. */
  async cutLines() {
    await this.ask(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
  }

  /** What was handed over is handed over once more: jobs come twice. */
  async forgetHandedOver() {
    await this.ask('UPDATE outbox SET sent_at = NULL, next_at = now() WHERE done_at IS NULL');
  }

  /** What was handed over and lost on the way is handed over again after five minutes: they are over now. */
  async letTimePass() {
    await this.ask('UPDATE outbox SET next_at = now() WHERE done_at IS NULL');
  }

  /** Jobs that have not ended. */
  async left() {
    const [{ left }] = await this.ask('SELECT count(*)::int AS left FROM outbox WHERE done_at IS NULL');
    return left;
  }

  async ask(text) {
    const client = new pg.Client({ connectionString: this.url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  async close() {
    if (this.#ended) return;
    this.#ended = true;
    await this.#everybodyOut();
    await this.#server?.stop();
    this.disk.remove();
  }

  /** Nobody works any more; the database answers still. */
  async sendHome() {
    await this.#everybodyOut();
  }

  async #everybodyOut() {
    this.killPlayer();
    await this.api.stop();
    await Promise.all(this.#workers.splice(0).map((worker) => endOf(worker, 'SIGKILL')));
  }
}

const isAlive = ({ exitCode, signalCode }) => exitCode === null && signalCode === null;

async function endOf(child, signal) {
  if (child === undefined || !isAlive(child)) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** Settings with which a program runs on a machine whose clock is wrong. */
function skewedBy(by) {
  const library = execFileSync('faketime', ['-f', by, 'printenv', 'LD_PRELOAD'], { encoding: 'utf8' }).trim();
  return { LD_PRELOAD: library, FAKETIME: by, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
}
