import type { LocalDate } from '@gongkai/calendar';
import type { OrderFilters, OrderState } from '@gongkai/contracts';
import type { SupervisionOrder } from '@gongkai/lifecycle';
import type { Statement } from '@gongkai/platform';
import type { Person } from '../person.js';
import { LISTED, LISTED_FROM, type ListedRow } from '../queries/case-list.js';
import { belowSql, Parameters } from '../queries/list-sql.js';

/** An order with its case, as a list reads it; names by id of everybody in it. */
export type OrderedRow = ListedRow & {
  readonly supervision: SupervisionOrder;
  readonly sort_day: string;
  readonly order_id: string;
  readonly people: Readonly<Record<string, string>>;
};

export type OrdersRow = {
  readonly counts: Readonly<Partial<Record<OrderState, number>>>;
  readonly orders: readonly OrderedRow[];
};

/** Where a page ended. */
export type OrderPlace = readonly [day: string, id: string];

type OrdersAsked = {
  readonly person: Person;
  readonly filters: OrderFilters;
  readonly today: LocalDate;
  readonly after: OrderPlace | null;
};

const OPEN: readonly OrderState[] = ['overdue', 'open', 'answered'];

/** Everybody who demanded, answered, closed, or is named. */
const PEOPLE = `(
  SELECT coalesce(jsonb_object_agg(person.id, person.name), '{}') FROM person WHERE person.id::text IN (
    SELECT jsonb_path_query(placed.supervision, '$.**.by') #>> '{}'
     UNION SELECT placed.supervision ->> 'person'))`;

/**
 * One page of orders and how many there are of each state, in one statement: each number is its list. Cases with orders are found by
 * the entries of their journals that gave them, few of all there are; an order is late by the alarm that rings for its answer.
 */
export function ordersStatement({ person, filters, today, after }: OrdersAsked): Statement {
  const parameters = new Parameters();
  parameters.add(person.organId);
  parameters.add(person.seesBelow);
  const now = `${parameters.add(today)}::date`;
  const below = filters.organ === undefined ? 'true' : belowSql(filters.organ, parameters);
  const mine = filters.to === undefined ? 'true' : toReader(parameters.add(person.id));
  const states = parameters.add(filters.state ?? OPEN);
  const [day, id] = [parameters.add(after?.[0] ?? null), parameters.add(after?.[1] ?? null)];
  const limit = parameters.add(filters.limit + 1);
  const text = `
    WITH ordered AS (
      ${LISTED}, one AS supervision, one ->> 'id' AS order_id, alarm.due AS answer_due, one #>> '{closed,on}' AS closed_on
      ${LISTED_FROM}
      CROSS JOIN LATERAL jsonb_array_elements(case_file.file -> 'orders') AS one
      LEFT JOIN alarm ON alarm.case_id = case_file.id AND alarm.kind = 'reminder' AND alarm.subject = 'orderDue:' || (one ->> 'id')
      WHERE case_file.id IN (SELECT case_id FROM journal WHERE type = 'ORDER_ISSUED') AND (${below}) AND (${mine})
    ), placed AS (
      SELECT *, coalesce(ordered.closed_on, ordered.answer_due::text, ordered.supervision #>> '{demands,-1,answer,on}') AS sort_day,
             CASE WHEN ordered.closed_on IS NOT NULL THEN 'closed' WHEN ordered.answer_due IS NULL THEN 'answered'
                  WHEN ordered.answer_due < ${now} THEN 'overdue' ELSE 'open' END AS order_state
        FROM ordered
    ), page AS (
      SELECT placed.*, ${PEOPLE} AS people FROM placed
       WHERE placed.order_state = ANY (${states}::text[])
         AND (${day}::text IS NULL OR (placed.sort_day, placed.order_id) > (${day}::text, ${id}::text))
       ORDER BY placed.sort_day, placed.order_id LIMIT ${limit}
    )
    SELECT (SELECT coalesce(jsonb_object_agg(order_state, total), '{}') FROM (
              SELECT order_state, count(*) AS total FROM placed GROUP BY 1) AS counted) AS counts,
           (SELECT coalesce(jsonb_agg(page ORDER BY page.sort_day, page.order_id), '[]') FROM page) AS orders`;
  return { text, values: parameters.values };
}

/** Whom it names, else who holds the case, else whoever could take it up. */
const toReader = (me: string): string => `coalesce(one ->> 'person', case_file.assignee_id::text, ${me}::text) = ${me}::text`;
