import { z } from 'zod';
import { Day } from './day.js';
import { People } from './views.js';

/** One entry of a journal, exactly as it was hashed, with its hash. */
export const JournalEntryView = z
  .object({
    seq: z.int(),
    id: z.string(),
    at: z.string(),
    on: Day,
    actor: z.string(),
    type: z.string(),
    fact: z.record(z.string(), z.unknown()),
    deadlines: z.record(z.string(), z.unknown()),
    statuteVersion: z.string(),
    calendarVersion: z.string(),
    previousHash: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'JournalEntryView' });
export type JournalEntryView = z.infer<typeof JournalEntryView>;
export const JournalPage = z
  .object({
    items: z.array(JournalEntryView),
    /** Who acted, and who was assigned: the entries keep ids only. */
    people: People,
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'JournalPage' });
export type JournalPage = z.infer<typeof JournalPage>;
