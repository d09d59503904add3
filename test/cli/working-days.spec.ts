import { callCli } from '../support/call-cli.js';
import { answerOf, makeReady, problemOf } from '../support/run-cli.js';

const ask = (question: string) => callCli(['working-days', ...question.split(' ')]);

async function workingDays(question: string): Promise<unknown> {
  const { exit, stdout, stderr } = await ask(question);
  if (exit !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** `gongkai working-days`: the three questions of a calendar of working days. */
describe('gongkai working-days', () => {
  test(
    'answers as a program of its own',
    () => {
      makeReady();
      expect(answerOf(['working-days', 'add', '2025-09-08', '20'])).toEqual({ date: '2025-10-11', provisional: false });
    },
    5 * 60_000,
  );

  test.each([
    ['add 2025-09-08 20', { date: '2025-10-11', provisional: false }],
    ['add 2025-10-01 1', { date: '2025-10-09', provisional: false }],
    ['add 2025-10-11 0', { date: '2025-10-11', provisional: false }],
    ['add 2025-10-05 0', { date: '2025-10-05', provisional: false }],
    ['add 2025-10-09 -1', { date: '2025-09-30', provisional: false }],
    ['add 2025-10-05 -2', { date: '2025-09-29', provisional: false }],
    ['count 2025-09-30 2025-10-11', { workingDays: 3, provisional: false }],
    ['count 2025-10-11 2025-09-30', { workingDays: -3, provisional: false }],
    ['count 2025-10-01 2025-10-01', { workingDays: 0, provisional: false }],
    ['is 2025-10-11', { working: true, provisional: false }],
    ['is 2025-10-08', { working: false, provisional: false }],
    ['is 2025-10-12', { working: false, provisional: false }],
    ['is 2025-10-11 --calendar cn', { working: true, provisional: false }],
  ])('%s', async (question, answer) => {
    expect(await workingDays(question)).toEqual(answer);
  });

  test.each([
    ['add 2026-12-10 20', { date: '2027-01-08', provisional: true }],
    ['add 2027-01-08 -20', { date: '2026-12-10', provisional: true }],
    ['count 2026-12-10 2027-01-08', { workingDays: 20, provisional: true }],
    ['is 2027-01-01', { working: false, provisional: true }],
    ['add 2026-12-03 20', { date: '2026-12-31', provisional: false }],
    ['add 2027-01-01 -1', { date: '2026-12-31', provisional: false }],
    ['add 2027-01-02 -1', { date: '2026-12-31', provisional: true }],
    ['add 2027-01-05 0', { date: '2027-01-05', provisional: false }],
    ['count 2027-01-05 2027-01-05', { workingDays: 0, provisional: false }],
    ['count 2027-01-08 2026-12-10', { workingDays: -20, provisional: true }],
  ])('%s, next year not being published', async (question, answer) => {
    expect(await workingDays(question)).toEqual(answer);
  });

  test.each([
    ['is 2025-12-24 --holidays 2025-12-24,2025-12-25', { working: false, provisional: false }],
    ['is 2025-10-01 --holidays 2025-12-25', { working: true, provisional: false }],
    ['is 2025-12-20 --makeup 2025-12-20', { working: true, provisional: false }],
    ['add 2025-12-19 2 --holidays 2025-12-22 --makeup 2025-12-20', { date: '2025-12-23', provisional: false }],
    ['add 2025-12-23 -2 --holidays 2025-12-22 --makeup 2025-12-20', { date: '2025-12-19', provisional: false }],
    ['count 2027-12-31 2028-01-31 --holidays 2028-01-03', { workingDays: 20, provisional: false }],
  ])('%s, by the days of another law', async (question, answer) => {
    expect(await workingDays(question)).toEqual(answer);
  });

  test('adding and counting are inverse', async () => {
    for (const n of [-30, 45]) {
      const { date } = (await workingDays(`add 2025-10-11 ${String(n)}`)) as { date: string };
      expect(await workingDays(`count 2025-10-11 ${date}`)).toMatchObject({ workingDays: n });
    }
  });

  test.each([
    ['add 2018-12-28 1', 'date before-calendar'],
    ['add 2099-01-01 1', 'date after-calendar'],
    ['add 2019-01-02 -30', 'n before-calendar'],
    ['add 2025-10-11 99999', 'n after-calendar'],
    ['count 2018-12-28 2025-10-11', 'from before-calendar'],
    ['count 2025-10-11 2099-01-01', 'to after-calendar'],
    ['is 2018-12-28', 'date before-calendar'],
    ['add 2025-10-11 1.5', 'n wrong-type'],
    ['add 2025-10-11 99999999', 'n too-big'],
    ['add 2025-10-11 -99999999', 'n too-small'],
    ['is 2025-10-11 --holidays 2025-12-20,2025-12-21 --makeup 2025-12-20', 'makeup off-and-worked'],
    ['is 2025-10-11 --calendar cn --holidays 2025-12-20', 'calendar not-together'],
    ['count 2025-02-30 2025-10-11', 'from invalid-date'],
  ])('refuses %s: %s', async (question, field) => {
    const { fields } = problemOf(await ask(question));
    expect(fields.map(({ path, code }) => `${path} ${code}`)).toEqual([field]);
  });

  test.each([
    'add 2025-02-30 1',
    'add 2025-10-11 1.5',
    'add 2025-10-11 many',
    'add 2025-10-11',
    'count 2025-10-11',
    'is',
    'is yesterday',
    'is 2018-12-28',
    'add 2019-01-02 -30',
    'add 2025-10-11 99999',
    'is 2025-10-11 --calendar mars',
    'is 2025-10-11 --holidays 2025-02-30',
    'is 2025-10-11 --makeup soon',
    'is 2025-10-11 --frobnicate',
    'subtract 2025-10-11 1',
  ])('refuses: %s', async (question) => {
    const run = await ask(question);
    expect({ exit: run.exit, stdout: run.stdout }).toEqual({ exit: 2, stdout: '' });
    expect(problemOf(run).fields.length).toBeGreaterThan(0);
  });
});
