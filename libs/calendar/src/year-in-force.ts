import type { CalendarYear } from './calendar-year.js';
import type { LocalDate } from './local-date.js';

/** One year as its newest notice has it: which days are off under which name, and which Saturdays and Sundays are worked. */
export type YearInForce = {
  readonly region: string;
  readonly year: number;
  readonly status: CalendarYear['status'];
  /** Number of the version and of the notice it rests on; null for an estimate. */
  readonly version: number | null;
  readonly notice: string | null;
  readonly issuedOn: LocalDate | null;
  readonly holidays: readonly { readonly name: string; readonly from: LocalDate; readonly to: LocalDate }[];
  readonly makeupWorkdays: readonly LocalDate[];
};

/** The year as a calendar of working days uses it; null where nothing is listed for it. */
export function yearInForce(years: readonly CalendarYear[], year: number): YearInForce | null {
  const found = years.find((listed) => listed.year === year);
  const daysOff = found && daysOffIn(found);
  if (!found || !daysOff) return null;
  const holidays = daysOff.holidays.map(({ name, from, to }) => ({ name, from, to: to ?? from }));
  return { region: found.region, year, status: found.status, ...daysOff, holidays };
}

function daysOffIn(year: CalendarYear) {
  if (year.status === 'published') return year.versions.at(-1);
  return { version: null, notice: null, issuedOn: null, holidays: year.holidays, makeupWorkdays: [] };
}
