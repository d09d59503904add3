import { randomUUID } from 'node:crypto';
import { Engine } from 'bpmn-engine';
import { DATA, FACT, STATES } from '../bench/floor.mjs';
import { DAYS_AHEAD, pg } from './in-one-commit.mjs';

const TABLES = `
  CREATE TABLE IF NOT EXISTS bpmn_case (id uuid PRIMARY KEY, data jsonb NOT NULL, state jsonb NOT NULL);
  CREATE TABLE IF NOT EXISTS bpmn_history (case_id uuid, at timestamptz, type text, fact jsonb)`;
const OPEN = `
  WITH told AS (INSERT INTO bpmn_history VALUES ($1, now(), 'received', $3)) INSERT INTO bpmn_case VALUES ($1, $2, $4)`;
const MOVE = `
  WITH told AS (INSERT INTO bpmn_history VALUES ($1, now(), $3, $4)) UPDATE bpmn_case SET state = $2 WHERE id = $1`;

const timer = (days, i) => `
  <boundaryEvent id="timer${i}" attachedToRef="work" cancelActivity="false">
    <timerEventDefinition><timeDuration xsi:type="tFormalExpression">P${days}D</timeDuration></timerEventDefinition>
  </boundaryEvent>`;
const tasks = STATES.map((state) => `<userTask id="${state}" />`).join('');
const flows = STATES.slice(1).map((state, i) => `<sequenceFlow id="f${i}" sourceRef="${STATES[i]}" targetRef="${state}" />`);

/** A subprocess of six tasks, under the four timers that go when it ends. */
const SOURCE = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <process id="case" isExecutable="true">
    <subProcess id="work">${tasks}${flows.join('')}</subProcess>${DAYS_AHEAD.map(timer).join('')}
  </process>
</definitions>`;

async function opened(pool, id) {
  const engine = new Engine({ name: 'case', source: SOURCE });
  const execution = await engine.execute();
  const state = await execution.getState();
  await execution.stop();
  await pool.query({ name: 'open', text: OPEN, values: [id, DATA, FACT, JSON.stringify(state)] });
}

async function moved(client, id, task) {
  await client.query('BEGIN');
  const { rows } = await client.query({
    name: 'read',
    text: 'SELECT state FROM bpmn_case WHERE id = $1 FOR UPDATE',
    values: [id],
  });
  const execution = await new Engine().recover(rows[0].state).resume();
  execution.signal({ id: task });
  const state = await execution.getState();
  // What has ended is not stopped: it would be waited for without end.
  if (execution.state === 'running') await execution.stop();
  await client.query({ name: 'move', text: MOVE, values: [id, JSON.stringify(state), task, FACT] });
  await client.query('COMMIT');
}

/** Its state as JSON beside the case; it is read, recovered, signalled and written for each step. */
export const bpmnEngine = (url) => ({
  name: 'bpmn-engine',
  start: async (clients) => {
    const pool = new pg.Pool({ connectionString: url, max: clients });
    await pool.query(TABLES);
    const take = (id, task) => async () => {
      const client = await pool.connect();
      try {
        await moved(client, id, task);
      } finally {
        client.release();
      }
    };
    const course = () => {
      const id = randomUUID();
      return [() => opened(pool, id), ...STATES.map((task) => take(id, task))];
    };
    return { course, stop: () => pool.end() };
  },
});
