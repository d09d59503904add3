import type { Event } from '../support/facts.js';
import { atCounter, consultation, extension, play, withdrawn } from '../support/play.js';

/** Consultations (征求意见) stop the clock from the day after dispatch to the answer or the end of the silence (REG 32, 33(3), 34). */
describe('third party consulted during the extension', () => {
  const facts = {
    receipt: atCounter('2025-07-01'),
    events: [
      extension('2025-07-28', 20),
      consultation('a', 'third_party', { out: '2025-08-04', served: '2025-08-05', answered: '2025-08-20' }),
    ],
  };

  test('its working days are added to the extended period', () => {
    expect(play(facts)).toMatchObject({
      replyDue: '2025-07-29',
      extendedDue: '2025-09-11',
      finalDue: '2025-09-11',
      consultations: [
        { answerDue: '2025-08-26', closedOn: '2025-08-20', closedBy: 'answer', excludedWorkingDays: 12, effectOfSilence: null },
      ],
    });
  });

  test('before the letter went out the extension alone counted', () => {
    expect(play(facts, { asOf: '2025-08-03' })).toMatchObject({ extendedDue: '2025-08-26', consultations: [] });
  });
});

describe('silence has two meanings', () => {
  const receipt = atCounter('2026-04-07');
  const silent = (kind: 'third_party' | 'joint_organ' | 'other_organ'): Event =>
    consultation('a', kind, { out: '2026-04-10', served: '2026-04-13' });

  test.each([
    ['third_party', 'organ_decides'],
    ['joint_organ', 'deemed_consent'],
    ['other_organ', 'organ_decides'],
  ] as const)('of a %s: %s', (kind, effectOfSilence) => {
    expect(play({ receipt, events: [silent(kind)] })).toMatchObject({
      finalDue: '2026-05-29',
      consultations: [
        { answerDue: '2026-05-07', closedOn: '2026-05-07', closedBy: 'lapse', excludedWorkingDays: 16, effectOfSilence },
      ],
    });
  });

  test('a late answer changes nothing', () => {
    const late = consultation('a', 'joint_organ', { out: '2026-04-10', served: '2026-04-13', answered: '2026-05-08' });
    expect(play({ receipt, events: [late] }, { derivation: false })).toEqual(
      play({ receipt, events: [silent('joint_organ')] }, { derivation: false }),
    );
  });

  test('an answer on the last day is in time, and nothing is deemed', () => {
    const last = consultation('a', 'joint_organ', { out: '2026-04-10', served: '2026-04-13', answered: '2026-05-07' });
    expect(play({ receipt, events: [last] }).consultations).toMatchObject([{ closedBy: 'answer', effectOfSilence: null }]);
  });

  test('an office that gives other organs ten days counts their silence from the tenth', () => {
    expect(play({ receipt, events: [silent('other_organ')] }, { rules: { 'consult.related.days': 10 } })).toMatchObject({
      finalDue: '2026-05-22',
      consultations: [{ answerDue: '2026-04-27', excludedWorkingDays: 11 }],
    });
  });
});

test('a third party refuses and the organ overrides: the clock resumes the day after the refusal (REG 15, 32)', () => {
  const refusal = consultation('a', 'third_party', { out: '2025-10-15', served: '2025-10-16', answered: '2025-10-27' });
  expect(play({ receipt: atCounter('2025-10-10'), events: [refusal] })).toMatchObject({
    finalDue: '2025-11-18',
    consultations: [{ closedOn: '2025-10-27', excludedWorkingDays: 8 }],
  });
});

test('two third parties whose time overlaps stop the clock once (REG 33(3))', () => {
  const events = [
    consultation('A', 'third_party', { out: '2026-05-14', served: '2026-05-15', answered: '2026-05-26' }),
    consultation('B', 'third_party', { out: '2026-05-20', served: '2026-05-22' }),
  ];
  const ledger = play({ receipt: atCounter('2026-05-11'), events });
  expect(ledger).toMatchObject({
    finalDue: '2026-07-08',
    consultations: [
      { id: 'A', answerDue: '2026-06-05', closedOn: '2026-05-26', excludedWorkingDays: 8 },
      { id: 'B', answerDue: '2026-06-12', closedOn: '2026-06-12', excludedWorkingDays: 17 },
    ],
  });
  const stopped = ledger.derivation
    .find(({ deadline }) => deadline === 'replyDue')
    ?.skipped.filter(({ reason }) => reason.startsWith('consultation:'));
  expect(stopped).toHaveLength(21);
  expect(stopped?.find(({ date }) => date === '2026-05-21')?.reason).toBe('consultation:A,B');
});

describe('a letter that came back and went out again', () => {
  const receipt = atCounter('2025-03-03');
  const first = consultation('first', 'third_party', { out: '2025-03-10' });
  const second = consultation('second', 'third_party', { out: '2025-03-21', served: '2025-03-24' });
  const again = { ...second, replaces: 'first' } as Event;

  test('the reply was due without any letter', () => {
    expect(play({ receipt, events: [] }).finalDue).toBe('2025-03-31');
  });

  test('only the letter that arrived stops the clock', () => {
    expect(play({ receipt, events: [first, second] })).toMatchObject({
      finalDue: '2025-04-23',
      consultations: [
        { id: 'first', answerDue: null, closedOn: null, closedBy: null, excludedWorkingDays: 0, effectOfSilence: null },
        { id: 'second', answerDue: '2025-04-15', closedOn: '2025-04-15', closedBy: 'lapse' },
      ],
    });
  });

  test('an office that credits the attempts counts from the first letter', () => {
    const rules = { 'consult.undelivered': 'from_first_letter' } as const;
    expect(play({ receipt, events: [first, again] }, { rules }).finalDue).toBe('2025-05-08');
    expect(play({ receipt, events: [first, again] }).finalDue).toBe('2025-04-23');
  });
});

describe('an open consultation, seen before it ends', () => {
  const receipt = atCounter('2026-04-07');
  const letter = consultation('a', 'joint_organ', { out: '2026-04-10', served: '2026-04-13' });

  test.each([
    ['2026-04-10', null, 0, '2026-05-08'],
    ['2026-04-12', null, 0, '2026-05-08'],
    ['2026-04-13', '2026-05-07', 1, '2026-05-29'],
    ['2026-05-07', '2026-05-07', 16, '2026-05-29'],
  ])('on %s', (asOf, answerDue, excludedWorkingDays, finalDue) => {
    expect(play({ receipt, events: [letter] }, { asOf })).toMatchObject({
      clock: 'running',
      finalDue,
      consultations: [{ answerDue, closedOn: null, closedBy: null, excludedWorkingDays, effectOfSilence: null }],
    });
  });

  test('the day after its end it has lapsed', () => {
    expect(play({ receipt, events: [letter] }, { asOf: '2026-05-08' })).toMatchObject({
      consultations: [{ closedOn: '2026-05-07', closedBy: 'lapse', excludedWorkingDays: 16, effectOfSilence: 'deemed_consent' }],
    });
  });

  test('an answer is not known before it came', () => {
    const answered = consultation('a', 'joint_organ', { out: '2026-04-10', served: '2026-04-13', answered: '2026-04-20' });
    expect(play({ receipt, events: [answered] }, { asOf: '2026-04-19' })).toMatchObject({
      finalDue: '2026-05-29',
      consultations: [{ closedOn: null }],
    });
    expect(play({ receipt, events: [answered] }, { asOf: '2026-04-20' })).toMatchObject({
      finalDue: '2026-05-15',
      consultations: [{ closedOn: '2026-04-20', closedBy: 'answer', excludedWorkingDays: 6 }],
    });
  });

  test('a withdrawal leaves it open and counts to that day', () => {
    expect(play({ receipt, events: [letter, withdrawn('2026-04-17')] })).toMatchObject({
      clock: 'withdrawn',
      finalDue: null,
      consultations: [{ answerDue: '2026-05-07', closedOn: null, closedBy: null, excludedWorkingDays: 5, effectOfSilence: null }],
    });
  });

  test('an answer to a letter whose service nobody recorded closes it on its day', () => {
    const answered = consultation('a', 'third_party', { out: '2026-04-10', answered: '2026-04-20' });
    expect(play({ receipt, events: [answered] })).toMatchObject({
      finalDue: '2026-05-15',
      consultations: [{ answerDue: null, closedOn: '2026-04-20', closedBy: 'answer', excludedWorkingDays: 6 }],
    });
  });
});

/** Asked whether something is secret, an authority has no period: it stops from dispatch until it answers (REG 17(3)). */
describe('a secrecy authority', () => {
  const receipt = atCounter('2026-04-07');
  const unanswered = consultation('s', 'secrecy_authority', { out: '2026-04-10' });

  test('stops without being served, and nobody can say until when', () => {
    expect(play({ receipt, events: [unanswered] }, { asOf: '2026-07-01' })).toMatchObject({
      clock: 'running',
      replyDueAtRegistration: '2026-05-08',
      replyDue: null,
      finalDue: null,
      consultations: [{ answerDue: null, closedOn: null, closedBy: null, excludedWorkingDays: 55, effectOfSilence: null }],
    });
  });

  test('never lapses, served or not', () => {
    const served = consultation('s', 'secrecy_authority', { out: '2026-04-10', served: '2026-04-13' });
    expect(play({ receipt, events: [served] })).toMatchObject({
      finalDue: null,
      consultations: [{ answerDue: null, closedOn: null }],
    });
  });

  test('once it answers the dates are back', () => {
    const answered = consultation('s', 'secrecy_authority', { out: '2026-04-10', answered: '2026-07-01' });
    expect(play({ receipt, events: [answered] })).toMatchObject({
      replyDue: '2026-07-24',
      consultations: [{ closedOn: '2026-07-01', closedBy: 'answer' }],
    });
  });

  test('asked after the date due it changes nothing', () => {
    const late = consultation('s', 'secrecy_authority', { out: '2026-05-08' });
    expect(play({ receipt, events: [late] })).toMatchObject({ replyDue: '2026-05-08', finalDue: '2026-05-08' });
  });

  test('while it is silent an extension is in time', () => {
    const ledger = play({ receipt, events: [unanswered, extension('2026-06-30', 5)] }, { asOf: '2026-06-30' });
    expect(ledger).not.toHaveProperty('extensionRefused');
    expect(ledger.extendedDue).toBeNull();
    const answered = consultation('s', 'secrecy_authority', { out: '2026-04-10', answered: '2026-07-01' });
    expect(play({ receipt, events: [answered, extension('2026-06-30', 5)] }).extendedDue).toBe('2026-07-31');
  });
});
