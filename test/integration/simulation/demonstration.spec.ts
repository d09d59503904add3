import { localDate } from '@gongkai/calendar';
import {
  CaseQueries,
  Directory,
  lawShelf,
  verifyChains,
  verifyRegister,
  verifyReplay,
  verifyWatch,
  type Person,
} from '@gongkai/casework';
import { CASE_STATES, CaseFilters, LIGHTS, type CaseRow } from '@gongkai/contracts';
import { CommandPool, createDataSource, ManualClock, momentAt, readSettings, Sealer, type Settings } from '@gongkai/platform';
import { afresh, completeDemonstration, fillDemonstration, loadDemoOrgans, organsIn } from '@gongkai/simulation';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

/** A Wednesday. */
const TODAY = localDate('2026-11-25');
/** It is loaded before the office opens. */
const NOW = momentAt({ on: TODAY, time: '00:48' });
/** The built program: Node runs no TypeScript. */
const PRESS = resolve('dist/libs/correspondence/src/print/press-program.js');

let database: TestDatabase;
let settings: Settings;
let pool: CommandPool;
let seen: (username: string) => Promise<readonly CaseRow[]>;
let openIn: (username: string) => Promise<number>;

beforeAll(async () => {
  database = await createTestDatabase();
  settings = readSettings({ DATA_DIR: mkdtempSync(join(tmpdir(), 'gongkai-demo-')) });
  await afresh(database.url, { fill: (url) => fillDemonstration(url, settings, NOW, PRESS) });
  pool = new CommandPool({ url: database.url });
  const clock = new ManualClock(TODAY);
  const queries = new CaseQueries({ pool, clock, laws: lawShelf('config'), sealer: new Sealer(settings.secretKeys) });
  const person = async (username: string): Promise<Person> => {
    const source = await createDataSource(database.url, { poolSize: 1 }).initialize();
    const found = await new Directory(source, clock).byUsername(username);
    await source.destroy();
    if (found === undefined) throw new Error(`${username} is missing`);
    return found;
  };
  openIn = async (username) => (await queries.dashboard(await person(username))).total;
  seen = async (username) => (await queries.list(await person(username), CaseFilters.parse({ limit: '100' }))).items;
});
afterAll(async () => {
  await pool.close();
  await database.drop();
  rmSync(settings.dataDir, { recursive: true, force: true });
});

const namesOf = <K extends keyof CaseRow>(rows: readonly CaseRow[], key: K): CaseRow[K][] =>
  [...new Set(rows.map((row) => row[key]))].sort();

describe('the demonstration', () => {
  test('that an older version has loaded gets guides and published information; what is there stays', async () => {
    const count = async (table: string) => (await pool.query({ text: `SELECT FROM ${table}` })).rowCount ?? 0;
    const before = [await count('guide'), await count('disclosure')];
    expect(await completeDemonstration(database.url, settings, NOW)).toBe(0);
    await pool.query({ text: `DELETE FROM guide WHERE organ_id <> (SELECT id FROM organ WHERE code = 'bureau')` });
    await pool.query({ text: 'DELETE FROM disclosure' });
    const added = await completeDemonstration(database.url, settings, NOW);
    expect([await count('guide'), await count('disclosure')]).toEqual(before);
    expect(added).toBe((before[0] ?? 0) + (before[1] ?? 0) - 1);
  });

  test('has letters in the inboxes that nobody has looked at, none of them from later than now', async () => {
    const counted = `SELECT count(*)::int AS all, count(DISTINCT source)::int AS sources, max(arrived_at) < $1 AS past FROM incoming`;
    const { rows } = await pool.query<{ all: number }>({ text: counted, values: [NOW] });
    expect(rows).toEqual([{ all: 5, sources: 3, past: true }]);
  });

  test('shows every state and every light in the bureau alone', async () => {
    const rows = await seen('supervisor.bureau');
    expect(namesOf(rows, 'state')).toEqual([...CASE_STATES].sort());
    expect(namesOf(rows, 'light')).toEqual([...LIGHTS].sort());
  });

  test.each([
    ['clerk', 'confirmReceipt'],
    ['caseworker', 'accept'],
    ['caseworker', 'decideItem'],
    ['caseworker', 'closeAbandoned'],
    ['caseworker', 'dispatch'],
    ['reviewer', 'passReview'],
    ['approver', 'approve'],
    ['approver', 'approveExtension'],
    ['consulted', 'recordAnswer'],
    ['applicant', 'receiveCorrection'],
    ['applicant', 'recordPayment'],
    ['post', 'recordService'],
    ['archivist', 'file'],
  ])('has work for the %s: %s', async (role, step) => {
    const rows = await seen('supervisor.bureau');
    expect(rows.filter(({ turn }) => turn.who?.role === role && turn.step === step)).not.toEqual([]);
  });

  test('has functions that look where its tables are: behind the wall of the database figures come from them', async () => {
    const strayed = `SELECT proname FROM pg_proc WHERE array_to_string(proconfig, ' ') LIKE '%gongkai_draft%'`;
    expect((await pool.query({ text: strayed })).rows).toEqual([]);
    expect(await openIn('supervisor.district')).toBeGreaterThan(10);
  });

  test('gives a supervisor of the district many units, and the street work of its own', async () => {
    const rows = await seen('supervisor.district');
    expect(namesOf(rows, 'organ').length).toBeGreaterThanOrEqual(10);
    expect((await seen('caseworker.street')).length).toBeGreaterThanOrEqual(10);
  });

  test('has a history to now, and nothing after it', async () => {
    const { rows } = await pool.query<{ last: Date; today: number }>({
      text: 'SELECT max(at) AS last, (count(*) FILTER (WHERE on_day = $1))::int AS today FROM journal',
      values: [TODAY],
    });
    expect(rows).toEqual([{ last: NOW, today: expect.any(Number) as number }]);
    expect(rows[0]?.today).toBeGreaterThan(0);
  });

  test('has papers in what is filed: what was given out, the reply, its proof of service, the records of the office', async () => {
    const { rows } = await pool.query<{ outcome: string; names: string[] }>({
      text: `
        SELECT case_file.file ->> 'outcome' AS outcome, array_agg(DISTINCT left(stored_file.name, 3) ORDER BY left(stored_file.name, 3)) AS names
          FROM case_file JOIN journal ON journal.case_id = case_file.id
          JOIN stored_file ON stored_file.organ_id = case_file.organ_id AND journal.fact -> 'fileIds' ? stored_file.id
         WHERE case_file.state = 'filed' GROUP BY case_file.id`,
    });
    const { rowCount: filed } = await pool.query({ text: `SELECT FROM case_file WHERE state = 'filed'` });
    expect(rows).toHaveLength(filed ?? 0);
    expect(rows.filter(({ names }) => names.length >= 5).length).toBeGreaterThan(0);
    for (const { names } of rows) expect(names).toContain('申请登');
  });

  test('stands every check', async () => {
    expect(await verifyReplay({ pool, laws: lawShelf('config') })).toMatchObject({ differences: [], outdated: 0 });
    expect(await verifyChains(pool)).toMatchObject({ broken: [] });
    expect(await verifyWatch({ pool, laws: lawShelf('config'), clock: new ManualClock(TODAY) })).toMatchObject({ unwatched: [] });
    expect(await verifyRegister(pool, new Sealer(settings.secretKeys))).toEqual({ gaps: [], lostFiles: [], unopened: [] });
  });

  test('is renewed while it is used: what a trainee did is gone, and who is connected goes on', async () => {
    await pool.query({ text: `INSERT INTO organ VALUES (gen_random_uuid(), 'mine', '我', 'mine', 'unit', NULL, '{}', '我')` });
    const before = await seen('supervisor.bureau');
    expect((await organsIn(database.url, 'config')).others).toEqual(['mine']);
    await afresh(database.url, { fill: (url) => fillDemonstration(url, settings, NOW, PRESS) });
    expect((await organsIn(database.url, 'config')).others).toEqual([]);
    const after = await seen('supervisor.bureau');
    const told = (rows: readonly CaseRow[]): string[] =>
      rows.map(({ number, state, light }) => `${number} ${state} ${light}`).sort();
    expect(told(after)).toEqual(told(before));
    expect(after.map(({ id }) => id)).not.toEqual(before.map(({ id }) => id));
  });

  test('is left as it was where the renewal fails', async () => {
    const before = await seen('supervisor.bureau');
    const fill = (): Promise<void> => Promise.reject(new Error('no more paper'));
    await expect(afresh(database.url, { fill })).rejects.toThrow('no more paper');
    expect(await seen('supervisor.bureau')).toEqual(before);
  });

  test('is loaded once by three that find the database empty at the same moment', async () => {
    const empty = await createTestDatabase();
    const isWanted = async () => (await organsIn(empty.url, 'config')).demonstration.length === 0;
    let loaded = 0;
    const fill = async (url: string): Promise<void> => {
      loaded += 1;
      await loadDemoOrgans(url, 'config');
    };
    await Promise.all([1, 2, 3].map(() => afresh(empty.url, { fill, isWanted })));
    expect(loaded).toBe(1);
    expect(await isWanted()).toBe(false);
    await empty.drop();
  });
});
