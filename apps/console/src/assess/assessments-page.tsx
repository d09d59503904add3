import type { AssessmentLine } from '@gongkai/contracts';
import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { TableHead } from '../parts/table-head.js';
import { useOffice } from '../shell/use-office.js';
import { useAssessments, useBegin } from './use-assessments.js';
import { usePeriod } from './use-period.js';
import '../reports/reports.css';
import './assess.css';

/** Assessments of organs (考核): those in sight, and the way to begin one. */
export function AssessmentsPage(): ReactNode {
  const t = useWords('assess');
  const { data, error, refetch } = useAssessments();
  return (
    <main id="content" className="page" tabIndex={-1}>
      <PageTitle title={t('title')} sentence={t('sentence')}>
        <Link to="/rectifications">{t('to-rectifications')}</Link>
        <Link to="/trainings">{t('to-trainings')}</Link>
      </PageTitle>
      <section className="card reports-card" aria-label={t('title')}>
        {data?.mayBegin === true ? <Begin /> : null}
        {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {data === undefined ? error === null && <LoadingRows /> : <Lines items={data.items} />}
      </section>
    </main>
  );
}

const QUARTERS = [1, 2, 3, 4];
const YEARS_BACK = 3;

function Begin(): ReactNode {
  const t = useWords('assess');
  const navigate = useNavigate();
  const today = useOffice().data?.today;
  const begin = useBegin(({ id }) => void navigate(`/assessments/${id}`));
  const thisYear = Number(today?.slice(0, 4));
  const [year, setYear] = useState<number | null>(null);
  const [quarter, setQuarter] = useState(0);
  if (today === undefined) return null;
  const chosen = year ?? thisYear - 1;
  return (
    <div className="assess-filter">
      <Select
        aria-label={t('year')}
        value={chosen}
        options={Array.from({ length: YEARS_BACK }, (_, i) => ({ value: thisYear - i, label: String(thisYear - i) }))}
        onChange={(value: number) => setYear(value)}
      />
      <Select
        aria-label={t('period')}
        value={quarter}
        options={[{ value: 0, label: t('whole') }, ...QUARTERS.map((n) => ({ value: n, label: t('quarter', { n }) }))]}
        onChange={(value: number) => setQuarter(value)}
        popupMatchSelectWidth={false}
      />
      <Button
        type="primary"
        loading={begin.isPending}
        onClick={() => begin.mutate({ year: chosen, quarter: quarter === 0 ? null : quarter })}
      >
        {t('begin')}
      </Button>
      <span className="muted dense">{t('begin.what')}</span>
      {begin.error === null ? null : <ErrorNotice error={begin.error} />}
    </div>
  );
}

const COLUMNS = ['period', 'name', 'organ', 'states'] as const;

function Lines({ items }: { readonly items: readonly AssessmentLine[] }): ReactNode {
  const t = useWords('assess');
  const language = useLanguage();
  const period = usePeriod();
  if (items.length === 0) return <EmptyState text={t('none')} />;
  return (
    <table className="reports-list" aria-label={t('title')}>
      <TableHead columns={COLUMNS.map((column) => t(`column.${column}`))} />
      <tbody>
        {items.map((line) => (
          <tr key={line.id} data-assessment={line.year}>
            <td>
              <Link className="strong" to={`/assessments/${line.id}`}>
                {period(line)}
              </Link>
            </td>
            <td>{line.name[language]}</td>
            <td>{line.organ.name[language]}</td>
            <td>{t('states', line.states)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
