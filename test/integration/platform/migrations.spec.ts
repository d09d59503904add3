import { Client } from 'pg';
import { createDataSource, migrate } from '@gongkai/platform';
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
