import { z } from 'zod';
import { keptText } from './kept-text.js';
import { OrderState, OrderView } from './supervision-order-view.js';
import { CaseRow, People } from './views.js';

export { ORDER_KINDS, type OrderKind } from './order-commands.js';
export * from './supervision-order-view.js';

const states = z.preprocess((given) => (typeof given === 'string' ? given.split(',') : given), z.array(OrderState).min(1).max(4));

/** The query of `GET /supervision-orders`. */
export const OrderFilters = z
  .strictObject({
    /** Without it all that are not closed. */
    state: states.optional(),
    /** Code or id: that organ and what is below it. */
    organ: keptText(100).optional(),
    /** Those alone that the reader is to answer. */
    to: z.enum(['me']).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(400).optional(),
  })
  .meta({ id: 'OrderFilters' });
export type OrderFilters = z.infer<typeof OrderFilters>;
export type OrderFiltersInput = z.input<typeof OrderFilters>;

/** An order in a list, with its case. */
export const OrderRow = OrderView.extend({ case: CaseRow }).meta({ id: 'OrderRow' });
export type OrderRow = z.infer<typeof OrderRow>;

/** One page, in the order of the days of answers due, answers given and closing, and how many there are of each state. */
export const OrderList = z
  .object({
    items: z.array(OrderRow),
    counts: z.record(OrderState, z.int()),
    people: People,
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'OrderList' });
export type OrderList = z.infer<typeof OrderList>;
