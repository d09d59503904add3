import { z } from 'zod';
import { Day } from './day.js';

/** Until when a reminder is put off. */
export const Snooze = z.strictObject({ until: z.iso.datetime({ offset: true }) }).meta({ id: 'Snooze' });
export type Snooze = z.infer<typeof Snooze>;

/**
 * To which moments a reminder can be put off: an hour of the office later, the morning of its next day, the morning of the last day. None
 * where there is no such moment; `limit` says why it goes no further.
 */
export const SnoozeChoices = z
  .object({
    choices: z.array(z.object({ name: z.enum(['hour', 'day', 'last']), until: z.iso.datetime() })),
    /** The next reminder of the same deadline, the deadline itself, or that it is read or settled already. */
    limit: z.enum(['next-reminder', 'due', 'over']),
    /** The day of that reminder, or of the deadline. */
    on: Day.nullable(),
  })
  .meta({ id: 'SnoozeChoices' });
export type SnoozeChoices = z.infer<typeof SnoozeChoices>;

/** That a reminder was put off: when, and until when. */
export const PutOff = z.object({ at: z.iso.datetime(), until: z.iso.datetime() }).meta({ id: 'PutOff' });
export type PutOff = z.infer<typeof PutOff>;
