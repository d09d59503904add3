import { readCalendar } from '@gongkai/platform';
import { CalendarYear } from './calendar-year.js';
import { localDate, type LocalDate } from './local-date.js';
import { CalendarGapError, customCalendar, regionCalendar } from './region-calendar.js';

const published = (year: number, extra: object = {}): CalendarYear =>
  CalendarYear.parse({
    region: 'xx',
    year,
    status: 'published',
    versions: [
      {
        version: 1,
        notice: 'a notice',
        issuedOn: `${String(year - 1)}-11-20`,
        holidays: [{ name: 'one', from: `${String(year)}-01-01` }],
        makeupWorkdays: [],
      },
    ],
    ...extra,
  });
const day = (text: string): LocalDate => localDate(text);

describe('the versions of 2020', () => {
  const before = readCalendar('config', 'cn', day('2020-01-20'));
  const after = readCalendar('config', 'cn');

  it.each([
    ['2020-01-31', true, false],
    ['2020-02-01', true, false],
    ['2020-02-03', true, true],
    ['2020-01-19', true, true],
    ['2020-01-30', false, false],
  ])('%s was a working day: %s as known on 20 January, %s in the end', (date, then, finally_) => {
    expect(before.isWorkingDay(day(date))).toBe(then);
    expect(after.isWorkingDay(day(date))).toBe(finally_);
  });

  it.each([
    [7, '2020-01-31', '2020-02-03'],
    [20, '2020-02-18', '2020-02-20'],
  ])('move the end of a period of %i working days', (days, then, finally_) => {
    expect([before.add(day('2020-01-16'), days), after.add(day('2020-01-16'), days)]).toEqual([then, finally_]);
  });

  it('are named in the record of a computation', () => {
    const versions = [before, after].map((calendar) => calendar.versionsBetween(day('2020-01-16'), day('2020-02-20')));
    expect(versions).toEqual(['cn-2020.1', 'cn-2020.2']);
  });

  it('take effect on the day they were issued', () => {
    expect(readCalendar('config', 'cn', day('2020-01-26')).isWorkingDay(day('2020-02-01'))).toBe(true);
    expect(readCalendar('config', 'cn', day('2020-01-27')).isWorkingDay(day('2020-02-01'))).toBe(false);
  });

  it('leave later years unknown to whoever looks from that day', () => {
    expect(before.unknownFrom(day('2020-12-20'), day('2021-01-08'))).toBe('2021-01-01');
    expect(after.unknownFrom(day('2020-12-20'), day('2021-01-08'))).toBeNull();
  });
});

it('Labour Day of 2019 had one day off until March', () => {
  const [before, after] = [readCalendar('config', 'cn', day('2019-03-21')), readCalendar('config', 'cn', day('2019-03-22'))];
  expect([before.isWorkingDay(day('2019-05-02')), before.isWorkingDay(day('2019-05-05'))]).toEqual([true, false]);
  expect([after.isWorkingDay(day('2019-05-02')), after.isWorkingDay(day('2019-05-05'))]).toEqual([false, true]);
});

describe('years of a region', () => {
  it('join in any order', () => {
    const calendar = regionCalendar([published(2025), published(2024)]);
    expect(calendar.from).toBe('2024-01-01');
    expect(calendar.count(day('2024-12-31'), day('2025-01-03'))).toBe(2);
  });

  it('begin with the day the first of them names', () => {
    expect(regionCalendar([published(2024, { from: '2024-12-29' }), published(2025)]).from).toBe('2024-12-29');
  });

  it.each([
    ['none', [], 'no published year'],
    [
      'only estimates',
      [
        CalendarYear.parse({
          region: 'xx',
          year: 2025,
          status: 'estimated',
          note: 'x',
          holidays: [{ name: 'x', from: '2025-01-01' }],
        }),
      ],
      'no published year',
    ],
    [
      'a year missing between two',
      [published(2023), published(2025)],
      '2025 follows 2023, with no published calendar between; add 2024.yaml',
    ],
    ['a year listed twice', [published(2024), published(2024)], '2024 is listed twice'],
    ['a later year that is partial', [published(2024), published(2025, { from: '2025-02-01' })], 'only the first year'],
  ])('make no calendar: %s', (_, years, message) => {
    expect(() => regionCalendar(years)).toThrow(CalendarGapError);
    expect(() => regionCalendar(years)).toThrow(message);
  });

  it('make no calendar for a day before the first notice', () => {
    expect(() => regionCalendar([published(2024)], day('2023-11-19'))).toThrow(CalendarGapError);
  });

  it('are estimated beyond the last notice: by the list where there is one, else by the days fixed by the solar calendar', () => {
    const listed = CalendarYear.parse({
      region: 'xx',
      year: 2025,
      status: 'estimated',
      note: 'x',
      holidays: [{ name: 'x', from: '2025-03-03', to: '2025-03-04' }],
    });
    const calendar = regionCalendar([published(2024), listed]);
    const off = (text: string): boolean => calendar.offReason(day(text)) === 'holiday';
    expect(['2025-03-03', '2025-03-04', '2025-01-01'].map(off)).toEqual([true, true, false]);
    expect(['2026-01-01', '2026-05-01', '2026-05-02', '2026-10-01', '2026-10-02', '2026-10-03', '2026-05-04'].map(off)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(calendar.to).toBe('2054-12-31');
  });

  it('prefer the notice to the estimate', () => {
    const estimate = CalendarYear.parse({
      region: 'xx',
      year: 2024,
      status: 'estimated',
      note: 'x',
      holidays: [{ name: 'x', from: '2024-03-04' }],
    });
    expect(regionCalendar([estimate, published(2024)]).isWorkingDay(day('2024-03-04'))).toBe(true);
  });
});

describe('a calendar given as two lists', () => {
  const calendar = customCalendar([day('2026-03-10'), day('2026-03-14')], [day('2026-03-15')]);

  it('counts Monday to Friday less the one plus the other', () => {
    expect(calendar.add(day('2026-03-09'), 1)).toBe('2026-03-11');
    expect(calendar.add(day('2026-03-13'), 1)).toBe('2026-03-15');
    expect(calendar.offReason(day('2026-03-14'))).toBe('holiday');
  });

  it('is never provisional', () => {
    expect(calendar.unknownFrom(day('2026-03-09'), day('2099-01-01'))).toBeNull();
  });

  it('reaches as far as its lists and at least from 1900 to 2199', () => {
    expect([calendar.from, calendar.to]).toEqual(['1900-01-01', '2199-12-31']);
    expect(customCalendar([day('1850-05-05'), day('2300-01-01')], []).covers(day('2300-12-31'))).toBe(true);
  });
});
