import type { CaseRow } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useCaseCount, useCasePages } from '../list/use-cases.js';
import { useCountWords } from '../list/use-count-words.js';
import { OrderCases } from '../orders/order-cases.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { PrintHead } from '../parts/print-head.js';
import { HandOver } from './hand-over-button.js';
import { Reassign } from './reassign.js';
import { TakeCases } from './take-cases.js';
import { TickTable } from './tick-table.js';
import { useGroupName } from './use-group-name.js';
import './overview.css';

/** The list behind a number of the overview: its filters are the address. Cases that are ticked can be given to somebody. */
export function CasesPage(): ReactNode {
  const t = useWords('overview');
  const words = useCountWords();
  const [params] = useSearchParams();
  const filters = Object.fromEntries(params);
  const pages = useCasePages(filters);
  const { data: count } = useCaseCount(filters);
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set());
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const chosen = rows.filter(({ id }) => ticked.has(id));
  const group = useGroupName(filters, rows);
  return (
    <main id="content" className="page cases-page" tabIndex={-1}>
      <PageTitle title={words(count)} sentence={group}>
        <OrderCases cases={chosen} onDone={() => tick(new Set())} />
        {filters.assignee === undefined || filters.assignee === 'none' ? null : (
          <HandOver key={filters.assignee} personId={filters.assignee} />
        )}
        <Reassign cases={chosen} onDone={() => tick(new Set())} />
        <TakeCases filters={filters} name={group} pages={pages} />
        <Link to="/overview" className="no-print">
          {t('cases.back')}
        </Link>
      </PageTitle>
      <PrintHead organ={filters.organ} />
      <section className="card cases-card" aria-label={group}>
        {pages.error === null ? null : <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />}
        <Rows rows={pages.data === undefined ? undefined : rows} failed={pages.error !== null} ticked={ticked} onTick={tick} />
        {pages.hasNextPage ? (
          <Button type="link" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('cases.more')}
          </Button>
        ) : null}
      </section>
    </main>
  );
}

type RowsProps = {
  /** undefined while they are read. */
  readonly rows: readonly CaseRow[] | undefined;
  readonly failed: boolean;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
};

function Rows({ rows, failed, ticked, onTick }: RowsProps): ReactNode {
  const t = useWords('overview');
  if (rows === undefined) return failed ? null : <LoadingRows />;
  if (rows.length === 0) return <EmptyState text={t('cases.empty')} />;
  return <TickTable rows={rows} ticked={ticked} onTick={onTick} />;
}
