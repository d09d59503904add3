import type { CaseRow } from '@gongkai/contracts';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { KeyBar } from '../keys/key-bar.js';
import { useKeys } from '../keys/use-keys.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { PrintHead } from '../parts/print-head.js';
import { ALL_COLUMNS, matches, type ColumnName } from './case-columns.js';
import { CaseTable } from './case-table.js';
import { CaseColumnChoice } from './case-column-choice.js';
import { FilterBox } from './filter-box.js';
import { useAddress } from './use-address.js';
import { useColumns } from './use-columns.js';
import { useExport } from './use-export.js';
import { useTyped } from './use-typed.js';
import './case-list.css';

/** A part of a list that is often wanted; the first one is all of it. */
export type QuickView = { readonly name: string; readonly label: string; readonly has: (row: CaseRow) => boolean };

type Props = {
  /** What the list is called in addresses and files. */
  readonly name: string;
  readonly title: string;
  readonly sentence?: string;
  readonly cases: UseQueryResult<readonly CaseRow[]>;
  readonly columns: readonly ColumnName[];
  readonly views?: readonly QuickView[];
  /** Said where the list has nothing: what would be here, and what comes next. */
  readonly empty: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** Stands beside the table. */
  readonly aside?: ReactNode;
  readonly open?: (row: CaseRow) => string;
};

/** A page that is a whole list: quick views, a filter, columns, export, the table under its lights, and the keys. */
export function CaseList(props: Props): ReactNode {
  const { name, title, sentence, cases, views = [], actions, aside } = props;
  const t = useWords('lists');
  const [get, set] = useAddress();
  const { columns, chosen, choose } = useColumns(name, props.columns, ALL_COLUMNS);
  const view = views.find((each) => each.name === get('view')) ?? views[0];
  const [wanted, want] = useTyped('q');
  const rows = waitingFirst(cases.data ?? []).filter((row) => (view?.has(row) ?? true) && matches(row, wanted));
  const save = useExport(name, columns);
  const exportRows = (): void => save(rows);
  const clear = (): void => {
    want('');
    set({ view: '' });
  };
  useKeys([{ keys: ['E'], does: t('key.export'), run: exportRows }]);
  return (
    <>
      <main id="content" className="page page-list" tabIndex={-1}>
        <PageTitle title={title} sentence={sentence}>
          {views.length === 0 ? null : (
            <Segmented
              aria-label={t('views')}
              value={view?.name}
              onChange={(next) => set({ view: next === views[0]?.name ? '' : next })}
              options={views.map(({ name: value, label, has }) => ({
                value,
                label: `${label} ${cases.data?.filter(has).length ?? ''}`,
              }))}
            />
          )}
          <FilterBox value={wanted} onChange={want} />
          <CaseColumnChoice chosen={columns} onChoose={choose} />
          <Button onClick={exportRows}>{t('export')}</Button>
          {actions}
        </PageTitle>
        <PrintHead organ={get('organ')} />
        <div className={aside === undefined ? 'list-body' : 'list-body list-with-aside'}>
          <section className="card list-card" aria-label={title} tabIndex={-1}>
            <Rows {...props} rows={rows} columns={columns} chosen={chosen} wanted={wanted} onClear={clear} />
          </section>
          {aside}
        </div>
      </main>
      <KeyBar />
    </>
  );
}

/** Whose applicant waits at the counter comes before what is due by a day; the rest as it came. */
const waitingFirst = (rows: readonly CaseRow[]): readonly CaseRow[] => {
  const isWaiting = ({ turn }: CaseRow): boolean => turn.onTheSpot === true;
  return rows.some(isWaiting) ? [...rows.filter(isWaiting), ...rows.filter((row) => !isWaiting(row))] : rows;
};

type RowsProps = Props & {
  readonly rows: readonly CaseRow[];
  readonly chosen: boolean;
  readonly wanted: string;
  readonly onClear: () => void;
};

function Rows({ cases, rows, columns, chosen, title, empty, open, onClear }: RowsProps): ReactNode {
  const t = useWords('lists');
  if (cases.error !== null) return <ErrorNotice error={cases.error} onRetry={() => void cases.refetch()} />;
  if (cases.data === undefined) return <LoadingRows />;
  if (cases.data.length === 0) return empty;
  if (rows.length > 0) return <CaseTable rows={rows} columns={columns} chosen={chosen} label={title} open={open} />;
  return (
    <EmptyState text={t('filter.none')}>
      <Button onClick={onClear}>{t('filter.clear')}</Button>
    </EmptyState>
  );
}
