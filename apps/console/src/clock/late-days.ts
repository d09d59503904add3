import { addDays, weekday, type LocalDate } from '@gongkai/calendar';
import type { CalendarYearView } from '@gongkai/contracts';
import { calendarDays, type LedgerDay } from './reading.js';

/** Every day from the one after a due day until today, as the calendar has them; a working day is one more day late. */
export function lateDays(due: LocalDate, today: LocalDate, years: readonly CalendarYearView[]): LedgerDay[] {
  const { holidays, makeups } = calendarDays(years);
  const days: LedgerDay[] = [];
  let late = 0;
  for (let date = addDays(due, 1); date <= today; date = addDays(date, 1)) {
    const [makeup, holiday] = [makeups.has(date), holidays.get(date) ?? null];
    const kind = holiday !== null ? 'holiday' : isWeekend(date) && !makeup ? 'weekend' : 'late';
    late += kind === 'late' ? 1 : 0;
    days.push({ date, kind, ordinal: kind === 'late' ? late : null, stops: [], holiday, makeup, due: false });
  }
  return days;
}

const isWeekend = (date: LocalDate): boolean => weekday(date) === 0 || weekday(date) === 6;
