import { CommandPool, EVERYTHING, NOTHING, withSight } from '@gongkai/platform';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let pool: CommandPool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new CommandPool({ url: database.url, max: 1, wall: { otherwise: NOTHING } });
});
afterAll(async () => {
  await pool.close();
  await database.drop();
});

/** How a statement is answered behind the wall, whatever its values. */
async function planOf(statement: string): Promise<string> {
  const { rows } = await withSight(EVERYTHING, () => pool.query({ text: `EXPLAIN (GENERIC_PLAN) ${statement}` }));
  return rows.map((row) => String(row['QUERY PLAN'])).join('\n');
}

// All cases of an organ, to know of one whether it is in sight, grow with every case it ever had.
it.each([
  'SELECT fact FROM journal WHERE case_id = $1',
  'SELECT due FROM deadline WHERE case_id = ANY ($1::uuid[])',
  'DELETE FROM alarm WHERE case_id = ANY ($1::uuid[])',
  'SELECT sealed FROM appearing WHERE case_id = $1',
  'SELECT sealed FROM query_code WHERE case_id = $1',
  'SELECT state FROM letter_mail WHERE case_id = $1',
  'SELECT did FROM record_journal WHERE record_id = $1',
  'SELECT at FROM incoming_event WHERE incoming_id = $1',
])('behind the wall no other case is read for %s', async (statement) => {
  expect(await planOf(statement)).not.toMatch(/Seq Scan on (?:case_file|record_correction|incoming)/);
});

test('no policy asks for the parents of its rows in a way that may read all of them', async () => {
  const asking = `coalesce(qual, '') || coalesce(with_check, '')`;
  const text = `SELECT tablename::text FROM pg_policies WHERE policyname = 'in_sight' AND ${asking} ~ 'EXISTS' AND ${asking} !~ 'OFFSET 0'`;
  expect((await pool.query({ text })).rows).toEqual([]);
});
