import { CalendarYear } from './calendar-year.js';
import { yearInForce } from './year-in-force.js';

const notice = (version: number, issuedOn: string, makeupWorkdays: string[]): object => ({
  version,
  notice: `notice ${String(version)}`,
  issuedOn,
  holidays: [
    { name: 'one', from: '2026-01-01' },
    { name: 'two', from: '2026-05-01', to: '2026-05-05' },
  ],
  makeupWorkdays,
});
const years = [
  CalendarYear.parse({
    region: 'xx',
    year: 2026,
    status: 'published',
    versions: [notice(1, '2025-11-04', ['2026-01-04']), notice(2, '2026-01-02', ['2026-02-14'])],
  }),
  CalendarYear.parse({
    region: 'xx',
    year: 2027,
    status: 'estimated',
    note: 'a guess',
    holidays: [{ name: 'one', from: '2027-01-01' }],
  }),
];

describe('a year as it is in force', () => {
  it('is the newest version, each holiday with its last day', () => {
    expect(yearInForce(years, 2026)).toEqual({
      region: 'xx',
      year: 2026,
      status: 'published',
      version: 2,
      notice: 'notice 2',
      issuedOn: '2026-01-02',
      holidays: [
        { name: 'one', from: '2026-01-01', to: '2026-01-01' },
        { name: 'two', from: '2026-05-01', to: '2026-05-05' },
      ],
      makeupWorkdays: ['2026-02-14'],
    });
  });

  it('rests on no notice where it is an estimate, and is nothing where it is not listed', () => {
    expect(yearInForce(years, 2027)).toMatchObject({ status: 'estimated', version: null, notice: null, makeupWorkdays: [] });
    expect(yearInForce(years, 2028)).toBeNull();
  });
});
