import { refusedFields } from '../support/play.js';

/** What cannot be is refused, and the field at fault is named; nothing is guessed. */
type Row = [string, unknown, string];
const T = '2025-06-03';
const counter = { channel: 'in_person', submittedOn: T };
const notice = { type: 'correction_notice_received', on: '2025-06-10', period: 15, periodUnit: 'working_day' };
const letter = { type: 'consultation', id: 'a', kind: 'third_party', dispatchedOn: '2025-06-10' };
const fee = { type: 'fee_notice_received', on: '2025-06-10' };
const withEvents = (...events: unknown[]): unknown => ({ receipt: counter, events });
const arrived = (receipt: unknown): unknown => ({ receipt, events: [] });

/** The refusal names the field. */
function expectRefused(input: unknown, path: string): void {
  const [code, ...fields] = refusedFields(input);
  expect(code).toBe('invalid-request');
  expect(fields.map((field) => field.split(' ')[0])).toContain(path);
}

test('what can be is taken', () => {
  expect(refusedFields(withEvents(notice, letter, { type: 'correction_received', on: '2025-06-20' }))).toEqual([]);
});

describe('shape', () => {
  const rows: Row[] = [
    ['no receipt', { events: [] }, 'receipt'],
    ['no channel', arrived({ submittedOn: T }), 'receipt.channel'],
    ['an unknown channel', arrived({ channel: 'pigeon', submittedOn: T }), 'receipt.channel'],
    ['an unknown field beside receipt and events', { receipt: counter, events: [], due: T }, 'due'],
    ['an unknown field of a receipt', arrived({ ...counter, signedOn: T }), 'receipt.signedOn'],
    ['an unknown type of event', withEvents({ type: 'telephone_call', on: T }), 'events.0.type'],
    ['an event without type', withEvents({ on: T }), 'events.0.type'],
    ['an unknown field of an event', withEvents(notice, { ...letter, answer: 'yes' }), 'events.1.answer'],
    ['a field only the library takes', withEvents({ ...letter, replaces: 'b' }), 'events.0.replaces'],
    ['a date on an event that has none', withEvents(notice, { type: 'correction_not_received', on: T }), 'events.1.on'],
    ['events that are no list', { receipt: counter, events: {} }, 'events'],
    ['a kind of consultation nobody knows', withEvents({ ...letter, kind: 'neighbour' }), 'events.0.kind'],
    ['a unit of period nobody knows', withEvents({ ...notice, periodUnit: 'week' }), 'events.0.periodUnit'],
    ['a period of nothing', withEvents({ ...notice, period: 0 }), 'events.0.period'],
    [
      'misaddressed: false is no word of the contract',
      arrived({ channel: 'ems', signedOn: T, misaddressed: false }),
      'receipt.misaddressed',
    ],
  ];
  test.each(rows)('%s', (_, input, path) => expectRefused(input, path));

  test.each([null, [], 'facts', 7])('%j instead of an object', (input) => {
    expect(refusedFields(input)[0]).toBe('invalid-request');
  });
});

describe('dates that are missing or impossible', () => {
  const rows: Row[] = [
    ['handed over, no day', arrived({ channel: 'in_person' }), 'receipt.submittedOn'],
    ['signed for, no day', arrived({ channel: 'ems', postedOn: T }), 'receipt.signedOn'],
    ['an ordinary letter that never arrived', arrived({ channel: 'ordinary_mail', confirmedOn: T }), 'receipt.arrivedOn'],
    ['a web form without its day', arrived({ channel: 'web', confirmedOn: T }), 'receipt.submittedOn'],
    ['30 February', arrived({ channel: 'in_person', submittedOn: '2025-02-30' }), 'receipt.submittedOn'],
    ['29 February of a common year', arrived({ channel: 'in_person', submittedOn: '2025-02-29' }), 'receipt.submittedOn'],
    ['another way to write a day', arrived({ channel: 'in_person', submittedOn: '2025/06/03' }), 'receipt.submittedOn'],
    ['a day without leading zero', arrived({ channel: 'in_person', submittedOn: '2025-6-3' }), 'receipt.submittedOn'],
    ['a point in time', arrived({ channel: 'in_person', submittedOn: '2025-06-03T09:00:00+08:00' }), 'receipt.submittedOn'],
    ['a number', arrived({ channel: 'in_person', submittedOn: 20250603 }), 'receipt.submittedOn'],
    ['null for a day', arrived({ channel: 'web', submittedOn: T, confirmedOn: null }), 'receipt.confirmedOn'],
    ['a notice without day', withEvents({ ...notice, on: undefined }), 'events.0.on'],
    ['a letter without dispatch', withEvents({ type: 'consultation', id: 'a', kind: 'third_party' }), 'events.0.dispatchedOn'],
    ['an extension without dispatch', withEvents({ type: 'extension', workingDays: 5 }), 'events.0.dispatchedOn'],
    ['a delay without end', withEvents({ type: 'delay_set' }), 'events.0.until'],
    ['a day before any calendar', arrived({ channel: 'in_person', submittedOn: '2018-12-28' }), 'receipt.submittedOn'],
    [
      'a letter posted before any calendar',
      arrived({ channel: 'ems', postedOn: '2018-12-28', signedOn: '2019-01-02' }),
      'receipt.postedOn',
    ],
    [
      'a letter that arrived before any calendar',
      arrived({ channel: 'ordinary_mail', arrivedOn: '2018-12-28', confirmedOn: '2019-01-02' }),
      'receipt.arrivedOn',
    ],
  ];
  test.each(rows)('%s', (_, input, path) => expectRefused(input, path));

  test('the first day of the first calendar is taken', () => {
    expect(refusedFields(arrived({ channel: 'in_person', submittedOn: '2018-12-29' }))).toEqual([]);
  });
});

describe('one thing before another', () => {
  const rows: Row[] = [
    ['confirmed before submitted', arrived({ channel: 'web', submittedOn: T, confirmedOn: '2025-06-02' }), 'receipt.confirmedOn'],
    [
      'confirmed before arrived',
      arrived({ channel: 'ordinary_mail', arrivedOn: T, confirmedOn: '2025-06-02' }),
      'receipt.confirmedOn',
    ],
    [
      'confirmed before signed',
      arrived({ channel: 'ems', signedOn: T, misaddressed: true, confirmedOn: '2025-06-02' }),
      'receipt.confirmedOn',
    ],
    ['signed before posted', arrived({ channel: 'ems', postedOn: '2025-06-04', signedOn: T }), 'receipt.signedOn'],
    ['a notice served before T', withEvents({ ...notice, on: '2025-06-02' }), 'events.0.on'],
    ['a notice dispatched before T', withEvents({ ...notice, dispatchedOn: '2025-06-02' }), 'events.0.dispatchedOn'],
    ['a letter before T', withEvents({ ...letter, dispatchedOn: '2025-06-02' }), 'events.0.dispatchedOn'],
    [
      'an extension before T',
      withEvents({ type: 'extension', dispatchedOn: '2025-06-02', workingDays: 5 }),
      'events.0.dispatchedOn',
    ],
    ['a fee notice before T', withEvents({ ...fee, on: '2025-06-02' }), 'events.0.on'],
    ['a delay set before T', withEvents({ type: 'delay_set', on: '2025-06-02', until: '2025-09-01' }), 'events.0.on'],
    ['a withdrawal before T', withEvents({ type: 'withdrawn', on: '2025-06-02' }), 'events.0.on'],
    ['a notice received before its dispatch', withEvents({ ...notice, dispatchedOn: '2025-06-11' }), 'events.0.on'],
    [
      'a letter received before its dispatch',
      withEvents({ ...letter, receivedByConsultedOn: '2025-06-09' }),
      'events.0.receivedByConsultedOn',
    ],
    ['an answer before the dispatch', withEvents({ ...letter, answeredOn: '2025-06-09' }), 'events.0.answeredOn'],
    ['a correction before its notice', withEvents(notice, { type: 'correction_received', on: '2025-06-09' }), 'events.1.on'],
    ['a payment before its notice', withEvents(fee, { type: 'fee_paid', on: '2025-06-09' }), 'events.1.on'],
  ];
  test.each(rows)('%s', (_, input, path) => expectRefused(input, path));
});

describe('answers to nothing, and two of what there can be one', () => {
  const rows: [string, unknown, RegExp][] = [
    ['a correction without notice', withEvents({ type: 'correction_received', on: '2025-06-20' }), /^events\.0/],
    ['no correction, and no notice either', withEvents({ type: 'correction_not_received' }), /^events\.0/],
    ['a payment without notice', withEvents({ type: 'fee_paid', on: '2025-06-20' }), /^events\.0/],
    ['no payment, and no notice either', withEvents({ type: 'fee_not_paid' }), /^events\.0/],
    ['two correction notices', withEvents(notice, { ...notice, on: '2025-06-11' }), /^events\.1/],
    ['two consultations with one id', withEvents(letter, { ...letter, dispatchedOn: '2025-06-12' }), /^events\.1\.id/],
    ['a fee notice while a correction is awaited', withEvents(notice, { ...fee, on: '2025-06-12' }), /^events\.1/],
    ['a correction notice while payment is awaited', withEvents(fee, { ...notice, on: '2025-06-12' }), /^events\.1/],
    [
      'corrected in time and not corrected',
      withEvents(notice, { type: 'correction_received', on: '2025-06-20' }, { type: 'correction_not_received' }),
      /^events\.[12]/,
    ],
    [
      'paid in time and not paid',
      withEvents(fee, { type: 'fee_paid', on: '2025-06-20' }, { type: 'fee_not_paid' }),
      /^events\.[12]/,
    ],
  ];
  test.each(rows)('%s', (_, input, path) => {
    const [code, ...fields] = refusedFields(input);
    expect(code).toBe('invalid-request');
    expect(fields.some((field) => path.test(field))).toBe(true);
  });

  test('a late correction beside the record that none came is no contradiction', () => {
    const late = { type: 'correction_received', on: '2025-07-10' };
    expect(refusedFields(withEvents(notice, late, { type: 'correction_not_received' }))).toEqual([]);
  });

  test('a fee notice after the correction, and a second one before payment, are taken', () => {
    const corrected = { type: 'correction_received', on: '2025-06-20' };
    expect(refusedFields(withEvents(notice, corrected, { ...fee, on: '2025-06-23' }, { ...fee, on: '2025-06-25' }))).toEqual([]);
  });
});

describe('while T is not settled', () => {
  const unconfirmed = { channel: 'fax', submittedOn: T };
  const events = [
    notice,
    letter,
    fee,
    { type: 'extension', dispatchedOn: '2025-06-10', workingDays: 5 },
    { type: 'delay_set', until: '2025-09-01' },
  ];

  test.each(events)('$type cannot be', (event) => expectRefusedAt({ receipt: unconfirmed, events: [event] }, /^events\.0/));

  test('a withdrawal can', () => {
    expect(refusedFields({ receipt: unconfirmed, events: [{ type: 'withdrawn', on: '2025-06-10' }] })).toEqual([]);
  });
});

function expectRefusedAt(input: unknown, path: RegExp): void {
  expect(refusedFields(input).some((field) => path.test(field))).toBe(true);
}

describe('numbers and days of the law', () => {
  test.each([0, 21, 1.5, -3, '5', null])('%j working days of extension', (workingDays) => {
    expectRefused(withEvents({ type: 'extension', dispatchedOn: '2025-06-10', workingDays }), 'events.0.workingDays');
  });

  test('one and twenty are taken', () => {
    for (const workingDays of [1, 20])
      expect(refusedFields(withEvents({ type: 'extension', dispatchedOn: '2025-06-10', workingDays }))).toEqual([]);
  });

  test('no fee notice before 2021', () => {
    const receipt = { channel: 'in_person', submittedOn: '2020-12-21' };
    expectRefused({ receipt, events: [{ type: 'fee_notice_received', on: '2020-12-31' }] }, 'events.0.on');
    expect(refusedFields({ receipt, events: [{ type: 'fee_notice_received', on: '2021-01-01' }] })).toEqual([]);
  });

  test('every field at fault is named at once', () => {
    const fields = refusedFields(withEvents({ ...letter, answeredOn: '2025-06-09' }, { type: 'withdrawn', on: '2025-06-02' }));
    expect(fields.map((field) => field.split(' ')[0])).toEqual(expect.arrayContaining(['events.0.answeredOn', 'events.1.on']));
  });
});
