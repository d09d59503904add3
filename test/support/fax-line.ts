import { readSettings } from '@gongkai/platform';
import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rounds } from '../../apps/worker/src/rounds.js';
import { openTools, type WorkerTools } from '../../apps/worker/src/tools.js';
import type { TestApi } from './api.js';
import { drawProgram } from './drawing.js';
import { lay } from './faxes.js';

/** A fax server's folder, and a worker that looks into it when it is told to. */
export class FaxLine {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'gongkai-spool-'));
  /** What the worker complained of. */
  readonly complaints: string[] = [];
  readonly #tools: WorkerTools;

  constructor(private readonly api: TestApi) {
    const { databaseUrl, clock, settings } = api;
    const { dataDir, secretKeys } = settings;
    const ofWorker = readSettings({ DATA_DIR: dataDir, FAX_SPOOL_DIR: this.folder, SECRET_KEY: secretKeys[0] });
    const complain = (error: unknown): void => void this.complaints.push(String(error));
    this.#tools = openTools({ settings: ofWorker, databaseUrl, clock, drawProgram, complain }, 4);
  }

  /** A file as of so many seconds ago. */
  put(name: string, content: Buffer, seconds = 60): void {
    const at = this.api.clock.now().getTime() / 1000 - seconds;
    utimesSync(lay(this.folder, name, content), at, at);
  }

  /** One round of the worker. */
  look(): Promise<unknown> {
    return rounds.faxes?.work(this.#tools) ?? Promise.reject(new Error('There is no such round.'));
  }

  /** What lies there whole is taken in. */
  async takeIn(): Promise<void> {
    await this.look();
    await this.look();
  }

  async close(): Promise<void> {
    await this.#tools.bell.close();
    await this.#tools.pool.close();
    rmSync(this.folder, { recursive: true });
  }
}
