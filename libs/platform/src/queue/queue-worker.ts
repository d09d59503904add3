import { setTimeout as wait } from 'node:timers/promises';
import type { OpenWorker, QueueLine, WorkerOptions } from './queue-line.js';

/** What is done with a job. */
export type Work = (job: { readonly id: string; readonly deaths: number }) => Promise<void>;

type Parts = {
  readonly line: QueueLine;
  readonly work: Work;
  readonly options: WorkerOptions;
  readonly onError: (error: unknown) => void;
};

/** Milliseconds before a broken connection is made anew. */
const AGAIN = 1_000;

/** Takes jobs from the queue until it is closed; when its connection breaks, or the queue is gone, it begins anew. */
export class QueueWorker {
  readonly #end = new AbortController();
  readonly #running: Promise<void>;
  #worker: OpenWorker | undefined;

  constructor(private readonly parts: Parts) {
    this.#running = this.#run();
  }

  /** Finishes the jobs that are under way. */
  async close(): Promise<void> {
    this.#end.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#end;
    while (!signal.aborted) {
      await this.#workUntilBroken(signal).catch(this.parts.onError);
      // Waking early is how it ends.
      await wait(AGAIN, undefined, { signal }).catch(() => undefined);
    }
  }

  async #workUntilBroken(signal: AbortSignal): Promise<void> {
    const { line, work, options } = this.parts;
    await line.prepare();
    const broken = new Promise<Error>((resolve) => {
      const worker = line.worker((job) => work({ id: job.data.id, deaths: job.stalledCounter }), options);
      worker.on('error', resolve);
      this.#worker = worker;
    });
    const error = await Promise.race([broken, aborted(signal)]);
    // Where nothing is broken the jobs under way are waited for, however long they take.
    if (error === undefined) return this.#worker?.close();
    // By force: a graceful end would wait for answers that may never come.
    void this.#worker?.close(true).catch(() => undefined);
    throw error;
  }
}

const aborted = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
