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

/** How a question is answered where the whole table is the last resort. */
async function planOf(question: string): Promise<string> {
  await client.query('SET enable_seqscan = off');
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${question}`);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

const SOMETHING = `'00000000-0000-4000-8000-000000000000'`;

it.each([
  ['the parts of an application', `SELECT state FROM case_file WHERE part_of = ${SOMETHING}`, 'case_file_parts'],
  [
    'what a person holds that is over',
    `SELECT id FROM case_file WHERE assignee_id = ${SOMETHING} AND closed_on IS NOT NULL`,
    'case_file_assignee',
  ],
])('%s are found without reading every case', async (_what, question, index) => {
  expect(await planOf(question)).toContain(index);
});
