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
  for (const { path, message } of problemsOf(year)) context.addIssue({ code: 'custom', path, message });
});
export type CalendarYear = z.infer<typeof PublishedYear> | z.infer<typeof EstimatedYear>;
export type CalendarVersion = z.infer<typeof Version>;
type Holiday = z.infer<typeof Holiday>;

/** What is wrong with a year: where, the code of what it is, and in English what to do. */
export type CalendarProblem = {
  path: (string | number)[];
  code:
    | 'outside-year'
    | 'not-a-weekend'
    | 'off-and-worked'
    | 'ends-before-start'
    | 'overlaps'
    | 'not-after-last'
    | 'not-numbered';
  message: string;
  /** The day it is about, where the place alone does not tell. */
  date?: LocalDate;
  /** The holiday that has the day already. */
  name?: string;
};
type Problem = CalendarProblem;

function problemsOf(year: CalendarYear): Problem[] {
  if (year.status === 'estimated') return holidayProblems(year.holidays, year.year, ['holidays']);
  return [
    ...versionOrderProblems(year.versions),
    ...year.versions.flatMap((version, i) => versionProblems(version, year.year, ['versions', i])),
  ];
}

function versionOrderProblems(versions: CalendarVersion[]): Problem[] {
  return versions.flatMap((version, i) => {
    const before = versions[i - 1];
    if (version.version !== i + 1)
      return [
        {
          path: ['versions', i, 'version'],
          code: 'not-numbered',
          message: `must be ${String(i + 1)}: versions are numbered from 1`,
        },
      ];
    return before ? laterProblems(version, before, ['versions', i]) : [];
  });
}

const laterProblems = ({ issuedOn }: NewVersion, before: CalendarVersion, at: Problem['path']): Problem[] =>
  before.issuedOn < issuedOn
    ? []
    : [{ path: [...at, 'issuedOn'], code: 'not-after-last', message: 'must be later than the version before' }];

/** A version before it has its number. */
export type NewVersion = Omit<CalendarVersion, 'version'>;

/** What is wrong with a version that is to follow another. @param before the last one of that year; undefined where there is none */
export const problemsOfVersion = (version: NewVersion, year: number, before: CalendarVersion | undefined): CalendarProblem[] => [
  ...versionProblems(version, year, []),
  ...(before ? laterProblems(version, before, []) : []),
];

function versionProblems(version: NewVersion, year: number, at: Problem['path']): Problem[] {
  const off = new Set(version.holidays.flatMap(daysOf));
  const makeup = version.makeupWorkdays.flatMap((day, i): Problem[] => {
    const path = [...at, 'makeupWorkdays', i];
    if (!inYear(day, year)) return [{ path, code: 'outside-year', message: `must lie in ${String(year)}` }];
    if (!isWeekend(day))
      return [{ path, code: 'not-a-weekend', message: 'is no Saturday or Sunday: only those can be made working days' }];
    return off.has(day) ? [{ path, code: 'off-and-worked', message: 'is also listed as a holiday', date: day }] : [];
  });
  const holidaysAt = [...at, 'holidays'];
  return [...holidayProblems(version.holidays, year, holidaysAt), ...overlapProblems(version.holidays, holidaysAt), ...makeup];
}

/** A notice names each day off once: a day under two names is a slip of the pen in one of them. */
function overlapProblems(holidays: Holiday[], at: (string | number)[]): Problem[] {
  const nameOf = new Map<LocalDate, string>();
  return holidays.flatMap((holiday, i): Problem[] => {
    const days = daysOf(holiday);
    const date = days.find((day) => nameOf.has(day));
    const name = date === undefined ? undefined : nameOf.get(date);
    for (const day of days) if (!nameOf.has(day)) nameOf.set(day, holiday.name);
    if (date === undefined || name === undefined) return [];
    return [{ path: [...at, i], code: 'overlaps', message: `${date} is among the days of ${name} already`, date, name }];
  });
}

function holidayProblems(holidays: Holiday[], year: number, at: (string | number)[]): Problem[] {
  return holidays.flatMap((holiday, i): Problem[] => {
    const to = holiday.to ?? holiday.from;
    if (to < holiday.from) return [{ path: [...at, i, 'to'], code: 'ends-before-start', message: 'must not be before "from"' }];
    if (inYear(holiday.from, year) && inYear(to, year)) return [];
    return [{ path: [...at, i], code: 'outside-year', message: `must lie in ${String(year)}` }];
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
