import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { freePort } from '../../load/bench/by-desk.mjs';

const PRELOADED = ['--import', path.resolve('test/faults/tormented/api-clock.mjs')];
const BEFORE_THE_NEXT_MS = 200;

/** Where the moment stands that an office has. */
export const clockFile = (folder) => path.join(folder, 'office-clock');

/** Writes the moment down, whole: somebody may read it just now. @param ms since 1970 */
export function setClock(folder, ms) {
  const draft = `${clockFile(folder)}.draft`;
  fs.writeFileSync(draft, String(ms));
  fs.renameSync(draft, clockFile(folder));
}

/** The API of an office as a process of its own, started anew whenever it ends, as whoever watches over processes does it. */
export class Api {
  #process;
  #env;

  /** @param folder of the office */
  constructor(folder) {
    this.folder = folder;
  }

  /** @param today before anybody acts @param env of its office */
  async start({ today, env }) {
    this.port ??= await freePort();
    if (!fs.existsSync(clockFile(this.folder))) setClock(this.folder, Date.parse(`${today}T01:00:00Z`));
    const own = { PORT: String(this.port), OFFICE_CLOCK: clockFile(this.folder) };
    this.#env = { ...env, ...own };
    this.#run();
  }

  get address() {
    return `http://127.0.0.1:${this.port}`;
  }

  #run() {
    const said = process.env.TORMENT_LOG ? 'inherit' : 'ignore';
    const started = spawn(process.execPath, [...PRELOADED, 'dist/apps/api/src/main.js'], {
      env: this.#env,
      stdio: ['ignore', 'ignore', said],
    });
    this.#process = started;
    started.once('exit', () => setTimeout(() => this.#process === started && this.#run(), BEFORE_THE_NEXT_MS));
  }

  /** In the midst of whatever it does. */
  kill() {
    this.#process?.kill('SIGKILL');
  }

  /** It is not started anew. */
  async stop() {
    const ended = this.#process;
    this.#process = undefined;
    if (ended === undefined || ended.exitCode !== null || ended.signalCode !== null) return;
    ended.kill('SIGKILL');
    await once(ended, 'exit');
  }
}
