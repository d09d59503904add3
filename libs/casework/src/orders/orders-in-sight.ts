import { z } from 'zod';
import { Day, ORDER_STATES, type OrderFilters, type OrderList, type OrderState } from '@gongkai/contracts';
import type { DeskParts } from '../desk/case-desk.js';
import type { Person } from '../person.js';
import { caseRow } from '../queries/case-list.js';
import { cursorText, readCursor } from '../queries/cursor.js';
import { presented } from '../queries/present.js';
import { orderView } from '../views/order-view.js';
import { ordersStatement, type OrderedRow, type OrderPlace, type OrdersRow } from './orders-sql.js';

type Parts = Pick<DeskParts, 'pool' | 'laws' | 'clock'>;

/**
 * Supervision orders (督办) of the cases in sight: one page, and how many there are of each state.
 * @throws Refusal `invalid-request` where the cursor is none
 */
export async function ordersInSight(person: Person, filters: OrderFilters, parts: Parts): Promise<OrderList> {
  const { pool, laws, clock } = parts;
  const today = clock.today();
  const after = filters.cursor === undefined ? null : readCursor(filters.cursor, Place);
  const { rows: found } = await pool.query<OrdersRow>(ordersStatement({ person, filters, today, after }));
  const { counts = {}, orders = [] } = found[0] ?? {};
  const rows = await presented(orders.slice(0, filters.limit), parts);
  const none = Object.fromEntries(ORDER_STATES.map((state) => [state, 0])) as Record<OrderState, number>;
  return {
    items: rows.map((row) => {
      const { calendar } = laws.lawOf(row.statute, today, row.organ_id);
      return { ...orderView(row.supervision, { calendar, today }), case: caseRow(row, { laws, today }) };
    }),
    counts: { ...none, ...counts },
    people: Object.fromEntries(rows.flatMap(({ people }) => Object.entries(people))),
    nextCursor: orders.length > filters.limit ? cursorOf(rows.at(-1)) : null,
  };
}

const cursorOf = (last: OrderedRow | undefined): string => cursorText([last?.sort_day, last?.order_id]);

const Place: z.ZodType<OrderPlace> = z.tuple([Day, z.string().max(100)]);
