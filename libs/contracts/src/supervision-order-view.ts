import { z } from 'zod';
import { Day } from './day.js';
import { ORDER_KINDS } from './order-commands.js';

/** open: an answer is awaited · overdue: it is late · answered: the supervisor has to look at it · closed. */
export const ORDER_STATES = ['open', 'overdue', 'answered', 'closed'] as const;
export const OrderState = z.enum(ORDER_STATES);
export type OrderState = z.infer<typeof OrderState>;

/** A supervision order; people by their ids. `due` is the order's own day and no period of the law. */
export const OrderView = z
  .object({
    id: z.string(),
    kind: z.enum(ORDER_KINDS),
    state: OrderState,
    /** Who is to answer; null: whoever holds the case. */
    person: z.string().nullable(),
    /** The first demand and each time it was demanded again. */
    demands: z.array(
      z.object({
        text: z.string(),
        by: z.string(),
        on: Day,
        due: Day,
        provisional: z.boolean(),
        answer: z
          .object({
            text: z.string(),
            by: z.string(),
            on: Day,
            late: z.boolean().describe('It came after the day it was due, or once the order had been closed without it'),
          })
          .nullable(),
      }),
    ),
    closed: z.object({ by: z.string(), on: Day, remark: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'OrderView' });
export type OrderView = z.infer<typeof OrderView>;
