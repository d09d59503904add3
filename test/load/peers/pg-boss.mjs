import { randomUUID } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import { coursesOf, dayAhead, DAYS_AHEAD, pg } from './in-one-commit.mjs';

const QUEUE = 'reminder';

/** Jobs with `startAfter` in the transaction of the case; the four are inserted, and cancelled, together. */
export const pgBoss = (url) => ({
  name: 'pg-boss',
  start: async (clients) => {
    const boss = new PgBoss({ connectionString: url, max: 2, supervise: false, schedule: false });
    await boss.start();
    await boss.createQueue(QUEUE);
    const pool = new pg.Pool({ connectionString: url, max: clients });
    const through = (client) => ({ db: { executeSql: (text, values) => client.query(text, values) } });
    const jobs = new Map();
    const arm = async (client, caseId) => {
      const four = DAYS_AHEAD.map((days) => ({ id: randomUUID(), data: { caseId }, startAfter: dayAhead(days) }));
      await boss.insert(QUEUE, four, through(client));
      jobs.set(
        caseId,
        four.map(({ id }) => id),
      );
    };
    const cancel = async (client, caseId) => {
      await boss.cancel(QUEUE, jobs.get(caseId), through(client));
      jobs.delete(caseId);
    };
    const stop = async () => {
      await pool.end();
      await boss.stop({ graceful: false });
    };
    return { course: coursesOf(pool, { arm, cancel }), stop };
  },
});
