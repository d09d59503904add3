import type { Event } from '../support/facts.js';
import {
  atCounter,
  corrected,
  correctionNotice,
  extension,
  feeNotice,
  paid,
  play,
  refusedFields,
  withdrawn,
} from '../support/play.js';

describe('what happens on the day the application is received', () => {
  const receipt = atCounter('2025-06-03');
  const restart = [correctionNotice('2025-06-03', 10), corrected('2025-06-03')];

  test('a restart drops an extension of the same day (REG 30, 33)', () => {
    expect(play({ receipt, events: [extension('2025-06-03', 10), ...restart] })).toMatchObject({
      restartedOn: '2025-06-03',
      extendedDue: null,
      finalDue: '2025-07-01',
    });
  });

  test('a restart drops a delay of the same day (REG 30, 35)', () => {
    const delay = { type: 'delay_set', on: '2025-06-03', until: '2025-12-01' } as const;
    expect(play({ receipt, events: [delay, ...restart] }).finalDue).toBe('2025-07-01');
  });
});

describe('the derivation names what let the period begin anew, and its article', () => {
  const restartOf = (events: Event[]): unknown =>
    play({ receipt: atCounter('2025-06-03'), events }).derivation.find(({ deadline }) => deadline === 'restartedOn');

  test('a correction (REG 30), also on the day of receipt', () => {
    const told = { rule: 'correction_received', article: 'REG 30', counted: null, skipped: [] };
    expect(restartOf([correctionNotice('2025-06-10', 10), corrected('2025-06-13')])).toMatchObject({
      ...told,
      from: '2025-06-10',
      due: '2025-06-13',
    });
    expect(restartOf([correctionNotice('2025-06-03', 10), corrected('2025-06-03')])).toMatchObject({
      ...told,
      due: '2025-06-03',
    });
  });

  test('a payment (REG 42, FEE), also after a correction', () => {
    const events = [correctionNotice('2025-06-10', 10), corrected('2025-06-13'), feeNotice('2025-06-16'), paid('2025-06-18')];
    expect(restartOf(events)).toMatchObject({
      rule: 'fee_paid',
      article: 'REG 42; FEE 6',
      from: '2025-06-16',
      due: '2025-06-18',
    });
    expect(restartOf([])).toBeUndefined();
  });
});

describe('a withdrawal ends all', () => {
  test('so that a fee notice after it is at odds with nothing', () => {
    const events = [correctionNotice('2025-06-10', 10), withdrawn('2025-06-12'), feeNotice('2025-06-13')];
    expect(refusedFields({ receipt: atCounter('2025-06-03'), events })).toEqual([]);
    expect(play({ receipt: atCounter('2025-06-03'), events }).clock).toBe('withdrawn');
  });
});
