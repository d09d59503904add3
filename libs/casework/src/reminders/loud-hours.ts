import { momentAt, officeMoment } from '@gongkai/platform';
import { afterLoudMinutes, firstLoudMoment } from '@gongkai/statutes';
import type { LawOfCase, LawShelf } from '../law-shelf.js';

/** When something that is told now may go out, and when it comes again unless somebody acknowledges it. */
export type LoudHours = { readonly notBefore: Date; readonly repeatAt: Date };

/** The hours of the office, by its own calendar. */
export const loudHours = (laws: LawShelf, now: Date): LoudHours =>
  loudHoursBy(laws.lawOf(laws.statute, officeMoment(now).on), now);

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
