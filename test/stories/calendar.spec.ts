import { atCounter, consultation, correctionNotice, feeNotice, play } from '../support/play.js';

/** The holiday notice of January 2020 came in the middle of cases that were running. */
describe('calendar changed in the middle of a case', () => {
  const facts = { receipt: atCounter('2020-01-16'), events: [] };

  test('as it stood on 20 January 2020', () => {
    expect(play(facts, { calendarKnownOn: '2020-01-20' })).toMatchObject({
      correctionNoticeDeadline: '2020-01-31',
      finalDue: '2020-02-18',
    });
  });

  test('with the Spring Festival extended', () => {
    expect(play(facts)).toMatchObject({ correctionNoticeDeadline: '2020-02-03', finalDue: '2020-02-20' });
  });

  test('the day it is looked at never chooses the calendar', () => {
    expect(play(facts, { asOf: '2020-01-20' })).toMatchObject({ correctionNoticeDeadline: '2020-02-03', finalDue: '2020-02-20' });
  });

  test('both derivations name the version they used', () => {
    const version = (calendarKnownOn?: string): string | undefined =>
      play(facts, calendarKnownOn ? { calendarKnownOn } : {}).derivation.find(({ deadline }) => deadline === 'replyDue')
        ?.calendarVersion;
    expect(version('2020-01-20')).not.toBe(version());
  });
});

describe('the calendar of next year is not published', () => {
  test('a period that reaches it has only a provisional date', () => {
    const ledger = play({ receipt: atCounter('2026-12-10'), events: [] });
    expect(ledger).toMatchObject({
      receivedOn: '2026-12-10',
      clock: 'running',
      correctionNoticeDeadline: '2026-12-21',
      replyDueAtRegistration: null,
      replyDue: null,
      extendedDue: null,
      finalDue: null,
      calendarUnknownFrom: '2027-01-01',
      provisionalReplyDue: '2027-01-08',
      provisionalFinalDue: '2027-01-08',
    });
  });

  test('a period that ends on the last day of the year is firm', () => {
    const ledger = play({ receipt: atCounter('2026-12-03'), events: [] });
    expect(ledger.finalDue).toBe('2026-12-31');
    expect(ledger).not.toHaveProperty('calendarUnknownFrom');
    expect(ledger).not.toHaveProperty('provisionalFinalDue');
  });

  test('so have the periods of others', () => {
    const receipt = atCounter('2026-12-10');
    expect(play({ receipt, events: [correctionNotice('2026-12-15', 15)] })).toMatchObject({
      clock: 'awaiting_correction',
      correctionDueFromApplicant: null,
      calendarUnknownFrom: '2027-01-01',
    });
    expect(play({ receipt, events: [feeNotice('2026-12-15')] })).toMatchObject({
      feePaymentDue: null,
      calendarUnknownFrom: '2027-01-01',
    });
    const letter = consultation('a', 'third_party', { out: '2026-12-14', served: '2026-12-15', answered: '2026-12-18' });
    expect(play({ receipt, events: [letter] }).consultations).toMatchObject([{ answerDue: null, closedOn: '2026-12-18' }]);
  });

  test("outside a case their estimates are nobody's business", () => {
    const receipt = atCounter('2026-12-24');
    const letter = consultation('a', 'third_party', { out: '2026-12-28', served: '2026-12-29' });
    const ledger = play({ receipt, events: [letter, correctionNotice('2026-12-28', 15)] });
    expect(Object.keys(ledger).filter((name) => name.startsWith('provisional'))).toEqual([]);
    expect(ledger.consultations).not.toMatchObject([{ provisionalAnswerDue: expect.anything() as unknown }]);
    expect(ledger.derivation).toEqual([]);
  });

  test('a wait that reaches it is judged by the estimate', () => {
    const facts = { receipt: atCounter('2026-12-10'), events: [correctionNotice('2026-12-15', 15)] };
    expect(play(facts, { asOf: '2027-01-06' }).clock).toBe('awaiting_correction');
    expect(play(facts, { asOf: '2027-01-07' }).clock).toBe('deemed_abandoned');
  });
});
