import { addDays, weekday, type LocalDate, type WorkingDays } from '@gongkai/calendar';
import type { DashboardDay, DayKind } from '@gongkai/contracts';

/** Working days that the dashboard looks ahead, in steps; the last one is how far it draws. */
const STEPS = [1, 3, 5] as const;
const AHEAD = 10;
const WEEK = 7;

/** The days of a dashboard, before anything is counted on them. */
export type Ahead = {
  readonly days: readonly Pick<DashboardDay, 'date' | 'kind' | 'provisional' | 'place'>[];
  /** The tenth working day from tomorrow. */
  readonly last: LocalDate;
  /** The last day of each of the steps on the way there, and of the whole. */
  readonly steps: readonly { readonly workingDays: number; readonly last: LocalDate }[];
  /** The last day of the last of those weeks. */
  readonly drawn: LocalDate;
};

/** Whole weeks, Monday first, from this one to that of the tenth working day; off-days stay in their place. */
export function daysAhead(today: LocalDate, calendar: WorkingDays): Ahead {
  const last = calendar.add(today, AHEAD);
  const drawn = addDays(mondayOf(last), WEEK - 1);
  const days = [];
  for (let date = mondayOf(today); date <= drawn; date = addDays(date, 1))
    days.push({
      date,
      kind: dayKind(date, calendar),
      provisional: calendar.isProvisional(date),
      place: placeOf(date, today, last),
    });
  const steps = [...STEPS, AHEAD].map((workingDays) => ({ workingDays, last: calendar.add(today, workingDays) }));
  return { days, last, steps, drawn };
}

const mondayOf = (day: LocalDate): LocalDate => addDays(day, -((weekday(day) + WEEK - 1) % WEEK));

function placeOf(date: LocalDate, today: LocalDate, last: LocalDate): DashboardDay['place'] {
  if (date <= today) return date === today ? 'today' : 'past';
  return date <= last ? 'ahead' : 'later';
}

/** What a day is to the office. */
export function dayKind(date: LocalDate, calendar: WorkingDays): DayKind {
  const isWeekend = weekday(date) % 6 === 0;
  return calendar.offReason(date) ?? (isWeekend ? 'makeup' : 'working');
}
