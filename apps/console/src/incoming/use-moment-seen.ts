import { useDays } from '../i18n/use-days.js';
import { useOffice } from '../shell/use-office.js';

/** Hours between the civil time of the offices and UTC; China has had no summer time since 1991. */
const OFFSET_MS = 8 * 3_600_000;

/** A moment as a list tells it: the time of today, else day and time. */
export function useMomentSeen(): (moment: string) => string {
  const { short } = useDays();
  const today = useOffice().data?.today;
  return (moment) => {
    const local = new Date(Date.parse(moment) + OFFSET_MS).toISOString();
    const [day, time] = [local.slice(0, 10), local.slice(11, 16)];
    return day === today ? time : `${short(day)} ${time}`;
  };
}
