import { addDays, localDate, type LocalDate } from '@gongkai/calendar';
import { readCalendar, readGrounds, readStatute } from '@gongkai/platform';
import fc from 'fast-check';
import { OTHER_DEADLINES, otherDeadlines, type OtherDeadline, type OtherDeadlineName } from './other-deadlines.js';
import { OtherFact } from './other-facts.js';

const statute = readStatute();
const calendar = readCalendar();
const grounds = readGrounds();

type Written = Parameters<typeof OtherFact.parse>[0];
const deadlines = (...facts: Written[]): OtherDeadline[] =>
  otherDeadlines(
    facts.map((fact) => OtherFact.parse(fact)),
    statute,
    calendar,
    grounds,
  );
const dues = (...facts: Written[]): Partial<Record<OtherDeadlineName, LocalDate | null>> =>
  Object.fromEntries(deadlines(...facts).map(({ deadline, due }) => [deadline, due]));
const only = (...facts: Written[]): OtherDeadline => {
  const [first, ...rest] = deadlines(...facts);
  if (!first || rest.length > 0) throw new Error('expected one deadline');
  return first;
};

const refusal = { code: 'refused', ground: 'process_information' } as const;
const replyServed = (on: string, ...decisions: object[]) => ({ type: 'reply_served', on, madeOn: on, decisions });

describe('a refusal and its reconsideration (served 2026-03-10, accepted 04-16)', () => {
  it('can be taken to reconsideration for 60 days; the last is a worked Saturday and stays', () => {
    expect(dues(replyServed('2026-03-10', refusal))).toEqual({ reconsiderationUntil: '2026-05-09' });
  });

  it('summary: our answer within 5 working days of the copy, the decision after 30 days on Monday instead of Saturday', () => {
    expect(
      dues(
        { type: 'reconsideration_accepted', on: '2026-04-16', track: 'summary' },
        { type: 'reconsideration_copy_received', on: '2026-04-20', track: 'summary' },
      ),
    ).toEqual({
      reconsiderationCopyDue: '2026-04-21',
      reconsiderationDecisionDue: '2026-05-18',
      reconsiderationAnswerDue: '2026-04-27',
    });
  });

  it('ordinary: 10 working days for our answer, 60 days for the decision', () => {
    expect(
      dues(
        { type: 'reconsideration_accepted', on: '2026-04-16', track: 'ordinary' },
        { type: 'reconsideration_copy_received', on: '2026-04-20', track: 'ordinary' },
      ),
    ).toEqual({
      reconsiderationCopyDue: '2026-04-27',
      reconsiderationDecisionDue: '2026-06-15',
      reconsiderationAnswerDue: '2026-05-07',
    });
  });

  it('ordinary and prolonged: the decision after 90 days; a summary procedure cannot be prolonged', () => {
    const prolonged = { type: 'reconsideration_extended', on: '2026-06-01' };
    const ordinary = { type: 'reconsideration_accepted', on: '2026-04-16', track: 'ordinary' };
    expect(dues(ordinary, prolonged)).toMatchObject({ reconsiderationDecisionDue: '2026-07-15' });
    expect(dues({ ...ordinary, track: 'summary' }, prolonged)).toMatchObject({ reconsiderationDecisionDue: '2026-05-18' });
  });

  it('annulled on 05-18: a new answer within 20 working days, a suit within 15 days', () => {
    expect(dues({ type: 'reconsideration_decided', on: '2026-05-18' }, { type: 'redo_ordered', on: '2026-05-18' })).toEqual({
      suitAfterReconsiderationUntil: '2026-06-02',
      redoDue: '2026-06-15',
    });
  });

  it('the period that the decision sets goes before the usual 20 working days', () => {
    expect(only({ type: 'redo_ordered', on: '2026-05-18', workingDays: 5 }).due).toBe('2026-05-25');
  });
});

describe('service and the periods of the applicant', () => {
  it('posted on a worked Saturday that is the last day, signed on 10-16: 60 days run from the day after', () => {
    expect(calendar.add(localDate('2025-09-08'), 20)).toBe('2025-10-11');
    const { due, derivation } = only(replyServed('2025-10-16', refusal));
    expect(due).toBe('2025-12-15');
    expect(derivation).toMatchObject({ rule: 'reconsideration.apply_days', from: '2025-10-16', counted: 60, skipped: [] });
  });

  it('an unpaid fee: the notice itself starts no remedy, the end of handling on 04-21 does', () => {
    expect(calendar.add(localDate('2026-03-20'), 20)).toBe('2026-04-20');
    expect(dues({ type: 'handling_ended', on: '2026-04-21', cause: 'fee' })).toEqual({
      reconsiderationUntil: '2026-06-22',
      suitUntil: '2026-10-21',
    });
  });

  it('a suit is open at once as soon as one of several decisions allows it', () => {
    const reply = replyServed('2026-03-16', refusal, { code: 'not_existing' });
    expect(dues(reply)).toEqual({ reconsiderationUntil: '2026-05-15', suitUntil: '2026-09-16' });
  });

  it('a refusal made before 2024 could be sued over without reconsideration', () => {
    expect(dues(replyServed('2023-06-01', refusal))).toEqual({ reconsiderationUntil: '2023-07-31', suitUntil: '2023-12-01' });
  });

  it('six months end on the last day of a shorter month', () => {
    expect(dues(replyServed('2025-08-31', { code: 'granted' }))).toMatchObject({ suitUntil: '2026-02-28' });
  });

  it('no reply by 2026-03-13: 60 days or six months from then', () => {
    const [reconsideration, suit] = deadlines({ type: 'reply_period_ended', on: '2026-03-13' });
    expect(reconsideration).toMatchObject({ due: '2026-05-12', article: 'ARL 20; ARL-IR 16' });
    expect(suit).toMatchObject({ due: '2026-09-14', article: 'SPC2018 66' });
  });

  it('remedies not named: from the day the applicant learned of them, at most a year from service', () => {
    const notTold = (on: string, learnedOn?: string) =>
      dues({ ...replyServed(on, { code: 'granted' }), rightsNotTold: { learnedOn } });
    expect(notTold('2025-03-10')).toEqual({ reconsiderationUntil: '2026-03-10', suitUntil: '2026-03-10' });
    expect(notTold('2025-03-10', '2025-06-10')).toEqual({ reconsiderationUntil: '2025-08-11', suitUntil: '2025-12-10' });
    expect(notTold('2025-03-10', '2026-02-27')).toEqual({ reconsiderationUntil: '2026-03-10', suitUntil: '2026-03-10' });
  });

  it('a public notice counts as service after 30 days, on whatever day that falls', () => {
    expect(only({ type: 'public_notice_published', on: '2026-09-01' })).toMatchObject({ due: '2026-10-01', whose: 'nobody' });
  });
});

describe('reconsideration and litigation', () => {
  it.each([
    [{ type: 'reconsideration_applied', on: '2026-04-09' }, 'reconsiderationAcceptanceDue', '2026-04-16'],
    [{ type: 'reconsideration_period_ended', on: '2026-05-18' }, 'suitAfterReconsiderationUntil', '2026-06-02'],
    [{ type: 'suit_copy_received', on: '2026-09-11' }, 'defenceDue', '2026-09-28'],
    [{ type: 'judgment_served', on: '2026-06-04', form: 'judgment' }, 'appealUntil', '2026-06-22'],
    [{ type: 'judgment_served', on: '2026-06-04', form: 'ruling' }, 'appealUntil', '2026-06-15'],
  ])('%j', (fact, deadline, due) => {
    expect(only(fact)).toMatchObject({ deadline, due });
  });

  it('a period that ends in a holiday ends on the next working day and says which days it was moved over', () => {
    expect(only({ type: 'suit_copy_received', on: '2026-09-10' }).derivation).toMatchObject({
      due: '2026-09-28',
      counted: 15,
      skipped: [
        { date: '2026-09-25', reason: 'holiday' },
        { date: '2026-09-26', reason: 'holiday' },
        { date: '2026-09-27', reason: 'holiday' },
      ],
    });
  });
});

describe('duties of the office', () => {
  it.each([
    [{ type: 'information_created', on: '2026-09-18' }, 'publicationDue', '2026-10-22'],
    [{ type: 'promotion_decided', on: '2026-03-02' }, 'promotionDue', '2026-03-30'],
    [{ type: 'record_correction_requested', on: '2026-03-02' }, 'recordCorrectionDue', '2026-03-30'],
    [{ type: 'complaint_received', on: '2026-04-02' }, 'complaintDue', '2026-05-06'],
    [{ type: 'information_withheld', on: '2025-10-03' }, 'withholdingReviewDue', '2026-10-08'],
  ])('%j', (fact, deadline, due) => {
    expect(only(fact)).toMatchObject({ deadline, due, whose: 'organ', metOn: null });
  });

  it('fixed days of the year stay where they are: Saturday 31 January 2026, Saturday 31 March 2029, 30 June', () => {
    const year = (of: number, level: string) => only({ type: 'reporting_year_ended', year: of, level });
    expect(year(2025, 'department')).toMatchObject({ due: '2026-01-31', article: 'REG 49' });
    expect(year(2028, 'government').due).toBe('2029-03-31');
    expect(only({ type: 'case_closed', on: '2026-11-05' })).toMatchObject({
      due: '2027-06-30',
      derivation: { counted: null, skipped: [] },
    });
  });

  it('a working-day period skips the holiday, the weekends and nothing else', () => {
    const { derivation } = only({ type: 'information_created', on: '2026-04-30' });
    expect(derivation).toMatchObject({ rule: 'proactive.days', article: 'REG 26', counted: 20, due: '2026-06-01' });
    expect(derivation.skipped.slice(0, 5).map(({ date }) => date)).toEqual([
      '2026-05-01',
      '2026-05-02',
      '2026-05-03',
      '2026-05-04',
      '2026-05-05',
    ]);
    expect(derivation.skipped.map(({ date }) => String(date))).not.toContain('2026-05-09');
    expect(derivation.calendarVersion).toContain('cn-2026');
    expect(derivation.statuteVersion).toContain('cn-ogi-711/');
  });
});

describe('what the law did not know on the day of the fact', () => {
  it('is left out: the summary procedure before 2024', () => {
    const accepted = { type: 'reconsideration_accepted', on: '2019-06-03', track: 'summary' };
    const copied = { type: 'reconsideration_copy_received', on: '2019-06-05', track: 'summary' };
    expect(dues(accepted, copied, { type: 'suit_copy_received', on: '2019-09-02' })).toEqual({ defenceDue: '2019-09-17' });
  });

  it('caps nothing: remedies that were not named in 2019', () => {
    const reply = { ...replyServed('2019-06-03', refusal), rightsNotTold: {} };
    expect(dues(reply)).toEqual({ suitUntil: '2020-06-03' });
    expect(dues({ ...reply, rightsNotTold: { learnedOn: '2019-07-01' } })).toEqual({
      reconsiderationUntil: '2019-08-30',
      suitUntil: '2020-01-02',
    });
  });
});

describe('a deadline that was met', () => {
  it('carries the day of the fact that did it', () => {
    const copy = { type: 'reconsideration_copy_received', on: '2026-04-20', track: 'summary' };
    expect(only(copy, { type: 'reconsideration_answered', on: '2026-04-24' }).metOn).toBe('2026-04-24');
    expect(only(copy, { type: 'reconsideration_answered', on: '2026-04-17' }).metOn).toBeNull();
  });

  it('is told apart from others of its kind by what it is about', () => {
    const complaint = (on: string, about: string) => ({ type: 'complaint_received', on, about });
    const answered = { type: 'complaint_answered', on: '2026-04-20', about: 'second' };
    const found = deadlines(complaint('2026-04-01', 'first'), answered, complaint('2026-04-02', 'second'));
    expect(found.map(({ about, metOn }) => [about, metOn])).toEqual([
      ['first', null],
      ['second', '2026-04-20'],
    ]);
  });

  it('an annual report meets the day of its own year', () => {
    const ended = (year: number) => ({ type: 'reporting_year_ended', year, level: 'department' });
    const found = deadlines(ended(2024), ended(2025), { type: 'annual_report_published', on: '2026-01-28', year: 2025 });
    expect(found.map(({ metOn }) => metOn)).toEqual([null, '2026-01-28']);
  });
});

describe('a year without a published calendar', () => {
  it('gives no date, only an estimate that is marked as one', () => {
    const working = only({ type: 'information_created', on: '2026-12-10' });
    expect(working).toMatchObject({ due: null, provisionalDue: '2027-01-08' });
    expect(only({ type: 'complaint_received', on: '2026-12-10' })).toMatchObject({ due: null, provisionalDue: '2027-01-11' });
    expect(dues(replyServed('2026-12-10', { code: 'granted' }))).toEqual({ reconsiderationUntil: null, suitUntil: null });
  });

  it('does not touch periods that end before it, nor fixed days', () => {
    expect(only({ type: 'information_created', on: '2026-12-03' }).due).toBe('2026-12-31');
    expect(only({ type: 'complaint_received', on: '2026-12-01' }).due).toBe('2026-12-31');
    expect(only({ type: 'reporting_year_ended', year: 2026, level: 'department' }).due).toBe('2027-01-31');
    expect(only({ type: 'public_notice_published', on: '2026-12-20' }).due).toBe('2027-01-19');
  });
});

describe('whatever the day', () => {
  const day = fc.integer({ min: 0, max: 2500 }).map((n) => addDays(localDate('2019-06-01'), n));
  const fact = fc.constantFrom(
    'information_created',
    'complaint_received',
    'suit_copy_received',
    'record_correction_requested',
    'information_withheld',
  );

  it('a period ends on a working day, later than it starts, and its count and its skipped days make up the whole span', () => {
    fc.assert(
      fc.property(day, fact, (on, type) => {
        const { due, provisionalDue, derivation } = only({ type, on });
        expect(due ?? provisionalDue).toBe(derivation.due);
        expect(due === null).toBe(derivation.due > '2026-12-31');
        expect(calendar.isWorkingDay(derivation.due)).toBe(true);
        expect(addDays(on, (derivation.counted ?? 0) + derivation.skipped.length)).toBe(derivation.due);
      }),
    );
  });

  it('the order in which facts are told does not matter', () => {
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 2, maxLength: 6 }), fact, (days, type) => {
        const facts = days.map((on) => ({ type, on }));
        expect(deadlines(...facts)).toEqual(deadlines(...facts.reverse()));
      }),
    );
  });
});

it('every deadline has somebody it belongs to', () => {
  expect(new Set(Object.values(OTHER_DEADLINES))).toEqual(
    new Set(['organ', 'applicant', 'reconsideration_organ', 'either_party', 'nobody']),
  );
});
