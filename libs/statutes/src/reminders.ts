import { addDays, type LocalDate, type WorkingDays } from '@gongkai/calendar';
import type { Channel, ReminderLadder, ReminderLadders, ReminderRung } from './reminder-ladder.js';

/** One ring of a deadline's alarm. */
export type Reminder = {
  readonly rung: string;
  /** The day it rings, always a working day. */
  readonly on: LocalDate;
  /** Working days from the deadline; negative before it. */
  readonly workingDays: number;
  /** Names of the list of recipients. */
  readonly tell: readonly string[];
  /** By which ways outside the program. */
  readonly by: readonly Channel[];
  readonly acknowledge: boolean;
};

/** The alarm of one deadline as seen on a day. */
export type Reminders = {
  /** The last ring up to that day: what has to be told now if it was not told yet; null before the first. */
  readonly current: Reminder | null;
  /** Every ring up to that day, and those still to come up to the first repeated one. */
  readonly rings: readonly Reminder[];
  /** The first ring after that day; null where there is none. */
  readonly next: Reminder | null;
};

/**
 * When a deadline rings and for whom. A run that was missed is made up for by `current`, whatever day it is; telling somebody
 * twice is prevented by the day of the ring, which is the alarm's name.
 * @param due the deadline, or its estimate where it is provisional; for an arrival the day it came in
 * @throws CalendarRangeError where a ring lies outside the calendar
 */
export function remindersFor(due: LocalDate, today: LocalDate, calendar: WorkingDays, ladder: ReminderLadder): Reminders {
  const anchor = anchorOf(due, calendar, ladder.dayOff);
  const rings = ladder.rungs.flatMap((rung, i) => ringsOf(rung, { anchor, today, before: ladder.rungs[i + 1]?.at }, calendar));
  return {
    current: rings.findLast(({ on }) => on <= today) ?? null,
    rings,
    next: rings.find(({ on }) => on > today) ?? null,
  };
}

/** The working day that stands for the deadline. */
function anchorOf(due: LocalDate, calendar: WorkingDays, dayOff: ReminderLadder['dayOff']): LocalDate {
  if (calendar.isWorkingDay(due)) return due;
  return dayOff === 'earlier' ? calendar.previous(due) : calendar.next(due);
}

/** `before`: working days from the deadline at which the next rung begins. */
type Bounds = { readonly anchor: LocalDate; readonly today: LocalDate; readonly before: number | undefined };

/** The rings of one rung: one, or one and its repeats up to the first after today. */
function ringsOf(
  rung: ReminderRung,
  { anchor, today, before = Number.POSITIVE_INFINITY }: Bounds,
  calendar: WorkingDays,
): Reminder[] {
  const rings: Reminder[] = [];
  for (let at = rung.at; at < before; at += rung.every ?? Number.POSITIVE_INFINITY) {
    const on = calendar.add(anchor, at);
    rings.push({ rung: rung.id, on, workingDays: at, tell: rung.tell, by: rung.by, acknowledge: rung.acknowledge });
    if (on > today) break;
  }
  return rings;
}

/** A day and a time of day `HH:MM`, both in the office's time zone. */
export type Moment = { readonly on: LocalDate; readonly time: string };

/** Whether nothing may be sent at that moment. */
export function isQuiet(
  { on, time }: Moment,
  calendar: WorkingDays,
  { from, to, daysOff }: ReminderLadders['quietHours'],
): boolean {
  if (daysOff === 'quiet' && !calendar.isWorkingDay(on)) return true;
  return from <= to ? time >= from && time < to : time >= from || time < to;
}

/** The first moment from this one on at which something may be sent. */
export function firstLoudMoment(moment: Moment, calendar: WorkingDays, quiet: ReminderLadders['quietHours']): Moment {
  const nextDay = quiet.daysOff === 'quiet' ? calendar.next(moment.on) : addDays(moment.on, 1);
  const candidates = [moment, { on: moment.on, time: quiet.to }, { on: nextDay, time: '00:00' }];
  const loud = candidates.find((one) => (one.on > moment.on || one.time >= moment.time) && !isQuiet(one, calendar, quiet));
  return loud ?? { on: nextDay, time: quiet.to };
}

/** The moment after so many minutes in which something may be sent, quiet ones not counted. */
export function afterLoudMinutes(
  from: Moment,
  minutes: number,
  calendar: WorkingDays,
  quiet: ReminderLadders['quietHours'],
): Moment {
  let at = firstLoudMoment(from, calendar, quiet);
  for (let passed = 0; passed < minutes; passed += 1) at = firstLoudMoment(minuteAfter(at), calendar, quiet);
  return at;
}

function minuteAfter({ on, time }: Moment): Moment {
  const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + 1;
  if (minute === 24 * 60) return { on: addDays(on, 1), time: '00:00' };
  const two = (n: number): string => String(n).padStart(2, '0');
  return { on, time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}` };
}
