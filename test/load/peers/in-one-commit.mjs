/** For queues that live in the same database: case, history and jobs in one transaction of `pg`, as their manuals say. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { STATES, WITHOUT_TIMERS } from '../bench/floor.mjs';

export { pg };
/** Whole days ahead, so that no reminder comes while it is measured. */
export const DAYS_AHEAD = [28, 21, 14, 7];
export const dayAhead = (days) => new Date(Date.now() + days * 86_400_000);

/** @param arm puts four jobs into the queue, on the client of the transaction; `cancel` takes them out */
export function coursesOf(pool, { arm, cancel }) {
  const inTransaction = async (work) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await work(client);
      await client.query('COMMIT');
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  };
  return () => {
    const id = randomUUID();
    const row = (client, n) => client.query({ name: `rows-${n}`, text: WITHOUT_TIMERS[n], values: [id] });
    const step = (n) => () =>
      inTransaction(async (client) => {
        await row(client, n);
        if (n === 1) await arm(client, id);
        if (n === STATES.length) await cancel(client, id);
      });
    return WITHOUT_TIMERS.map((_, n) => step(n));
  };
}
