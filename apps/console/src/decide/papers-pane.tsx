import type { DocumentsView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDocuments } from '../case/use-case.js';
import { useWords } from '../i18n/use-words.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { ScanViewer } from '../parts/scan-viewer.js';

type Paper = DocumentsView['items'][number];
const isFile = (paper: Paper): paper is Extract<Paper, { type: 'file' }> => paper.type === 'file';

/** The very files that are decided on; those of the items first. */
export function PapersPane({ caseId }: { readonly caseId: string }): ReactNode {
  const t = useWords('decide');
  const { data, error, refetch } = useDocuments(caseId);
  const files = (data?.items ?? []).filter(isFile).sort((a, b) => Number(b.itemId !== null) - Number(a.itemId !== null));
  if (files.length > 0) return <ScanViewer files={files} />;
  return (
    <section className="card" aria-label={t('papers')}>
      <div className="card-head">
        <h2>{t('papers')}</h2>
      </div>
      {error !== null ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <LoadingRows /> : null}
      {data === undefined ? null : <EmptyState text={t('papers.none')} />}
    </section>
  );
}
