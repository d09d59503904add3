/** The working day so many after a day, by those one would otherwise ask. Both count from the day after it, as the law does. */
import chineseDays from 'chinese-days';
import { addBusinessDays } from 'date-fns';

/** Knows Saturdays and Sundays and no notice of the State Council. */
export const byDateFns = (day, n) => addBusinessDays(new Date(`${day}T00:00:00`), n);

/** Knows the notices. */
export const byChineseDays = (day, n) => chineseDays.findWorkday(n, day);

/** The civil date of a `Date` in local time. */
export const civil = (date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
