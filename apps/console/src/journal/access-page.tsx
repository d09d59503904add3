import type { Access } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Query } from '../api/api.js';
import { useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { TableHead } from '../parts/table-head.js';
import { useMoment } from '../settings/use-moment.js';
import { ACCESS_FILTERS, AccessFilter } from './access-filter.js';
import { useAccesses, useAccessExport } from './use-accesses.js';
import './journal.css';

/** Who looked at what (查阅记录), for the auditor. */
export function AccessPage(): ReactNode {
  const t = useWords('audit');
  const [get] = useAddress();
  const filters = Object.fromEntries(ACCESS_FILTERS.map((name) => [name, get(name)]));
  const saving = useAccessExport(filters);
  return (
    <main id="content" className="page" tabIndex={-1}>
      <PageTitle title={t('accesses')} sentence={t('accesses.sentence')}>
        <Button className="no-print" loading={saving.isPending} onClick={() => saving.mutate('xlsx')}>
          {t('accesses.xlsx')}
        </Button>
        <Button className="no-print" disabled={saving.isPending} onClick={() => saving.mutate('csv')}>
          {t('accesses.csv')}
        </Button>
      </PageTitle>
      <section className="card journal-card" aria-label={t('accesses')}>
        <AccessFilter />
        <div role="status">{typeof saving.data === 'number' ? <p>{t('accesses.cut', { count: saving.data })}</p> : null}</div>
        {saving.error === null ? null : <ErrorNotice error={saving.error} />}
        <Found filters={filters} />
      </section>
    </main>
  );
}

function Found({ filters }: { readonly filters: Query }): ReactNode {
  const t = useWords('audit');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAccesses(filters);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingRows />;
  const total = data.pages[0]?.total ?? 0;
  return (
    <>
      <p className="muted" role="status">
        {data.pages[0]?.atLeast === true ? t('accesses.at-least', { total }) : t('accesses.total', { count: total })}
      </p>
      <Listed items={data.pages.flatMap(({ items }) => items)} />
      {hasNextPage ? (
        <Button className="journal-more" onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
          {t('accesses.more')}
        </Button>
      ) : null}
    </>
  );
}

function Listed({ items }: { readonly items: readonly Access[] }): ReactNode {
  const t = useWords('audit');
  const moment = useMoment();
  if (items.length === 0) return <EmptyState text={t('accesses.none')} />;
  return (
    <table className="journal-table">
      <TableHead columns={(['at', 'who', 'kind', 'what', 'reason'] as const).map((column) => t(`accesses.${column}`))} />
      <tbody>
        {items.map(({ at, actor, kind, subject, reason }, i) => (
          <tr key={`${at} ${subject.id} ${String(i)}`}>
            <td>{moment(at)}</td>
            <td>{actor?.name ?? t('accesses.command-line')}</td>
            <td>{t(`kind.${kind}`)}</td>
            <td>{kind === 'case-read' ? <Link to={`/journal?case=${subject.id}`}>{subject.name}</Link> : subject.name}</td>
            <td>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
