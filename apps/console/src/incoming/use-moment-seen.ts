import { officeDay, officeTime } from '../i18n/office-time.js';
import { useDays } from '../i18n/use-days.js';
import { useOffice } from '../shell/use-office.js';

/** A moment as a list tells it: the time of today, else day and time. */
export function useMomentSeen(): (moment: string) => string {
  const { short } = useDays();
  const today = useOffice().data?.today;
  return (moment) => {
    const [day, time] = [officeDay(moment), officeTime(moment)];
    return day === today ? time : `${short(day)} ${time}`;
  };
}
