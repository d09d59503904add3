import type { Event } from '../support/facts.js';
import { atCounter, consultation, corrected, correctionNotice, extension, play, withdrawn } from '../support/play.js';

/** Extension (延期): at most twenty working days in all, notice sent by the date due (REG 33(2)). */
describe('extension asked for after the date due', () => {
  const receipt = atCounter('2025-04-01');

  test('is refused: the notice went out a day late', () => {
    expect(play({ receipt, events: [extension('2025-04-30', 20)] })).toMatchObject({
      replyDue: '2025-04-29',
      extendedDue: null,
      finalDue: '2025-04-29',
      extensionRefused: { code: 'late', dispatchedOn: '2025-04-30', due: '2025-04-29' },
    });
  });

  test('sent on the date due it lengthens the period by all its days', () => {
    const inTime = play({ receipt, events: [extension('2025-04-29', 20)] });
    expect(inTime).toMatchObject({ replyDue: '2025-04-29', extendedDue: '2025-05-30', finalDue: '2025-05-30' });
    expect(inTime).not.toHaveProperty('extensionRefused');
  });
});

describe('consent in time, notice posted a day late', () => {
  const receipt = atCounter('2026-01-12');

  test('what counts is the dispatch, so the first date stays', () => {
    expect(play({ receipt, events: [extension('2026-02-10', 20)] })).toMatchObject({
      finalDue: '2026-02-09',
      extensionRefused: { code: 'late', due: '2026-02-09' },
    });
  });

  test('posted on the day of consent it takes effect, over two worked Saturdays', () => {
    expect(play({ receipt, events: [extension('2026-02-09', 20)] }).finalDue).toBe('2026-03-13');
  });
});

describe('an extension that has no effect says why', () => {
  const receipt = atCounter('2025-07-01');
  const DUE = '2025-07-29';
  const refused: [string, Event[], object][] = [
    [
      'a second one for the same period',
      [extension('2025-07-10', 5), extension('2025-07-15', 5)],
      { code: 'second', dispatchedOn: '2025-07-15', due: '2025-08-05' },
    ],
    [
      'a second one that is late as well is late',
      [extension('2025-07-10', 5), extension('2025-08-06', 5)],
      { code: 'late', dispatchedOn: '2025-08-06', due: '2025-08-05' },
    ],
    [
      'while a correction is awaited',
      [correctionNotice('2025-07-08', 15), extension('2025-07-10', 5)],
      { code: 'clock_not_running', dispatchedOn: '2025-07-10', due: null },
    ],
    [
      'while payment is awaited',
      [{ type: 'fee_notice_received', on: '2025-07-08' }, extension('2025-07-10', 5)],
      { code: 'clock_not_running', dispatchedOn: '2025-07-10', due: null },
    ],
    [
      'after a correction that came too late',
      [correctionNotice('2025-07-08', 5), corrected('2025-07-20'), extension('2025-07-22', 5)],
      { code: 'clock_not_running', dispatchedOn: '2025-07-22', due: null },
    ],
    [
      'after the withdrawal',
      [withdrawn('2025-07-08'), extension('2025-07-10', 5)],
      { code: 'clock_not_running', dispatchedOn: '2025-07-10', due: null },
    ],
    [
      'the last of several',
      [extension('2025-07-30', 5), extension('2025-07-31', 5)],
      { code: 'late', dispatchedOn: '2025-07-31', due: DUE },
    ],
  ];
  test.each(refused)('%s', (_, events, refusal) => {
    const ledger = play({ receipt, events });
    expect(ledger.extensionRefused).toMatchObject(refusal);
    expect(ledger.extensionRefused?.article).toMatch(/33/);
  });

  test('only one that took effect makes the next a second', () => {
    const letter = consultation('a', 'third_party', { out: '2025-07-28', served: '2025-07-31', answered: '2025-08-04' });
    const ledger = play({ receipt, events: [extension('2025-07-30', 20), letter, extension('2025-08-01', 20)] });
    expect(ledger.extensionRefused).toMatchObject({ code: 'late', dispatchedOn: '2025-07-30', due: '2025-07-29' });
    expect(ledger).toMatchObject({ replyDue: '2025-08-05', extendedDue: '2025-09-02' });
  });

  test('a refusal belongs to its period: after a restart it is gone', () => {
    const ledger = play({
      receipt,
      events: [correctionNotice('2025-07-08', 15), extension('2025-07-10', 5), corrected('2025-07-14')],
    });
    expect(ledger).not.toHaveProperty('extensionRefused');
  });

  test('before 15 May 2019 fifteen working days were the most', () => {
    const early = atCounter('2019-05-14');
    expect(play({ receipt: early, events: [extension('2019-05-20', 15)] })).toMatchObject({
      replyDue: '2019-06-04',
      extendedDue: '2019-06-26',
    });
    expect(play({ receipt: early, events: [extension('2019-05-20', 18)] })).toMatchObject({
      extendedDue: null,
      extensionRefused: { code: 'over_limit', due: '2019-06-04', article: 'REG2007 24(2)' },
    });
  });

  test('an office that allows two may still not exceed twenty days in all', () => {
    const rules = { 'extension.max_count': 2 } as const;
    const first = extension('2025-07-10', 12);
    expect(play({ receipt, events: [first, extension('2025-07-15', 8)] }, { rules }).extendedDue).toBe('2025-08-26');
    const tooMuch = play({ receipt, events: [first, extension('2025-07-15', 9)] }, { rules });
    expect(tooMuch).toMatchObject({ extendedDue: '2025-08-14', extensionRefused: { code: 'over_limit', due: '2025-08-14' } });
  });
});

describe('the date due is the one known on the day of dispatch', () => {
  const receipt = atCounter('2025-07-01');

  test('a consultation that is open then counts with a lapse: still in time', () => {
    const letter = consultation('a', 'third_party', { out: '2025-07-28', served: '2025-07-28', answered: '2025-07-29' });
    const ledger = play({ receipt, events: [letter, extension('2025-08-12', 5)] });
    expect(ledger.extensionRefused).toMatchObject({ code: 'late', due: '2025-07-30' });
    const sameDay = play({ receipt, events: [letter, extension('2025-07-28', 5)] });
    expect(sameDay).toMatchObject({ replyDue: '2025-07-30', extendedDue: '2025-08-06' });
  });

  test('an answer that came later does not make an extension late that was in time when sent', () => {
    const letter = consultation('a', 'third_party', { out: '2025-07-28', served: '2025-07-30', answered: '2025-08-01' });
    expect(play({ receipt, events: [letter, extension('2025-08-01', 5)] })).toMatchObject({
      replyDue: '2025-08-04',
      extendedDue: '2025-08-11',
    });
  });

  test('a letter that was not served yet that day stopped nothing', () => {
    const letter = consultation('a', 'third_party', { out: '2025-07-28', served: '2025-07-31', answered: '2025-08-05' });
    expect(play({ receipt, events: [letter, extension('2025-07-30', 5)] }).extensionRefused).toMatchObject({
      code: 'late',
      due: '2025-07-29',
    });
  });
});
