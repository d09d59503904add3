import { localDate } from '@gongkai/calendar';
import { CommandPool, ManualClock } from '@gongkai/platform';
import { keepHouse } from '../../../apps/worker/src/housekeeping.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let pool: CommandPool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new CommandPool({ url: database.url, max: 2 });
}, 120_000);
afterAll(async () => {
  await pool.close();
  await database.drop();
});

const clock = new ManualClock(localDate('2026-03-31'));
const left = async (column: string, table: string): Promise<unknown[]> => {
  const { rows } = await pool.query<{ it: unknown }>({ text: `SELECT ${column} AS it FROM ${table} ORDER BY 1` });
  return rows.map(({ it }) => it);
};

test('answers are kept for thirty days, jobs that are done for a week, and what is open for ever', async () => {
  await pool.query({
    text: `INSERT INTO idempotency_key (scope, key, request_hash, status, headers, created_at) VALUES
      ('s', 'of yesterday', '', 201, '{}', '2026-03-30T00:00:00Z'),
      ('s', 'just kept', '', 201, '{}', '2026-03-01T02:00:00Z'),
      ('s', 'too old', '', 201, '{}', '2026-03-01T00:00:00Z'),
      ('t', 'too old', '', 201, '{}', '2026-01-01T00:00:00Z')`,
  });
  await pool.query({
    text: `INSERT INTO outbox (id, job, payload, created_at, done_at, dead_at)
      SELECT gen_random_uuid(), job, '{}', '2026-01-01', done_at::timestamptz, dead_at::timestamptz FROM (VALUES
        ('done lately', '2026-03-25', NULL), ('done long ago', '2026-03-23', NULL), ('open', NULL, NULL),
        ('dead', NULL, '2026-01-02')) AS rows (job, done_at, dead_at)`,
  });
  await pool.query({
    text: `INSERT INTO outbox (id, job, payload, done_at)
      SELECT gen_random_uuid(), 'many', '{}', '2026-01-01' FROM generate_series(1, 2300)`,
  });
  await pool.query({
    text: `INSERT INTO login_attempt (id, username, address, failed_at)
      SELECT gen_random_uuid(), name, '', failed_at::timestamptz FROM (VALUES
        ('today', '2026-03-31T00:00:00Z'), ('last week', '2026-03-24')) AS rows (name, failed_at)`,
  });
  expect(await keepHouse(pool, clock)).toEqual({ outbox: 2301, idempotency_key: 2, session: 0, login_attempt: 1 });
  expect(await left('key', 'idempotency_key')).toEqual(['just kept', 'of yesterday']);
  expect(await left('job', 'outbox')).toEqual(['dead', 'done lately', 'open']);
  expect(await left('username', 'login_attempt')).toEqual(['today']);
  expect(await keepHouse(pool, clock)).toEqual({ outbox: 0, idempotency_key: 0, session: 0, login_attempt: 0 });
});

test('sessions that are over are forgotten', async () => {
  await pool.query({
    text: `INSERT INTO organ VALUES ('00000000-0000-4000-8000-000000000001', 'b', '局', 'Bureau', 'bureau', NULL, '{}', 'B')`,
  });
  await pool.query({
    text: `INSERT INTO person (id, username, name, password_hash, organ_id)
      VALUES ('00000000-0000-4000-8000-000000000002', 'p', '王', '', '00000000-0000-4000-8000-000000000001')`,
  });
  await pool.query({
    text: `INSERT INTO session SELECT hash, '00000000-0000-4000-8000-000000000002', '', '2026-03-30', ends::timestamptz FROM (VALUES
      ('over', '2026-03-31T00:59:59Z'), ('open', '2026-03-31T01:00:01Z')) AS rows (hash, ends)`,
  });
  expect(await keepHouse(pool, clock)).toMatchObject({ session: 1 });
  expect(await left('id_hash', 'session')).toEqual(['open']);
});
