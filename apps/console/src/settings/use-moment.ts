import { officeDay, officeTime } from '../i18n/office-time.js';
import { useDays } from '../i18n/use-days.js';

/** A moment as day and time of the offices: 2026年5月8日（周五） 09:41. */
export function useMoment(): (moment: string) => string {
  const { full } = useDays();
  return (moment) => `${full(officeDay(moment))} ${officeTime(moment)}`;
}
