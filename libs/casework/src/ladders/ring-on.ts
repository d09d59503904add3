import type { LocalDate } from '@gongkai/calendar';
import { remindersFor, type Reminder, type ReminderLadder } from '@gongkai/statutes';
import type { LawOfCase } from '../law-shelf.js';
import { isStale } from '../reminders/due-reminders.js';

/** What is owed until a day. */
type Owed = { readonly deadline: string; readonly about: string | null; readonly due: LocalDate };
type Told = Pick<LawOfCase, 'calendar'> & { readonly told: Map<string, LocalDate>; readonly ladder: ReminderLadder };

/** One ring of something that is owed. */
export type Rung<One extends Owed> = { readonly one: One; readonly ring: Reminder; readonly day: LocalDate };

/** What a deadline rings on a day, unless that or a later ring has sounded: it is kept in `told`. */
export function ringOn<One extends Owed>(day: LocalDate, one: One, { told, ladder, calendar }: Told): Rung<One>[] {
  const { current: ring } = remindersFor(one.due, day, calendar, ladder);
  const key = [one.deadline, one.about, one.due].join(' ');
  if (ring === null || isStale(ring, one.due, day) || (told.get(key) ?? '') >= ring.on) return [];
  told.set(key, ring.on);
  return [{ one, ring, day }];
}
