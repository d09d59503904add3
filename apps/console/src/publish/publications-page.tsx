import type { PublicationDraft } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { TakeAlong } from '../list/take-along.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { DraftsTable } from './drafts-table.js';
import { DutiesTable } from './duties-table.js';
import { Proposals } from './proposals.js';
import { draftSheet, dutySheet } from './publication-sheets.js';
import { useOpenPublications, usePublicationDuties } from './use-publications.js';
import './publish.css';

/** Answers on their way to the public (REG 44), the first due first. */
export function PublicationsPage(): ReactNode {
  const t = useWords('publish');
  const { data, error, refetch } = useOpenPublications();
  return (
    <main id="content" className="page" tabIndex={-1}>
      <PageTitle title={t('title')} sentence={t('sentence')}>
        <BothLists drafts={data?.items} />
      </PageTitle>
      <section className="card" aria-label={t('title')}>
        {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {data === undefined ? error === null && <LoadingRows /> : <Drafts drafts={data.items} />}
      </section>
      <Duties />
      <Proposals />
    </main>
  );
}

type Of = { readonly drafts: readonly PublicationDraft[] };

function Drafts({ drafts }: Of): ReactNode {
  const t = useWords('publish');
  return drafts.length === 0 ? <EmptyState text={t('none')} /> : <DraftsTable drafts={drafts} withCase />;
}

/** Both lists as a workbook, or on paper. */
function BothLists({ drafts }: { readonly drafts: readonly PublicationDraft[] | undefined }): ReactNode {
  const t = useWords('publish');
  const language = useLanguage();
  const duties = usePublicationDuties().data?.items;
  const isThere = drafts !== undefined && duties !== undefined;
  return (
    <TakeAlong name={t('title')} tables={isThere ? () => [dutySheet(duties, t, language), draftSheet(drafts, t)] : undefined} />
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
      {data === undefined || data.more === 0 ? null : (
        <p role="status" className="publish-more">
          {t('duties.more', { count: data.more })}
        </p>
      )}
    </section>
  );
}
