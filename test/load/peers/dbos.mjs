import { randomUUID } from 'node:crypto';
import { DBOS } from '@dbos-inc/dbos-sdk';
import { WITHOUT_TIMERS, STATES } from '../bench/floor.mjs';
import { DAYS_AHEAD, pg } from './in-one-commit.mjs';

const QUEUE = 'reminders';
const SECONDS_A_DAY = 86_400;
const reminderId = (caseId, i) => `${caseId}:${i}`;

let pool;
const remind = DBOS.registerWorkflow(async () => {}, { name: 'remind' });
const step = (name, work) => DBOS.runStep(work, { name });

/** One transition is one workflow: its rows are a step, and its reminders wait as delayed workflows in a queue. */
const take = DBOS.registerWorkflow(
  async (caseId, n) => {
    await step('rows', async () => {
      await pool.query({ name: `rows-${n}`, text: WITHOUT_TIMERS[n], values: [caseId] });
    });
    if (n === 1)
      for (const [i, days] of DAYS_AHEAD.entries()) {
        const enqueueOptions = { delaySeconds: days * SECONDS_A_DAY };
        await DBOS.startWorkflow(remind, { workflowID: reminderId(caseId, i), queueName: QUEUE, enqueueOptions })();
      }
    if (n === STATES.length) await DBOS.cancelWorkflows(DAYS_AHEAD.map((_, i) => reminderId(caseId, i)));
  },
  { name: 'take' },
);

const silent = { info() {}, debug() {}, warn() {}, error: console.error };

export const dbos = (url) => ({
  name: 'DBOS, a workflow a step',
  start: async (clients) => {
    pool = new pg.Pool({ connectionString: url, max: clients });
    DBOS.setConfig({ name: 'bench', systemDatabaseUrl: url, systemDatabasePoolSize: clients + 2, logger: silent });
    await DBOS.launch();
    await DBOS.registerQueue?.(QUEUE, {});
    const course = () => {
      const id = randomUUID();
      return WITHOUT_TIMERS.map((_, n) => () => take(id, n));
    };
    const stop = async () => {
      await DBOS.shutdown();
      await pool.end();
    };
    return { course, stop };
  },
});
