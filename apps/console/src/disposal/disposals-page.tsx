import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { PageTitle } from '../parts/page-title.js';
import { TableHead } from '../parts/table-head.js';
import { useSession } from '../session/session.js';
import { useMoment } from '../settings/use-moment.js';
import { ExpiredCases } from './expired-cases.js';
import { useDisposals } from './use-disposals.js';
import '../settings/settings.css';
import './disposal.css';

/** What was kept long enough (到期鉴定): archivists say what becomes of it, approvers decide about the lists. */
export function DisposalsPage(): ReactNode {
  const t = useWords('disposal');
  const { role } = useSession();
  return (
    <main id="content" className="page" tabIndex={-1}>
      <PageTitle title={t('title')} sentence={t('sentence')} />
      {role === 'archivist' ? <ExpiredCases /> : null}
      <Lists />
    </main>
  );
}

function Lists(): ReactNode {
  const t = useWords('disposal');
  const moment = useMoment();
  const { data: lists, error, refetch } = useDisposals();
  return (
    <section className="card" aria-label={t('lists')}>
      <header className="card-head">
        <h2>{t('lists')}</h2>
      </header>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {lists?.length === 0 ? <p className="set-empty">{t('lists.none')}</p> : null}
      {lists === undefined || lists.length === 0 ? null : (
        <table className="set-table">
          <TableHead columns={(['listed', 'what', 'state'] as const).map((column) => t(column))} />
          <tbody>
            {lists.map(({ id, listedAt, destroy, keep, state }) => (
              <tr key={id} data-list={id}>
                <td className="no-wrap">
                  <Link to={`/disposals/${id}`}>{moment(listedAt)}</Link>
                </td>
                <td>{t('counts', { destroy, keep })}</td>
                <td>{t(`state.${state}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
