import { useDays } from '../i18n/use-days.js';

/** Hours between the civil time of the offices and UTC; China has had no summer time since 1991. */
const OFFSET_MS = 8 * 3_600_000;

/** A moment as day and time of the offices: 2026年5月8日（周五） 09:41. */
export function useMoment(): (moment: string) => string {
  const days = useDays();
  return (moment) => {
    const local = new Date(Date.parse(moment) + OFFSET_MS).toISOString();
    return `${days.full(local.slice(0, 10))} ${local.slice(11, 16)}`;
  };
}
