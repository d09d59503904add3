import { jobs, type JobName, type JobPayload } from '@gongkai/contracts';
import type { CommandPool, OpenTransaction } from '../command-pool.js';
import type { Statement } from '../pg-values.js';
import { traced } from '../tracing/traced.js';

/** One run of a job. */
export type JobRun = {
  /** The same for every run of this job: what cannot be written in the job's own transaction is told apart by it. */
  readonly id: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** Reads in the job's transaction. */
  readonly read: OpenTransaction['read'];
};

/**
 * What is to be done for a job. The statements it answers with are written together with the note that the job is done: all or
 * nothing, and once. It must not take longer than `JOB_PATIENCE`.
 */
export type Processor<Name extends JobName> = (payload: JobPayload<Name>, run: JobRun) => Promise<readonly Statement[]>;
export type Processors = { readonly [Name in JobName]: Processor<Name> };

/**
 * Milliseconds for which the transaction of a job stays open while its processor works: longer than the slowest of the programs that
 * draw, read and print pages is waited for, its start and a whole turn included. For the `idleTimeout` of a pool that does jobs.
 */
export const JOB_PATIENCE = 3 * 60_000;

/** A job that no further attempt can do. */
export class Undoable extends Error {}

export type RunnerParts = {
  readonly pool: CommandPool;
  readonly processors: Processors;
  /** Told about each attempt that failed; the row in the outbox keeps it too. */
  readonly onError: (error: unknown) => void;
};

/** With pauses that double from two seconds to an hour, the last of so many attempts is four hours after the first. */
const ATTEMPTS = 15;
/** Workers that die over a job, one after the other, count as an attempt. */
const DEATHS = 3;
const WORDS = 500;

type Row = { readonly job: string; readonly payload: unknown; readonly attempts: number };

/** Waits for who holds the row: the relay for a moment, or another run that may have done it by then. */
const TAKE = `
  SELECT job, payload, attempts FROM outbox WHERE id = $1 AND done_at IS NULL AND dead_at IS NULL FOR UPDATE`;
const DONE = 'UPDATE outbox SET done_at = now() WHERE id = $1';
const FAILED = `
  UPDATE outbox SET attempts = attempts + 1, last_error = $2, sent_at = NULL,
         next_at = now() + least(power(2, attempts + 1), 3600) * interval '1 second',
         dead_at = CASE WHEN $3 OR attempts + 1 >= ${ATTEMPTS} THEN now() END
   WHERE id = $1 AND done_at IS NULL AND dead_at IS NULL
  RETURNING job, attempts, dead_at IS NOT NULL AS dead`;

/** Does the jobs of the outbox, each once, however often it is sent. */
export class JobRunner {
  constructor(private readonly parts: RunnerParts) {}

  /**
   * Runs a job. One that is done or dead is left alone; one that fails is noted, and sent again later.
   * @param deaths how many workers have died over it
   * @throws Error when not even the failure could be noted
   */
  async run({ id, deaths }: { readonly id: string; readonly deaths: number }): Promise<void> {
    try {
      if (deaths >= DEATHS) throw new Error(`${deaths} workers have died over it.`);
      await this.#attempt(id);
    } catch (error) {
      await this.#note(id, error);
    }
  }

  async #attempt(id: string): Promise<void> {
    const reads = [{ name: 'outbox-take', text: TAKE, values: [id] }];
    await this.parts.pool.flights({ organId: '', reads }, async ([rows], transaction) => {
      const [row] = rows as Row[];
      if (row === undefined) return;
      const run = { id, attempt: row.attempts + 1, read: transaction.read };
      const told = { 'gongkai.job_id': id, 'gongkai.attempt': run.attempt };
      const effects = await traced(`job ${row.job}`, told, () => this.#effectsOf(row, run));
      await transaction.commit({ name: 'outbox-done', text: DONE, values: [id] }, ...effects);
    });
  }

  #effectsOf({ job, payload }: Row, run: JobRun): Promise<readonly Statement[]> {
    // A newer version may have put it there, and still be starting: it is tried again like everything that fails.
    if (!isKnown(job)) throw new Error(`Nobody here knows jobs called ${job}.`);
    const read = jobs[job].safeParse(payload);
    if (!read.success)
      throw new Undoable(`The payload cannot be read: ${read.error.issues.map(({ message }) => message).join('; ')}`);
    const processor = this.parts.processors[job] as Processor<JobName>;
    return processor(read.data, run);
  }

  async #note(id: string, error: unknown): Promise<void> {
    const words = (error instanceof Error ? error.message : String(error)).slice(0, WORDS);
    const values = [id, words, error instanceof Undoable];
    const { rows } = await this.parts.pool.query<{ job: string; attempts: number; dead: boolean }>({ text: FAILED, values });
    const [row] = rows;
    if (row === undefined) return;
    const then = row.dead ? 'It will not be tried again' : 'It will be tried again';
    this.parts.onError(new Error(`job ${row.job} ${id}, attempt ${row.attempts}: ${words} (${then}.)`, { cause: error }));
  }
}

const isKnown = (job: string): job is JobName => Object.hasOwn(jobs, job);
