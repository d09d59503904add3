import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { localDate } from '@gongkai/calendar';
import { loadOrgans, readDemoOrgans } from '@gongkai/casework';
import { createDataSource, type QueuePlace } from '@gongkai/platform';
import type { DataSource } from 'typeorm';
import { freePort } from './free-port.js';
import { Officer } from './officer.js';
import { inheritedEnvironment } from './settings.js';

const PASSWORD = 'gongkai-demo';

/** Any number that only this test locks: while it is held, no job can end. */
const GATE = 4711;

/** Notes each time that a job ends, also a second time; and keeps jobs from ending while the gate is closed. */
const NOTES = [
  'CREATE TABLE ending (job_id uuid NOT NULL)',
  `CREATE FUNCTION note_ending() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
     PERFORM pg_advisory_xact_lock_shared(${GATE});
     INSERT INTO ending VALUES (NEW.id);
     RETURN NULL;
   END $$`,
  'CREATE TRIGGER note_ending AFTER UPDATE OF done_at ON outbox FOR EACH ROW EXECUTE FUNCTION note_ending()',
];

/** A process of the program. */
export type Program = {
  readonly url: string;
  /** Lets it stand still, as a machine that swaps or a debugger does. */
  readonly freeze: () => unknown;
  readonly kill: () => Promise<unknown>;
  /** Asks it to end. @returns exit code */
  readonly stop: () => Promise<number | null>;
};

/** What became of the jobs of an installation. */
export type Tally = {
  readonly entries: number;
  readonly told: number;
  readonly jobs: number;
  readonly ended: number;
  readonly endings: number;
};

/** An installation of the program as it was built: a database, queues, and as many processes as a test wants. */
export class Installation {
  readonly #programs: Program[] = [];
  readonly #dataDir = mkdtempSync(path.join(tmpdir(), 'gongkai-installation-'));

  private constructor(
    readonly source: DataSource,
    private readonly databaseUrl: string,
    private readonly queues: QueuePlace,
  ) {}

  /** @param databaseUrl a migrated, empty database */
  static async open(databaseUrl: string, queues: QueuePlace): Promise<Installation> {
    const source = await createDataSource(databaseUrl, { poolSize: 4 }).initialize();
    await loadOrgans(source, readDemoOrgans('config'), { since: localDate('2019-01-01'), password: PASSWORD });
    for (const note of NOTES) await source.query(note);
    return new Installation(source, databaseUrl, queues);
  }

  /** The same installation after its database came back, perhaps elsewhere. */
  static async again(databaseUrl: string, queues: QueuePlace): Promise<Installation> {
    return new Installation(await createDataSource(databaseUrl, { poolSize: 4 }).initialize(), databaseUrl, queues);
  }

  async close(): Promise<void> {
    await this.killAll();
    await this.source.destroy().catch(() => undefined);
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  async killAll(): Promise<void> {
    await Promise.all(this.#programs.splice(0).map(({ kill }) => kill()));
  }

  /** @param doors settings of the lines it listens at */
  startWorker(doors: Readonly<Record<string, string>> = {}): Promise<Program> {
    return this.#start('worker', 'The worker is running.', { ...this.#settings(), ...doors });
  }

  /** @param doors as above */
  startApi(doors: Readonly<Record<string, string>> = {}): Promise<Program> {
    return this.#start('api', 'Gongkai is running', { ...this.#settings(), ...doors });
  }

  /** The portal of another network: it knows nothing of this installation but what it is told. */
  startRelay(settings: Readonly<Record<string, string>>): Promise<Program> {
    return this.#start('api', 'The portal is running', { ...settings, SERVES: 'relay' });
  }

  officer(api: Program, role: string): Promise<Officer> {
    return Officer.logIn(api.url, `${role}.bureau`, PASSWORD);
  }

  /** Journal entries and the jobs that tell of them; jobs, those that have ended, and how often jobs ended. */
  async tally(): Promise<Tally> {
    const [row] = await this.source.query<[Tally]>(`
      SELECT (SELECT count(*)::int FROM journal) AS entries,
             (SELECT count(*)::int FROM outbox WHERE job = 'case-changed') AS told,
             (SELECT count(*)::int FROM outbox) AS jobs,
             (SELECT count(DISTINCT job_id)::int FROM ending) AS ended,
             (SELECT count(*)::int FROM ending) AS endings`);
    return row;
  }

  async #start(app: string, word: string, settings: Readonly<Record<string, string>>): Promise<Program> {
    const port = await freePort();
    const child = spawn(process.execPath, [`dist/apps/${app}/src/main.js`], {
      env: { ...inheritedEnvironment(), ...settings, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const program = programOf(child, `http://127.0.0.1:${port}`);
    this.#programs.push(program);
    // What a server complains of is seen beside what the test complains of.
    if (app === 'api') child.stderr.pipe(process.stderr, { end: false });
    await saying(child, word);
    return program;
  }

  #settings(): Readonly<Record<string, string>> {
    const { backend, url } = this.queues;
    return {
      DATABASE_URL: this.databaseUrl,
      QUEUE_BACKEND: backend,
      ...(backend === 'redis' ? { REDIS_URL: url } : {}),
      DATA_DIR: this.#dataDir,
      SECRET_KEY: 'a secret of the tests that is long enough',
      TODAY: '2026-03-02',
    };
  }
}

function programOf(child: ChildProcess, url: string): Program {
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    return child.exitCode;
  };
  return {
    url,
    freeze: () => child.kill('SIGSTOP'),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** Waits for a word. @throws Error with what it said instead */
async function saying(child: ChildProcess, word: string): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes(word)) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`It ended: ${said}`)));
  });
}

/** Closes the gate: jobs are taken and cannot end. @returns opens it; what a killed worker left waiting is undone first */
export async function closeGate(source: DataSource): Promise<() => Promise<void>> {
  const gate = source.createQueryRunner();
  await gate.query('SELECT pg_advisory_lock($1)', [GATE]);
  return async () => {
    await gate.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'gongkai commands'`);
    await gate.query('SELECT pg_advisory_unlock($1)', [GATE]);
    await gate.release();
  };
}
