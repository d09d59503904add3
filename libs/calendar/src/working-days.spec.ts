import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { readCalendar } from '@gongkai/platform';
import { addDays, localDate, weekday, type LocalDate } from './local-date.js';
import { customCalendar } from './region-calendar.js';
import { CalendarRangeError, WorkingDays } from './working-days.js';

const cn = readCalendar('config', 'cn');

/** The shipped years read without the code under test: every day off and every made-up working day of the newest versions. */
type Listed = { holidays: { from: string; to?: string }[]; makeupWorkdays?: string[]; versions?: Listed[] };
const listed = readdirSync('config/calendars/cn').map((name) => {
  const year = parse(readFileSync(`config/calendars/cn/${name}`, 'utf8')) as Listed;
  return year.versions?.at(-1) ?? year;
});
const makeup = new Set(listed.flatMap((year) => year.makeupWorkdays ?? []));
const isListedOff = (day: string): boolean =>
  listed.some(({ holidays }) => holidays.some(({ from, to }) => from <= day && day <= (to ?? from)));
const offByDay = new Map<string, boolean>();
function isWorkingByHand(day: LocalDate): boolean {
  const known = offByDay.get(day);
  if (known !== undefined) return !known;
  const off = !makeup.has(day) && (isListedOff(day) || weekday(day) % 6 === 0);
  offByDay.set(day, off);
  return !off;
}

/** Walks day by day; `null` where the walk leaves the calendar. */
function walk(from: LocalDate, n: number): LocalDate | null {
  const step = Math.sign(n);
  let day = from;
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step);
    if (day < '2018-12-29') return null;
    if (isWorkingByHand(day)) left -= 1;
  }
  return day;
}

const FIRST = localDate('2019-01-01');
const everyDay = Array.from({ length: 2922 }, (_, i) => addDays(FIRST, i));
const someDay = fc.integer({ min: 0, max: everyDay.length - 1 }).map((i) => addDays(FIRST, i));

describe('working days of the shipped calendar', () => {
  it.each([
    ['2018-12-29', true, null, 'a Saturday worked for the New Year of 2019'],
    ['2018-12-31', false, 'holiday', 'a Monday off'],
    ['2019-04-28', true, null, 'made up for the longer Labour Day'],
    ['2020-01-31', false, 'holiday', 'the lengthened Spring Festival'],
    ['2020-02-01', false, 'holiday', 'its make-up day was taken back'],
    ['2020-02-03', true, null, 'work begins again'],
    ['2022-12-31', false, 'holiday', 'from the notice for 2023'],
    ['2023-01-03', true, null, 'after the New Year'],
    ['2024-02-09', true, null, 'the eve of the Spring Festival was no holiday'],
    ['2025-01-28', false, 'holiday', 'since 2025 it is'],
    ['2026-02-14', true, null, 'a Saturday worked'],
    ['2026-02-21', false, 'holiday', 'a Saturday within the holiday'],
    ['2026-03-07', false, 'weekend', 'a plain Saturday'],
    ['2026-03-09', true, null, 'a plain Monday'],
    ['2027-01-01', false, 'holiday', 'estimated'],
    ['2027-02-09', true, null, 'no bridge is guessed'],
  ])('%s: %s (%s), %s', (...[day, works, reason]) => {
    expect(cn.isWorkingDay(localDate(day))).toBe(works);
    expect(cn.offReason(localDate(day))).toBe(reason);
  });

  it.each([
    ['2011-06-01', '2011-06-23', 15],
    ['2026-02-02', '2026-03-06', 20],
  ])('from %s to %s there are as many as the period asks', (from, to, days) => {
    const calendar = from.startsWith('2011') ? customCalendar([localDate('2011-06-06')], []) : cn;
    expect(calendar.count(localDate(from), localDate(to))).toBe(days);
    expect(calendar.add(localDate(from), days)).toBe(to);
  });

  it('gives the day itself for zero, working or not', () => {
    expect(cn.add(localDate('2026-02-21'), 0)).toBe('2026-02-21');
    expect(cn.add(localDate('2026-03-09'), 0)).toBe('2026-03-09');
  });

  it('steps to the next and the previous working day and rolls forward only where it must', () => {
    expect(cn.next(localDate('2026-02-14'))).toBe('2026-02-24');
    expect(cn.previous(localDate('2026-02-24'))).toBe('2026-02-14');
    expect(cn.rollForward(localDate('2026-02-15'))).toBe('2026-02-24');
    expect(cn.rollForward(localDate('2026-02-14'))).toBe('2026-02-14');
  });

  it('agrees with a walk day by day, from every day of eight years', () => {
    const spans = [-60, -41, -20, -7, -2, -1, 1, 2, 7, 15, 20, 40, 60];
    const wrong = everyDay.flatMap((day, i) =>
      [spans[i % 13] ?? 1, ((i * 37) % 121) - 60].flatMap((n) => {
        const expected = walk(day, n);
        if (expected === null) return [];
        return cn.add(day, n) === expected ? [] : [`${day} ${String(n)}: ${cn.add(day, n)}, not ${expected}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('agrees with a walk day by day for any span', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -60, max: 60 }), (day, n) => {
        const expected = walk(day, n);
        if (expected === null) expect(() => cn.add(day, n)).toThrow(CalendarRangeError);
        else expect(cn.add(day, n)).toBe(expected);
      }),
    );
  });

  it('counts back what it added: from any day forwards, from a working day both ways', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 500 }), (day, n) => {
        expect(cn.count(day, cn.add(day, n))).toBe(n);
        const working = cn.rollForward(day);
        if (working >= '2021-06-01') expect(cn.count(working, cn.add(working, -n))).toBe(n === 0 ? 0 : -n);
      }),
    );
  });

  it('counts the other way round with the sign turned, and adds up over a day between', () => {
    fc.assert(
      fc.property(someDay, someDay, someDay, (a, b, c) => {
        expect(cn.count(a, b) + cn.count(b, a)).toBe(0);
        expect(cn.count(a, b) + cn.count(b, c)).toBe(cn.count(a, c));
      }),
    );
  });
});

describe('the ends of a calendar', () => {
  const short = new WorkingDays({ from: localDate('2026-03-02'), to: localDate('2026-03-13'), holidays: [], makeupWorkdays: [] });

  it('answers up to its last day', () => {
    expect(short.add(localDate('2026-03-02'), 9)).toBe('2026-03-13');
    expect(short.add(localDate('2026-03-13'), -9)).toBe('2026-03-02');
    expect(short.count(localDate('2026-03-02'), localDate('2026-03-13'))).toBe(9);
  });

  it.each([
    ['a period that ends behind it', () => short.add(localDate('2026-03-02'), 10)],
    ['a period that begins before it', () => short.add(localDate('2026-03-13'), -10)],
    ['a start before it', () => short.add(localDate('2026-03-01'), 1)],
    ['a start behind it', () => short.count(localDate('2026-03-02'), localDate('2026-03-14'))],
    ['a day behind it', () => short.isWorkingDay(localDate('2027-01-01'))],
  ])('refuses %s', (_, ask) => {
    expect(ask).toThrow(CalendarRangeError);
    expect(ask).toThrow('which reaches from 2026-03-02 to 2026-03-13');
  });

  it('says what it covers', () => {
    expect(short.covers(localDate('2026-03-13'))).toBe(true);
    expect(short.covers(localDate('2026-03-14'))).toBe(false);
    expect(cn.covers(localDate('2018-12-28'))).toBe(false);
  });
});

describe('years without a notice', () => {
  it.each([
    ['2026-12-01', '2026-12-31', null],
    ['2026-12-01', '2027-01-01', '2027-01-01'],
    ['2026-12-31', '2027-01-04', '2027-01-01'],
    ['2027-03-01', '2027-03-02', '2027-01-01'],
    ['2027-12-31', '2028-01-10', '2028-01-01'],
    ['2027-12-30', '2028-01-10', '2027-01-01'],
    ['2026-01-05', '2026-01-05', null],
    ['2027-01-05', '2027-01-05', null],
    ['2027-01-05', '2026-12-01', null],
    ['2026-12-31', '2027-01-01', '2027-01-01'],
    ['2027-12-31', '2027-12-31', null],
  ])('after %s up to %s: the first is %s', (from, to, expected) => {
    expect(cn.unknownFrom(localDate(from), localDate(to))).toBe(expected);
  });

  it('are named in the record of versions', () => {
    expect(cn.versionsBetween(localDate('2026-12-10'), localDate('2027-01-08'))).toBe('cn-2026.1 cn-2027.estimated');
    expect(cn.versionsBetween(localDate('2020-02-03'), localDate('2020-02-28'))).toBe('cn-2020.2');
  });
});

describe('the days of a span of which something is said', () => {
  it('are told in their order, each with why it is off, the last day left out', () => {
    const off = cn.daysWith(localDate('2026-09-18'), localDate('2026-09-27'), (date, reason) => reason && `${date} ${reason}`);
    expect(off).toEqual([...['2026-09-19 weekend', '2026-09-25 holiday', '2026-09-26 holiday']]);
  });

  it('are none where it ends before it begins', () => {
    expect(cn.daysWith(localDate('2026-09-27'), localDate('2026-09-18'), (date) => date)).toEqual([]);
  });
});
