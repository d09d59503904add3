import { inTime } from './in-time.js';
import { QueueWorker, type Work } from './queue-worker.js';
import { queueLine, type OpenQueue, type QueueLine, type QueuePlace, type WorkerOptions } from './queue-line.js';

/** A job on its way: the id of its row in the outbox, its name for those who look into the queue, attempts before this one. */
export type SentJob = { readonly id: string; readonly job: string; readonly attempts: number };

/** Set in a queue that was filled from the outbox; a queue without it has lost what was in it. */
const MARK = 'gongkai';
/** Milliseconds for an answer, and for a connection. */
const PATIENCE = 10_000;
const CONNECTED_WITHIN = 5_000;

/**
 * A job leaves the queue when it ends, however it ended: what became of it stands in the outbox. The next attempt is another one,
 * so what is left of the last does not stand in its way.
 */
const asBull = ({ id, job, attempts }: SentJob) => ({
  name: job,
  data: { id },
  opts: { jobId: `${id}-${attempts}`, attempts: 1, removeOnComplete: true, removeOnFail: true },
});

/**
 * The queue between the relay and the workers, on PostgreSQL or Redis. It carries ids and may lose them at any time: the
 * outbox is what counts. After an error the connection is made anew, with everything it needs.
 */
export class JobQueue {
  readonly #line: QueueLine;
  #open: Promise<OpenQueue> | undefined;

  constructor(
    place: QueuePlace,
    private readonly onError: (error: unknown) => void,
  ) {
    this.#line = queueLine(place);
  }

  /** Puts jobs at the end of the queue; those that are in it already are not put twice. */
  async send(jobs: readonly SentJob[]): Promise<void> {
    await this.#use((queue) => queue.addBulk(jobs.map(asBull)));
  }

  /** Whether the queue still is the one that was marked: false after it was flushed, or lost. */
  async isMarked(): Promise<boolean> {
    return this.#use((queue) => queue.getBackend().hasQueueMetaField(MARK));
  }

  /** Marks the queue as filled from the outbox. */
  async mark(): Promise<void> {
    await this.#use((queue) => queue.getBackend().setQueueMeta({ [MARK]: 1 }));
  }

  /** Begins to take jobs from the queue. */
  work(work: Work, options: WorkerOptions): QueueWorker {
    return new QueueWorker({ line: this.#line, work, options, onError: this.onError });
  }

  /** Gives the connection back. Workers are closed by themselves. */
  async close(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    await (await open?.catch(() => undefined))?.close();
  }

  async #use<T>(work: (queue: OpenQueue) => Promise<T>): Promise<T> {
    const open = (this.#open ??= this.#connect());
    try {
      return await inTime(open.then(work), PATIENCE);
    } catch (error) {
      if (this.#open === open) this.#open = undefined;
      // Nothing more is expected of this connection, not even that it closes.
      void open.then((queue) => queue.close()).catch(() => undefined);
      throw error;
    }
  }

  async #connect(): Promise<OpenQueue> {
    await this.#line.prepare();
    const queue = this.#line.queue();
    queue.on('error', () => undefined);
    try {
      // Redis would be waited for without end, and the connection keep the program alive.
      await inTime(queue.waitUntilReady(), CONNECTED_WITHIN);
      return queue;
    } catch (error) {
      void queue.close().catch(() => undefined);
      throw error;
    }
  }
}
