import type { LocalDate } from '@gongkai/calendar';
import type { Attempt, CaseNotice } from './case-notice.js';
import type { DayCheck } from './day-check.js';

/** Ways on which a letter is at least a night: it cannot come back on the day it left. */
const BY_POST: ReadonlySet<Attempt['mode']> = new Set(['ems', 'registered_mail']);

/** The day a document came back, noting a problem where its last dispatch does not allow for that day. @returns that day */
export function checkCameBack(given: LocalDate | undefined, notice: CaseNotice | undefined, days: DayCheck): LocalDate {
  const last = notice?.attempts.at(-1);
  const on = days.past('on', given, last?.on);
  if (last !== undefined && BY_POST.has(last.mode) && on === last.on)
    days.add({ path: 'on', code: 'back-the-same-day', facts: { on } });
  return on;
}
