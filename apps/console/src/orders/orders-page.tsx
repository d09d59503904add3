import { ORDER_STATES, type OrderFiltersInput, type OrderList, type OrderState } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { useSession } from '../session/session.js';
import { OrdersTable } from './orders-table.js';
import { useOrderExport } from './use-order-export.js';
import { unclosed, useOrderCounts, useOrderPages } from './use-orders.js';
import './orders.css';

const isState = (name: string | undefined): name is OrderState => ORDER_STATES.includes(name as OrderState);

/** How many there are of each state, as the first page tells it. */
const countsIn = (pages: readonly OrderList[] | undefined): OrderList['counts'] | undefined => pages?.[0]?.counts;

/** Supervision orders by their state: a supervisor's and auditor's of everything in sight, a caseworker's own to answer. */
export function OrdersPage(): ReactNode {
  const t = useWords('orders');
  const { whose, state } = useAsked();
  const filters = { ...whose, ...(state === null ? {} : { state }) };
  const pages = useOrderPages(filters);
  const saving = useOrderExport(filters);
  const known = useOrderCounts(whose).data;
  const counts = countsIn(pages.data?.pages) ?? known;
  return (
    <main id="content" className="page" tabIndex={-1}>
      <PageTitle title={t('title')}>
        <Button className="no-print" loading={saving.isPending} onClick={() => saving.mutate()}>
          {t('xlsx')}
        </Button>
        <Button className="no-print" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </PageTitle>
      {counts === undefined ? null : <States counts={counts} chosen={state} organ={whose.organ} />}
      <section className="card orders-card" aria-label={t('title')}>
        <Failed error={saving.error} onRetry={() => saving.mutate()} />
        <Failed error={pages.error} onRetry={() => void pages.refetch()} />
        <Rows pages={pages.data?.pages} failed={pages.error !== null} mine={whose.to === 'me'} />
        {pages.hasNextPage ? (
          <Button type="link" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('more')}
          </Button>
        ) : null}
      </section>
    </main>
  );
}

type FailedProps = { readonly error: Error | null; readonly onRetry: () => void };

const Failed = ({ error, onRetry }: FailedProps): ReactNode =>
  error === null ? null : <ErrorNotice error={error} onRetry={onRetry} />;

type Asked = { readonly whose: Pick<OrderFiltersInput, 'to' | 'organ'>; readonly state: OrderState | null };

/** Whose orders the reader sees by their role, and what the address asks of them. */
function useAsked(): Asked {
  const [get] = useAddress();
  const { role } = useSession();
  const [state, organ] = [get('state'), get('organ')];
  const whose = { ...(role === 'caseworker' ? { to: 'me' as const } : {}), ...(organ === undefined ? {} : { organ }) };
  return { whose, state: isState(state) ? state : null };
}

type Filters = Readonly<Record<string, string | undefined>>;

const given = (filters: Filters): string[][] =>
  Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));

const addressOf = (filters: Filters): string => `/orders?${new URLSearchParams(given(filters)).toString()}`;

type StatesProps = {
  readonly counts: OrderList['counts'];
  readonly chosen: OrderState | null;
  readonly organ: string | undefined;
};

/** How many there are of each state; each number opens its list. */
function States({ counts, chosen, organ }: StatesProps): ReactNode {
  const t = useWords('orders');
  const terms = useWords('terms');
  const all = t('state.count', { state: t('unclosed'), total: unclosed(counts) });
  return (
    <nav className="order-states no-print" aria-label={t('states')}>
      <Link to={addressOf({ organ })} aria-current={chosen === null ? 'page' : undefined}>
        {all}
      </Link>
      {ORDER_STATES.map((state) => (
        <Link key={state} to={addressOf({ state, organ })} aria-current={chosen === state ? 'page' : undefined}>
          {t('state.count', { state: terms(`orderState.${state}`), total: counts[state] })}
        </Link>
      ))}
    </nav>
  );
}

type RowsProps = { readonly pages: readonly OrderList[] | undefined; readonly failed: boolean; readonly mine: boolean };

function Rows({ pages, failed, mine }: RowsProps): ReactNode {
  const t = useWords('orders');
  if (pages === undefined) return failed ? null : <LoadingRows />;
  const rows = pages.flatMap(({ items }) => items);
  if (rows.length === 0) return <EmptyState text={t(mine ? 'empty.mine' : 'empty')} />;
  const people = Object.fromEntries(pages.flatMap((page) => Object.entries(page.people)));
  return <OrdersTable rows={rows} people={people} />;
}
