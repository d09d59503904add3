import type { LocalDate } from '@gongkai/calendar';
import { z } from 'zod';

/** A civil date on the wire: `YYYY-MM-DD`, a real day, Asia/Shanghai. The cast only adds the brand; zod checks the day. */
export const Day = z.iso.date() as unknown as z.ZodType<LocalDate, string>;
