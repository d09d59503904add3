import { localDate } from '@gongkai/calendar';
import { DutyClock, lawShelf, owedRecordAnswers } from '@gongkai/casework';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { CommandPool, createDataSource, dataSourceOptions, ManualClock, migrate } from '@gongkai/platform';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../support/database.js';
import { createDatabaseOn15 } from '../../support/postgres-15.js';
import { suiteNeeding } from '../../support/tools.js';

const TABLES = [
  'absence',
  'alarm',
  'api_token',
  'applicant',
  'case_file',
  'deadline',
  'idempotency_key',
  'journal',
  'login_attempt',
  'notification',
  'number_series',
  'organ',
  'outbox',
  'person',
  'post',
  'session',
  'stored_file',
];

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function provide(make: () => Promise<TestDatabase>): Promise<TestDatabase> {
  const database = await make();
  cleanUp.push(database.drop);
  return database;
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  cleanUp.push(() => client.end());
  return client;
}

const tablesIn = async (client: Client): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
};

describe('migrate', () => {
  it('makes every table, and finds nothing to do the second time', async () => {
    const { url } = await provide(createEmptyDatabase);
    const first = await migrate(url);
    const stamps = first.map((name) => Number(/\d{13}$/.exec(name)?.[0]));
    expect(stamps).toEqual([...stamps].sort((a, b) => a - b));
    expect(stamps.length).toBeGreaterThan(0);
    expect(await tablesIn(await connect(url))).toEqual(expect.arrayContaining(TABLES));
    expect(await migrate(url)).toEqual([]);
  });

  it('may be called by several at once: one does the work', async () => {
    const { url } = await provide(createEmptyDatabase);
    const taken = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(taken.filter((steps) => steps.length > 0)).toHaveLength(1);
  });

  it('refuses a database that a newer version has used', async () => {
    const { url } = await provide(createTestDatabase);
    const client = await connect(url);
    await client.query(`INSERT INTO migrations (timestamp, name) VALUES (1, 'Tomorrow1')`);
    await expect(migrate(url)).rejects.toThrow(/newer version of Gongkai \(Tomorrow1\)/);
  });

  it('never goes back', async () => {
    const { url } = await provide(createTestDatabase);
    const source = await createDataSource(url).initialize();
    cleanUp.push(() => source.destroy());
    await expect(source.undoLastMigration()).rejects.toThrow(/forward only/);
  });
});

/** A database that held these rows before a step of the schema, and took that step and those after it then. */
async function takenOver(step: string, rows: readonly string[]): Promise<string> {
  const { url } = await provide(createEmptyDatabase);
  const options = dataSourceOptions(url);
  const all = options.migrations as (new () => object)[];
  const source = new DataSource({
    ...options,
    migrations: all.slice(
      0,
      all.findIndex(({ name }) => name.startsWith(step)),
    ),
  });
  await source.initialize();
  await source.runMigrations();
  for (const row of rows) await source.query(row);
  await source.destroy();
  await migrate(url);
  return url;
}

const id = (n: number): string => `00000000-0000-4000-8000-00000000000${String(n)}`;
const person = (n: number, role: string) => [
  `INSERT INTO person (id, username, name, password_hash, organ_id) VALUES ('${id(n)}', '${role}', '${role}', '', '${id(1)}')`,
  `INSERT INTO post (id, person_id, organ_id, role, valid_from) VALUES ('${id(n)}', '${id(n)}', '${id(1)}', '${role}', '2026-01-01')`,
];
const asked = (n: number, state: string) => `
  INSERT INTO record_correction (id, organ_id, number, number_year, serial, state, received_on, file_ids, sealed)
  VALUES ('${id(n)}', '${id(1)}', 'G-${String(n)}', 2026, ${String(n)}, '${state}', '2026-05-20', '{}', '')`;
const told = (record: number, who: number, on: string, proof: string) => `
  INSERT INTO record_reminder VALUES ('${id(record)}', '${id(who)}', '${on}', 'five_before', '2026-06-17', '${on}T09:00:00+08:00', ${proof})`;
const mailed = (record: number, who: number, on: string, done = 'NULL') => `
  INSERT INTO outbox (id, job, payload, next_at, done_at) VALUES (gen_random_uuid(), 'remind-of-record',
    '{"recordId":"${id(record)}","personId":"${id(who)}","ringOn":"${on}"}', '2026-06-11T08:00:00+08:00', ${done})`;

it('reminders of requests to correct a record are told once, and what was to be mailed still is', async () => {
  const url = await takenOver('OrganDuties', [
    `INSERT INTO organ (id, code, name_zh, name_en, kind, path, number_prefix) VALUES ('${id(1)}', 'b', '局', 'Bureau', 'department', '{${id(1)}}', 'B')`,
    ...[...person(2, 'caseworker'), ...person(3, 'supervisor')],
    ...[asked(4, 'open'), asked(5, 'sent')],
    // By hand: received on 20 May it is due on 17 June, the fifth working day before is 10 June.
    ...[told(4, 2, '2026-06-08', `'250 taken'`), mailed(4, 2, '2026-06-08', 'now()')],
    ...[told(4, 2, '2026-06-10', 'NULL'), mailed(4, 2, '2026-06-10')],
    ...[told(4, 3, '2026-06-10', 'NULL'), mailed(4, 3, '2026-06-10', 'now()')],
    ...[told(5, 2, '2026-06-10', 'NULL'), mailed(5, 2, '2026-06-10')],
  ]);
  const client = await connect(url);
  const kept = `SELECT concat_ws(' ', username, subject, due, ring_on, delivery, proof, sent_at IS NOT NULL) AS line
                  FROM notification JOIN person ON person.id = person_id ORDER BY subject, ring_on, username`;
  const lines = async (text: string) => (await client.query<{ line: string }>(text)).rows.map(({ line }) => line);
  const all = [
    'caseworker recordCorrectionDue:G-4 2026-06-17 2026-06-08 sent 250 taken t',
    'caseworker recordCorrectionDue:G-4 2026-06-17 2026-06-10 waiting f',
    'supervisor recordCorrectionDue:G-4 2026-06-17 2026-06-10 shown f',
    'caseworker recordCorrectionDue:G-5 2026-06-17 2026-06-10 waiting f',
  ];
  expect(await lines(kept)).toEqual(all);
  const jobs = await lines(`
    SELECT concat_ws(' ', job, subject, next_at AT TIME ZONE 'Asia/Shanghai') AS line
      FROM outbox LEFT JOIN notification ON notification.id::text = payload ->> 'notificationId' ORDER BY subject`);
  expect(jobs).toEqual([
    'deliver-notification recordCorrectionDue:G-4 2026-06-11 08:00:00',
    'deliver-notification recordCorrectionDue:G-5 2026-06-11 08:00:00',
  ]);
  // What was answered meanwhile is owed no more, and not sent.
  expect(await lines('SELECT subject AS line FROM organ_duty')).toEqual(['recordCorrectionDue:G-4']);
  const pool = new CommandPool({ url, max: 2 });
  cleanUp.push(() => pool.close());
  const laws = lawShelf('config');
  const clock = new ManualClock(localDate('2026-06-11'));
  const duties = new DutyClock({ pool, laws, clock, sources: [owedRecordAnswers(laws)] });
  expect(await duties.ring()).toMatchObject({ told: 0, unheard: [], failed: [] });
  expect(await lines(kept)).toEqual(all);
});

suiteNeeding('postgresql-15')('PostgreSQL 15', () => {
  it('takes every step of the schema too', async () => {
    const { url } = await provide(createDatabaseOn15);
    const client = await connect(url);
    const { rows } = await client.query<{ version: string }>(`SELECT current_setting('server_version') AS version`);
    expect(rows[0]?.version).toMatch(/^15\./);
    expect(await tablesIn(client)).toEqual(expect.arrayContaining(TABLES));
  });
});

describe('the journal', () => {
  const organ = `INSERT INTO organ VALUES ('00000000-0000-4000-8000-000000000001', 'b', '局', 'Bureau', 'bureau', NULL, '{}', 'B')`;
  const applicant = `INSERT INTO applicant VALUES ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 'natural_person', 'natural_person', '王伟', '\\x')`;
  const file = `INSERT INTO case_file (id, organ_id, number, number_year, serial, version, state, value, machine_version, file, statute,
      channel, subject, applicant_id, applicant_name, clock, opened_on, seq, last_hash)
    VALUES ('00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000001', 'B-1', 2026, 1, 1, 'received', '{}', 1, '{}', 'cn-ogi-711',
      'fax', '…', '00000000-0000-4000-8000-000000000002', '王伟', 'not_started', '2026-06-18', 1, repeat('0', 64))`;
  const entry = `INSERT INTO journal VALUES ('00000000-0000-4000-8000-000000000003', 1, '00000000-0000-4000-8000-000000000004', now(),
    '2026-06-18', 'clerk', 'RECEIVED', '{}', '{}', 's', 'c', repeat('0', 64), repeat('0', 64))`;

  let client: Client;
  beforeEach(async () => {
    const { url } = await provide(createTestDatabase);
    client = await connect(url);
    for (const statement of [organ, applicant, file, entry]) await client.query(statement);
  });

  it.each([
    ['UPDATE', `UPDATE journal SET fact = '{"on":"2020-01-01"}'`],
    ['DELETE', 'DELETE FROM journal'],
    ['TRUNCATE', 'TRUNCATE journal'],
    ['UPSERT', entry.replace(/$/, ` ON CONFLICT (case_id, seq) DO UPDATE SET fact = '[]'`)],
  ])('is only added to: %s is refused', async (_, statement) => {
    await expect(client.query(statement)).rejects.toMatchObject({ code: '23001' });
    const { rows } = await client.query('SELECT fact FROM journal');
    expect(rows).toEqual([{ fact: {} }]);
  });

  it('can be falsified by a test that says so', async () => {
    await client.query(`SET app.falsify_journal = 'on'`);
    await client.query(`UPDATE journal SET fact = '{"forged":true}'`);
    expect((await client.query('SELECT fact FROM journal')).rows).toEqual([{ fact: { forged: true } }]);
    await client.query('DELETE FROM journal');
    expect((await client.query('SELECT fact FROM journal')).rows).toEqual([]);
  });
});
