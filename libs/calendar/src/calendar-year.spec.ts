import { CalendarYear, daysOf } from './calendar-year.js';
import { localDate } from './local-date.js';

const version = {
  version: 1,
  notice: 'a notice',
  issuedOn: '2025-11-04',
  holidays: [{ name: 'one', from: '2026-01-01', to: '2026-01-03' }],
  makeupWorkdays: ['2026-01-04'],
};
const year = (change: object = {}, versions: object[] = [version]): object => ({
  region: 'xx',
  year: 2026,
  status: 'published',
  versions,
  ...change,
});
const problems = (value: object): string[] =>
  CalendarYear.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];

describe('one year of a calendar', () => {
  it('is accepted', () => {
    expect(problems(year())).toEqual([]);
  });

  it.each([
    [
      'a holiday of another year',
      { holidays: [{ name: 'one', from: '2025-12-31', to: '2026-01-03' }] },
      'versions.0.holidays.0 must lie in 2026',
    ],
    [
      'a holiday that ends before it begins',
      { holidays: [{ name: 'one', from: '2026-01-03', to: '2026-01-01' }] },
      'versions.0.holidays.0.to must not be before "from"',
    ],
    ['a make-up day of another year', { makeupWorkdays: ['2027-01-02'] }, 'versions.0.makeupWorkdays.0 must lie in 2026'],
    [
      'a make-up day in the week',
      { makeupWorkdays: ['2026-01-05'] },
      'versions.0.makeupWorkdays.0 is no Saturday or Sunday: only those can be made working days',
    ],
    ['a make-up day that is off', { makeupWorkdays: ['2026-01-03'] }, 'versions.0.makeupWorkdays.0 is also listed as a holiday'],
    ['an impossible date', { issuedOn: '2025-11-31' }, 'versions.0.issuedOn must be a date in the form YYYY-MM-DD'],
  ])('is refused for %s', (_, change, expected) => {
    expect(problems(year({}, [{ ...version, ...change }]))).toEqual([expected]);
  });

  it('has its versions numbered from 1 and issued one after the other', () => {
    expect(problems(year({}, [{ ...version, version: 2 }]))).toEqual([
      'versions.0.version must be 1: versions are numbered from 1',
    ]);
    expect(problems(year({}, [version, { ...version, version: 2 }]))).toEqual([
      'versions.1.issuedOn must be later than the version before',
    ]);
    expect(problems(year({}, [version, { ...version, version: 2, issuedOn: '2026-01-27' }]))).toEqual([]);
  });

  it('needs a note where it is an estimate', () => {
    const estimate = { region: 'xx', year: 2027, status: 'estimated', holidays: [{ name: 'one', from: '2027-01-01' }] };
    expect(problems({ ...estimate, note: 'no notice yet' })).toEqual([]);
    expect(CalendarYear.safeParse(estimate).success).toBe(false);
  });

  it('lists every day of a run', () => {
    expect(daysOf({ name: 'x', from: localDate('2026-02-27'), to: localDate('2026-03-02') })).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
    ]);
    expect(daysOf({ name: 'x', from: localDate('2026-02-27') })).toEqual(['2026-02-27']);
  });
});
