import type { CaseView } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useKeys } from '../keys/use-keys.js';
import { ReceiptSheet } from './receipt-sheet.js';
import './page-head.css';
import './receipt-page.css';

/** The receipt of one case, to be printed. */
export function ReceiptPage(): ReactNode {
  const t = useWords('receipt');
  const { id = '' } = useParams();
  const {
    data: view,
    error,
    refetch,
  } = useQuery({
    queryKey: keys.cases.view(id),
    queryFn: () => api.get<CaseView>(`/cases/${id}`),
  });
  useKeys([{ keys: ['P'], does: t('print'), run: () => window.print() }]);
  return (
    <main id="content" className="page receipt-page">
      <div className="page-head no-print">
        <h1>{t('page')}</h1>
        <span className="spring" />
        {view === undefined ? null : (
          <>
            <Link to={`/case/${view.id}`}>{view.number}</Link>
            <Button type="primary" onClick={() => window.print()}>
              {t('print')} <kbd>P</kbd>
            </Button>
          </>
        )}
      </div>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {view === undefined ? null : <ReceiptSheet view={view} />}
    </main>
  );
}
