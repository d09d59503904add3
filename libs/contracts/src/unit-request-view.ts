import { z } from 'zod';
import { Day } from './day.js';

/** Another unit that was asked to help; `due` is the organ's own day and no period of the law. */
export const UnitRequestView = z
  .object({
    id: z.string(),
    unit: z.string(),
    /** Who answers for it, by id. */
    person: z.string(),
    task: z.string(),
    askedOn: Day,
    due: Day,
    provisional: z.boolean(),
    answeredOn: Day.nullable(),
    answer: z.string().nullable(),
  })
  .meta({ id: 'UnitRequestView' });
export type UnitRequestView = z.infer<typeof UnitRequestView>;
