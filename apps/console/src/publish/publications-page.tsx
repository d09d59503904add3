import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { DraftsTable } from './drafts-table.js';
import { DutiesTable } from './duties-table.js';
import { useOpenPublications, usePublicationDuties } from './use-publications.js';
import './publish.css';

/** Answers on their way to the public (REG 44), the first due first. */
export function PublicationsPage(): ReactNode {
  const t = useWords('publish');
  const { data, error, refetch } = useOpenPublications();
  return (
    <main id="content" className="page" tabIndex={-1}>
      <PageTitle title={t('title')} sentence={t('sentence')} />
      <section className="card" aria-label={t('title')}>
        {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null ? <LoadingRows /> : null}
        {data?.items.length === 0 ? <EmptyState text={t('none')} /> : null}
        {data === undefined || data.items.length === 0 ? null : <DraftsTable drafts={data.items} withCase />}
      </section>
      <Duties />
    </main>
  );
}

function Duties(): ReactNode {
  const t = useWords('publish');
  const { data, error, refetch } = usePublicationDuties();
  if (error === null && (data === undefined || data.items.length === 0)) return null;
  return (
    <section className="card" aria-labelledby="publication-duties">
      <h2 id="publication-duties" className="publish-head">
        {t('duties')}
      </h2>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : <DutiesTable duties={data.items} />}
    </section>
  );
}
