import { z } from 'zod';
import { dayNumber, fromDayNumber, isLocalDate, weekday, yearOf, type LocalDate } from './local-date.js';

const Day = z.custom<LocalDate>(isLocalDate, { message: 'must be a date in the form YYYY-MM-DD' });

/** A run of days off under one name, both ends included. */
const Holiday = z.strictObject({ name: z.string().min(1), from: Day, to: Day.optional() });

const Version = z.strictObject({
  version: z.int().min(1),
  /** Number of the State Council notice, as printed. */
  notice: z.string().min(1),
  issuedOn: Day,
  source: z.url().optional(),
  holidays: z.array(Holiday).min(1),
  /** Saturdays and Sundays that the notice makes working days (调休上班日). */
  makeupWorkdays: z.array(Day),
});

/** A year whose notice is out. It may have several versions: a later one replaces the whole year. */
const PublishedYear = z.strictObject({
  region: z.string().min(1),
  year: z.int(),
  status: z.literal('published'),
  /** First day the data covers, where the year is not whole. */
  from: Day.optional(),
  versions: z.array(Version).min(1),
});

/** A year without a notice: only the days off that the holiday rules themselves name. Every date that reaches it is provisional. */
const EstimatedYear = z.strictObject({
  region: z.string().min(1),
  year: z.int(),
  status: z.literal('estimated'),
  note: z.string().min(1),
  holidays: z.array(Holiday).min(1),
});

/** One file of `config/calendars/<region>/<year>.yaml`. */
export const CalendarYear = z.discriminatedUnion('status', [PublishedYear, EstimatedYear]).superRefine((year, context) => {
  for (const problem of problemsOf(year)) context.addIssue({ code: 'custom', ...problem });
});
export type CalendarYear = z.infer<typeof PublishedYear> | z.infer<typeof EstimatedYear>;
export type CalendarVersion = z.infer<typeof Version>;
type Holiday = z.infer<typeof Holiday>;
type Problem = { path: (string | number)[]; message: string };

function problemsOf(year: CalendarYear): Problem[] {
  if (year.status === 'estimated') return holidayProblems(year.holidays, year.year, ['holidays']);
  return [
    ...versionOrderProblems(year.versions),
    ...year.versions.flatMap((version, i) => versionProblems(version, year.year, i)),
  ];
}

function versionOrderProblems(versions: CalendarVersion[]): Problem[] {
  return versions.flatMap((version, i) => {
    const before = versions[i - 1];
    if (version.version !== i + 1)
      return [{ path: ['versions', i, 'version'], message: `must be ${String(i + 1)}: versions are numbered from 1` }];
    if (before && before.issuedOn >= version.issuedOn)
      return [{ path: ['versions', i, 'issuedOn'], message: 'must be later than the version before' }];
    return [];
  });
}

function versionProblems(version: CalendarVersion, year: number, index: number): Problem[] {
  const at = ['versions', index];
  const off = new Set(version.holidays.flatMap(daysOf));
  const makeup = version.makeupWorkdays.flatMap((day, i) => {
    const path = [...at, 'makeupWorkdays', i];
    if (!inYear(day, year)) return [{ path, message: `must lie in ${String(year)}` }];
    if (!isWeekend(day)) return [{ path, message: 'is no Saturday or Sunday: only those can be made working days' }];
    return off.has(day) ? [{ path, message: 'is also listed as a holiday' }] : [];
  });
  return [...holidayProblems(version.holidays, year, [...at, 'holidays']), ...makeup];
}

function holidayProblems(holidays: Holiday[], year: number, at: (string | number)[]): Problem[] {
  return holidays.flatMap((holiday, i) => {
    const to = holiday.to ?? holiday.from;
    if (to < holiday.from) return [{ path: [...at, i, 'to'], message: 'must not be before "from"' }];
    return inYear(holiday.from, year) && inYear(to, year) ? [] : [{ path: [...at, i], message: `must lie in ${String(year)}` }];
  });
}

const inYear = (day: LocalDate, year: number): boolean => yearOf(day) === year;
const isWeekend = (day: LocalDate): boolean => weekday(day) === 0 || weekday(day) === 6;

/** Every day off of one named holiday. */
export function daysOf(holiday: Holiday): LocalDate[] {
  const first = dayNumber(holiday.from);
  const length = dayNumber(holiday.to ?? holiday.from) - first + 1;
  return Array.from({ length: Math.max(0, length) }, (_, i) => fromDayNumber(first + i));
}
