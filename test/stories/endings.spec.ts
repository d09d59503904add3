import { atCounter, consultation, extension, onWeb, play, withdrawn } from '../support/play.js';

/** How a case ends, and by which day the reply had to be made. Timely is the day a notice was made (交邮之日), never its service. */
const isTimely = (madeOn: string, due: string | null): boolean => due !== null && madeOn <= due;

test('not our information: telling so is a reply, due like any other; another section of the organ changes nothing (REG 36(5))', () => {
  expect(play({ receipt: atCounter('2026-07-06'), events: [] })).toMatchObject({
    receivedOn: '2026-07-06',
    finalDue: '2026-08-03',
  });
});

describe('withdrawal after the letter to the third party went out', () => {
  const receipt = atCounter('2025-08-11');
  const letter = consultation('a', 'third_party', { out: '2025-08-25', served: '2025-08-26' });

  test('the reply was due without it', () => {
    expect(play({ receipt, events: [] }).finalDue).toBe('2025-09-08');
  });

  test('nothing is due any more; the letter stays open', () => {
    expect(play({ receipt, events: [letter, withdrawn('2025-08-27')] })).toMatchObject({
      clock: 'withdrawn',
      replyDueAtRegistration: '2025-09-08',
      replyDue: null,
      extendedDue: null,
      finalDue: null,
      consultations: [{ answerDue: '2025-09-16', closedOn: null, closedBy: null, excludedWorkingDays: 2 }],
    });
  });

  test('what happens later has no effect', () => {
    const answered = consultation('a', 'third_party', { out: '2025-08-25', served: '2025-08-26', answered: '2025-08-29' });
    expect(play({ receipt, events: [answered, withdrawn('2025-08-27')] }).consultations).toMatchObject([
      { closedOn: null, excludedWorkingDays: 2 },
    ]);
  });

  test('the day before, the case was still running', () => {
    expect(play({ receipt, events: [withdrawn('2025-08-27')] }, { asOf: '2025-08-26' })).toMatchObject({
      clock: 'running',
      finalDue: '2025-09-08',
    });
  });
});

describe('the same request again', () => {
  test.each([
    ['after the reply it is repeated, yet must be answered in time (REG 36(6))', '2025-07-15', '2025-08-12'],
    ['the first, still open', '2025-07-01', '2025-07-29'],
    ['the second, answered together with the first', '2025-07-08', '2025-08-05'],
  ])('%s', (_, receivedOn, finalDue) => {
    expect(play({ receipt: onWeb(receivedOn, receivedOn), events: [] }).finalDue).toBe(finalDue);
  });
});

test('several items with different results share one clock', () => {
  expect(play({ receipt: atCounter('2026-02-09'), events: [] })).toMatchObject({
    correctionNoticeDeadline: '2026-02-25',
    finalDue: '2026-03-13',
  });
});

test('a petition in the shape of a request is answered within the period of the Regulations (REG 39(1))', () => {
  expect(play({ receipt: atCounter('2025-12-22'), events: [] }).finalDue).toBe('2026-01-20');
});

test('the last day is a worked Saturday: posted that afternoon is in time, whatever the post does (letter 235 of 2016)', () => {
  const { finalDue } = play({ receipt: atCounter('2025-09-08'), events: [] });
  expect(finalDue).toBe('2025-10-11');
  expect(isTimely('2025-10-11', finalDue)).toBe(true);
  expect(isTimely('2025-10-12', finalDue)).toBe(false);
});

test('across the year end: received in one year, answered in time in the next', () => {
  const { finalDue } = play({ receipt: atCounter('2025-12-15'), events: [] });
  expect(finalDue).toBe('2026-01-13');
  expect(isTimely('2026-01-08', finalDue)).toBe(true);
});

/** Reasons for an excessive request accepted, but the period too short: the office sets a day (REG 35). */
describe('a delay set by the office', () => {
  const receipt = atCounter('2025-07-01');

  test('is the date on the dashboard; the counted dates stay beside it', () => {
    const events = [extension('2025-07-10', 5), { type: 'delay_set', on: '2025-07-20', until: '2025-10-31' } as const];
    const ledger = play({ receipt, events });
    expect(ledger).toMatchObject({ replyDue: '2025-07-29', extendedDue: '2025-08-05', finalDue: '2025-10-31' });
    expect(ledger.derivation.find(({ deadline }) => deadline === 'finalDue')).toMatchObject({
      counted: null,
      skipped: [],
      due: '2025-10-31',
    });
  });

  test('of several the last set wins, in whatever order they are told', () => {
    const first = { type: 'delay_set', on: '2025-07-20', until: '2025-10-31' } as const;
    const last = { type: 'delay_set', on: '2025-07-25', until: '2025-09-30' } as const;
    expect(play({ receipt, events: [last, first] }).finalDue).toBe('2025-09-30');
    expect(play({ receipt, events: [last, first] }, { asOf: '2025-07-24' }).finalDue).toBe('2025-10-31');
  });

  test('without a day it belongs to the last T', () => {
    const events = [{ type: 'delay_set', until: '2025-10-31' } as const];
    expect(play({ receipt, events }).finalDue).toBe('2025-10-31');
  });
});
