import { atCounter, byEms, onWeb, play } from '../support/play.js';
import type { Receipt } from '../support/facts.js';

/** The day of receipt T by channel (REG 31), and what hangs on it from the first day. */
describe('day of receipt', () => {
  const settled: [string, Receipt, { receivedOn: string; correctionNoticeDeadline: string; replyDue: string }][] = [
    [
      'an ordinary letter without a phone number counts from the day contact was made (31(2))',
      { channel: 'ordinary_mail', arrivedOn: '2025-11-03', confirmedOn: '2025-11-10' },
      { receivedOn: '2025-11-10', correctionNoticeDeadline: '2025-11-19', replyDue: '2025-12-08' },
    ],
    [
      'a fax after hours before Dragon Boat counts from the next working day, when it was confirmed (31(3))',
      { channel: 'fax', submittedOn: '2026-06-18', confirmedOn: '2026-06-22' },
      { receivedOn: '2026-06-22', correctionNoticeDeadline: '2026-07-01', replyDue: '2026-07-20' },
    ],
    [
      'a portal that confirms at once receives on a holiday; counting starts after the holidays (31(3), Guiding Case 26)',
      onWeb('2026-10-03', '2026-10-03'),
      { receivedOn: '2026-10-03', correctionNoticeDeadline: '2026-10-15', replyDue: '2026-11-03' },
    ],
    [
      'a letter signed for counts from the signature of the organ, whatever the postmark (31(2))',
      { channel: 'registered_mail', postedOn: '2025-05-08', signedOn: '2025-05-12' },
      { receivedOn: '2025-05-12', correctionNoticeDeadline: '2025-05-21', replyDue: '2025-06-10' },
    ],
  ];

  test.each(settled)('%s', (_, receipt, dates) => {
    expect(play({ receipt, events: [] })).toMatchObject({
      ...dates,
      clock: 'running',
      replyDueAtRegistration: dates.replyDue,
      finalDue: dates.replyDue,
      extendedDue: null,
    });
  });

  test('a letter nobody could confirm yet has no due date at all (31(2))', () => {
    const facts = { receipt: { channel: 'ordinary_mail', arrivedOn: '2025-11-03' } as const, events: [] };
    expect(play(facts)).toEqual({
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

  test('the day before contact is made the letter still has no date; arrival is never the start', () => {
    const facts = {
      receipt: { channel: 'ordinary_mail', arrivedOn: '2025-11-03', confirmedOn: '2025-11-10' } as const,
      events: [],
    };
    expect(play(facts, { asOf: '2025-11-09' })).toMatchObject({ receivedOn: null, clock: 'not_started', finalDue: null });
    expect(play(facts, { asOf: '2025-11-10' })).toMatchObject({ receivedOn: '2025-11-10', finalDue: '2025-12-08' });
    expect(play({ receipt: atCounter('2025-11-03'), events: [] }).finalDue).toBe('2025-12-01');
  });

  test('counted from the day of the fax itself the reply would be due a working day earlier', () => {
    expect(play({ receipt: atCounter('2026-06-18'), events: [] }).finalDue).toBe('2026-07-17');
  });

  test('where the portal announced manual confirmation, T is the day the office confirmed (Guiding Case 26)', () => {
    const facts = { receipt: onWeb('2026-10-03', '2026-10-08'), events: [] };
    expect(play(facts, { rules: { 'receipt.web.mode': 'manual' } })).toMatchObject({
      receivedOn: '2026-10-08',
      finalDue: '2026-11-04',
    });
  });

  test('the ledger invents no confirmation: a web form that nobody confirmed has not been received', () => {
    expect(play({ receipt: onWeb('2026-10-03'), events: [] })).toMatchObject({ receivedOn: null, clock: 'not_started' });
  });
});

/** EMS to a section chief: the disclosure unit hears of it a week later (letter 207 of 2015, item 2). */
describe('a signed letter addressed to somebody else in the organ', () => {
  const receipt: Receipt = { channel: 'ems', signedOn: '2025-05-12', misaddressed: true, confirmedOn: '2025-05-19' };

  test('T is the confirmation; the cautious date stands beside it', () => {
    expect(play({ receipt, events: [] })).toMatchObject({
      receivedOn: '2025-05-19',
      replyDue: '2025-06-17',
      finalDue: '2025-06-17',
      cautiousFinalDue: '2025-06-10',
    });
  });

  test('under the strict reading the signature of the organ decides', () => {
    const strict = play({ receipt, events: [] }, { rules: { 'receipt.misaddressed': 'sign' } });
    expect(strict).toMatchObject({ receivedOn: '2025-05-12', finalDue: '2025-06-10' });
    expect(strict).not.toHaveProperty('cautiousFinalDue');
  });

  test('until it is confirmed there is no T, yet the cautious date already runs', () => {
    const waiting = play({ receipt: { channel: 'ems', signedOn: '2025-05-12', misaddressed: true }, events: [] });
    expect(waiting).toMatchObject({ receivedOn: null, clock: 'not_started', finalDue: null, cautiousFinalDue: '2025-06-10' });
  });

  test('its cautious date may reach a year without a calendar while T is open', () => {
    const late = play({ receipt: { channel: 'ems', signedOn: '2026-12-10', misaddressed: true }, events: [] });
    expect(late).toMatchObject({
      receivedOn: null,
      clock: 'not_started',
      finalDue: null,
      cautiousFinalDue: null,
      calendarUnknownFrom: '2027-01-01',
      derivation: [],
    });
    const near = play({ receipt: { channel: 'ems', signedOn: '2026-12-03', misaddressed: true }, events: [] });
    expect(near).toMatchObject({ cautiousFinalDue: '2026-12-31' });
    expect(near).not.toHaveProperty('calendarUnknownFrom');
  });

  test('of the two readings both, or only the later, may reach such a year', () => {
    const signed = { channel: 'ems', misaddressed: true } as const;
    expect(play({ receipt: { ...signed, signedOn: '2026-12-03', confirmedOn: '2026-12-08' }, events: [] })).toMatchObject({
      finalDue: null,
      cautiousFinalDue: '2026-12-31',
      calendarUnknownFrom: '2027-01-01',
    });
    expect(play({ receipt: { ...signed, signedOn: '2026-12-07', confirmedOn: '2026-12-08' }, events: [] })).toMatchObject({
      finalDue: null,
      cautiousFinalDue: null,
      calendarUnknownFrom: '2027-01-01',
    });
  });

  test('a withdrawal ends the strict reading too', () => {
    const receipt = { channel: 'ems', signedOn: '2026-12-10', misaddressed: true } as const;
    const ended = play({ receipt, events: [{ type: 'withdrawn', on: '2026-12-15' }] });
    expect(ended).not.toHaveProperty('cautiousFinalDue');
    expect(ended).not.toHaveProperty('calendarUnknownFrom');
  });

  test('a letter addressed properly has no cautious date', () => {
    expect(play({ receipt: byEms('2025-05-12'), events: [] })).not.toHaveProperty('cautiousFinalDue');
  });
});

/** T before Order 711 came into force keeps the periods of the 2007 text. */
describe('the terms of the day of receipt', () => {
  test.each([
    ['2019-05-14', '2019-06-04'],
    ['2019-05-15', '2019-06-13'],
  ])('received on %s, reply due on %s', (receivedOn, replyDue) => {
    expect(play({ receipt: atCounter(receivedOn), events: [] })).toMatchObject({ replyDue, replyDueAtRegistration: replyDue });
  });

  test('the correction notice had seven working days before and after', () => {
    expect(play({ receipt: atCounter('2019-05-14'), events: [] }).correctionNoticeDeadline).toBe('2019-05-23');
    expect(play({ receipt: atCounter('2019-05-15'), events: [] }).correctionNoticeDeadline).toBe('2019-05-24');
  });
});
