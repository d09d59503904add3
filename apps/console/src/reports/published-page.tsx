import type { PublishedReportLine } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { TableHead } from '../parts/table-head.js';
import { useSession } from '../session/session.js';
import { useOffice } from '../shell/use-office.js';
import { PublishedEnd } from './published-end.js';
import { PublishedImport } from './published-import.js';
import { PublishedStanding, PublishedTaken } from './published-standing.js';
import { usePublished } from './use-published.js';
import './reports.css';

/** Annual reports that were made elsewhere: taken in from a file, withdrawn, and the way to compare them. */
export function PublishedPage(): ReactNode {
  const t = useWords('published');
  const { user } = useSession();
  const today = useOffice().data?.today;
  const [isImporting, setImporting] = useState(false);
  const year = String(Number(today?.slice(0, 4)) - 1);
  const mayTake = user.roles.some((role) => role === 'supervisor' || role === 'admin');
  return (
    <main id="content" className="page reports" tabIndex={-1}>
      <PageTitle title={t('title')} sentence={t('sentence')}>
        <Link to="/reports" className="no-print">
          {t('back')}
        </Link>
        {today === undefined || !mayTake ? null : (
          <>
            <a href={`/api/v1/reports/published/template?year=${year}`} download>
              {t('template', { year })}
            </a>
            <Button type="primary" onClick={() => setImporting(true)}>
              {t('import')}
            </Button>
          </>
        )}
      </PageTitle>
      <section className="card reports-card" aria-label={t('title')}>
        <Reports mayEnd={mayTake} />
      </section>
      {isImporting ? <PublishedImport onClose={() => setImporting(false)} /> : null}
    </main>
  );
}

type MayEnd = { readonly mayEnd: boolean };

function Reports({ mayEnd }: MayEnd): ReactNode {
  const { data, error, refetch } = usePublished();
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return data === undefined ? <LoadingRows /> : <Listed reports={data.items} mayEnd={mayEnd} />;
}

function Listed({ reports, mayEnd }: MayEnd & { readonly reports: readonly PublishedReportLine[] }): ReactNode {
  const t = useWords('published');
  const [isAll, setAll] = useState(false);
  const [ending, end] = useState<PublishedReportLine | null>(null);
  const counting = reports.filter(({ over }) => over === null);
  const shown = isAll ? reports : counting;
  return (
    <>
      {shown.length === 0 ? <EmptyState text={t('none')} /> : <Table reports={shown} onEnd={mayEnd ? end : null} />}
      {counting.length === reports.length ? null : (
        <div>
          <Button onClick={() => setAll(!isAll)}>{t(isAll ? 'all.hide' : 'all.show')}</Button>
        </div>
      )}
      {ending === null ? null : <PublishedEnd report={ending} onClose={() => end(null)} />}
    </>
  );
}

type OnEnd = { readonly onEnd: ((report: PublishedReportLine) => void) | null };
const COLUMNS = ['organ', 'year', 'scope', 'file', 'taken', 'missing', 'standing'] as const;

function Table({ reports, onEnd }: OnEnd & { readonly reports: readonly PublishedReportLine[] }): ReactNode {
  const t = useWords('published');
  return (
    <div className="reports-scroll" tabIndex={0} role="region" aria-label={t('title')}>
      <table className="reports-list">
        <TableHead columns={COLUMNS.map((column) => t(`column.${column}`))} />
        <tbody>
          {reports.map((report) => (
            <Row key={report.id} report={report} onEnd={onEnd} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ report, onEnd }: OnEnd & { readonly report: PublishedReportLine }): ReactNode {
  const t = useWords('published');
  const language = useLanguage();
  const { name, year, scope, file, missing } = report;
  return (
    <tr data-report={`${name[language]} ${String(year)}`}>
      <td>{name[language]}</td>
      <td>{year}</td>
      <td>{t(`scope.${scope}`)}</td>
      <td title={file.sha256}>{file.name}</td>
      <td>
        <PublishedTaken report={report} />
      </td>
      <td>{missing}</td>
      <td>
        <PublishedStanding report={report} onEnd={onEnd} />
      </td>
    </tr>
  );
}
