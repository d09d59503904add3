/**
 * What it costs when many periods end at one instant, and what those cost that lie ahead; run with `npm run bench -- alarms`, or after
 * `npm run build`:
 *
 *     node test/load/alarms.mjs [--due 10000] [--cases 1000000]
 *
 * The floor takes rows of a narrow table, 500 in a commit, and writes down that they were taken. `--seconds` is for trying out: a
 * hundredth of the cases.
 */
import { parseArgs } from 'node:util';
import { AlarmClock, CaseDesk, ReminderClock } from '../../dist/libs/casework/src/index.js';
import { CommandPool, JobQueue, ManualClock, OutboxRelay } from '../../dist/libs/platform/src/index.js';
import { application, deskParts, furnish, TODAY } from './bench/by-desk.mjs';
import { layFloor } from './bench/floor.mjs';
import { copyCase, lead } from './bench/many-cases.mjs';
import { onBenchServer } from './bench/server.mjs';
import { measure, now } from './measure.mjs';

const { values } = parseArgs({
  options: {
    due: { type: 'string', default: '10000' },
    cases: { type: 'string', default: '1000000' },
    seconds: { type: 'string' },
  },
});
const DUE = Number(values.due);
const CASES = values.seconds === undefined ? Number(values.cases) : Math.ceil(Number(values.cases) / 100);

const FILL = `INSERT INTO floor_timer SELECT gen_random_uuid(), 'period', $1 FROM generate_series(1, $2::int)`;
const TAKE = `
  WITH taken AS (
    DELETE FROM floor_timer WHERE (case_id, kind) IN (
      SELECT case_id, kind FROM floor_timer WHERE due <= $1 ORDER BY due LIMIT 500 FOR UPDATE SKIP LOCKED)
    RETURNING case_id)
  INSERT INTO floor_history SELECT case_id, 1, now(), 'rung', '{}' FROM taken`;

const CORRECTION = [
  ['clerk', () => ({ type: 'register' })],
  ['caseworker', () => ({ type: 'accept' })],
  ['caseworker', () => ({ type: 'claim' })],
  ['caseworker', () => ({ type: 'sendCorrectionNotice', missing: '所需信息的名称', period: 5 })],
  ['clerk', ({ notices }) => ({ type: 'recordService', noticeId: notices[0].id, how: '本人签收' })],
];

async function timed(work) {
  const begun = now();
  const found = await work();
  return { found, ms: Math.round(now() - begun) };
}

async function floorOf(pool) {
  await pool.query({ text: FILL, values: [TODAY, DUE] });
  return timed(async () => {
    let taken = 0;
    for (let set = 1; set > 0; taken += set) set = (await pool.query({ name: 'take', text: TAKE, values: [TODAY] })).rowCount;
    return taken;
  });
}

const ringDay = async (pool, id, kind) =>
  (await pool.query({ text: 'SELECT min(rings_on) AS on FROM alarm WHERE case_id = $1 AND kind = $2', values: [id, kind] }))
    .rows[0].on;

/** All that are due, as commands; and as reminders, until the queue has them. */
async function atOneInstant({ url, pool, people }) {
  const clock = new ManualClock(TODAY);
  const parts = deskParts(pool, clock);
  const desk = new CaseDesk(parts);
  const model = await lead(desk, people, application(), CORRECTION);
  const rows = { 'floor: 500 in a commit': await floorOf(pool) };
  for (const [name, kind, ring] of [
    ['commands of the clock', 'correction_over', async () => (await new AlarmClock({ ...parts, desk }).ring()).journalled],
    ['reminders told', 'reminder', async () => (await new ReminderClock(parts).ring()).rung],
  ]) {
    await pool.query({ text: 'DELETE FROM case_file WHERE id <> $1', values: [model] }).catch(() => undefined);
    await copyCase(pool, model, { kind, count: DUE, from: kind === 'reminder' ? DUE : 0 });
    clock.set(new Date(`${await ringDay(pool, model, kind)}T09:00:00+08:00`));
    rows[name] = await timed(ring);
  }
  const queue = new JobQueue({ backend: 'postgres', url }, console.error);
  const relay = new OutboxRelay({ pool, queue, onError: console.error });
  rows['what they left, handed to the queue'] = await timed(() => relay.round());
  await queue.close();
  const floor = rows['floor: 500 in a commit'].ms;
  for (const row of Object.values(rows)) row['of floor'] = Number((row.ms / floor).toFixed(1));
  console.table(rows);
}

const SIZE = `
  SELECT (pg_total_relation_size('alarm') / count(*))::float8 AS bytes, count(*)::int AS alarms,
         count(*) FILTER (WHERE rings_on <= $1)::int AS due FROM alarm`;

/** A round of both clocks where nothing is due. */
async function whileNothingIsDue({ pool, people }) {
  const clock = new ManualClock(TODAY);
  const parts = deskParts(pool, clock);
  const desk = new CaseDesk(parts);
  const model = await lead(desk, people, application(), CORRECTION.slice(0, 3));
  await pool.query({ text: 'TRUNCATE alarm', values: [] });
  await pool.query({
    text: `INSERT INTO alarm VALUES ($1, 'reminder', 'finalDue', $2::date + 20, $2::date + 27, false)`,
    values: [model, TODAY],
  });
  const filled = await timed(() =>
    copyCase(pool, model, { kind: 'reminder', count: CASES, from: 3 * DUE, weeks: 4, more: { file: {} } }),
  );
  await pool.query({ text: 'VACUUM ANALYZE alarm', values: [] });
  const { rows } = await pool.query({ text: SIZE, values: [TODAY] });
  global.gc?.();
  const before = process.memoryUsage().rss;
  const sweeps = {
    'commands of the clock': await measure(async () => (await new AlarmClock({ ...parts, desk }).ring()).journalled),
    reminders: await measure(async () => (await new ReminderClock(parts).ring()).rung),
  };
  console.log(`${CASES} open cases (made in ${Math.round(filled.ms / 1000)} s), ${rows[0].alarms} alarms, none due:`);
  console.table(sweeps);
  const grown = Math.round((process.memoryUsage().rss - before) / 1e6);
  console.log(`${Math.round(rows[0].bytes)} bytes an alarm, indexes included; the rounds took ${grown} MB of memory.`);
}

await onBenchServer(async ({ url }) => {
  const people = await furnish(url);
  await layFloor(url);
  const pool = new CommandPool({ url, max: 4, statementTimeout: 1_200_000 });
  try {
    await atOneInstant({ url, pool, people });
    await whileNothingIsDue({ pool, people });
  } finally {
    await pool.close();
  }
});
process.exit();
