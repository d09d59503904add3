import type { LocalDate, WorkingDays } from '@gongkai/calendar';
import type { SnoozeChoices } from '@gongkai/contracts';
import { momentAt, officeMoment } from '@gongkai/platform';
import { afterLoudMinutes, ladderFor, remindersFor, type AlarmName, type ReminderLadders } from '@gongkai/statutes';
import type { LawOfCase } from '../law-shelf.js';

/** How far a reminder can be put off. */
export type Limit = Pick<SnoozeChoices, 'limit' | 'on'> & {
  /** The last day; null where it cannot be put off at all. */
  readonly last: LocalDate | null;
  readonly calendar: WorkingDays;
  readonly quiet: ReminderLadders['quietHours'];
};

/** A reminder, as far as it says how long it can wait. */
type Waiting = {
  readonly subject: string;
  readonly due: LocalDate | null;
  /** It is neither read nor settled nor replaced by a later one. */
  readonly stands: boolean;
};

/** How far a reminder can be put off on a day. @param law of the case, with the ladders of its organ */
export function limitOf({ subject, due, stands }: Waiting, { calendar, reminders }: LawOfCase, today: LocalDate): Limit {
  const of = { calendar, quiet: reminders.quietHours };
  if (!stands || due === null) return { ...of, limit: 'over', on: null, last: null };
  const [deadline = ''] = subject.split(':');
  const { next } = remindersFor(due, today, calendar, ladderFor(reminders, deadline as AlarmName));
  return { ...of, ...lastDay(due, next?.on ?? null, today, calendar) };
}

/** The moments that are offered: in an hour, the next working day, the last day; none where it cannot wait. */
export function choicesWithin({ last, calendar, quiet }: Limit, at: Date): SnoozeChoices['choices'] {
  if (last === null) return [];
  const now = officeMoment(at);
  const hour = afterLoudMinutes(now, 60, calendar, quiet);
  const day = { on: calendar.next(now.on), time: quiet.to };
  const named = [
    ...(hour.on === now.on ? [{ name: 'hour' as const, moment: hour }] : []),
    { name: 'day' as const, moment: day },
    ...(last > day.on ? [{ name: 'last' as const, moment: { on: last, time: quiet.to } }] : []),
  ].filter(({ moment }) => moment.on <= last);
  return named.map(({ name, moment }) => ({ name, until: momentAt(moment).toISOString() }));
}

/** The day before the next ring, or the last working day up to the deadline: whichever comes first. */
function lastDay(
  due: LocalDate,
  next: LocalDate | null,
  today: LocalDate,
  calendar: WorkingDays,
): Pick<Limit, 'limit' | 'on' | 'last'> {
  const lastOfDue = calendar.isWorkingDay(due) ? due : calendar.previous(due);
  const lastOfRing = next === null ? null : calendar.previous(next);
  const isRing = lastOfRing !== null && lastOfRing < lastOfDue;
  const last = isRing ? lastOfRing : lastOfDue;
  return { limit: isRing ? 'next-reminder' : 'due', on: isRing ? next : due, last: last < today ? null : last };
}
