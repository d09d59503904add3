import { type LocalDate, localDate } from '@gongkai/calendar';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Asia/Shanghai, which has no summer time. */
const OFFSET_MS = 8 * HOUR_MS;

/** The office's day at a moment: the civil date in Asia/Shanghai. */
export const officeDay = (moment: Date): LocalDate =>
  localDate(new Date(moment.getTime() + OFFSET_MS).toISOString().slice(0, 10));

/** The office's day and time of day `HH:MM` at a moment. */
export const officeMoment = (moment: Date): { readonly on: LocalDate; readonly time: string } => ({
  on: officeDay(moment),
  time: new Date(moment.getTime() + OFFSET_MS).toISOString().slice(11, 16),
});

/** The moment at which the office's clock shows a day and a time of day. */
export const momentAt = ({ on, time }: { readonly on: LocalDate; readonly time: string }): Date =>
  new Date(Date.parse(`${on}T${time}:00Z`) - OFFSET_MS);

/** The only source of time in the program. */
export abstract class Clock {
  /** This moment. */
  abstract now(): Date;

  /** The office's day. */
  today(): LocalDate {
    return officeDay(this.now());
  }

  /** What the clocks of other devices show, whichever day is fixed here: an authenticator on a phone counts by it. */
  deviceTime(): Date {
    return this.now();
  }

  /** Seconds by which its machine was ahead of the database when they were last compared; 0 where they are not. */
  ahead(): number {
    return 0;
  }

  /** Whether this clock ever shows a moment to come: one whose day is fixed never shows the next. */
  comesTo(_moment: Date): boolean {
    return true;
  }
}

/** What there is to read the time from, in milliseconds; `elapsed` is of no day, and nobody sets it. */
export type TimeSources = { readonly machine: () => number; readonly elapsed: () => number };
export const OF_THE_MACHINE: TimeSources = { machine: () => Date.now(), elapsed: () => performance.now() };

/** The time of the machine. With a fixed day it is always that day for the office; the time of day goes on. */
export class SystemClock extends Clock {
  constructor(private readonly fixedDay?: LocalDate) {
    super();
  }

  now(): Date {
    const real = this.machineTime();
    return new Date(this.fixedDay === undefined ? real : startOf(this.fixedDay) + timeOfDay(real));
  }

  override deviceTime(): Date {
    return new Date(this.machineTime());
  }

  /** Milliseconds since 1970, whichever day is fixed. */
  protected machineTime(): number {
    return Date.now();
  }

  override comesTo(moment: Date): boolean {
    return this.fixedDay === undefined || officeDay(moment) <= this.fixedDay;
  }
}

/** A clock that stands still until it is told: for tests and simulations. */
export class ManualClock extends Clock {
  #ms: number;

  /** Nine in the morning of that day, or exactly that moment. */
  constructor(start: LocalDate | Date) {
    super();
    this.#ms = momentOf(start);
  }

  now(): Date {
    return new Date(this.#ms);
  }

  /** Nine in the morning of that day, or exactly that moment; backwards too. */
  set(to: LocalDate | Date): void {
    this.#ms = momentOf(to);
  }

  /** Goes on by so many milliseconds. */
  advance(ms: number): void {
    this.#ms += ms;
  }
}

const startOf = (day: LocalDate): number => Date.parse(`${day}T00:00:00Z`) - OFFSET_MS;
const timeOfDay = (ms: number): number => (ms + OFFSET_MS) % DAY_MS;
const momentOf = (start: LocalDate | Date): number =>
  typeof start === 'string' ? startOf(start) + 9 * HOUR_MS : start.getTime();
