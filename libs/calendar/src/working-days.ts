import { dayNumber, fromDayNumber, localDate, weekdayOf, yearOf, type LocalDate } from './local-date.js';

/** Why a day does not count: it is listed as a day off, or it is a Saturday or Sunday. `null` for a working day. */
export type DayOff = 'holiday' | 'weekend' | null;

/** What a table of working days is built from. */
export type WorkingDaysInput = {
  /** First and last day the table answers for. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly holidays: Iterable<LocalDate>;
  readonly makeupWorkdays: Iterable<LocalDate>;
  /** Whether the calendar of a year is published; dates that reach another year are only an estimate. Default: all years. */
  readonly isPublished?: (year: number) => boolean;
  /** The version of the calendar used in a year, for the record. */
  readonly versionOf?: (year: number) => string;
};

/** A date outside the table was asked for. */
export class CalendarRangeError extends RangeError {
  constructor(
    date: string,
    readonly side: 'before' | 'after',
    readonly from: LocalDate,
    readonly to: LocalDate,
  ) {
    super(`${date} lies outside the calendar, which reaches from ${from} to ${to}`);
  }
}

const WORKING = 0;
const WEEKEND = 1;
const HOLIDAY = 2;
/** By the kind of a day. */
const REASONS: readonly DayOff[] = [null, 'weekend', 'holiday'];

/**
 * Working days between two ends, from prefix tables: every question costs the same whatever the span.
 * The day one starts from never counts; the last day does (Civil Code art. 201; Regulations art. 31, 33).
 */
export class WorkingDays {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly #first: number;
  readonly #kind: Uint8Array;
  /** Working days before the day of this index. */
  readonly #before: Int32Array;
  /** Index of the k-th working day. */
  readonly #nth: Int32Array;
  /** Dates as they are asked for: most of the decades a table spans never are. */
  readonly #text: (LocalDate | undefined)[];
  /** Index of each date that was asked for: to look it up takes a quarter of reading its figures. */
  readonly #known = new Map<LocalDate, number>();
  readonly #unknownYears: readonly number[];
  readonly #versionOf: (year: number) => string;

  constructor(input: WorkingDaysInput) {
    this.from = input.from;
    this.to = input.to;
    this.#first = dayNumber(input.from);
    this.#kind = kindsOf(input, this.#first);
    const length = this.#kind.length;
    this.#before = new Int32Array(length + 1);
    for (let i = 0; i < length; i += 1) this.#before[i + 1] = (this.#before[i] ?? 0) + (this.#kind[i] === WORKING ? 1 : 0);
    this.#nth = Int32Array.from([...this.#kind.keys()].filter((i) => this.#kind[i] === WORKING));
    this.#text = new Array<LocalDate | undefined>(length);
    this.#unknownYears = unknownYears(input);
    this.#versionOf = input.versionOf ?? (() => 'given');
  }

  /** Whether the day is a working day. @throws CalendarRangeError outside the table */
  isWorkingDay(date: LocalDate): boolean {
    return this.#kind[this.#index(date)] === WORKING;
  }

  /** Why the day does not count, `null` where it does. @throws CalendarRangeError outside the table */
  offReason(date: LocalDate): DayOff {
    return REASONS[this.#kind[this.#index(date)] ?? WORKING] ?? null;
  }

  /**
   * What is to be said of each day d with `from` ≤ d < `to`: those of which something is said, in their order.
   * @param say what there is to say of a day that is off for this reason; null: nothing
   * @throws CalendarRangeError outside the table
   */
  daysWith<T>(from: LocalDate, to: LocalDate, say: (date: LocalDate, off: DayOff) => T | null): T[] {
    const said: T[] = [];
    const end = this.#index(to);
    for (let i = from < to ? this.#index(from) : end; i < end; i += 1) {
      const one = say(this.#dateOf(i), REASONS[this.#kind[i] ?? WORKING] ?? null);
      if (one !== null) said.push(one);
    }
    return said;
  }

  /**
   * The N-th working day after `date` (before it when N is negative); 0 gives `date` itself.
   * @param n working days
   * @throws CalendarRangeError when the answer lies outside the table
   */
  add(date: LocalDate, n: number): LocalDate {
    const index = this.#index(date);
    if (n === 0) return date;
    const target = n > 0 ? this.#workedBefore(index + 1) + n - 1 : this.#workedBefore(index) + n;
    const found = this.#nth[target];
    if (found === undefined)
      throw this.#outside(`${date} ${n > 0 ? '+' : '-'} ${String(Math.abs(n))} working days`, n > 0 ? 'after' : 'before');
    return this.#dateOf(found);
  }

  /**
   * Working days d with `from` < d ≤ `to`; `count(b, a)` is `-count(a, b)`.
   * @throws CalendarRangeError outside the table
   */
  count(from: LocalDate, to: LocalDate): number {
    return this.#workedBefore(this.#index(to) + 1) - this.#workedBefore(this.#index(from) + 1);
  }

  /** The first working day after `date`. */
  next(date: LocalDate): LocalDate {
    return this.add(date, 1);
  }

  /** The last working day before `date`. */
  previous(date: LocalDate): LocalDate {
    return this.add(date, -1);
  }

  /** `date` itself if it is a working day, else the next one: the end of a period in calendar days (Civil Code art. 203). */
  rollForward(date: LocalDate): LocalDate {
    return this.isWorkingDay(date) ? date : this.next(date);
  }

  /** Whether the table answers for this date. */
  covers(date: LocalDate): boolean {
    return date >= this.from && date <= this.to;
  }

  /**
   * The 1 January of the first year without a published calendar that has a day d with `from` < d ≤ `to`; `null` where there is none.
   * A date that depends on such a day is provisional.
   */
  unknownFrom(from: LocalDate, to: LocalDate): LocalDate | null {
    if (from >= to) return null;
    for (const year of this.#unknownYears) {
      const firstDay = localDate(`${String(year)}-01-01`);
      if (firstDay > to) return null;
      if (from < `${String(year)}-12-31`) return firstDay;
    }
    return null;
  }

  /** Whether the day lies in a year without a published calendar. */
  isProvisional(date: LocalDate): boolean {
    return this.#unknownYears.includes(yearOf(date));
  }

  /** The versions of the calendars of every year from `from` to `to`, oldest first. */
  versionsBetween(from: LocalDate, to: LocalDate): string {
    const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, i) => yearOf(from) + i);
    return years.map(this.#versionOf).join(' ');
  }

  #dateOf(index: number): LocalDate {
    return (this.#text[index] ??= fromDayNumber(this.#first + index));
  }

  #workedBefore(index: number): number {
    return this.#before[index] ?? 0;
  }

  #index(date: LocalDate): number {
    const known = this.#known.get(date);
    if (known !== undefined) return known;
    const index = dayNumber(date) - this.#first;
    if (!(index >= 0 && index < this.#kind.length)) throw this.#outside(date, index < 0 ? 'before' : 'after');
    this.#known.set(date, index);
    return index;
  }

  #outside(date: string, side: 'before' | 'after'): CalendarRangeError {
    return new CalendarRangeError(date, side, this.from, this.to);
  }
}

function kindsOf(input: WorkingDaysInput, first: number): Uint8Array {
  const kinds = new Uint8Array(dayNumber(input.to) - first + 1);
  for (let i = 0; i < kinds.length; i += 1) {
    const day = weekdayOf(first + i);
    kinds[i] = day === 0 || day === 6 ? WEEKEND : WORKING;
  }
  for (const day of input.holidays) kinds[dayNumber(day) - first] = HOLIDAY;
  for (const day of input.makeupWorkdays) kinds[dayNumber(day) - first] = WORKING;
  return kinds;
}

function unknownYears(input: WorkingDaysInput): number[] {
  const isPublished = input.isPublished ?? (() => true);
  const years = Array.from({ length: yearOf(input.to) - yearOf(input.from) + 1 }, (_, i) => yearOf(input.from) + i);
  return years.filter((year) => !isPublished(year));
}
