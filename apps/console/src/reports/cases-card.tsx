import type { ReportedCase } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { useAddress } from '../list/use-address.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { TableHead } from '../parts/table-head.js';
import { useReportedCases, type Asked } from './use-report.js';

/** The cases behind one number. */
export function CasesCard({ asked, cell }: { readonly asked: Asked; readonly cell: string }): ReactNode {
  const t = useWords('reports');
  const language = useLanguage();
  const [, setAddress] = useAddress();
  const found = useReportedCases(asked, cell);
  const close = (): void => setAddress({ cell: '' });
  useKeys([{ keys: ['Escape'], does: t('cases.close'), run: close }]);
  const first = found.data?.pages[0];
  return (
    <section className="card reports-card" aria-label={t('cases')} data-cases={first?.cell}>
      <header className="reports-head">
        <h2>{first === undefined ? t('cases') : t('cases.of', { count: first.total })}</h2>
        <span className="spring" />
        <Button size="small" onClick={close}>
          {t('cases.close')}
        </Button>
      </header>
      <p className="muted dense">{first?.name[language]}</p>
      {first === undefined || first.elsewhere === 0 ? null : (
        <p className="dense">{t('cases.elsewhere', { count: first.elsewhere })}</p>
      )}
      <Listed found={found} />
    </section>
  );
}

function Listed({ found }: { readonly found: ReturnType<typeof useReportedCases> }): ReactNode {
  const t = useWords('reports');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = found;
  return (
    <>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <LoadingRows /> : <Cases cases={data.pages.flatMap(({ items }) => items)} />}
      {hasNextPage ? (
        <Button onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
          {t('cases.more')}
        </Button>
      ) : null}
    </>
  );
}

function Cases({ cases }: { readonly cases: readonly ReportedCase[] }): ReactNode {
  const t = useWords('reports');
  const { listed } = useDays();
  if (cases.length === 0) return null;
  return (
    <table className="reports-list">
      <TableHead columns={(['case', 'received', 'concluded', 'items'] as const).map((column) => t(`cases.${column}`))} />
      <tbody>
        {cases.map((one, i) => (
          <tr key={`${one.caseId} ${String(i)}`} data-case={one.number}>
            <td>
              {one.known ? (
                <Link to={one.isRecord ? `/records?record=${one.caseId}` : `/case/${one.caseId}`}>{one.number}</Link>
              ) : (
                t('cases.gone', { number: one.number })
              )}
              <span className="muted small reports-subject">{one.subject}</span>
            </td>
            <td className="no-wrap">{one.receivedOn === null ? '—' : listed(one.receivedOn)}</td>
            <td className="no-wrap">{one.concludedOn === null ? '—' : listed(one.concludedOn)}</td>
            <td>{one.items ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
