import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
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

/** Who holds this lock is responsible for the server; the lock goes with the process that held it. */
const RESPONSIBLE = 7_110_509;

const ATTEMPTS = 40;
const BETWEEN_ATTEMPTS_MS = 250;

/** The address of a database on the server, under the role of the same name. */
export const urlOf = (home: Home, { port }: Postmaster, role: string): string =>
  `postgres://${role}:${passwordOf(home)}@127.0.0.1:${port}/${role}`;

/** Joins the server that runs, else starts one, if wanted on this port. @throws EmbeddedPostgresError */
export async function reach(
  home: Home,
  { settings }: Care,
  port?: number,
): Promise<{ postmaster: Postmaster; attached: boolean }> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const running = await runningPostmaster(home);
    if (running !== undefined) return { postmaster: running, attached: true };
    const launched = await launchPostmaster(home, settings, port);
    if (launched !== undefined) return { postmaster: launched, attached: false };
    await pause(BETWEEN_ATTEMPTS_MS);
  }
  throw new EmbeddedPostgresError(`The PostgreSQL on ${home.data} could not be started: see ${home.logFile}.`);
}

/** Looks after the server, as long as nobody else does: starts it again when it dies, and ends it at the end. */
export class Caretaker {
  #responsible = false;
  #stopping = false;

  constructor(
    private readonly home: Home,
    private postmaster: Postmaster,
    private readonly care: Care,
  ) {}

  /**
   * Becomes responsible for the server if nobody else is.
   * @throws EmbeddedPostgresError when another server answers
   */
  async begin(): Promise<void> {
    const client = new Client({
      connectionString: urlOf(this.home, this.postmaster, SUPERUSER),
      application_name: 'gongkai caretaker',
      keepAlive: true,
    });
    // The end of the connection is what counts, not why.
    client.on('error', () => undefined);
    await client.connect();
    this.#responsible = await this.#takeLock(client);
    if (!this.#responsible) return client.end();
    client.on('end', () => void this.#afterItsEnd());
    // Missing in the published types.
    (client as Client & { unref(): void }).unref();
  }

  /** Ends the server if we are responsible for it. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#responsible) await stopPostmaster(this.home, this.postmaster);
  }

  /** Asked again after a wait: it may have changed meanwhile. */
  #hasToStop(): boolean {
    return this.#stopping;
  }

  async #takeLock(client: Client): Promise<boolean> {
    const { rows } = await client.query<{ directory: string; free: boolean }>(
      `SELECT current_setting('data_directory') AS directory, pg_try_advisory_lock($1) AS free`,
      [RESPONSIBLE],
    );
    if (rows[0]?.directory === this.home.data) return rows[0].free;
    await client.end();
    throw new EmbeddedPostgresError(`Another PostgreSQL answers in place of the one on ${this.home.data}.`);
  }

  /** The port stays, so that everybody who was connected finds it again. */
  async #afterItsEnd(): Promise<void> {
    if (this.#hasToStop() || !this.care.revive) return;
    this.care.log('PostgreSQL has ended unexpectedly: starting it again …');
    try {
      ({ postmaster: this.postmaster } = await reach(this.home, this.care, this.postmaster.port));
      await (this.#hasToStop() ? stopPostmaster(this.home, this.postmaster) : this.begin());
    } catch (error) {
      this.care.log(error instanceof Error ? error.message : String(error));
    }
  }
}
