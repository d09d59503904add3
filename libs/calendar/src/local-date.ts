/**
 * A civil date in the office's time zone, written `YYYY-MM-DD`. It sorts, compares and serialises as text and has no time zone.
 */
export type LocalDate = string & { readonly brand: 'LocalDate' };

const DAY_MS = 86_400_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a real civil date (`2026-02-29` is not). */
export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string' || !SHAPE.test(text)) return false;
  const month = two(text, 5);
  const day = two(text, 8);
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(two(text, 0) * 100 + two(text, 2), month);
}

/**
 * Reads a civil date.
 * @throws RangeError when the text is not a real date in the form `YYYY-MM-DD`
 */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`Not a date (YYYY-MM-DD): ${text}`);
  return text;
}

/** Days since 1970-01-01; the inverse of {@link fromDayNumber}. Arithmetic only: this is called in the innermost loops. */
export function dayNumber(date: LocalDate): number {
  const year = yearOf(date);
  const month = two(date, 5);
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + two(date, 8) - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

/** The last day of a month, 1 to 12. */
function lastDayOf(year: number, month: number): number {
  if (month !== 2) return 30 + ((month + (month > 7 ? 1 : 0)) % 2);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return isLeap ? 29 : 28;
}

const ZERO = 48;

/** The number that two figures write, one after the other. */
const two = (text: string, at: number): number => (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;

/** The date of a day number (days since 1970-01-01). */
export function fromDayNumber(day: number): LocalDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1, 2)}` as LocalDate;
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The same day of the month `months` later; the last day of that month where it has no such day
 * (Civil Code art. 203: periods in months end on the corresponding day).
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = [yearOf(date), two(date, 5), two(date, 8)];
  const index = year * 12 + month - 1 + months;
  const lastDay = lastDayOf(Math.floor(index / 12), (index % 12) + 1);
  return fromDayNumber(Date.UTC(Math.floor(index / 12), index % 12, Math.min(day, lastDay)) / DAY_MS);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(date: LocalDate): number {
  return weekdayOf(dayNumber(date));
}

/** 0 = Sunday … 6 = Saturday, of a day number. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The calendar year of a date. */
export function yearOf(date: LocalDate): number {
  return two(date, 0) * 100 + two(date, 2);
}

/** The later of two dates. */
export function laterOf(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

/** The earlier of two dates. */
export function earlierOf(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}
