import { LawLibrary } from '@gongkai/platform';
import { CalendarYear } from './calendar-year.js';
import { localDate } from './local-date.js';
import { amended, missingHolidays } from './whole-year.js';

const named = (...names: string[]) => ({ holidays: names.map((name) => ({ name, from: localDate('2027-01-01') })) });
const ALL = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];

test('a notice of a year names every statutory holiday; two that fall together may stand in one line', () => {
  expect(missingHolidays('cn', named(...ALL))).toEqual([]);
  expect(missingHolidays('cn', named('元旦', '春节', '清明', '五一劳动节', '端午节', '国庆节、中秋节'))).toEqual([]);
  expect(
    missingHolidays(
      'cn',
      named("New Year's Day", 'Spring Festival', 'Qingming', 'Labour Day', 'Dragon Boat', 'Mid-Autumn', 'National Day'),
    ),
  ).toEqual([]);
  expect(missingHolidays('cn', named('抗战胜利纪念日'))).toEqual(['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆']);
  expect(missingHolidays('xx', named('one'))).toEqual([]);
});

test('every year that the program comes with is whole', () => {
  const years = new LawLibrary('config').calendarYears('cn').filter(({ year }) => year > 2018);
  for (const year of years)
    for (const version of year.status === 'published' ? year.versions : [year])
      expect(missingHolidays('cn', version)).toEqual([]);
});

test('an amendment leaves what it does not name, and turns what it names', () => {
  const year = CalendarYear.parse({
    region: 'cn',
    year: 2020,
    status: 'published',
    versions: [
      {
        ...{ version: 1, notice: 'first', issuedOn: '2019-11-21', makeupWorkdays: ['2020-01-19', '2020-02-01', '2020-10-10'] },
        holidays: [
          { name: '春节', from: '2020-01-24', to: '2020-01-30' },
          { name: '国庆节', from: '2020-10-01', to: '2020-10-08' },
        ],
      },
    ],
  });
  const before = year.status === 'published' ? year.versions[0] : undefined;
  const days = (...all: string[]) => all.map(localDate);
  const [from, to, saturday, victory] = days('2020-01-24', '2020-02-02', '2020-10-03', '2020-09-03');
  if (before === undefined || from === undefined || to === undefined || saturday === undefined || victory === undefined)
    throw new Error('a day is missing');
  const change = {
    ...{ notice: 'second', issuedOn: localDate('2020-01-26'), makeupWorkdays: [saturday] },
    holidays: [
      { name: '春节', from, to },
      { name: '纪念日', from: victory },
    ],
  };
  expect(amended(before, change)).toEqual({
    notice: 'second',
    issuedOn: '2020-01-26',
    holidays: [
      { name: '春节', from: '2020-01-24', to: '2020-02-02' },
      { name: '纪念日', from: '2020-09-03' },
      { name: '国庆节', from: '2020-10-01', to: '2020-10-02' },
      { name: '国庆节', from: '2020-10-04', to: '2020-10-08' },
    ],
    makeupWorkdays: ['2020-01-19', '2020-10-03', '2020-10-10'],
  });
});
