import { z } from 'zod';
import { Day } from './day.js';

/** What who is asked can say (REG 32, 34). */
export const ConsentGiven = z.enum(['agree', 'agree_in_part', 'refuse']);

/** What was answered by the link on an answer form, as the step that takes it down (`recordAnswer`) asks for it. */
export const AnswerByLink = z.object({
  consultationId: z.string(),
  answer: ConsentGiven,
  grounds: z.string().optional(),
});
export type AnswerByLink = z.infer<typeof AnswerByLink>;

/** What came for a case by the links on its answer forms, oldest first; without what was dismissed. */
export const AnswersByLink = z
  .object({
    items: z.array(
      AnswerByLink.extend({
        incomingId: z.string(),
        /** The day of the office on which it came: that of the answer. */
        arrivedOn: Day,
        /** Nobody has put it to the case yet. */
        waits: z.boolean(),
      }),
    ),
    nextCursor: z.null(),
  })
  .meta({ id: 'AnswersByLink' });
export type AnswersByLink = z.infer<typeof AnswersByLink>;
