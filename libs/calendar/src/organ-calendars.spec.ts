import { CalendarYear } from './calendar-year.js';
import type { Closing } from './imported-versions.js';
import { localDate, type LocalDate } from './local-date.js';
import { OrganCalendars } from './organ-calendars.js';

const day = (text: string): LocalDate => localDate(text);
const YEARS = [
  CalendarYear.parse({
    region: 'xx',
    year: 2026,
    status: 'published',
    versions: [
      {
        version: 1,
        notice: 'a notice',
        issuedOn: '2025-11-20',
        holidays: [{ name: 'one', from: '2026-05-01' }],
        makeupWorkdays: ['2026-05-09'],
      },
    ],
  }),
];
const closing = (part: Partial<Closing>): Closing => ({
  ...{ region: 'xx', year: 2026, version: 2, organs: ['a', 'b'] },
  ...{ holidays: [{ name: 'own', from: day('2026-04-20') }], makeupWorkdays: [] },
  ...part,
});

test('a day that some organs have off is worked by every other', () => {
  const calendars = new OrganCalendars(YEARS, [closing({})]);
  const isWorked = (organ?: string): boolean => calendars.of(organ).isWorkingDay(day('2026-04-20'));
  expect([isWorked(), isWorked('a'), isWorked('b'), isWorked('c')]).toEqual([true, false, false, true]);
  expect(calendars.of('c')).toBe(calendars.region);
  // A period over that day is one day longer for the organ alone, and its name says by which document.
  const add = (organ?: string): LocalDate => calendars.of(organ).add(day('2026-04-17'), 2);
  expect([add(), add('a')]).toEqual(['2026-04-21', '2026-04-22']);
  const versions = (organ?: string): string => calendars.of(organ).versionsBetween(day('2026-04-01'), day('2027-02-01'));
  expect([versions(), versions('a')]).toEqual(['xx-2026.1 xx-2027.estimated', 'xx-2026.1+2 xx-2027.estimated']);
});

test('several documents of an organ hold together; the later one has the word on a day', () => {
  const later = closing({ version: 3, organs: ['a'], holidays: [{ name: 'own', from: day('2026-05-09') }] });
  const back = closing({ version: 4, organs: ['a'], holidays: [], makeupWorkdays: [day('2026-04-20'), day('2026-04-25')] });
  const calendars = new OrganCalendars(YEARS, [back, later, closing({})]);
  const off = (organ: string): (string | null)[] =>
    ['2026-04-20', '2026-04-25', '2026-05-09'].map((one) => calendars.of(organ).offReason(day(one)));
  expect([off('a'), off('b'), off('c')]).toEqual([
    [null, null, 'holiday'],
    ['holiday', 'weekend', null],
    [null, 'weekend', null],
  ]);
  expect(calendars.of('a').versionsBetween(day('2026-04-01'), day('2026-05-01'))).toBe('xx-2026.1+2+3+4');
});

test('organs with the same days share one calendar', () => {
  const calendars = new OrganCalendars(YEARS, [closing({}), closing({ version: 3, organs: ['c'] })]);
  expect(calendars.own.map(({ organs }) => organs)).toEqual([['a', 'b'], ['c']]);
  expect(calendars.of('a')).toBe(calendars.of('b'));
});
