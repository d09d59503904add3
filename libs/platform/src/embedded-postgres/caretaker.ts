import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { codeOf } from '../system-error.js';
import { EmbeddedPostgresError } from './failure.js';
import { type Home } from './home.js';
import { passwordOf, SUPERUSER } from './initialise.js';
import { launchPostmaster, runningPostmaster, stopPostmaster, type Postmaster } from './postmaster.js';

/** How the server is to be run. */
export type Care = {
  readonly settings: Readonly<Record<string, string>>;
  /** Whether a server that dies under us is started again. */
  readonly revive: boolean;
  readonly log: (line: string) => void;
};

/** A server that runs now, and whether it ran already. */
type Joined = { readonly postmaster: Postmaster; readonly attached: boolean };

/** Whoever uses the server shares this lock, which goes with the process that holds it; who gets it alone is the last one. */
const IN_USE = 7_110_509;

/** What is heard of a server that is just ending. */
const ENDING = new Set(['57P01', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);

const ATTEMPTS = 40;
const BETWEEN_ATTEMPTS_MS = 250;

/** The address of a database on the server, under the role of the same name. */
export const urlOf = (home: Home, { port }: Postmaster, role: string): string =>
  `postgres://${role}:${passwordOf(home)}@127.0.0.1:${port}/${role}`;

/**
 * Looks after the server together with everybody else who uses it: who sees it die starts it again, and the last one to leave ends it.
 */
export class Caretaker {
  #joined: { readonly client: Client; readonly postmaster: Postmaster } | undefined;
  #isLeaving = false;
  #revival: Promise<void> = Promise.resolve();

  constructor(
    private readonly home: Home,
    private readonly care: Care,
  ) {}

  /**
   * Joins the server that runs, else starts one, if wanted on this port. One that its last user is just ending is waited for.
   * @throws EmbeddedPostgresError where none can be started, or another server answers
   */
  async join(port?: number): Promise<Joined> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const running = await runningPostmaster(this.home);
      const postmaster = running ?? (await launchPostmaster(this.home, this.care.settings, port));
      if (postmaster !== undefined && (await this.#enter(postmaster))) return { postmaster, attached: running !== undefined };
      await pause(BETWEEN_ATTEMPTS_MS);
    }
    throw new EmbeddedPostgresError(`The PostgreSQL on ${this.home.data} could not be started: see ${this.home.logFile}.`);
  }

  /** Leaves the server, and ends it where nobody else uses it. */
  async stop(): Promise<void> {
    this.#isLeaving = true;
    await this.#revival;
    const joined = this.#joined;
    this.#joined = undefined;
    if (joined === undefined) return;
    // The program has to live until the answers are there.
    asHandle(joined.client).ref();
    if (await isLast(joined.client)) await stopPostmaster(this.home, joined.postmaster);
    await joined.client.end();
  }

  /** Leaves the server as it is, without us. */
  async leave(): Promise<void> {
    this.#isLeaving = true;
    await this.#joined?.client.end();
    this.#joined = undefined;
  }

  /** @returns whether we use it now; not where it is just ending */
  async #enter(postmaster: Postmaster): Promise<boolean> {
    const connectionString = urlOf(this.home, postmaster, SUPERUSER);
    const client = new Client({ connectionString, application_name: 'gongkai caretaker', keepAlive: true });
    // The end of the connection is what counts, not why.
    client.on('error', () => undefined);
    const isIn = await this.#share(client).catch(async (error: unknown) => {
      await client.end();
      if (ENDING.has(codeOf(error))) return false;
      throw error;
    });
    if (!isIn) return false;
    this.#joined = { client, postmaster };
    client.on('end', () => void (this.#revival = this.#afterItsEnd(postmaster.port)));
    asHandle(client).unref();
    return true;
  }

  async #share(client: Client): Promise<boolean> {
    await client.connect();
    const { rows } = await client.query<{ directory: string; shared: boolean }>(
      `SELECT current_setting('data_directory') AS directory, pg_try_advisory_lock_shared($1) AS shared`,
      [IN_USE],
    );
    if (rows[0]?.directory !== this.home.data)
      throw new EmbeddedPostgresError(`Another PostgreSQL answers in place of the one on ${this.home.data}.`);
    // Not shared: whoever was the last has it alone, and ends the server.
    if (!rows[0].shared) await client.end();
    return rows[0].shared;
  }

  /** The port stays, so that everybody who was connected finds it again. */
  async #afterItsEnd(port: number): Promise<void> {
    if (this.#isLeaving) return;
    this.#joined = undefined;
    if (!this.care.revive) return;
    this.care.log('PostgreSQL has ended unexpectedly: starting it again …');
    await this.join(port).catch((error: unknown) => this.care.log(error instanceof Error ? error.message : String(error)));
  }
}

/** Whether an open connection keeps the program alive; missing in the published types. */
const asHandle = (client: Client) => client as Client & { ref(): void; unref(): void };

/** Gives up our share. Who leaves at the same moment does the same, and one of us is the last. */
async function isLast(client: Client): Promise<boolean> {
  try {
    await client.query('SELECT pg_advisory_unlock_shared($1)', [IN_USE]);
    const { rows } = await client.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [IN_USE]);
    return rows[0]?.alone === true;
  } catch {
    // It has just died, or somebody else has ended it: nothing is left to end.
    return false;
  }
}
