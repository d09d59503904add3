import { migrateMachine, verifyChains, verifyRegister, verifyReplay, verifyWatch } from '@gongkai/casework';
import { Client } from 'pg';
import { atTheCounter, Office } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
  await aFewCases();
});
afterAll(() => office.close());

const ids: string[] = [];
const parts = () => ({ pool: office.pool, laws: office.laws, clock: office.clock });

/** Cases at different stages, left alone for months. */
async function aFewCases(): Promise<void> {
  for (const day of ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05']) {
    office.on(day);
    const { id } = await office.log(atTheCounter(day));
    ids.push(id);
    await office.step(id, 'caseworker.bureau', { type: 'accept' });
  }
  const [first = '', second = ''] = ids;
  const asked = await office.step(first, 'caseworker.bureau', { type: 'askThirdParty', party: '某公司' });
  const consultationId = asked.consultations[0]?.id ?? '';
  await office.step(first, 'caseworker.bureau', { type: 'recordService', consultationId, how: 'EMS' });
  await office.step(second, 'caseworker.bureau', { type: 'withdraw', how: '来函' });
  office.on('2026-06-01');
}

/** Changes the database behind the program's back. */
async function falsify(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: office.database.adminUrl });
  await client.connect();
  try {
    await client.query(`SET app.falsify_journal = 'on'`);
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

describe('the journals', () => {
  test('are only added to', async () => {
    await expect(office.rows('UPDATE journal SET actor_id = actor_id')).rejects.toThrow('only added to');
    await expect(office.rows('DELETE FROM journal')).rejects.toThrow('only added to');
  });

  test('are whole', async () => {
    expect(await verifyChains(office.pool)).toMatchObject({ cases: 4, entries: 11, broken: [], organs: [{ organ: 'bureau' }] });
  });

  const plants: [string, (id: string) => string[], (id: string) => string[], object][] = [
    [
      'a day that was changed',
      (id) => [`UPDATE journal SET fact = jsonb_set(fact, '{on}', '"2026-03-01"') WHERE case_id = '${id}' AND seq = 2`],
      (id) => [`UPDATE journal SET fact = jsonb_set(fact, '{on}', to_jsonb(on_day)) WHERE case_id = '${id}' AND seq = 2`],
      { seq: 2, problem: 'content' },
    ],
    [
      'a deadline that was changed',
      (id) => [`UPDATE journal SET deadlines = deadlines || '{"clock":"withdrawn"}' WHERE case_id = '${id}' AND seq = 1`],
      (id) => [`UPDATE journal SET deadlines = deadlines || '{"clock":"running"}' WHERE case_id = '${id}' AND seq = 1`],
      { seq: 1, problem: 'content' },
    ],
    [
      'a time that was changed',
      (id) => [`UPDATE journal SET at = at - interval '1 hour' WHERE case_id = '${id}' AND seq = 2`],
      (id) => [`UPDATE journal SET at = at + interval '1 hour' WHERE case_id = '${id}' AND seq = 2`],
      { seq: 2, problem: 'content' },
    ],
    [
      'an end that was cut off',
      (id) => [
        `CREATE TABLE cut AS SELECT * FROM journal WHERE case_id = '${id}' AND seq = 2`,
        `DELETE FROM journal WHERE case_id = '${id}' AND seq = 2`,
      ],
      () => ['INSERT INTO journal SELECT * FROM cut', 'DROP TABLE cut'],
      { seq: 1, problem: 'end' },
    ],
    [
      'a beginning that was cut off',
      (id) => [
        `CREATE TABLE cut AS SELECT * FROM journal WHERE case_id = '${id}' AND seq = 1`,
        `DELETE FROM journal WHERE case_id = '${id}' AND seq = 1`,
      ],
      () => ['INSERT INTO journal SELECT * FROM cut', 'DROP TABLE cut'],
      { seq: 2, problem: 'link' },
    ],
  ];
  test.each(plants)('%s is found', async (_name, plant, mend, expected) => {
    const [, , third = ''] = ids;
    await falsify(...plant(third));
    expect((await verifyChains(office.pool)).broken).toMatchObject([{ caseId: third, ...expected }]);
    await falsify(...mend(third));
    expect((await verifyChains(office.pool)).broken).toEqual([]);
  });
});

describe('what is stored', () => {
  test('is what the journals tell, months later too', async () => {
    expect(await verifyReplay(parts())).toEqual({ cases: 4, outdated: 0, differences: [] });
  });

  const plants: [string, string, object][] = [
    ['a fact', `file = jsonb_set(file, '{assignee}', '"x"')`, { path: 'file.assignee' }],
    ['a stage', `value = '"closed"'`, { path: 'value' }],
    ['a date', `final_due = '2027-01-04'`, { path: 'final_due', stored: '2027-01-04', refolded: '2026-04-01' }],
  ];
  test.each(plants)('%s that was changed is found', async (_name, change, expected) => {
    const third = ids[2] ?? '';
    await falsify(`CREATE TABLE kept AS SELECT * FROM case_file WHERE id = '${third}'`);
    await falsify(`UPDATE case_file SET ${change} WHERE id = '${third}'`);
    expect((await verifyReplay(parts())).differences).toMatchObject([{ caseId: third, ...expected }]);
    const mend = 'SET (file, value, final_due) = (kept.file, kept.value, kept.final_due)';
    await falsify(`UPDATE case_file ${mend} FROM kept WHERE case_file.id = kept.id`, 'DROP TABLE kept');
    expect((await verifyReplay(parts())).differences).toEqual([]);
  });

  const differing = async (): Promise<unknown> => (await verifyReplay(parts())).differences.map(({ path }) => path);

  test('an alarm that was lost, set for another day, or moved is found; when a reminder rings next is not told by the journal', async () => {
    const [first = '', , third = ''] = ids;
    const where = `case_id = '${first}' AND kind = 'consultation_lapse'`;
    await falsify(`UPDATE alarm SET rings_on = rings_on + 1 WHERE ${where}`);
    expect(await differing()).toEqual([expect.stringMatching(/^alarms\.consultation_lapse:.+\.rings_on$/)]);
    await falsify(`UPDATE alarm SET rings_on = rings_on - 1 WHERE ${where}`);
    await falsify(`UPDATE alarm SET rings_on = rings_on + 1 WHERE case_id = '${third}' AND kind = 'reminder'`);
    expect(await differing()).toEqual([]);
    await falsify(`CREATE TABLE lost AS SELECT * FROM alarm WHERE ${where}`, `DELETE FROM alarm WHERE ${where}`);
    expect(await differing()).toEqual([expect.stringMatching(/^alarms\.consultation_lapse:.+$/)]);
    await falsify('INSERT INTO alarm SELECT * FROM lost', 'DROP TABLE lost');
    expect(await differing()).toEqual([]);
  });

  test('what is kept for counting and differs is found, and follows the case as soon as that is written', async () => {
    const [, , , fourth = ''] = ids;
    for (const plant of ['UPDATE case_in_work SET due = due + 1', 'DELETE FROM case_in_work']) {
      await falsify(`${plant} WHERE id = '${fourth}'`);
      expect(await differing()).toEqual([expect.stringMatching(/^inWork(\.due)?$/)]);
      await falsify(`UPDATE case_file SET due = due WHERE id = '${fourth}'`);
      expect(await differing()).toEqual([]);
    }
  });

  test('a deadline that was changed is found', async () => {
    const [, , , fourth = ''] = ids;
    await falsify(`UPDATE deadline SET due = due + 1 WHERE case_id = '${fourth}' AND name = 'finalDue'`);
    const { differences } = await verifyReplay(parts());
    expect(differences).toMatchObject([{ caseId: fourth, path: 'deadlines.finalDue.due', refolded: '2026-04-02' }]);
    await falsify(`UPDATE deadline SET due = due - 1 WHERE case_id = '${fourth}' AND name = 'finalDue'`);
  });
});

/** Does something to the database, looks, and puts back the tables that were touched. */
async function during<T>(tables: readonly string[], plant: string, look: () => Promise<T>): Promise<T> {
  const quiet = `SET session_replication_role = 'replica'`;
  await falsify(quiet, ...tables.map((table) => `CREATE TABLE kept_${table} AS TABLE ${table}`), plant);
  try {
    return await look();
  } finally {
    const back = tables.map((table) => [
      `DELETE FROM ${table}`,
      `INSERT INTO ${table} SELECT * FROM kept_${table}`,
      `DROP TABLE kept_${table}`,
    ]);
    await falsify(quiet, ...back.flat());
  }
}

describe('what never changes in a case', () => {
  const plants: [string, string][] = [
    ['organ_id', `organ_id = (SELECT id FROM organ WHERE id <> organ_id LIMIT 1)`],
    ['applicant_id', `applicant_id = (SELECT id FROM applicant WHERE id <> applicant_id LIMIT 1)`],
    ['applicant_name', `applicant_name = '某某'`],
    ['channel', `channel = 'fax'`],
    ['opened_on', 'opened_on = opened_on - 9'],
    ['version', 'version = 1'],
    ['machine_version', 'machine_version = machine_version + 1'],
    ['search', `search = to_tsvector('zz')`],
    ['search', `number = number || '1'`],
  ];
  test.each(plants)('%s: %s is found', async (path, change) => {
    const id = ids[2] ?? '';
    const found = await during(['case_file'], `UPDATE case_file SET ${change} WHERE id = '${id}'`, () => verifyReplay(parts()));
    expect(found.differences).toMatchObject([{ caseId: id, path }]);
  });

  test.each([
    ['another name', `UPDATE applicant SET name = '某某'`],
    ['nothing of them', `DELETE FROM applicant`],
  ])('an applicant with %s is found', async (_, plant) => {
    const where = `WHERE id = (SELECT applicant_id FROM case_file WHERE id = '${ids[2] ?? ''}')`;
    const { differences } = await during(['applicant'], `${plant} ${where}`, () => verifyReplay(parts()));
    expect(differences).toMatchObject([{ caseId: ids[2], path: 'applicant_name' }]);
  });
});

describe('the register', () => {
  test('is complete', async () => {
    expect(await verifyRegister(office.pool, office.sealer)).toEqual({ gaps: [], lostFiles: [], unopened: [] });
  });

  const wholeCase = (id: string): string =>
    ['journal', 'deadline', 'alarm'].map((table) => `DELETE FROM ${table} WHERE case_id = '${id}';`).join(' ') +
    `DELETE FROM case_file WHERE id = '${id}'`;
  test.each([
    // It has sent a letter, whose number is gone with it.
    ['first', 1, ['case', 'consultation']],
    ['last', 4, ['case']],
  ] as const)('the %s case, taken away with everything, is missed', async (_, number, kinds) => {
    const tables = ['case_file', 'journal', 'deadline', 'alarm'];
    const { gaps } = await during(tables, wholeCase(ids[number - 1] ?? ''), () => verifyRegister(office.pool, office.sealer));
    expect(gaps).toEqual(kinds.map((kind) => ({ organ: 'bureau', kind, year: 2026, number, problem: 'missing' })));
  });

  test('a number that nobody has drawn is told', async () => {
    const plant = `UPDATE number_series SET last = 3 WHERE kind = 'case'`;
    const { gaps } = await during(['number_series'], plant, () => verifyRegister(office.pool, office.sealer));
    expect(gaps).toEqual([{ organ: 'bureau', kind: 'case', year: 2026, number: 4, problem: 'not-drawn' }]);
  });

  test('a file that a journal names and nobody has is told', async () => {
    const id = ids[2] ?? '';
    const plant = `UPDATE journal SET fact = fact || '{"fileIds":["f1"]}' WHERE case_id = '${id}' AND seq = 1`;
    const { lostFiles } = await during(['journal'], plant, () => verifyRegister(office.pool, office.sealer));
    expect(lostFiles).toMatchObject([{ caseId: id, seq: 1, fileId: 'f1' }]);
  });
});

describe('reminders', () => {
  const watch = () => verifyWatch(parts());

  test('ring in time', async () => {
    expect(await watch()).toMatchObject({ open: 3, unwatched: [] });
  });

  test.each([
    ['never', 'NULL', null],
    ['years later', `'2035-01-01'`, '2035-01-01'],
  ])('that would ring %s are told', async (_, on, ringsOn) => {
    const id = ids[2] ?? '';
    const plant = `UPDATE alarm SET rings_on = ${on} WHERE case_id = '${id}' AND kind = 'reminder' AND subject = 'finalDue'`;
    const { unwatched } = await during(['alarm'], plant, watch);
    expect(unwatched).toMatchObject([{ caseId: id, reminder: { deadline: 'finalDue', ringsOn, expected: '2026-06-02' } }]);
  });

  test.each([
    ['of a day that no calendar knows', 'alarm', (id: string) => `UPDATE alarm SET due = '2099-01-01' WHERE case_id = '${id}'`],
    ['of a law that nobody knows', 'case_file', (id: string) => `UPDATE case_file SET statute = 'x' WHERE id = '${id}'`],
  ])('%s hide no other that is lost', async (_, table, spoil) => {
    const [, , third = '', fourth = ''] = ids;
    const lost = `UPDATE alarm SET rings_on = NULL WHERE case_id IN ('${third}', '${fourth}') AND kind = 'reminder'`;
    const { unwatched } = await during([...new Set(['alarm', table])], `${lost}; ${spoil(third)}`, watch);
    const told = unwatched.filter(({ reminder }) => reminder?.deadline === 'finalDue');
    expect(told).toMatchObject([
      { caseId: third, reminder: { problem: expect.any(String) as string } },
      { caseId: fourth, reminder: { expected: '2026-06-02' } },
    ]);
  });
});

describe('cases of an older chart', () => {
  /** As an older version of the program might have left them. */
  const older = () => falsify(`UPDATE case_file SET machine_version = 0, value = '"nowhere"', file = '{}', state = 'accepted'`);

  test('are counted, shown and worked on as their journals tell them', async () => {
    await older();
    expect(await verifyReplay(parts())).toEqual({ cases: 4, outdated: 4, differences: [] });
    const [, , third = ''] = ids;
    const person = office.person('caseworker.bureau');
    expect(await office.queries.view(person, third)).toMatchObject({ state: 'accepted', deadlines: { finalDue: '2026-04-01' } });
    const row = (await office.queries.list(person, { limit: 50, sort: 'finalDue' })).items.find(({ id }) => id === third);
    expect(row).toMatchObject({ state: 'accepted', finalDue: '2026-04-01', light: 'overdue' });
    const view = await office.step(third, 'caseworker.bureau', { type: 'claim' });
    expect(view).toMatchObject({ state: 'accepted', version: 3, assignee: { id: person.id } });
    expect(await verifyReplay(parts())).toEqual({ cases: 4, outdated: 3, differences: [] });
  });

  test('are brought over, once', async () => {
    expect(await migrateMachine(parts())).toEqual({ migrated: 3, failed: [] });
    expect(await verifyReplay(parts())).toEqual({ cases: 4, outdated: 0, differences: [] });
    expect((await verifyChains(office.pool)).broken).toEqual([]);
    expect(await migrateMachine(parts())).toEqual({ migrated: 0, failed: [] });
    expect(await office.queries.view(office.person('clerk.bureau'), ids[0] ?? '')).toMatchObject({ version: 5 });
  });

  test('are brought over beside one that cannot be, and that one is told', async () => {
    await older();
    const [id = ''] = ids;
    await falsify(`UPDATE case_file SET statute = 'x' WHERE id = '${id}'`);
    expect(await migrateMachine(parts())).toMatchObject({
      migrated: 3,
      failed: [{ caseId: id, problem: expect.any(String) as string }],
    });
    await falsify(`UPDATE case_file SET statute = (SELECT max(statute) FROM case_file WHERE statute <> 'x') WHERE id = '${id}'`);
    expect(await migrateMachine(parts())).toEqual({ migrated: 1, failed: [] });
  });
});
