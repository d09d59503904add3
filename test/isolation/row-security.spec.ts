import { CommandPool, createDataSource, EVERYTHING, NOTHING, WALLED_TABLES, withSight, type Sight } from '@gongkai/platform';
import type { DataSource } from 'typeorm';
import { startTestApi, type TestApi } from '../support/api.js';
import { asOwner } from '../support/as-owner.js';
import { ORGANS, plant, type OrganCode, type Sample } from './sample.js';
import { appointMany } from './viewers.js';

/** How a row says whose it is: by itself, or by what it hangs on. */
const OWNERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ...['case_file', 'case_in_work', 'applicant', 'stored_file', 'file_name', 'incoming', 'redaction', 'publication_draft'],
      ...['record_correction', 'register_import', 'imported_case', 'disposal', 'destroyed_number'],
    ].map((table) => [table, 'organ_id']),
  ),
  ...Object.fromEntries(
    ['journal', 'deadline', 'alarm', 'appearing', 'query_code', 'follow_mail', 'case_watch', 'earlier_reply', 'letter_mail'].map(
      (table) => [table, `(SELECT organ_id FROM case_file WHERE case_file.id = ${table}.case_id)`],
    ),
  ),
  incoming_event: '(SELECT organ_id FROM incoming WHERE incoming.id = incoming_id)',
  record_journal: '(SELECT organ_id FROM record_correction WHERE record_correction.id = record_id)',
  disposal_case: '(SELECT organ_id FROM disposal WHERE disposal.id = disposal_id)',
};

let api: TestApi;
let pool: CommandPool;
let source: DataSource;
const samples = new Map<OrganCode, Sample>();
beforeAll(async () => {
  api = await startTestApi();
  await appointMany(api);
  await (await api.officer('supervisor.district')).post('/assessments', { year: 2026, quarter: 1 });
  for (const organ of ORGANS) samples.set(organ, await plant(api, organ));
  const wall = { otherwise: NOTHING };
  pool = new CommandPool({ url: api.databaseUrl, max: 1, wall });
  source = await createDataSource(api.databaseUrl, { poolSize: 1, wall }).initialize();
});
afterAll(async () => {
  await pool.close();
  await source.destroy();
  await api.stop();
});

const sampleOf = (organ: OrganCode): Sample => {
  const sample = samples.get(organ);
  if (sample === undefined) throw new Error(organ);
  return sample;
};
const own = (organ: OrganCode): Sight => ({ organ: sampleOf(organ).organId, reach: 'own' });
const below = (organ: OrganCode): Sight => ({ organ: sampleOf(organ).organId, reach: 'below' });

/** Puts something else in the place of a method. @returns puts it back */
function replaced<T extends object>(service: T, method: keyof T, by: () => Promise<unknown>): () => void {
  Object.defineProperty(service, method, { value: by, configurable: true });
  return () => void Reflect.deleteProperty(service, method);
}

type Counted = Readonly<Record<string, number>>;

/** How many rows of a table each organ has, as far as they are seen: nobody has thought of a filter. */
const SEEN = (table: string): string =>
  `SELECT ${OWNERS[table] ?? ''}::text AS organ, count(*)::int AS rows FROM ${table} GROUP BY 1`;
const asCounted = (rows: readonly { organ: string; rows: number }[]): Counted =>
  Object.fromEntries(rows.map((row) => [row.organ, row.rows]));
const seenIn = async (table: string, sight: Sight): Promise<Counted> =>
  asCounted((await withSight(sight, () => pool.query<{ organ: string; rows: number }>({ text: SEEN(table) }))).rows);
const thereIn = (table: string): Promise<Counted> =>
  asOwner(api.databaseUrl, async (owner) => asCounted((await owner.query<{ organ: string; rows: number }>(SEEN(table))).rows));

test.each(WALLED_TABLES)('of %s, a statement without a filter shows what the organ has, and nothing else', async (table) => {
  const there = await thereIn(table);
  const of = (...organs: readonly OrganCode[]): Counted =>
    Object.fromEntries(Object.entries(there).filter(([id]) => organs.some((organ) => sampleOf(organ).organId === id)));
  expect(await seenIn(table, own('street'))).toEqual(of('street'));
  expect(await seenIn(table, own('district'))).toEqual(of('district'));
  expect(await seenIn(table, below('district'))).toEqual(of('district', 'street'));
  expect(await seenIn(table, below('bureau'))).toEqual(of('bureau'));
  expect(await seenIn(table, NOTHING)).toEqual({});
  expect(await seenIn(table, EVERYTHING)).toEqual(there);
});

test('cases and what hangs on them are there to be seen, in more organs than one', async () => {
  for (const table of ['case_file', 'journal', 'applicant', 'stored_file', 'incoming', 'redaction', 'record_correction'])
    expect([table, Object.keys(await thereIn(table)).length]).toEqual([table, ORGANS.length]);
});

test('a list that forgets its filter lists the cases of the organ alone', async () => {
  const forgetful = async () => {
    const { rows } = await api.services.pool.query<{ number: string }>({ text: 'SELECT number FROM case_file' });
    return { items: rows, nextCursor: null };
  };
  const mend = replaced(api.services.queries, 'list', forgetful);
  try {
    const numbers = async (username: string): Promise<number> =>
      ((await (await api.officer(username)).get('/cases')).body as { items: readonly unknown[] }).items.length;
    const { [sampleOf('street').organId]: street = 0, [sampleOf('district').organId]: district = 0 } = await thereIn('case_file');
    expect(await numbers('clerk.street')).toBe(street);
    expect(await numbers('clerk.district')).toBe(district);
    expect(await numbers('supervisor.district')).toBe(district + street);
  } finally {
    mend();
  }
});

test('a step that forgets whose case it is, finds none of another organ, also behind a body and a file', async () => {
  const other = sampleOf('bureau').case;
  const found: number[] = [];
  const look = async (): Promise<never> => {
    const { rows } = await api.services.pool.query({ text: 'SELECT id FROM case_file WHERE id = $1', values: [other] });
    const again = await api.services.source.query<unknown[]>('SELECT id FROM case_file WHERE id = $1', [other]);
    found.push(rows.length, again.length);
    throw new Error('enough');
  };
  const mends = [replaced(api.services.desk, 'handle', look), replaced(api.services.files, 'add', look)];
  try {
    for (const [username, times] of [
      ['caseworker.street', 0],
      ['caseworker.bureau', 1],
    ] as const) {
      const officer = await api.officer(username);
      await officer.post(`/cases/${other}/commands`, { type: 'note', text: 'x' });
      await officer.upload('/files', new File(['a'], 'a.txt'));
      expect([username, ...found.splice(0)]).toEqual([username, times, times, times, times]);
    }
  } finally {
    for (const mend of mends) mend();
  }
});

describe('writing for another organ', () => {
  const street = (text: string, ...values: readonly string[]): Promise<unknown> =>
    withSight(own('street'), () => pool.query({ text, values: [...values] }));
  const REFUSED = /row-level security policy/;

  test('a row that says so is refused', async () => {
    const { organId } = sampleOf('bureau');
    const add = `INSERT INTO applicant (id, organ_id, kind, category, name, sealed) VALUES (gen_random_uuid(), $1, 'natural_person', 'natural_person', 'x', '')`;
    await expect(street(add, organId)).rejects.toThrow(REFUSED);
    await expect(street('UPDATE case_file SET organ_id = $1', organId)).rejects.toThrow(REFUSED);
  });

  test('so is one that hangs on what belongs to it, or says one organ and names the case of another', async () => {
    const { case: caseId } = sampleOf('bureau');
    const { organId } = sampleOf('street');
    await expect(street(`INSERT INTO alarm (case_id, kind, subject) VALUES ($1, 'reminder', 'x')`, caseId)).rejects.toThrow(
      REFUSED,
    );
    const entry = `INSERT INTO journal SELECT (jsonb_populate_record(journal, jsonb_build_object('case_id', $1::text, 'seq', 999))).* FROM journal LIMIT 1`;
    await expect(street(entry, caseId)).rejects.toThrow(REFUSED);
    const redaction = `INSERT INTO redaction (id, case_id, organ_id, source_id, begun_at) VALUES (gen_random_uuid(), $1, $2, 'x', now())`;
    await expect(street(redaction, caseId, organId)).rejects.toThrow(REFUSED);
    await expect(street(`UPDATE incoming SET case_id = $1`, caseId)).rejects.toThrow(REFUSED);
  });

  test('what is not seen is neither changed nor removed', async () => {
    const { case: caseId } = sampleOf('bureau');
    expect(await street(`UPDATE case_file SET subject = 'x' WHERE id = $1`, caseId)).toMatchObject({ rowCount: 0 });
    expect(await street('DELETE FROM case_watch WHERE case_id = $1', caseId)).toMatchObject({ rowCount: 0 });
  });
});

describe('a connection that serves one after the other', () => {
  const count = async (): Promise<number> =>
    Number((await source.query<[{ n: string }]>('SELECT count(*) AS n FROM case_file'))[0].n);

  test('shows each their own, also to who waits for it', async () => {
    const there = await thereIn('case_file');
    const all = await Promise.all(ORGANS.map((organ) => withSight(own(organ), async () => [await count(), await count()])));
    expect(all).toEqual(ORGANS.map((organ) => [there[sampleOf(organ).organId], there[sampleOf(organ).organId]]));
    expect(await count()).toBe(0);
  });

  test('forgets with a transaction what it was told in it', async () => {
    const street = (await thereIn('case_file'))[sampleOf('street').organId];
    const broken = source.transaction(async (manager) => {
      await withSight(EVERYTHING, () => manager.query('SELECT 1'));
      await withSight(own('street'), () => manager.query('SELECT 1'));
      throw new Error('given up');
    });
    await expect(withSight(EVERYTHING, () => broken)).rejects.toThrow('given up');
    expect(await withSight(own('street'), count)).toBe(street);
    await expect(
      withSight(own('street'), () => source.transaction((manager) => manager.query('SELECT 1 / 0'))),
    ).rejects.toThrow();
    expect(await withSight(own('district'), count)).toBe((await thereIn('case_file'))[sampleOf('district').organId]);
  });

  test('is not the owner of anything, and stays so', async () => {
    const ask = (text: string): Promise<unknown> => withSight(EVERYTHING, () => source.query(text));
    await expect(ask('ALTER TABLE case_file DISABLE ROW LEVEL SECURITY')).rejects.toThrow(/must be owner/);
    await expect(ask('TRUNCATE case_watch')).rejects.toThrow(/permission denied/);
    await expect(ask('CREATE VIEW all_cases AS SELECT * FROM case_file')).rejects.toThrow(/permission denied/);
    await ask('RESET ROLE');
    expect(await ask('SELECT current_user AS me')).toEqual([{ me: 'gongkai_app' }]);
  });
});
