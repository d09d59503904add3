import type { Event } from '../support/facts.js';
import { atCounter, consultation, corrected, correctionNotice, extension, play } from '../support/play.js';

/** Correction (补正): once, within seven working days; a correction in time starts a fresh period (REG 30). */
describe('correction received after its period', () => {
  const facts = {
    receipt: atCounter('2025-06-03'),
    events: [correctionNotice('2025-06-10', 15, '2025-06-09'), corrected('2025-07-02')],
  };

  test('the first application is deemed abandoned and its T never moved', () => {
    const ledger = play(facts);
    expect(ledger).toMatchObject({
      receivedOn: '2025-06-03',
      correctionNoticeDeadline: '2025-06-12',
      correctionDueFromApplicant: '2025-07-01',
      clock: 'deemed_abandoned',
      lateCorrection: true,
      replyDue: null,
      finalDue: null,
    });
    expect(ledger).not.toHaveProperty('restartedOn');
  });

  test('what came late is a new application of its own', () => {
    expect(play({ receipt: atCounter('2025-07-02'), events: [] }).finalDue).toBe('2025-07-30');
  });

  test('on the last day it was still in time', () => {
    const inTime = play({ ...facts, events: [correctionNotice('2025-06-10', 15), corrected('2025-07-01')] });
    expect(inTime).toMatchObject({ clock: 'running', restartedOn: '2025-07-01', finalDue: '2025-07-29' });
    expect(inTime).not.toHaveProperty('lateCorrection');
  });
});

describe('correction notice sent on the eighth working day', () => {
  const facts = {
    receipt: atCounter('2025-09-22'),
    events: [correctionNotice('2025-10-10', 15, '2025-10-09'), corrected('2025-10-20')],
  };

  test('has no effect: the reply stays due on the first clock, and nobody owes a correction', () => {
    const ledger = play(facts);
    expect(ledger).toMatchObject({
      correctionNoticeDeadline: '2025-09-30',
      clock: 'running',
      replyDue: '2025-10-24',
      finalDue: '2025-10-24',
    });
    expect(ledger).not.toHaveProperty('correctionDueFromApplicant');
    expect(ledger).not.toHaveProperty('restartedOn');
    expect(ledger).not.toHaveProperty('lateCorrection');
  });

  test('an office that lets late notices restart the clock counts from the correction', () => {
    const restarted = play(facts, { rules: { 'correction.late_notice': 'allow_restart' } });
    expect(restarted).toMatchObject({ clock: 'running', restartedOn: '2025-10-20', finalDue: '2025-11-17' });
  });

  test('sent on the seventh and delivered on the eighth it is in time: what counts is the dispatch', () => {
    const events = [correctionNotice('2025-10-09', 15, '2025-09-30'), corrected('2025-10-20')];
    expect(play({ ...facts, events })).toMatchObject({ restartedOn: '2025-10-20', finalDue: '2025-11-17' });
  });

  test('where the day of dispatch is not told the ledger does not ask', () => {
    expect(play({ ...facts, events: [correctionNotice('2025-10-10', 15), corrected('2025-10-20')] }).finalDue).toBe('2025-11-17');
  });
});

describe('still unclear after correction', () => {
  const events = [correctionNotice('2026-03-09', 15, '2026-03-09'), corrected('2026-03-18')];
  const facts = { receipt: atCounter('2026-03-02'), events };

  test('twenty fresh working days run from the correction; the dates of the first T stay as they were', () => {
    expect(play(facts)).toMatchObject({
      receivedOn: '2026-03-02',
      correctionNoticeDeadline: '2026-03-11',
      correctionDueFromApplicant: '2026-03-30',
      restartedOn: '2026-03-18',
      replyDueAtRegistration: '2026-03-30',
      replyDue: '2026-04-16',
      finalDue: '2026-04-16',
    });
  });

  test('a second notice is refused: one asks once', () => {
    const second = { ...facts, events: [...events, correctionNotice('2026-03-23', 15)] };
    expect(() => play(second)).toThrow(expect.objectContaining({ code: 'invalid-request' }));
  });
});

describe('waiting for the correction', () => {
  const receipt = atCounter('2025-06-03');
  const notice = correctionNotice('2025-06-10', 15);
  const silent: [string, Event[], string | undefined, string][] = [
    ['nobody says how it ended', [notice], undefined, 'awaiting_correction'],
    ['seen on the last day', [notice], '2025-07-01', 'awaiting_correction'],
    ['seen the day after', [notice], '2025-07-02', 'deemed_abandoned'],
    ['recorded as not received', [notice, { type: 'correction_not_received' }], undefined, 'deemed_abandoned'],
    ['recorded, but seen on the last day', [notice, { type: 'correction_not_received' }], '2025-07-01', 'awaiting_correction'],
    ['seen before the notice was served', [notice], '2025-06-09', 'running'],
  ];
  test.each(silent)('%s', (_, events, asOf, clock) => {
    const ledger = play({ receipt, events }, { asOf });
    expect(ledger.clock).toBe(clock);
    if (clock !== 'running') expect(ledger).toMatchObject({ replyDue: null, extendedDue: null, finalDue: null });
  });

  test.each([
    [10, '2025-06-20'],
    [11, '2025-06-23'],
    [12, '2025-06-23'],
  ])('%i calendar days end on %s: never on a day off', (period, due) => {
    const events: Event[] = [{ type: 'correction_notice_received', on: '2025-06-10', period, periodUnit: 'calendar_day' }];
    expect(play({ receipt, events }).correctionDueFromApplicant).toBe(due);
  });

  test('a period in calendar days that ends on a worked Saturday ends there', () => {
    const events: Event[] = [{ type: 'correction_notice_received', on: '2025-10-01', period: 10, periodUnit: 'calendar_day' }];
    expect(play({ receipt: atCounter('2025-09-26'), events }).correctionDueFromApplicant).toBe('2025-10-11');
  });
});

describe('a restart', () => {
  const receipt = atCounter('2025-06-03');

  test('drops an extension of the same day and any before', () => {
    const wait = [correctionNotice('2025-06-10', 15), corrected('2025-06-20')];
    const fresh = play({ receipt, events: wait });
    expect(fresh).toMatchObject({ extendedDue: null, finalDue: '2025-07-18' });
    expect(play({ receipt, events: [...wait, extension('2025-06-09', 10)] })).toEqual(fresh);
    expect(play({ receipt, events: [...wait, extension('2025-06-20', 10)] })).toEqual(fresh);
  });

  test('leaves room for an extension of the new period', () => {
    const events = [
      extension('2025-06-09', 20),
      correctionNotice('2025-06-10', 15),
      corrected('2025-06-20'),
      extension('2025-06-23', 20),
    ];
    expect(play({ receipt, events })).toMatchObject({
      replyDue: '2025-07-18',
      extendedDue: '2025-08-15',
      finalDue: '2025-08-15',
    });
  });

  test('drops a delay set before it', () => {
    const events: Event[] = [
      { type: 'delay_set', on: '2025-06-05', until: '2025-12-31' },
      correctionNotice('2025-06-10', 15),
      corrected('2025-06-20'),
    ];
    expect(play({ receipt, events }).finalDue).toBe('2025-07-18');
  });

  test('does not end a consultation: the answer still outstanding stops the new period too (REG 33(3))', () => {
    const events = [
      correctionNotice('2025-06-06', 15),
      consultation('a', 'third_party', { out: '2025-06-09', served: '2025-06-10', answered: '2025-06-27' }),
      corrected('2025-06-20'),
    ];
    expect(play({ receipt: atCounter('2025-05-28'), events })).toMatchObject({
      restartedOn: '2025-06-20',
      replyDue: '2025-07-25',
      finalDue: '2025-07-25',
      consultations: [{ id: 'a', closedOn: '2025-06-27', closedBy: 'answer', excludedWorkingDays: 14 }],
    });
  });
});
