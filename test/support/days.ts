/**
 * A calendar of its own for the tests, typed a second time from the State Council's notices and read one day after another:
 * a slip in `config/calendars` or in the prefix tables of the engine shows up as a difference.
 */
const NOTICES: Readonly<Record<string, { off: string; work: string }>> = {
  2018: { off: '12-30/12-31', work: '12-29' },
  2019: { off: '01-01 02-04/02-10 04-05 05-01/05-04 06-07 09-13 10-01/10-07', work: '02-02 02-03 04-28 05-05 09-29 10-12' },
  2020: { off: '01-01 01-24/02-02 04-04/04-06 05-01/05-05 06-25/06-27 10-01/10-08', work: '01-19 04-26 05-09 06-28 09-27 10-10' },
  2021: {
    off: '01-01/01-03 02-11/02-17 04-03/04-05 05-01/05-05 06-12/06-14 09-19/09-21 10-01/10-07',
    work: '02-07 02-20 04-25 05-08 09-18 09-26 10-09',
  },
  2022: {
    off: '01-01/01-03 01-31/02-06 04-03/04-05 04-30/05-04 06-03/06-05 09-10/09-12 10-01/10-07 12-31',
    work: '01-29 01-30 04-02 04-24 05-07 10-08 10-09',
  },
  2023: {
    off: '01-01/01-02 01-21/01-27 04-05 04-29/05-03 06-22/06-24 09-29/10-06',
    work: '01-28 01-29 04-23 05-06 06-25 10-07 10-08',
  },
  2024: {
    off: '01-01 02-10/02-17 04-04/04-06 05-01/05-05 06-10 09-15/09-17 10-01/10-07',
    work: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  },
  2025: { off: '01-01 01-28/02-04 04-04/04-06 05-01/05-05 05-31/06-02 10-01/10-08', work: '01-26 02-08 04-27 09-28 10-11' },
  2026: {
    off: '01-01/01-03 02-15/02-23 04-04/04-06 05-01/05-05 06-19/06-21 09-25/09-27 10-01/10-07',
    work: '01-04 02-14 02-28 05-09 09-20 10-10',
  },
};

/** Years without a notice: only the statutory days themselves. */
const ESTIMATES: Readonly<Record<string, string>> = {
  2027: '01-01 02-05/02-08 04-05 05-01/05-02 06-09 09-15 10-01/10-03',
};
const ESTIMATE_OF_ANY_YEAR = '01-01 05-01/05-02 10-01/10-03';
const FIRST_DAY = '2018-12-29';
/** 1 January of the first year without a notice. */
export const UNKNOWN_FROM = '2027-01-01';
const LAST_YEAR = 2036;

type DayKind = 'working' | 'holiday' | 'weekend';
type DayRow = { readonly kind: DayKind; readonly next: string; readonly number: number };

function readDays(): Map<string, DayRow> {
  const off = new Set<string>();
  const work = new Set<string>();
  for (let year = 2018; year <= LAST_YEAR; year += 1) {
    const notice = NOTICES[year] ?? { off: ESTIMATES[year] ?? ESTIMATE_OF_ANY_YEAR, work: '' };
    for (const day of spell(year, notice.off)) off.add(day);
    for (const day of spell(year, notice.work)) work.add(day);
  }
  const all = new Map<string, DayRow>();
  for (let day = FIRST_DAY, number = 0; day <= `${String(LAST_YEAR)}-12-31`; number += 1) {
    const next = calendarDaysAfter(day, 1);
    all.set(day, { kind: kindOf(day, off, work), next, number });
    day = next;
  }
  return all;
}

function kindOf(day: string, off: Set<string>, work: Set<string>): DayKind {
  if (work.has(day)) return 'working';
  if (off.has(day)) return 'holiday';
  return [0, 6].includes(weekdayOf(day)) ? 'weekend' : 'working';
}

/** `05-01/05-03 06-19` of a year, day by day. */
function spell(year: number, spans: string): string[] {
  return spans.split(' ').flatMap((span) => {
    const [first, last = first] = span.split('/');
    const days: string[] = [];
    if (!first) return days;
    for (let day = `${String(year)}-${first}`; day <= `${String(year)}-${String(last)}`; day = calendarDaysAfter(day, 1))
      days.push(day);
    return days;
  });
}

function rowOf(day: string): DayRow {
  const row = rows.get(day);
  if (!row) throw new RangeError(`${day} is outside the calendar of the tests`);
  return row;
}

function epochDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

const weekdayOf = (day: string): number => (epochDay(day) + 4) % 7;
const rows = readDays();

/** The day `count` calendar days later, or earlier when negative. */
export function calendarDaysAfter(day: string, count: number): string {
  return new Date((epochDay(day) + count) * 86_400_000).toISOString().slice(0, 10);
}

/** Calendar days in (from, to]. */
export const calendarDaysBetween = (from: string, to: string): number => epochDay(to) - epochDay(from);
export const dayAfter = (day: string): string => rowOf(day).next;
export const kindOfDay = (day: string): DayKind => rowOf(day).kind;
export const isWorkingDay = (day: string): boolean => rowOf(day).kind === 'working';

/** The n-th working day after a day that does not count itself. */
export function workingDayAfter(day: string, n: number): string {
  let at = day;
  for (let counted = 0; counted < n;) {
    at = dayAfter(at);
    if (isWorkingDay(at)) counted += 1;
  }
  return at;
}

/** Working days d with from < d ≤ to. */
export function workingDaysIn(from: string, to: string): number {
  let counted = 0;
  for (let day = from; day < to;) {
    day = dayAfter(day);
    if (isWorkingDay(day)) counted += 1;
  }
  return counted;
}
