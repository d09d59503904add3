import type { ReportComparison } from '@gongkai/contracts';
import { Button, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { usePrintFoot } from '../parts/use-print-foot.js';
import { useSession } from '../session/session.js';
import { useOffice } from '../shell/use-office.js';
import { useComparisonExport } from './use-comparison-export.js';
import { useComparison, usePublished } from './use-published.js';
import './reports.css';

/** Annual reports side by side: this one, that of the year before, and those that were taken in and are chosen. */
export function ComparisonPage(): ReactNode {
  const t = useWords('published');
  const [address] = useAddress();
  const today = useOffice().data?.today;
  const year = address('year') ?? today?.slice(0, 4);
  usePrintFoot(useSession().user.name, t('comparison.title'));
  return (
    <main id="content" className="page reports" tabIndex={-1}>
      {year === undefined ? <LoadingRows /> : <Comparing year={year} />}
    </main>
  );
}

function Comparing({ year }: { readonly year: string }): ReactNode {
  const t = useWords('published');
  const [address] = useAddress();
  const query = { year, organ: address('organ'), scope: address('scope'), with: address('with') };
  const { data, error, refetch } = useComparison(query);
  return (
    <>
      <PageTitle title={t('comparison.title')} sentence={t('comparison.sentence')}>
        <Link to="/reports/published">{t('title')}</Link>
        <Link to={`/reports?year=${year}`} className="no-print">
          {t('back')}
        </Link>
      </PageTitle>
      <Choice comparison={data} />
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <LoadingRows /> : <Comparison comparison={data} />}
    </>
  );
}

const MOST = 8;

function Choice({ comparison }: { readonly comparison: ReportComparison | undefined }): ReactNode {
  const t = useWords('published');
  const language = useLanguage();
  const [address, setAddress] = useAddress();
  const reports = (usePublished().data?.items ?? []).filter(({ over }) => over === null);
  const exporting = useComparisonExport();
  return (
    <div className="reports-choice reports-screen">
      <Select
        className="reports-with"
        mode="multiple"
        maxCount={MOST}
        aria-label={t('comparison.with')}
        placeholder={t('comparison.with')}
        value={address('with')?.split(',') ?? []}
        options={reports.map(({ id, name, year }) => ({ value: String(id), label: t('column', { name: name[language], year }) }))}
        onChange={(ids: string[]) => setAddress({ with: ids.join(',') })}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
      />
      <Segmented
        aria-label={t('comparison.rows')}
        value={address('rows') ?? 'totals'}
        options={(['totals', 'every'] as const).map((value) => ({ value, label: t(`comparison.${value}`) }))}
        onChange={(rows) => setAddress({ rows })}
      />
      {comparison === undefined ? null : (
        <Button onClick={() => exporting.mutate(comparison)} loading={exporting.isPending}>
          {t('comparison.export')}
        </Button>
      )}
    </div>
  );
}

/** Totals are those over all applicants, and every cell of a table that has no such column. */
const isTotal = (cell: string): boolean => !cell.startsWith('b.') || cell.endsWith('.total');

function Comparison({ comparison: { columns, rows, without } }: { readonly comparison: ReportComparison }): ReactNode {
  const t = useWords('published');
  const language = useLanguage();
  const [address] = useAddress();
  const shown = address('rows') === 'every' ? rows : rows.filter(({ cell }) => isTotal(cell));
  if (shown.length === 0) return <EmptyState text={t('comparison.none')} />;
  return (
    <section className="card reports-paper" aria-label={t('comparison.title')}>
      {without.length === 0 ? null : (
        <p className="muted dense">{t('comparison.without', { tables: without.join('、').toUpperCase() })}</p>
      )}
      <div className="reports-scroll" tabIndex={0} role="region" aria-label={t('comparison.title')}>
        <table className="reports-table reports-compared">
          <thead>
            <tr>
              <th scope="col">{t('comparison.cell')}</th>
              {columns.map(({ name, year, source, id }, i) => (
                <th key={id ?? i} scope="col">
                  {t('column', { name: name[language], year })}
                  <span className="muted reports-line">{t(`source.${source}`)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ cell, name, numbers }) => (
              <tr key={cell} data-compared={cell}>
                <th scope="row">{name[language]}</th>
                {numbers.map((number, i) => (
                  <td key={columns[i]?.id ?? i}>{number ?? '—'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
