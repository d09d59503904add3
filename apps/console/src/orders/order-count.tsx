import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { toAnswer, unclosed, useOrderCounts } from './use-orders.js';

/** How many orders in sight are not closed, beside the name of their section. */
export function OrderCount(): ReactNode {
  const total = unclosed(useOrderCounts({}).data);
  return total === 0 ? null : <span className="top-count">{total}</span>;
}

/** Leads a caseworker to the orders that wait for an answer; not shown where there are none. */
export function OrdersToAnswer(): ReactNode {
  const t = useWords('orders');
  const count = toAnswer(useOrderCounts({ to: 'me' }).data);
  return count === 0 ? null : <Link to="/orders">{t('desk.count', { count })}</Link>;
}

/** What waits for the supervisor among the orders, of an organ and below: each number opens its list. */
export function OrderLines({ organ }: { readonly organ: string | undefined }): ReactNode {
  const t = useWords('orders');
  const counts = useOrderCounts(organ === undefined ? {} : { organ }).data;
  if (counts === undefined) return null;
  const lines = (['overdue', 'answered'] as const).filter((state) => counts[state] > 0);
  return lines.map((state) => (
    <li key={state} className="no-print">
      <Link to={`/orders?${new URLSearchParams({ state, ...(organ === undefined ? {} : { organ }) }).toString()}`}>
        <b>{counts[state]}</b> <span className="dense">{t(`todo.${state}`)}</span>
      </Link>
    </li>
  ));
}
