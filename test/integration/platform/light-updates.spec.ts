import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

/** Columns that change with nearly every step of a case. */
const CHANGING = ['version', 'seq', 'last_hash', 'file', 'value', 'state', 'turn_since', 'pace'];

/** Columns that an index of `case_file` is made of: as its keys, in its expressions or in its condition. */
const INDEXED = `
  SELECT DISTINCT a.attname::text AS name
    FROM pg_index i
    JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid AND d.refobjid = i.indrelid AND d.refobjsubid > 0
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = d.refobjsubid
   WHERE i.indrelid = 'case_file'::regclass`;

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

it('no index of a case is made of what changes with nearly every step, or all of them are written with each', async () => {
  const { rows } = await client.query<{ name: string }>(INDEXED);
  const indexed = rows.map(({ name }) => name);
  expect(indexed).toEqual(expect.arrayContaining(['filed_on', 'part_of', 'due', 'search']));
  expect(indexed.filter((name) => CHANGING.includes(name))).toEqual([]);
});
