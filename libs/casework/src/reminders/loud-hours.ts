import { momentAt, officeMoment, type Clock } from '@gongkai/platform';
import { afterLoudMinutes, firstLoudMoment } from '@gongkai/statutes';
import type { LawOfCase, LawShelf } from '../law-shelf.js';

/** When something that is told now may go out, and when it comes again unless somebody acknowledges it. */
export type LoudHours = { readonly notBefore: Date; readonly repeatAt: Date };

/**
 * The hours of the office, by its own calendar. Where the day is fixed, as in a demonstration, the end of the quiet hours of an evening
 * never comes: what is told then is told at once, for nobody would ever see it.
 */
export function loudHours(laws: LawShelf, clock: Clock, now = clock.now()): LoudHours {
  const hours = loudHoursBy(laws.lawOf(laws.statute, officeMoment(now).on), now);
  return clock.comesTo(hours.notBefore) ? hours : { ...hours, notBefore: now };
}

/** The same by a law that is at hand. */
export function loudHoursBy({ calendar, reminders }: Pick<LawOfCase, 'calendar' | 'reminders'>, now: Date): LoudHours {
  const moment = officeMoment(now);
  const { quietHours, acknowledgement } = reminders;
  const loud = firstLoudMoment(moment, calendar, quietHours);
  const isNow = loud.on === moment.on && loud.time === moment.time;
  return {
    notBefore: isNow ? now : momentAt(loud),
    repeatAt: momentAt(afterLoudMinutes(loud, acknowledgement.repeatAfterMinutes, calendar, quietHours)),
  };
}
