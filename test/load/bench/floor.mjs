/**
 * The work that all are measured by, at its least: a case is created and takes six steps; with the first of them it gets a period and
 * three reminders, with the last they go. Each step is one statement, and so one commit.
 */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';

const TABLES = `
  CREATE TABLE floor_case (id uuid PRIMARY KEY, version int NOT NULL, state text NOT NULL, due date, data jsonb NOT NULL);
  CREATE TABLE floor_history (
    case_id uuid NOT NULL, seq int NOT NULL, at timestamptz NOT NULL, type text NOT NULL, fact jsonb NOT NULL,
    PRIMARY KEY (case_id, seq));
  CREATE TABLE floor_timer (case_id uuid NOT NULL, kind text NOT NULL, due date NOT NULL, PRIMARY KEY (case_id, kind));
  CREATE INDEX floor_timer_due ON floor_timer (due)`;

/** Makes the tables of the floor. */
export async function layFloor(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(TABLES);
  await client.end();
}

export const FACT = {
  on: '2026-03-02',
  by: '6f1c0f0e-4a6b-4d1e-9c53-0e6e0c1d2f3a',
  words: '已电话沟通，申请人同意以纸质形式获取',
};
export const DATA = { applicant: '李明远', subject: '2025年违法建设拆除台账', wanted: 'paper', delivery: 'post' };
export const STATES = ['registered', 'accepted', 'decided', 'submitted', 'approved', 'replied'];
export const TIMERS = ['period', 'third before', 'second before', 'last before'];
export const DUE = '2026-03-30';

const quoted = (value) => `'${JSON.stringify(value)}'`;
const took = (state, n) => `INSERT INTO floor_history VALUES ($1, ${n}, now(), '${state}', ${quoted(FACT)})`;
const moves = (state, n) =>
  `moved AS (UPDATE floor_case SET version = ${n}, state = '${state}'${n === 2 ? `, due = '${DUE}'` : ''} WHERE id = $1)`;
const ARMS = `armed AS (INSERT INTO floor_timer SELECT $1, kind, '${DUE}' FROM unnest(ARRAY['${TIMERS.join("', '")}']) AS kind)`;
const CANCELS = 'cancelled AS (DELETE FROM floor_timer WHERE case_id = $1)';

/** The same without the period and its reminders: for those that have a queue for what comes later. */
export const WITHOUT_TIMERS = [
  `WITH opened AS (INSERT INTO floor_case VALUES ($1, 1, 'received', NULL, ${quoted(DATA)})) ${took('received', 1)}`,
  ...STATES.map((state, i) => `WITH ${moves(state, i + 2)} ${took(state, i + 2)}`),
];

function statementOf(state, i) {
  const n = i + 2;
  const also = i === 0 ? [ARMS] : state === STATES.at(-1) ? [CANCELS] : [];
  return `WITH ${[moves(state, n), ...also].join(', ')} ${took(state, n)}`;
}

/** In order; each takes the id of the case. */
const STATEMENTS = [
  `WITH opened AS (INSERT INTO floor_case VALUES ($1, 1, 'received', NULL, ${quoted(DATA)})) ${took('received', 1)}`,
  ...STATES.map(statementOf),
];

/** One prepared statement a step, from Node. */
export const floorNode = (url) => ({
  name: 'floor: one statement, from Node',
  start: async (clients) => {
    const pool = new pg.Pool({ connectionString: url, max: clients });
    const course = () => {
      const id = randomUUID();
      return STATEMENTS.map((text, n) => () => pool.query({ name: `floor-${n}`, text, values: [id] }));
    };
    return { course, stop: () => pool.end() };
  },
});

/** The same statements without Node. Its program comes with PostgreSQL as Debian packs it. @returns undefined where it is not there */
export function floorPgbench(url, folder) {
  if (spawnSync('pgbench', ['--version']).status !== 0) return undefined;
  const file = path.join(folder, 'floor.sql');
  const named = STATEMENTS.map((text) => `${text.replaceAll('$1', 'md5((:one)::text)::uuid')};`);
  fs.writeFileSync(file, ['\\set one random(1, 9000000000000000000)', ...named].join('\n'));
  return {
    name: 'floor: pgbench',
    measure: async ({ clients, seconds }) => {
      const given = ['-n', '-M', 'prepared', '-c', clients, '-j', Math.min(2, clients), '-T', seconds, '-f', file, url];
      const { stdout, stderr } = spawnSync('pgbench', given.map(String), { encoding: 'utf8' });
      const tps = /tps = ([\d.]+)/.exec(stdout);
      if (tps === null) throw new Error(`pgbench says: ${stderr}`);
      return { rate: Number(tps[1]) * STATEMENTS.length };
    },
  };
}
