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

describe('what is sent on the day the clock runs again', () => {
  const receipt = atCounter('2025-06-03');
  const restart = [correctionNotice('2025-06-10', 10), corrected('2025-06-13')];

  test('an extension belongs to the new period, in whatever order it is told (REG 30, 33)', () => {
    const extended = { restartedOn: '2025-06-13', replyDue: '2025-07-11', extendedDue: '2025-07-25' };
    const sent = extension('2025-06-13', 10);
    expect(play({ receipt, events: [sent, ...restart] })).toMatchObject(extended);
    expect(play({ receipt, events: [...restart, sent] })).toMatchObject(extended);
  });

  test('so does a delay (REG 30, 35), and what was sent while the clock stood still does not', () => {
    const delay = (on: string): Event => ({ type: 'delay_set', on, until: '2025-12-01' });
    expect(play({ receipt, events: [delay('2025-06-13'), ...restart] }).finalDue).toBe('2025-12-01');
    expect(play({ receipt, events: [delay('2025-06-12'), ...restart] }).finalDue).toBe('2025-07-11');
  });

  test('a payment does the same (FEE)', () => {
    const events = [feeNotice('2025-06-10'), paid('2025-06-13'), extension('2025-06-13', 10)];
    expect(play({ receipt, events })).toMatchObject({ restartedOn: '2025-06-13', extendedDue: '2025-07-25' });
  });
});

describe('a withdrawal ends all', () => {
  test('so that a fee notice after it is at odds with nothing', () => {
    const events = [correctionNotice('2025-06-10', 10), withdrawn('2025-06-12'), feeNotice('2025-06-13')];
    expect(refusedFields({ receipt: atCounter('2025-06-03'), events })).toEqual([]);
    expect(play({ receipt: atCounter('2025-06-03'), events }).clock).toBe('withdrawn');
  });
});
