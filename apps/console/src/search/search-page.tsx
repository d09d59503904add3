import type { CaseCount, CaseRow } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { KeyBar } from '../keys/key-bar.js';
import { useKeys } from '../keys/use-keys.js';
import { ALL_COLUMNS, type ColumnName } from '../list/case-columns.js';
import { CaseTable } from '../list/case-table.js';
import { CaseColumnChoice } from '../list/case-column-choice.js';
import { useAddress } from '../list/use-address.js';
import { allCases, useCaseCount, useCasePages } from '../list/use-cases.js';
import { useColumns } from '../list/use-columns.js';
import { useCountWords } from '../list/use-count-words.js';
import { useExport } from '../list/use-export.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { PrintHead } from '../parts/print-head.js';
import { filtersIn } from './search-filters.js';
import { SearchForm } from './search-form.js';
import '../list/case-list.css';

const COLUMNS: readonly ColumnName[] = [
  'left',
  'due',
  'number',
  'subject',
  'applicant',
  'channel',
  'received',
  'state',
  'assignee',
];

/** Every case in sight, narrowed by what stands in the address. */
export function SearchPage(): ReactNode {
  const t = useWords('search');
  const lists = useWords('lists');
  const [get] = useAddress();
  const filters = filtersIn(get);
  const { columns, chosen, choose } = useColumns('search', COLUMNS, ALL_COLUMNS);
  const count = useCaseCount(withoutOrder(filters)).data;
  const words = useCountWords();
  const save = useExport('cases', columns);
  const [isExporting, setExporting] = useState(false);
  const exportAll = (): void => {
    setExporting(true);
    void allCases(filters, new AbortController().signal)
      .then(save)
      .finally(() => setExporting(false));
  };
  useKeys([{ keys: ['E'], does: lists('key.export'), run: exportAll }]);
  return (
    <>
      <main id="content" className="page page-list" tabIndex={-1}>
        <PageTitle title={t('search')} sentence={words(count)}>
          <CaseColumnChoice chosen={columns} onChoose={choose} />
          <Button loading={isExporting} onClick={exportAll}>
            {lists('export')}
          </Button>
        </PageTitle>
        <PrintHead organ={filters.organ} />
        <SearchForm />
        <section className="card list-card" aria-label={t('search')} tabIndex={-1}>
          <Found key={JSON.stringify(filters)} filters={filters} columns={columns} chosen={chosen} count={count} />
        </section>
      </main>
      <KeyBar />
    </>
  );
}

type Filters = ReturnType<typeof filtersIn>;
const withoutOrder = ({ sort: _, ...filters }: Filters): Filters => filters;

type FoundProps = {
  readonly filters: Filters;
  readonly columns: readonly ColumnName[];
  readonly chosen: boolean;
  readonly count: CaseCount | undefined;
};

function Found({ filters, columns, chosen, count }: FoundProps): ReactNode {
  const t = useWords('search');
  const lists = useWords('lists');
  const words = useCountWords();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useCasePages(filters);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingRows />;
  const rows: readonly CaseRow[] = data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return <EmptyState text={t('search.none')} />;
  return (
    <>
      <CaseTable rows={rows} columns={columns} chosen={chosen} label={t('search')} grouped={false} />
      <p className="list-more dense muted">
        {lists('more.shown', { shown: rows.length, all: words(count ?? { total: rows.length, atLeast: hasNextPage }) })}
        {hasNextPage ? (
          <Button size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {lists('more')}
          </Button>
        ) : null}
      </p>
    </>
  );
}
