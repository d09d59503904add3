import type { DisposalView } from '@gongkai/contracts';
import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { TableHead } from '../parts/table-head.js';
import { useMoment } from '../settings/use-moment.js';
import { MoveDialog, type Move } from './move-dialog.js';
import { useDisposal } from './use-disposals.js';
import '../settings/settings.css';
import './disposal.css';

/** One list (清册): its lines, who did what, and what the reader may do. It prints as the proof that is kept. */
export function DisposalPage(): ReactNode {
  const t = useWords('disposal');
  const { id = '' } = useParams();
  const { data: view, error, refetch } = useDisposal(id);
  if (view !== undefined) return <List view={view} />;
  return (
    <main id="content" className="page" tabIndex={-1}>
      <PageTitle title={t('list')} />
      {error === null ? <LoadingRows /> : <ErrorNotice error={error} onRetry={() => void refetch()} />}
    </main>
  );
}

function List({ view }: { readonly view: DisposalView }): ReactNode {
  const t = useWords('disposal');
  const [moving, setMoving] = useState<Move | null>(null);
  const { id, organ, state, open, destroy } = view;
  return (
    <main id="content" className="page" tabIndex={-1}>
      <PageTitle title={t('list')} sentence={`${organ} · ${t(`state.${state}`)}`}>
        <Link className="no-print" to="/disposals">
          {t('all')}
        </Link>
        <Button onClick={() => window.print()}>{t('print')}</Button>
        {open.map((move) => (
          <Button key={move} type={move === 'send-back' ? 'default' : 'primary'} onClick={() => setMoving(move)}>
            {t(`move.${move}`)}
          </Button>
        ))}
      </PageTitle>
      {view.filesLeft === 0 ? null : <Alert type="warning" showIcon title={t('files-left', { count: view.filesLeft })} />}
      <Lines view={view} />
      <History view={view} />
      {moving === null ? null : <MoveDialog id={id} move={moving} count={destroy} onClose={() => setMoving(null)} />}
    </main>
  );
}

function Lines({ view: { lines, destroy, keep, state } }: { readonly view: DisposalView }): ReactNode {
  const t = useWords('disposal');
  const { short } = useDays();
  const isGone = (verdict: string): boolean => verdict === 'destroy' && state === 'carried-out';
  return (
    <section className="card" aria-label={t('lines')}>
      <header className="card-head">
        <h2>{t('lines')}</h2>
        <span className="muted dense">{t('counts', { destroy, keep })}</span>
      </header>
      <div className="set-scroll" tabIndex={0} role="region" aria-label={t('lines')}>
        <table className="set-table">
          <TableHead
            columns={(['number', 'subject', 'filed', 'retention', 'kept-until', 'documents', 'verdict'] as const).map((column) =>
              t(column),
            )}
          />
          <tbody>
            {lines.map(({ caseId, number, subject, filedOn, retention, expiredOn, documents, verdict, keptUntil, reason }) => (
              <tr key={caseId}>
                <td className="no-wrap">{isGone(verdict) ? number : <Link to={`/case/${caseId}`}>{number}</Link>}</td>
                <td>{subject}</td>
                <td className="no-wrap">{short(filedOn)}</td>
                <td className="no-wrap">{retention === undefined ? '—' : t(`retention.${retention}`)}</td>
                <td className="no-wrap">{expiredOn === undefined ? '—' : short(expiredOn)}</td>
                <td>{documents}</td>
                <td>
                  {verdict === 'destroy'
                    ? t('verdict.destroy')
                    : `${keptUntil === null ? t('kept-for-good') : t('kept-to', { day: short(keptUntil) })} ${reason ?? ''}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function History({ view: { history, hash, state, destroy, filesLeft } }: { readonly view: DisposalView }): ReactNode {
  const t = useWords('disposal');
  const moment = useMoment();
  return (
    <section className="card" aria-label={t('history')}>
      <header className="card-head">
        <h2>{t('history')}</h2>
      </header>
      <ul className="disposal-history">
        {history.map(({ at, by, did, reason, witness }) => (
          <li key={at}>
            {moment(at)} {by} {t(`did.${did}`)}
            {reason === undefined ? '' : ` ${t('because', { reason })}`}
            {witness === undefined ? '' : ` ${t('watched', { witness })}`}
          </li>
        ))}
        {state === 'carried-out' && destroy > 0 && filesLeft === 0 ? <li>{t('files-gone')}</li> : null}
        <li className="muted dense">{t('hash', { hash })}</li>
      </ul>
    </section>
  );
}
