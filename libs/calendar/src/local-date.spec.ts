import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dayNumber,
  daysBetween,
  earlierOf,
  fromDayNumber,
  isLocalDate,
  laterOf,
  localDate,
  weekday,
  yearOf,
} from './local-date.js';

const DAY_0001 = -719_162;
const DAY_9999 = 2_932_896;
const anyDay = fc.integer({ min: DAY_0001, max: DAY_9999 });

describe('a civil date', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '1970-01-01', '9999-12-31', '0001-01-01'])('%s is one', (text) => {
    expect(localDate(text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00',
    '',
    ' 2026-01-01',
  ])('"%s" is none', (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => localDate(text)).toThrow(RangeError);
  });

  it('is one where the platform says so too', () => {
    const part = (min: number, max: number, length: number) =>
      fc.integer({ min, max }).map((value) => String(value).padStart(length, '0'));
    const days = fc.tuple(part(0, 9999, 4), part(0, 13, 2), part(0, 32, 2)).map((parts) => parts.join('-'));
    const isOfThePlatform = (text: string): boolean => {
      const ms = Date.parse(`${text}T00:00:00Z`);
      return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
    };
    fc.assert(
      fc.property(days, (text) => isLocalDate(text) === isOfThePlatform(text)),
      { numRuns: 2000 },
    );
  });

  it.each([null, undefined, 20_260_101, {}])('%p is none', (value) => {
    expect(isLocalDate(value)).toBe(false);
  });
});

describe('day numbers', () => {
  it('count from 1970-01-01', () => {
    expect(dayNumber(localDate('1970-01-01'))).toBe(0);
    expect(dayNumber(localDate('1969-12-31'))).toBe(-1);
    expect(dayNumber(localDate('2000-03-01'))).toBe(11_017);
  });

  it('and dates are each other’s inverse, over the whole range of four-digit years', () => {
    fc.assert(fc.property(anyDay, (day) => dayNumber(fromDayNumber(day)) === day && isLocalDate(fromDayNumber(day))));
  });

  it('agree with the platform on every day of four hundred years', () => {
    const first = Date.UTC(1800, 0, 1) / 86_400_000;
    const wrong = Array.from({ length: 146_097 }, (_, i) => first + i).filter((day) => dayNumber(fromDayNumber(day)) !== day);
    expect(wrong).toEqual([]);
  });

  it('sort as the dates do', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => a < b === fromDayNumber(a) < fromDayNumber(b)));
  });
});

describe('date arithmetic', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-05-20', 0, '2026-05-20'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(addMonths(localDate(from), months)).toBe(expected);
  });

  it('keeps the day of the month wherever the month has it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -200, max: 200 }), (day, months) => {
        const from = fromDayNumber(day);
        const to = addMonths(from, months);
        const isLastOfMonth = addDays(to, 1).endsWith('-01');
        return to.slice(8) === from.slice(8) || (isLastOfMonth && to.slice(8) < from.slice(8));
      }),
    );
  });

  it('adds and counts days across months, years and leap days', () => {
    expect(addDays(localDate('2024-02-28'), 2)).toBe('2024-03-01');
    expect(addDays(localDate('2026-01-01'), -1)).toBe('2025-12-31');
    expect(daysBetween(localDate('2024-01-01'), localDate('2025-01-01'))).toBe(366);
    expect(daysBetween(localDate('2025-01-01'), localDate('2024-01-01'))).toBe(-366);
  });

  it('knows weekdays, before 1970 too', () => {
    expect(weekday(localDate('1970-01-01'))).toBe(4);
    expect(weekday(localDate('2026-02-15'))).toBe(0);
    expect(weekday(localDate('1949-10-01'))).toBe(6);
  });

  it('reads the year and picks the earlier and the later of two', () => {
    const [a, b] = [localDate('2025-12-31'), localDate('2026-01-01')];
    expect([yearOf(a), earlierOf(a, b), earlierOf(b, a), laterOf(a, b), laterOf(b, a)]).toEqual([2025, a, a, b, b]);
  });
});
