import { randomBytes } from 'node:crypto';
import { CommandPool, EVERYTHING, migrate, NOTHING, wallAt, withSight, type Sight } from '@gongkai/platform';
import { Client } from 'pg';
import { behind } from '../../../libs/platform/src/wall/walled-client.js';
import { asOwner } from '../../support/as-owner.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../support/database.js';

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step();
});

const kept = (database: TestDatabase): TestDatabase => {
  cleanUp.push(database.drop);
  return database;
};
const poolAt = (url: string): CommandPool => {
  const pool = new CommandPool({ url, max: 1, wall: { otherwise: NOTHING } });
  cleanUp.push(() => pool.close());
  return pool;
};
const cases = async (pool: CommandPool): Promise<unknown> =>
  (
    await withSight(EVERYTHING, () =>
      pool.query({ text: 'SELECT current_user AS me, (SELECT count(*) FROM case_file) AS cases' }),
    )
  ).rows;
const as = (url: string, username: string, password: string): string => {
  const changed = new URL(url);
  changed.username = username;
  changed.password = password;
  return changed.href;
};

test('a first start on an empty database raises it, in whichever schema the tables are', async () => {
  const database = kept(await createEmptyDatabase());
  await asOwner(database.url, (owner) => owner.query('CREATE SCHEMA office'));
  const url = `${database.url}?options=${encodeURIComponent('-c search_path=office')}`;
  await migrate(url);
  expect(await wallAt(url)).toBeUndefined();
  expect(await cases(poolAt(url))).toEqual([{ me: 'gongkai_app', cases: 0 }]);
});

test('tables that the role has not yet are given to it with the next migration', async () => {
  const { url } = kept(await createTestDatabase());
  await asOwner(url, (owner) => owner.query('REVOKE ALL ON alarm, journal FROM gongkai_app'));
  expect(await wallAt(url)).toMatch(/may not read alarm, journal: run gongkai migrate/);
  expect(await migrate(url)).toEqual([]);
  expect(await wallAt(url)).toBeUndefined();
});

// Who may make roles may not give away those that others have made, from PostgreSQL 16 on.
test.each(['', 'CREATEROLE'])('where the owner may not take the role, nothing is done and it is said (%s)', async (right) => {
  const database = kept(await createEmptyDatabase());
  const [name, password] = [`poor_${randomBytes(4).toString('hex')}`, randomBytes(8).toString('hex')];
  await asOwner(database.adminUrl, async (admin) => {
    await admin.query(`CREATE ROLE ${name} LOGIN ${right} PASSWORD '${password}'`);
    await admin.query(`GRANT CREATE, USAGE ON SCHEMA public TO ${name}`);
  });
  cleanUp.push(() =>
    asOwner(database.adminUrl, async (admin) => {
      await admin.query(`DROP OWNED BY ${name} CASCADE`);
      await admin.query(`DROP ROLE ${name}`);
    }),
  );
  const url = as(database.url, name, password);
  await migrate(url);
  expect(await wallAt(url)).toMatch(/^our role may not take gongkai_app: let a superuser run "GRANT gongkai_app TO/);
});

test('the role may be a login of its own, that finds the tables up to date and cannot become their owner', async () => {
  const { url, adminUrl } = kept(await createTestDatabase());
  const password = randomBytes(8).toString('hex');
  await asOwner(adminUrl, (admin) => admin.query(`ALTER ROLE gongkai_app LOGIN PASSWORD '${password}'`));
  cleanUp.push(() => asOwner(adminUrl, (admin) => admin.query('ALTER ROLE gongkai_app NOLOGIN PASSWORD NULL')));
  const login = as(url, 'gongkai_app', password);
  expect(await migrate(login)).toEqual([]);
  expect(await wallAt(login)).toBeUndefined();
  const pool = poolAt(login);
  expect(await cases(pool)).toEqual([{ me: 'gongkai_app', cases: 0 }]);
  await pool.query({ text: 'SET ROLE NONE' });
  await expect(pool.query({ text: 'ALTER TABLE case_file DISABLE ROW LEVEL SECURITY' })).rejects.toThrow(/must be owner/);
});

describe('the sight of a connection', () => {
  const asked: string[] = [];
  const [here, there] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'].map((organ) => ({
    organ,
    reach: 'own' as const,
  })) as [Sight, Sight];
  const SEEN = `SELECT current_setting('gongkai.organ', true) AS organ`;
  const send = Reflect.get(Client.prototype, 'query') as (...all: unknown[]) => unknown;
  let client: Client;
  let database: TestDatabase;

  function noted(this: Client, ...given: unknown[]): unknown {
    const [first] = given as [string | { readonly name?: string; readonly text: string }];
    asked.push(typeof first === 'string' ? first : (first.name ?? first.text));
    return Reflect.apply(send, this, given);
  }
  beforeAll(async () => {
    database = await createTestDatabase();
    const { Client: Walled = Client } = behind({ otherwise: NOTHING });
    client = new Walled({ connectionString: database.url });
    await client.connect();
    Object.defineProperty(Client.prototype, 'query', { configurable: true, writable: true, value: noted });
  });
  beforeEach(() => void asked.splice(0));
  afterAll(async () => {
    Object.defineProperty(Client.prototype, 'query', { configurable: true, writable: true, value: send });
    await client.end();
    await database.drop();
  });

  const organSeen = async (sight: Sight): Promise<unknown> => (await withSight(sight, () => client.query(SEEN))).rows;
  const transaction = (sight: Sight, end: string, inside = SEEN): Promise<unknown> =>
    withSight(sight, () => Promise.allSettled(['BEGIN', inside, end].map((text) => client.query(text))));

  test('is told once, and stands after a commit', async () => {
    await transaction(here, 'COMMIT');
    await transaction(here, 'COMMIT');
    expect(await organSeen(here)).toEqual([{ organ: here.organ }]);
    expect(asked.filter((one) => one === 'told-sight')).toHaveLength(1);
  });

  test.each([
    ['rolled back', 'ROLLBACK', SEEN],
    ['refused at its end', 'COMMIT', 'SELECT 1 / 0'],
  ])('is told anew after what was %s', async (_what, end, inside) => {
    await organSeen(there);
    await transaction(here, end, inside);
    expect(await organSeen(here)).toEqual([{ organ: here.organ }]);
    await transaction(there, end, inside);
    expect(await organSeen(there)).toEqual([{ organ: there.organ }]);
  });

  test('is that of each, where one transaction is sent after the other without waiting', async () => {
    await Promise.all([transaction(here, 'COMMIT'), transaction(there, 'COMMIT'), transaction(here, 'ROLLBACK')]);
    expect(await organSeen(here)).toEqual([{ organ: here.organ }]);
    await Promise.all([transaction(there, 'COMMIT'), transaction(here, 'COMMIT')]);
    expect(await organSeen(there)).toEqual([{ organ: there.organ }]);
  });
});
