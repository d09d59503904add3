import { isLocalDate, localDate, type LocalDate } from '@gongkai/calendar';
import { z } from 'zod';

/** What lies before it is a slip of the pen: no office means it, and PostgreSQL knows no year 0. */
export const EARLIEST_DAY = localDate('1900-01-01');

const isTooEarly = (day: string): boolean => isLocalDate(day) && day < EARLIEST_DAY;

/** A civil date on the wire: `YYYY-MM-DD`, a real day, Asia/Shanghai. The cast only adds the brand; zod checks the day. */
export const Day = z.iso.date().refine((day) => !isTooEarly(day), { params: { from: EARLIEST_DAY } }) as unknown as z.ZodType<
  LocalDate,
  string
>;
