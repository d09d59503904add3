import { makeWorkerUtils } from 'graphile-worker';
import { coursesOf, dayAhead, DAYS_AHEAD, pg } from './in-one-commit.mjs';

const ADD = `
  SELECT graphile_worker.add_job('reminder', json_build_object('caseId', $1::text), run_at => at, job_key => $1::text || ':' || n)
    FROM unnest($2::timestamptz[]) WITH ORDINALITY AS ahead (at, n)`;
const REMOVE = `SELECT graphile_worker.remove_job($1::text || ':' || n) FROM generate_series(1, $2::int) AS n`;

/** Jobs with a key, added and removed by its SQL functions in the transaction of the case. */
export const graphileWorker = (url) => ({
  name: 'graphile-worker',
  start: async (clients) => {
    const utils = await makeWorkerUtils({ connectionString: url, maxPoolSize: 1 });
    await utils.migrate();
    await utils.release();
    const pool = new pg.Pool({ connectionString: url, max: clients });
    const arm = (client, id) => client.query({ name: 'add', text: ADD, values: [id, DAYS_AHEAD.map(dayAhead)] });
    const cancel = (client, id) => client.query({ name: 'remove', text: REMOVE, values: [id, DAYS_AHEAD.length] });
    return { course: coursesOf(pool, { arm, cancel }), stop: () => pool.end() };
  },
});
