import type { Bell } from '../bell/bell.js';
import type { CommandPool } from '../command-pool.js';
import { Often } from '../often.js';
import type { Statement } from '../pg-values.js';
import type { JobQueue, SentJob } from './job-queue.js';

/** What the relay works with. */
export type RelayParts = {
  readonly pool: CommandPool;
  readonly queue: Pick<JobQueue, 'send' | 'isMarked' | 'mark'>;
  readonly onError: (error: unknown) => void;
};

/** Rows that are sent at a time. */
const BATCH = 200;
/** Seconds between two looks, where the bell is silent. */
const EVERY = 1;

const DUE: Statement = {
  name: 'outbox-due',
  text: `
    SELECT id, job, attempts FROM outbox WHERE next_at <= now() AND done_at IS NULL AND dead_at IS NULL
     ORDER BY next_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
};

/** Sent is not done: what is not done after a while is sent again. */
const SENT = `UPDATE outbox SET sent_at = now(), next_at = now() + interval '5 minutes' WHERE id = ANY($1::uuid[])`;

/** What is being done at this moment is locked, and left alone. */
const ALL_AGAIN: Statement = {
  text: `
    UPDATE outbox SET sent_at = NULL, next_at = now() WHERE id IN (
      SELECT id FROM outbox WHERE sent_at IS NOT NULL AND done_at IS NULL AND dead_at IS NULL FOR UPDATE SKIP LOCKED)`,
};

/**
 * Carries the outbox into the queue. Several may do it at once. It can die anywhere: what was put into the queue but not noted
 * as sent is put there again, where the id keeps it from being there twice; and done is done.
 */
export class OutboxRelay {
  /** Whether the queue holds all that was sent; not known at the start, nor after anything went wrong. */
  #isSure = false;

  constructor(private readonly parts: RelayParts) {}

  /** Sends everything that is due. @returns how many jobs that were */
  async round(): Promise<number> {
    try {
      await this.#trust();
      let sent = await this.#batch();
      let all = sent;
      while (sent === BATCH) all += sent = await this.#batch();
      return all;
    } catch (error) {
      this.#isSure = false;
      throw error;
    }
  }

  /** Does so whenever the bell rings, and each second by itself. @returns stops it */
  start(bell: Pick<Bell, 'listen'>): () => Promise<void> {
    const rounds = new Often({ work: () => this.round(), every: EVERY, onError: this.parts.onError });
    const deafen = bell.listen(() => rounds.wake());
    return async () => {
      deafen();
      await rounds.stop();
    };
  }

  /** A queue that has lost what was in it gets all of it again. */
  async #trust(): Promise<void> {
    const { pool, queue } = this.parts;
    const isMarked = await queue.isMarked();
    if (this.#isSure && isMarked) return;
    await pool.query(ALL_AGAIN);
    // After the rows: who dies in between does both again.
    if (!isMarked) await queue.mark();
    this.#isSure = true;
  }

  async #batch(): Promise<number> {
    const { pool, queue } = this.parts;
    return pool.flights({ organId: '', reads: [DUE] }, async ([rows], transaction) => {
      const due = rows as SentJob[];
      if (due.length === 0) return 0;
      await queue.send(due);
      await transaction.commit({ name: 'outbox-sent', text: SENT, values: [due.map(({ id }) => id)] });
      return due.length;
    });
  }
}
