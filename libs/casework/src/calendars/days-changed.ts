import { addDays, localDate, type LocalDate, type WorkingDays } from '@gongkai/calendar';
import type { CalendarImpact } from '@gongkai/contracts';

/** The days of a year that one calendar counts another way than the other. */
export function daysChanged(before: WorkingDays, after: WorkingDays, year: number): CalendarImpact['days'] {
  const changed: CalendarImpact['days'] = [];
  const end = localDate(`${String(year)}-12-31`);
  for (let on: LocalDate = localDate(`${String(year)}-01-01`); on <= end; on = addDays(on, 1)) {
    if (!before.covers(on) || !after.covers(on)) continue;
    const [was, is] = [before.offReason(on) ?? 'working', after.offReason(on) ?? 'working'] as const;
    if (was !== is) changed.push({ on, before: was, after: is });
  }
  return changed;
}
