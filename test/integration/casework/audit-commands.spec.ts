import { Client } from 'pg';
import { callCli } from '../../support/call-cli.js';
import { atTheCounter, Office } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
  const { id } = await office.log(atTheCounter('2026-03-02'));
  await office.step(id, 'caseworker.bureau', { type: 'accept' });
});
afterAll(() => office.close());

/** Runs `gongkai` on the office's database. */
async function run(...args: string[]): Promise<{ exit: number | null; answer: unknown; told: string }> {
  const { exit, stdout, stderr } = await callCli(args, '', { DATABASE_URL: office.database.url });
  return { exit, answer: stdout === '' ? null : JSON.parse(stdout), told: stderr };
}

async function falsify(statement: string): Promise<void> {
  const client = new Client({ connectionString: office.database.adminUrl });
  await client.connect();
  await client.query(`SET app.falsify_journal = 'on'`);
  await client.query(statement);
  await client.end();
}

test('nothing was changed: exit 0, the figures on stdout, the progress on stderr', async () => {
  const audit = await run('audit', 'verify');
  expect(audit).toMatchObject({
    exit: 0,
    answer: {
      cases: 1,
      entries: 2,
      broken: [],
      records: 0,
      recordEntries: 0,
      brokenRecords: [],
      gaps: [],
      lostFiles: [],
      unopened: [],
      alteredFiles: [],
    },
  });
  expect(await run('audit', 'open')).toMatchObject({ exit: 0, answer: { open: 1, unwatched: [] } });
  expect(audit.told).toContain('checked: 1 of 1');
  expect(await run('replay', '--verify')).toMatchObject({
    exit: 0,
    answer: { cases: 1, outdated: 0, differences: [], migrated: 0, failed: [] },
  });
});

test('a case of an older chart is counted, and brought over where that is asked for', async () => {
  await falsify('UPDATE case_file SET machine_version = 0');
  expect(await run('replay', '--verify')).toMatchObject({ exit: 0, answer: { outdated: 1 } });
  expect(await run('replay', '--migrate')).toMatchObject({
    exit: 0,
    answer: { outdated: 0, migrated: 1, failed: [], differences: [] },
  });
});

test('a number of a document that is missing, double, or drawn by nobody: exit 1 and which', async () => {
  const gaps = async (): Promise<unknown> => (await run('audit', 'verify')).answer;
  const gap = (number: number, problem: string) => ({
    gaps: [{ organ: 'bureau', kind: 'consultation', year: 2026, number, problem }],
  });
  const [{ id } = { id: '' }] = await office.rows<{ id: string }>('SELECT id FROM case_file');
  for (const party of ['某公司', '另一公司'])
    await office.step(id, 'caseworker.bureau', { type: 'askThirdParty', party, dispatchedOn: null });
  expect(await run('audit', 'verify')).toMatchObject({ exit: 0, answer: { gaps: [] } });
  const last = (of: number): Promise<void> => falsify(`UPDATE number_series SET last = ${of} WHERE kind = 'consultation'`);
  await last(3);
  expect(await run('audit', 'verify')).toMatchObject({ exit: 1, answer: gap(3, 'missing') });
  await last(1);
  expect(await gaps()).toMatchObject(gap(2, 'not-drawn'));
  await last(2);
  const numbered = (from: number, to: number): Promise<void> =>
    falsify(`
      UPDATE journal SET fact = jsonb_set(fact, '{number}', to_jsonb(replace(fact ->> 'number', '〕${from}号', '〕${to}号')))
       WHERE type = 'CONSULTATION' AND seq = (SELECT max(seq) FROM journal)`);
  await numbered(2, 1);
  expect(await gaps()).toMatchObject({
    gaps: [
      { number: 1, problem: 'double' },
      { number: 2, problem: 'missing' },
    ],
  });
  await numbered(1, 2);
  expect(await gaps()).toMatchObject({ gaps: [], broken: [] });
});

test('something was changed: exit 1 and where', async () => {
  await falsify(`UPDATE number_series SET last = 2 WHERE kind = 'case'`);
  expect(await run('audit', 'verify')).toMatchObject({ exit: 1, answer: { gaps: [{ number: 2, problem: 'missing' }] } });
  await falsify(`UPDATE alarm SET rings_on = NULL WHERE kind = 'reminder'`);
  expect(await run('audit', 'open')).toMatchObject({
    exit: 1,
    answer: { unwatched: ['finalDue', 'unclaimed'].map((deadline) => ({ reminder: { deadline, ringsOn: null } })) },
  });
  await falsify(`UPDATE journal SET actor_id = 'nobody' WHERE seq = 2`);
  expect(await run('audit', 'verify')).toMatchObject({ exit: 1, answer: { broken: [{ seq: 2, problem: 'content' }] } });
  await falsify(`UPDATE case_file SET outcome = 'granted'`);
  expect(await run('replay', '--verify')).toMatchObject({
    exit: 1,
    answer: { differences: [{ path: 'outcome', stored: 'granted', refolded: null }] },
  });
});
