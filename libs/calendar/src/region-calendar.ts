import { daysOf, type CalendarVersion, type CalendarYear } from './calendar-year.js';
import type { Closing } from './imported-versions.js';
import { localDate, yearOf, type LocalDate } from './local-date.js';
import { WorkingDays } from './working-days.js';

/** Days off of a year for which nothing is listed at all: those the holiday rules fix by the solar calendar. */
const FIXED_DAYS_OFF = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

/** How far past the last listed year estimates reach. A statutory period is never that long. */
const ESTIMATE_YEARS = 30;

/** The years of a region do not make a calendar. */
export class CalendarGapError extends Error {
  constructor(
    /** What is wrong with the year, as a predicate, and what to do. */
    readonly advice: string,
    readonly year: number | null = null,
    /** The field of the year at fault. */
    readonly field: 'year' | 'from' = 'year',
  ) {
    super(year === null ? `The calendar ${advice}` : `${String(year)} ${advice}`);
  }
}

/**
 * Joins the years of one region into a table of working days. Years that no notice covers are estimated
 * (Monday to Friday less the statutory days themselves) and every date that reaches them is marked as provisional.
 * @param knownOn use the versions issued up to that day; default: the newest ones
 * @param closings what documents of one organ lay over it, the earliest first
 * @throws CalendarGapError when no year is published, a published year lies behind a gap, or none was issued by `knownOn`
 */
export function regionCalendar(
  years: readonly CalendarYear[],
  knownOn?: LocalDate,
  closings: readonly Closing[] = [],
): WorkingDays {
  const inForce = publishedInForce(years, knownOn);
  const estimates = new Map(
    years.flatMap((y) => (y.status === 'estimated' ? [[y.year, y.holidays.flatMap(daysOf)] as const] : [])),
  );
  const first = inForce[0];
  const last = inForce.at(-1);
  if (!first || !last) throw new CalendarGapError('has no published year; add the year of the newest notice');
  const lastYear = last.year + ESTIMATE_YEARS;
  const published = new Map(inForce.map((y) => [y.year, y.version]));
  const estimated = Array.from({ length: ESTIMATE_YEARS }, (_, i) => last.year + 1 + i);
  const holidays = [
    ...inForce.flatMap((y) => y.version.holidays.flatMap(daysOf)),
    ...estimated.flatMap((year) => estimates.get(year) ?? fixedDaysOff(year)),
  ];
  const makeupWorkdays = inForce.flatMap((y) => y.version.makeupWorkdays);
  return new WorkingDays({
    from: first.from,
    to: localDate(`${String(lastYear)}-12-31`),
    ...closed({ holidays, makeupWorkdays }, closings),
    isPublished: (year) => published.has(year),
    versionOf: (year) =>
      [
        `${first.region}-${String(year)}.${String(published.get(year)?.version ?? 'estimated')}`,
        ...numbersIn(closings, year),
      ].join('+'),
  });
}

type Days = { readonly holidays: readonly LocalDate[]; readonly makeupWorkdays: readonly LocalDate[] };

/** The later document has the word on a day, whether it gives it off or makes it worked. */
function closed({ holidays, makeupWorkdays }: Days, closings: readonly Closing[]): Days {
  if (closings.length === 0) return { holidays, makeupWorkdays };
  const off = new Set(holidays);
  const worked = new Set(makeupWorkdays);
  const place = (days: readonly LocalDate[], to: Set<LocalDate>, from: Set<LocalDate>): void => {
    for (const day of days) {
      to.add(day);
      from.delete(day);
    }
  };
  for (const closing of closings) {
    place(closing.holidays.flatMap(daysOf), off, worked);
    place(closing.makeupWorkdays, worked, off);
  }
  return { holidays: [...off], makeupWorkdays: [...worked] };
}

const numbersIn = (closings: readonly Closing[], year: number): string[] =>
  closings.filter((closing) => closing.year === year).map(({ version }) => String(version));

type YearInForce = { region: string; year: number; from: LocalDate; version: CalendarVersion };

function publishedInForce(years: readonly CalendarYear[], knownOn: LocalDate | undefined): YearInForce[] {
  const inForce = years.flatMap((y): YearInForce[] => {
    if (y.status !== 'published') return [];
    const version = y.versions.findLast((v) => knownOn === undefined || v.issuedOn <= knownOn);
    return version ? [{ region: y.region, year: y.year, from: y.from ?? localDate(`${String(y.year)}-01-01`), version }] : [];
  });
  inForce.sort((a, b) => a.year - b.year);
  for (const [i, current] of inForce.entries()) refuseGap(inForce[i - 1], current);
  return inForce;
}

function refuseGap(before: YearInForce | undefined, { year, from }: YearInForce): void {
  if (!before) return;
  if (before.year === year) throw new CalendarGapError('is listed twice; remove one of the two', year);
  if (before.year + 1 !== year)
    throw new CalendarGapError(
      `follows ${String(before.year)}, with no published calendar between; add ${String(before.year + 1)}.yaml`,
      year,
    );
  if (from !== `${String(year)}-01-01`)
    throw new CalendarGapError(`begins on ${from}; remove "from": only the first year may be partial`, year, 'from');
}

const fixedDaysOff = (year: number): LocalDate[] => FIXED_DAYS_OFF.map((day) => localDate(`${String(year)}-${day}`));

/**
 * A calendar given as two lists, for any other law: Monday to Friday less `holidays` plus `makeupWorkdays`. Nothing in it is provisional.
 */
export function customCalendar(holidays: readonly LocalDate[], makeupWorkdays: readonly LocalDate[]): WorkingDays {
  const years = [...holidays, ...makeupWorkdays].map(yearOf);
  const from = localDate(`${String(Math.min(1900, ...years))}-01-01`.padStart(10, '0'));
  const to = localDate(`${String(Math.max(2199, ...years))}-12-31`);
  return new WorkingDays({ from, to, holidays, makeupWorkdays });
}
