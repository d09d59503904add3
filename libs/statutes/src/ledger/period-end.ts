import type { LocalDate, WorkingDays } from '@gongkai/calendar';
import { addDays } from '@gongkai/calendar';
import type { PeriodUnit } from '@gongkai/contracts';

/** A span of days that does not count: d with `after` < d ≤ `until`. */
export type Stop = { readonly after: LocalDate; readonly until: LocalDate };

/** Where a period ends. While the calendar of a year it reaches is unpublished, `date` is an estimate and must not be shown as a date. */
export type PeriodEnd = {
  readonly from: LocalDate;
  readonly unit: PeriodUnit;
  readonly counted: number;
  readonly date: LocalDate;
  /** 1 January of the first unpublished year it reaches. */
  readonly unknownFrom: LocalDate | null;
};

/** The last day of `days` working days after `from`, days inside `stops` not counted. `stops` are sorted and do not overlap. */
export function endOfWorkingDays(calendar: WorkingDays, from: LocalDate, days: number, stops: readonly Stop[] = []): PeriodEnd {
  let day = from;
  let left = days;
  for (const stop of stops) {
    if (stop.until <= day) continue;
    const free = stop.after > day ? calendar.count(day, stop.after) : 0;
    if (left <= free) break;
    left -= free;
    day = stop.until;
  }
  const date = calendar.add(day, left);
  return { from, unit: 'working_day', counted: days, date, unknownFrom: calendar.unknownFrom(from, date) };
}

/** The last day of a period in calendar days; on a day off it ends on the next working day (Civil Code art. 203). */
function endOfCalendarDays(calendar: WorkingDays, from: LocalDate, days: number): PeriodEnd {
  const date = calendar.rollForward(addDays(from, days));
  return { from, unit: 'calendar_day', counted: days, date, unknownFrom: calendar.unknownFrom(from, date) };
}

/** The last day of a period in either unit. */
export function endOfPeriod(calendar: WorkingDays, from: LocalDate, period: { days: number; unit: PeriodUnit }): PeriodEnd {
  return period.unit === 'working_day'
    ? endOfWorkingDays(calendar, from, period.days)
    : endOfCalendarDays(calendar, from, period.days);
}

/** The date of a period that may be shown: null while it is only an estimate. */
export const publishedDate = (end: PeriodEnd | null): LocalDate | null => (end?.unknownFrom === null ? end.date : null);

/** The date of a period that is only an estimate; null where it may be shown. */
export const estimatedDate = (end: PeriodEnd | null): LocalDate | null => (end?.unknownFrom ? end.date : null);

/** Overlapping and touching spans joined, sorted: days that two consultations stop are stopped once. */
export function uniteStops(stops: readonly Stop[]): Stop[] {
  const united: Stop[] = [];
  for (const stop of [...stops].sort((a, b) => (a.after < b.after ? -1 : 1))) {
    const last = united.at(-1);
    if (last && stop.after <= last.until)
      united[united.length - 1] = { after: last.after, until: stop.until > last.until ? stop.until : last.until };
    else united.push(stop);
  }
  return united;
}
