import { weekday, type LocalDate } from '@gongkai/calendar';
import { holidayName, type Wording } from './ledger-rows.js';
import type { LedgerDay } from './reading.js';
import type { Start } from './start.js';

/** A day on a sheet of months; without `day` it lies outside of the period. */
type DayOnSheet = {
  readonly date: LocalDate;
  readonly day: LedgerDay | undefined;
  readonly today: LocalDate;
  readonly start: Start;
};

/** What is said of a day: 5月9日，周六，调休上班，计入，第5日. */
export function spokenDay({ date, day, today, start }: DayOnSheet, wording: Wording): string {
  const { t, days } = wording;
  const now = date === today ? [t('mark.today')] : [];
  return [days.short(date), days.weekday(date), ...statusOf(day, start, wording), ...now].join(t('comma'));
}

function statusOf(day: LedgerDay | undefined, start: Start, wording: Wording): string[] {
  if (day === undefined) return [wording.t('outside')];
  const { t, language } = wording;
  const said: Readonly<Record<LedgerDay['kind'], () => string[]>> = {
    start: () => [t(`start.${start}`), t('not-counted-itself')],
    counted: () => [...(day.makeup ? [t('makeup')] : []), t('counted'), t('ordinal', { ordinal: day.ordinal ?? 0 })],
    stopped: () => [t('stopped')],
    holiday: () => [holidayName(day.holiday, language, t), t('not-counted')],
    weekend: () => [t('not-counted')],
    set: () => [],
    late: () => [],
  };
  return [...said[day.kind](), ...(day.due ? [t('mark.due')] : [])];
}

/** 0 for Monday … 6 for Sunday. */
export const mondayFirst = (date: LocalDate): number => (weekday(date) + 6) % 7;
