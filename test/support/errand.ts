import { randomUUID } from 'node:crypto';
import {
  CommandPool,
  JobQueue,
  JobRunner,
  OutboxRelay,
  type Processors,
  type QueuePlace,
  type Statement,
} from '@gongkai/platform';
import { idleProcessors } from './idle-processors.js';

/** What became of a row of the outbox. */
export type OutboxState = {
  readonly id: string;
  readonly sent_at: Date | null;
  readonly done_at: Date | null;
  readonly dead_at: Date | null;
  readonly attempts: number;
  readonly last_error: string | null;
  readonly next_at: Date;
  /** Milliseconds until it is due. */
  readonly due_in: number;
};

/** How often each job took effect: one row for each time. */
const EFFECTS = 'CREATE TABLE IF NOT EXISTS effect (job_id uuid NOT NULL)';
const effectOf = (id: string): Statement => ({ text: 'INSERT INTO effect (job_id) VALUES ($1)', values: [id] });

/** What a run of `case-changed` does beside its effect; throws to fail. */
export type Deed = (run: { readonly id: string; readonly attempt: number }) => Promise<void>;

/** An outbox in a database, with as many relays and workers as a test wants. */
export class Errands {
  readonly errors: string[] = [];
  readonly #stops: (() => Promise<void>)[] = [];

  private constructor(
    readonly pool: CommandPool,
    private readonly place: QueuePlace,
  ) {}

  static async open(databaseUrl: string, place: QueuePlace): Promise<Errands> {
    const pool = new CommandPool({ url: databaseUrl, max: 30 });
    await pool.query({ text: EFFECTS });
    await pool.query({ text: 'DELETE FROM effect' });
    await pool.query({ text: 'DELETE FROM outbox' });
    return new Errands(pool, place);
  }

  async close(): Promise<void> {
    for (const stop of this.#stops.splice(0).reverse()) await stop();
    await this.pool.close();
  }

  /** Puts jobs into the outbox. @param payload a change of a case where nothing is said */
  async put(
    count: number,
    { job = 'case-changed', payload = change() }: { job?: string; payload?: object } = {},
  ): Promise<readonly string[]> {
    const rows = Array.from({ length: count }, () => ({ id: randomUUID(), job, payload, created_at: '2026-03-02T01:00:00Z' }));
    await this.pool.query({
      text: `INSERT INTO outbox (id, job, payload, created_at)
             SELECT id, job, payload, created_at FROM jsonb_populate_recordset(NULL::outbox, $1)`,
      values: [JSON.stringify(rows)],
    });
    return rows.map(({ id }) => id);
  }

  queue(): JobQueue {
    const queue = new JobQueue(this.place, this.#complain);
    this.#stops.push(() => queue.close());
    return queue;
  }

  relay(queue: Pick<JobQueue, 'send' | 'isMarked' | 'mark'> = this.queue()): OutboxRelay {
    return new OutboxRelay({ pool: this.pool, queue, onError: this.#complain });
  }

  /** A relay that looks each second. */
  startRelay(): void {
    this.#stops.push(this.relay().start({ listen: () => () => undefined }));
  }

  runner(deed: Deed = () => Promise.resolve()): JobRunner {
    const processors: Processors = {
      ...idleProcessors,
      'case-changed': async (_payload, run) => {
        await deed(run);
        return [effectOf(run.id)];
      },
      'turn-changed': () => Promise.resolve([{ text: 'INSERT INTO effect (job_id) VALUES (NULL)' }]),
    };
    return new JobRunner({ pool: this.pool, processors, onError: this.#complain });
  }

  startWorker(deed?: Deed): void {
    const runner = this.runner(deed);
    const worker = this.queue().work((job) => runner.run(job), { concurrency: 4, lockDuration: 5000 });
    this.#stops.push(() => worker.close());
  }

  /** How often each job took effect. */
  async effects(): Promise<Readonly<Record<string, number>>> {
    const { rows } = await this.pool.query<{ id: string; times: number }>({
      text: 'SELECT job_id AS id, count(*)::int AS times FROM effect GROUP BY 1',
    });
    return Object.fromEntries(rows.map(({ id, times }) => [id, times]));
  }

  async states(): Promise<readonly OutboxState[]> {
    const { rows } = await this.pool.query<OutboxState>({
      text: `SELECT id, sent_at, done_at, dead_at, attempts, last_error, next_at,
                    (extract(epoch FROM next_at - now()) * 1000)::int AS due_in FROM outbox`,
    });
    return rows;
  }

  /** The moment by the clock of the database, to a whole millisecond as what it tells of others. */
  async now(): Promise<Date> {
    const { rows } = await this.pool.query<{ now: Date }>({ text: 'SELECT now()' });
    if (rows[0] === undefined) throw new Error('The database does not tell the time.');
    return rows[0].now;
  }

  /** Makes everything due that waits for its time. */
  async hasten(): Promise<void> {
    await this.pool.query({ text: 'UPDATE outbox SET next_at = now() WHERE done_at IS NULL AND dead_at IS NULL' });
  }

  readonly #complain = (error: unknown): void => void this.errors.push(error instanceof Error ? error.message : String(error));
}

/** Each of them once. */
export const once = (ids: readonly string[]): Readonly<Record<string, number>> => Object.fromEntries(ids.map((id) => [id, 1]));

const change = () => ({ caseId: randomUUID(), organId: randomUUID(), version: 1, type: 'NOTED' });
