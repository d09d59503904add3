import { OPEN_TABLES, WALLED_TABLES, wallAt } from '@gongkai/platform';
import { asOwner } from '../support/as-owner.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const names = (text: string): Promise<readonly string[]> =>
  asOwner(database.url, async (owner) => (await owner.query<{ name: string }>(text)).rows.map(({ name }) => name));

const OF_HERE = `relnamespace = 'public'::regnamespace`;

test('each table has a policy, or stands among those that need none, with the reason', async () => {
  const walled = await names(
    `SELECT relname AS name FROM pg_class WHERE ${OF_HERE} AND relkind IN ('r', 'p') AND relrowsecurity
        AND EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid) ORDER BY 1`,
  );
  const all = await names(`SELECT relname AS name FROM pg_class WHERE ${OF_HERE} AND relkind IN ('r', 'p') ORDER BY 1`);
  expect(walled.toSorted()).toEqual(WALLED_TABLES.toSorted());
  expect([...walled, ...Object.keys(OPEN_TABLES)].toSorted()).toEqual(all.toSorted());
});

test('no view shows what its owner sees', async () => {
  const views = `SELECT relname AS name FROM pg_class WHERE ${OF_HERE} AND relkind IN ('v', 'm')
                    AND NOT coalesce(reloptions @> '{security_invoker=true}', false)`;
  expect(await names(views)).toEqual([]);
});

test('a function that works as its owner has a fixed path, and is not for everybody', async () => {
  const loose = `SELECT proname AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
                    AND (proconfig::text NOT LIKE '%search_path=public, pg_temp%' OR has_function_privilege('public', oid, 'EXECUTE'))`;
  expect(await names(loose)).toEqual([]);
});

test('the role writes rows, and nothing else', async () => {
  const more = `SELECT relname || ' ' || more AS name FROM pg_class, unnest('{TRUNCATE,REFERENCES,TRIGGER}'::text[]) AS more
                 WHERE ${OF_HERE} AND relkind = 'r' AND has_table_privilege('gongkai_app', pg_class.oid, more)`;
  expect(await names(more)).toEqual([]);
  expect(await names(`SELECT 'migrations' AS name WHERE has_table_privilege('gongkai_app', 'migrations', 'INSERT')`)).toEqual([]);
});

describe('whether the wall stands', () => {
  const changed = async (change: string, back: string): Promise<string | undefined> => {
    await asOwner(database.url, (owner) => owner.query(change));
    try {
      return await wallAt(database.url);
    } finally {
      await asOwner(database.url, (owner) => owner.query(back));
    }
  };

  test('it does after the migrations', async () => {
    expect(await wallAt(database.url)).toBeUndefined();
  });

  test('it is told where it was switched off, and where the role may not read a table; what others keep beside it is not its affair', async () => {
    const off = ['ALTER TABLE journal DISABLE ROW LEVEL SECURITY', 'ALTER TABLE journal ENABLE ROW LEVEL SECURITY'] as const;
    expect(await changed(...off)).toMatch(/^row security is off on journal/);
    expect(await changed('CREATE TABLE theirs (id int)', 'DROP TABLE theirs')).toBeUndefined();
    const closed = ['REVOKE SELECT ON case_file FROM gongkai_app', 'GRANT SELECT ON case_file TO gongkai_app'] as const;
    expect(await changed(...closed)).toMatch(/may not read case_file: run gongkai migrate/);
  });
});
