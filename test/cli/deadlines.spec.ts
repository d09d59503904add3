import { callCli } from '../support/call-cli.js';
import { makeReady, problemOf, runCli } from '../support/run-cli.js';
import { atCounter, consultation, correctionNotice, extension, play } from '../support/play.js';

beforeAll(makeReady);

const facts = { receipt: atCounter('2025-07-01'), events: [extension('2025-07-28', 20)] };

async function answerOf(args: readonly string[], stdin: unknown): Promise<unknown> {
  const { exit, stdout, stderr } = await callCli(args, stdin);
  if (exit !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const openLetter = consultation('s', 'secrecy_authority', { out: '2025-07-04' });

/** `gongkai deadlines`: facts on stdin, every deadline on stdout. */
describe('gongkai deadlines', () => {
  test('prints exactly one JSON object, the same the library gives, with its derivation', () => {
    const { exit, stdout } = runCli(['deadlines'], facts);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(play(facts))));
  });

  test('gives every date a case always has, null where there is none', async () => {
    const answer = await answerOf(['deadlines'], { receipt: { channel: 'web', submittedOn: '2025-07-01' }, events: [] });
    expect(answer).toEqual({
      receivedOn: null,
      correctionNoticeDeadline: null,
      replyDueAtRegistration: null,
      clock: 'not_started',
      replyDue: null,
      extendedDue: null,
      finalDue: null,
      consultations: [],
      derivation: [],
    });
  });

  test('looks from the day of --as-of, which wins over the body', async () => {
    expect(await answerOf(['deadlines', '--as-of', '2025-07-27'], facts)).toMatchObject({
      extendedDue: null,
      finalDue: '2025-07-29',
    });
    expect(await answerOf(['deadlines'], { ...facts, asOf: '2025-07-27' })).toMatchObject({ finalDue: '2025-07-29' });
    expect(await answerOf(['deadlines', '--as-of', '2025-07-28'], { ...facts, asOf: '2025-07-27' })).toMatchObject({
      finalDue: '2025-08-26',
    });
  });

  test('takes the statute from --statute, which wins over the body', async () => {
    expect(await answerOf(['deadlines', '--statute', 'cn-ogi-711'], { ...facts, statute: 'no-such-law' })).toMatchObject({
      finalDue: '2025-08-26',
    });
    expect(await answerOf(['deadlines'], { ...facts, statute: 'cn-ogi-711' })).toMatchObject({ finalDue: '2025-08-26' });
  });
});

/** Bad input: exit 2, stdout empty, and the last line of stderr is a problem document. */
describe('gongkai deadlines refuses', () => {
  const rows: [string, string[], unknown, string][] = [
    ['a day that is none', ['deadlines'], { ...facts, receipt: atCounter('2025-02-30') }, 'receipt.submittedOn'],
    ['a field nobody knows', ['deadlines'], { ...facts, finalDue: '2025-07-29' }, 'finalDue'],
    ['an event nobody knows', ['deadlines'], { ...facts, events: [{ type: 'holiday' }] }, 'events.0.type'],
    ['facts that contradict', ['deadlines'], { ...facts, events: [correctionNotice('2025-06-30', 15)] }, 'events.0.on'],
    ['an extension of 21 days', ['deadlines'], { ...facts, events: [extension('2025-07-28', 21)] }, 'events.0.workingDays'],
    ['a bad day in the body', ['deadlines'], { ...facts, asOf: 'tomorrow' }, 'asOf'],
    ['a bad day to look from', ['deadlines', '--as-of', '2025-13-01'], facts, 'asOf'],
    [
      'a day to look from behind every calendar, while a letter is open',
      ['deadlines', '--as-of', '9999-12-31'],
      { ...facts, events: [openLetter] },
      'asOf',
    ],
    ['a statute nobody knows', ['deadlines', '--statute', 'no-such-law'], facts, 'statute'],
    ['a file beside the statutes that is none', ['deadlines', '--statute', 'grounds'], facts, 'statute'],
    ['the same in the body', ['deadlines'], { ...facts, statute: 'grounds' }, 'statute'],
    ['a statute of the body nobody knows', ['deadlines'], { ...facts, statute: '../grounds' }, 'statute'],
  ];
  test.each(rows)('%s', async (_, args, stdin, path) => {
    const run = await callCli(args, stdin);
    expect({ exit: run.exit, stdout: run.stdout }).toEqual({ exit: 2, stdout: '' });
    const problem = problemOf(run);
    expect(problem).toMatchObject({ status: 422, code: 'invalid-request' });
    expect(problem.type).not.toBe('');
    expect(problem.title).not.toBe('');
    const field = problem.fields.find((one) => one.path === path);
    expect(field?.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(field?.message).toBeTruthy();
  });

  test.each([
    ['broken JSON', ['deadlines'], '{ "receipt": ', 'malformed-json'],
    ['nothing at all', ['deadlines'], '', 'malformed-json'],
    ['two objects', ['deadlines'], `${JSON.stringify(facts)}\n${JSON.stringify(facts)}`, 'malformed-json'],
    ['a list', ['deadlines'], '[]', 'wrong-type'],
    ['null', ['deadlines'], 'null', 'wrong-type'],
    ['an option nobody knows', ['deadlines', '--frobnicate'], JSON.stringify(facts), 'unknown-cli-option'],
    ['an option without its value', ['deadlines', '--as-of'], JSON.stringify(facts), 'missing-option-value'],
    ['a word too many', ['deadlines', 'now'], JSON.stringify(facts), 'too-many-arguments'],
    ['a command nobody knows', ['dedlines'], JSON.stringify(facts), 'unknown-command'],
    ['no command', [], '', 'missing-command'],
    ['a command without its question', ['working-days'], '', 'missing-command'],
    ['a question without its argument', ['working-days', 'add', '2025-10-11'], '', 'missing-argument'],
  ])('%s', async (_, args, stdin, code) => {
    const run = await callCli(args, stdin);
    expect({ exit: run.exit, stdout: run.stdout }).toEqual({ exit: 2, stdout: '' });
    const { fields, detail } = problemOf(run);
    expect(fields.map((field) => field.code)).toEqual([code]);
    expect(detail).not.toMatch(/^: |error:|Invalid|Too |expected/);
  });
});
