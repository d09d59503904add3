import { z } from 'zod';
import { Day } from './day.js';

/** A list of the office, with what of it is ticked in the present round; the words in the language asked for. */
export const ChecklistView = z
  .object({
    id: z.string(),
    name: z.string(),
    /** The step it comes before; null for a list of a link. */
    before: z.string().nullable(),
    /** Its step can come next, or the case is in its link. */
    isCurrent: z.boolean(),
    items: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        article: z.string().optional(),
        /** The step is refused until it is ticked. */
        required: z.boolean(),
        /** Who ticked it, by id, and when. */
        ticked: z.object({ by: z.string(), on: Day }).nullable(),
      }),
    ),
  })
  .meta({ id: 'ChecklistView' });
export type ChecklistView = z.infer<typeof ChecklistView>;
