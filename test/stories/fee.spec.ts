import type { Event } from '../support/facts.js';
import { atCounter, feeNotice, paid, play } from '../support/play.js';

/** Information processing fee (信息处理费): pay within twenty working days; payment starts a fresh period (REG 42, fee measures). */
describe('fee notice on the nineteenth day', () => {
  const receipt = atCounter('2025-11-03');

  test('before it the reply was due a working day later', () => {
    expect(play({ receipt, events: [] })).toMatchObject({ replyDue: '2025-12-01' });
  });

  test('while payment is awaited no reply is due', () => {
    expect(play({ receipt, events: [feeNotice('2025-11-28')] })).toMatchObject({
      clock: 'awaiting_payment',
      feePaymentDue: '2025-12-26',
      replyDue: null,
      extendedDue: null,
      finalDue: null,
      replyDueAtRegistration: '2025-12-01',
    });
  });

  test('payment in full starts twenty fresh working days', () => {
    expect(play({ receipt, events: [feeNotice('2025-11-28'), paid('2025-12-10')] })).toMatchObject({
      receivedOn: '2025-11-03',
      clock: 'running',
      feePaymentDue: '2025-12-26',
      restartedOn: '2025-12-10',
      replyDue: '2026-01-08',
      finalDue: '2026-01-08',
    });
  });

  test('a corrected notice replaces the first and gives its own twenty days', () => {
    expect(play({ receipt, events: [feeNotice('2025-11-28'), feeNotice('2025-12-05'), paid('2025-12-30')] })).toMatchObject({
      feePaymentDue: '2026-01-05',
      restartedOn: '2025-12-30',
      clock: 'running',
    });
  });
});

describe('fee contested instead of paid', () => {
  const receipt = atCounter('2026-03-03');
  const notice = feeNotice('2026-03-20');
  const cases: [string, Event[], string | undefined, string][] = [
    ['the last day to pay is still a day to pay', [notice], '2026-04-20', 'awaiting_payment'],
    ['the day after, the application is deemed abandoned', [notice], '2026-04-21', 'deemed_abandoned'],
    ['recorded as not paid', [notice, { type: 'fee_not_paid' }], undefined, 'deemed_abandoned'],
    ['paid on the last day', [notice, paid('2026-04-20')], undefined, 'running'],
    ['paid a day late', [notice, paid('2026-04-21')], undefined, 'deemed_abandoned'],
  ];
  test.each(cases)('%s', (_, events, asOf, clock) => {
    expect(play({ receipt, events }, { asOf })).toMatchObject({ clock, feePaymentDue: '2026-04-20' });
  });

  test('a late payment moves no date and is no late correction', () => {
    const ledger = play({ receipt, events: [notice, paid('2026-04-21')] });
    expect(ledger).toMatchObject({ receivedOn: '2026-03-03', replyDue: null, finalDue: null });
    expect(ledger).not.toHaveProperty('restartedOn');
    expect(ledger).not.toHaveProperty('lateCorrection');
  });
});
