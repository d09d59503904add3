import { localDate } from '@gongkai/calendar';
import type { CalendarYearView, LedgerView } from '@gongkai/contracts';
import { LawLibrary } from '@gongkai/platform';
import { ledger as reckon, otherDeadlines, type OtherFact } from '@gongkai/statutes';
import { atCounter, byEms, consultation, extension, play } from '../../../../test/support/play.js';
import type { Facts } from '../../../../test/support/facts.js';
import { consultationOf, explained, mainDeadline } from './deadlines.js';
import { cellsOf } from './fold-weeks.js';
import { metOn as dayMet } from './met-on.js';
import { daysOffOf, extendedDays, lanesOf, readingOf, stoppedDays, yearsOf, type Reading } from './reading.js';

const laws = new LawLibrary();
const { law, calendar } = laws.statute();
const years = [2025, 2026, 2027].map((year) => {
  const { holidays, makeupWorkdays, ...rest } = laws.calendarYear('cn', year);
  return { ...rest, holidays: [...holidays], makeupWorkdays: [...makeupWorkdays] } satisfies CalendarYearView;
});

const view = (facts: Facts): LedgerView => ({ ...play(facts), others: [] });

/** The main deadline of a situation, day by day. */
function readMain(facts: Facts): Reading {
  const ledger = view(facts);
  const main = mainDeadline(ledger);
  if (main === null) throw new Error('There is no deadline.');
  return readingOf(main, ledger, years);
}

const said = ({ segments }: Reading): string[] =>
  segments.map(({ kind, days, from, to, extended }) => `${kind}${extended ? '+' : ''} ${days} ${from} ${to}`);

describe('a silent third party (scenario 7)', () => {
  const reading = readMain({
    receipt: byEms('2026-04-07'),
    events: [consultation('a', 'third_party', { out: '2026-04-10', served: '2026-04-13' })],
  });

  test('is 3 days, a stop of 16, and 17 days', () => {
    expect(said(reading)).toEqual([
      'counted 3 2026-04-08 2026-04-10',
      'stopped 16 2026-04-13 2026-05-07',
      'counted 17 2026-05-08 2026-05-29',
    ]);
    expect(stoppedDays(reading.days)).toBe(16);
  });

  test('has every day once, the day of receipt without a number, the due day as the twentieth', () => {
    expect(reading.days).toHaveLength(53);
    expect(reading.days[0]).toMatchObject({ date: '2026-04-07', kind: 'start', ordinal: null });
    expect(reading.days.at(-1)).toMatchObject({ date: '2026-05-29', kind: 'counted', ordinal: 20, due: true });
    expect(reading.days.filter(({ ordinal }) => ordinal !== null).map(({ ordinal }) => ordinal)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
  });

  test('counts the worked Saturday and names the holiday', () => {
    expect(reading.days.find(({ date }) => date === '2026-05-09')).toMatchObject({ kind: 'counted', makeup: true, ordinal: 5 });
    expect(reading.days.find(({ date }) => date === '2026-05-03')).toMatchObject({ kind: 'holiday', holiday: '劳动节' });
    expect(daysOffOf(reading.days)).toEqual({ weekendDays: 11, holidays: [{ name: '劳动节', days: 5 }] });
  });

  test('fits on a line; on a shorter one the week in which nothing happens is folded', () => {
    expect(cellsOf(reading.days, localDate('2026-05-08'), 70)).toHaveLength(53);
    expect(cellsOf(reading.days, localDate('2026-05-08'), 50).length).toBeLessThan(50);
  });

  test('rests on the notice of its own year, not of those that another deadline reaches', () => {
    expect(yearsOf(reading).map(({ year }) => year)).toEqual([2026]);
  });
});

test('a letter to somebody else is read in two ways, and worked to the earlier (scenario 14)', () => {
  const receipt = { channel: 'ems', signedOn: '2025-05-12', misaddressed: true } as const;
  const confirmed = readMain({ receipt: { ...receipt, confirmedOn: '2025-05-19' }, events: [] });
  expect(confirmed.derivation).toMatchObject({ deadline: 'cautiousFinalDue', due: '2025-06-10' });
  expect(confirmed.start).toBe('signature');
  expect(readMain({ receipt, events: [] }).derivation.due).toBe('2025-06-10');
});

test('two third parties that overlap stop 21 days and have a lane each (scenario 9)', () => {
  const reading = readMain({
    receipt: atCounter('2026-05-11'),
    events: [
      consultation('A', 'third_party', { out: '2026-05-14', served: '2026-05-15', answered: '2026-05-26' }),
      consultation('B', 'third_party', { out: '2026-05-20', served: '2026-05-22' }),
    ],
  });
  expect(reading.derivation.due).toBe('2026-07-08');
  expect(stoppedDays(reading.days)).toBe(21);
  expect(lanesOf(reading.days)).toEqual([
    { id: 'A', from: '2026-05-15', to: '2026-05-26' },
    { id: 'B', from: '2026-05-21', to: '2026-06-12' },
  ]);
  expect(reading.segments.find(({ kind }) => kind === 'stopped')?.stops).toEqual(['A', 'B']);
});

test('an extension is a stretch of its own, and long lines are folded where nothing happens', () => {
  const reading = readMain({ receipt: atCounter('2026-01-12'), events: [extension('2026-02-09', 20)] });
  expect(said(reading)).toEqual(['counted 20 2026-01-13 2026-02-09', 'counted+ 20 2026-02-10 2026-03-13']);
  expect(extendedDays(reading)).toBe(20);
  const long = readMain({
    receipt: atCounter('2026-07-06'),
    events: [consultation('a', 'third_party', { out: '2026-07-09', served: '2026-07-10' }), extension('2026-07-20', 20)],
  });
  expect(long.days.length).toBeGreaterThan(70);
  const cells = cellsOf(long.days, localDate('2026-07-20'), 70);
  expect(cells.length).toBeLessThanOrEqual(70);
  const folded = cells.flatMap((cell) => (cell.type === 'fold' ? [cell.weeks] : []));
  expect(folded.every((weeks) => weeks > 0)).toBe(true);
  const shown = cells.flatMap((cell) => (cell.type === 'day' ? [cell.day.date] : []));
  expect(shown).toEqual(expect.arrayContaining(['2026-07-06', '2026-07-20', long.derivation.due]));
  expect(shown.length + folded.reduce((sum, weeks) => sum + weeks * 7, 0)).toBe(long.days.length);
});

test('a case that is deemed abandoned is explained by what the applicant did not do in time', () => {
  const events = [
    { type: 'correction_notice_received', on: '2026-03-09', period: 15, periodUnit: 'working_day' },
    { type: 'correction_not_received' },
  ] as const;
  expect(readMain({ receipt: atCounter('2026-03-02'), events: [...events] }).derivation.deadline).toBe(
    'correctionDueFromApplicant',
  );
});

test('a reply to be given anew counts from the service of the order, and rests on it', () => {
  const facts = { receipt: { channel: 'order', servedOn: localDate('2026-03-02') }, events: [] } as const;
  const ledger = { ...reckon(facts, law, calendar), others: [] };
  const due = mainDeadline(ledger);
  expect(due && readingOf(due, ledger, years)).toMatchObject({ start: 'order', startArticle: due?.article });
});

test('a period in calendar days says so; its applicant is the one who has to act', () => {
  const reading = readMain({
    receipt: atCounter('2026-03-02'),
    events: [{ type: 'correction_notice_received', on: '2026-03-09', period: 15, periodUnit: 'calendar_day' }],
  });
  expect(reading.derivation.deadline).toBe('correctionDueFromApplicant');
  expect(reading.start).toBe('service');
  expect(reading.unit).toBe('calendar_day');
  expect(reading.days.at(-1)).toMatchObject({ date: '2026-03-24', ordinal: 15 });
});

test('a date in a year without a calendar is told once, as provisional (scenario 27)', () => {
  const ledger = view({ receipt: atCounter('2026-12-10'), events: [] });
  expect(explained(ledger, mainDeadline(ledger)).map(({ deadline, due }) => `${deadline} ${due}`)).toEqual(
    expect.arrayContaining(['provisionalFinalDue 2027-01-08']),
  );
  expect(explained(ledger, mainDeadline(ledger)).filter(({ due }) => due === '2027-01-08')).toHaveLength(1);
});

test('what somebody waits for over the year end is the main date, as provisional', () => {
  const receipt = { channel: 'in_person' as const, submittedOn: localDate('2026-12-24') };
  const notice = { type: 'correction_notice_received', on: localDate('2026-12-28'), period: 15 } as const;
  const events = [{ ...notice, periodUnit: 'working_day' as const }];
  const ledger: LedgerView = { ...reckon({ receipt, events }, law, calendar, { estimates: true }), others: [] };
  const main = mainDeadline(ledger);
  expect(main && readingOf(main, ledger, years)).toMatchObject({
    derivation: { deadline: 'provisionalCorrectionDueFromApplicant', due: '2027-01-19' },
    start: 'service',
    provisionalIn: 2027,
  });
  const beside = explained(ledger, main).find(({ deadline }) => deadline === 'provisionalCorrectionNoticeDeadline');
  expect(beside && readingOf(beside, ledger, years)).toMatchObject({ start: 'receipt', provisionalIn: 2027 });
  expect(consultationOf('provisionalAnswerDue:a')).toBe('a');
  const sent = { dispatchedOn: localDate('2026-12-25'), servedOn: localDate('2026-12-28') };
  const paper = {
    id: 'n',
    kind: 'correction' as const,
    number: null,
    round: 1,
    madeOn: sent.dispatchedOn,
    mode: null,
    attempts: [],
    owed: null,
    proofs: [],
    stamped: [],
    lacks: [],
  };
  const notices = [{ ...paper, ...sent }];
  const noticeDue = 'provisionalCorrectionNoticeDeadline';
  expect(dayMet(noticeDue, beside?.due ?? '', ledger, { consultations: [], notices, round: 1 })).toBe('2026-12-25');
});

describe('a deadline beside the clock', () => {
  const facts: OtherFact[] = [
    { type: 'reply_served', on: localDate('2026-07-06'), madeOn: localDate('2026-07-03'), decisions: [{ code: 'granted' }] },
    { type: 'reconsideration_copy_received', on: localDate('2026-07-20'), about: 'r1', track: 'ordinary' },
    { type: 'case_closed', on: localDate('2026-06-30') },
  ];
  const others = otherDeadlines(facts, law, calendar, laws.grounds()).map(({ metOn: _, ...other }) => other);
  const ledger: LedgerView = { ...play({ receipt: atCounter('2026-06-01'), events: [] }), others };
  const read = (name: string): Reading => {
    const derivation = explained(ledger, null).find(({ deadline }) => deadline === name);
    if (!derivation) throw new Error(`${name} is not explained.`);
    return readingOf(derivation, ledger, years);
  };

  test('is explained from the fact that started it', () => {
    expect(read('reconsiderationAnswerDue:r1')).toMatchObject({
      start: 'event',
      startedBy: 'reconsideration_copy_received',
      unit: 'working_day',
      provisionalIn: null,
    });
    expect(read('filingDue')).toMatchObject({ startedBy: 'case_closed', unit: 'date_next_year' });
  });

  test('that ends in a year without a calendar says so', () => {
    expect(read('suitUntil')).toMatchObject({ unit: 'month', provisionalIn: 2027 });
  });

  test('is what the office looks at while a remedy waits for its answer', () => {
    const due = read('reconsiderationAnswerDue:r1').derivation;
    expect(mainDeadline(ledger, due.due)).toEqual(due);
    expect(
      explained(ledger, due)
        .map(({ deadline }) => deadline)
        .slice(0, 2),
    ).toEqual([due.deadline, 'finalDue']);
    expect(mainDeadline(ledger)?.deadline).toBe('finalDue');
  });
});

test('a fee that was asked in error is told beside the reply it has not moved, and is no deadline of its own', () => {
  const facts: Facts = {
    receipt: atCounter('2026-03-03'),
    events: [
      { type: 'fee_notice_received', on: '2026-03-06' },
      { type: 'fee_paid', on: '2026-03-11', lifted: 'in_error' },
    ],
  };
  const main = readMain(facts);
  expect([main.derivation.due, main.undone?.from, main.undone?.due]).toEqual(['2026-03-31', '2026-03-06', '2026-03-11']);
  const ledger = { ...play(facts), others: [] };
  expect(explained(ledger, null).map(({ deadline }) => deadline)).not.toContain('feeLiftedOn');
});
