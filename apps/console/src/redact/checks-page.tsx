import type { RedactionsToCheck } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { officeDay, officeTime } from '../i18n/office-time.js';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { useRedactionsToCheck } from './use-redaction.js';
import '../case/case-page.css';

/** Redactions that wait for a second person, the one that waits longest first. */
export function ChecksPage(): ReactNode {
  const t = useWords('redact');
  const { data, error, refetch } = useRedactionsToCheck();
  return (
    <main id="content" className="page" tabIndex={-1}>
      <PageTitle title={t('checks.title')} sentence={t('checks.sentence')} />
      <section className="card" aria-label={t('checks.title')}>
        {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {data === undefined ? error === null && <LoadingRows /> : <Waiting items={data.items} />}
      </section>
    </main>
  );
}

function Waiting({ items }: RedactionsToCheck): ReactNode {
  const t = useWords('redact');
  const { short } = useDays();
  if (items.length === 0) return <EmptyState text={t('checks.none')} />;
  return (
    <table className="case-table">
      <thead>
        <tr>
          <th scope="col">{t('checks.file')}</th>
          <th scope="col">{t('checks.case')}</th>
          <th scope="col">{t('checks.submitted')}</th>
          <th scope="col">{t('standing')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, case: of, source, submitted, mine }) => (
          <tr key={id}>
            <td className="free-text">
              <Link to={`/redact/${id}`}>{source.name}</Link>
            </td>
            <td className="no-wrap">
              <Link to={`/case/${of.id}?tab=files`}>{of.number}</Link>
            </td>
            <td>
              {submitted.by.name} {short(officeDay(submitted.at))} {officeTime(submitted.at)}
            </td>
            <td>{t(mine ? 'checks.mine' : 'checks.others')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
