import type { CaseView, DocumentsView, DrawnPaper, FileView } from '@gongkai/contracts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../api/api.js';
import { ProblemError } from '../api/problem.js';
import { useDocuments } from '../case/use-case.js';
import { useWords } from '../i18n/use-words.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { ScanViewer } from '../parts/scan-viewer.js';

type Paper = DocumentsView['items'][number];
const isFile = (paper: Paper): paper is Extract<Paper, { type: 'file' }> => paper.type === 'file';

/** The very files that are decided on: what waits for a review, the reply as it would go out, what else belongs to items, and the rest. */
export function PapersPane({ view }: { readonly view: CaseView }): ReactNode {
  const t = useWords('decide');
  const { data, error, refetch } = useDocuments(view.id);
  const reply = useReply(view);
  const files = filesOf(view, data, reply.data);
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

/** Why the reply cannot be printed as it stands, by its name what it lacks and who can supply it: whoever decides on it sees that first. */
export function Unprinted({ view }: { readonly view: CaseView }): ReactNode {
  const t = useWords('decide');
  const { error } = useReply(view);
  if (error === null) return null;
  const paths = error instanceof ProblemError ? (error.problem.fields ?? []).map(({ path }) => path) : [];
  const lacks = paths.filter((path) => path.startsWith('paper.'));
  if (lacks.length === 0) return <ErrorNotice error={error} />;
  const isGuide = (path: string): boolean => path.startsWith('paper.organ.');
  return (
    <ErrorNotice error={error} lead={t('unprinted')}>
      {lacks.every(isGuide) ? null : <p>{t('unprinted.case')}</p>}
    </ErrorNotice>
  );
}

/** Once every item is decided: drawn anew for each version of the case, so that nobody reviews or approves what was written before. */
export const useReply = ({ id, version, state, items }: CaseView): UseQueryResult<DrawnPaper> =>
  useQuery({
    queryKey: ['reply-draft', id, version],
    queryFn: () => api.post<DrawnPaper>(`/cases/${id}/papers`, { kind: 'reply' }),
    enabled: state === 'approving' || (state === 'accepted' && items.every(({ decision }) => decision !== null)),
    retry: false,
    staleTime: Infinity,
  });

function filesOf({ items }: CaseView, documents: DocumentsView | undefined, reply: DrawnPaper | undefined): readonly FileView[] {
  const files = (documents?.items ?? []).filter(isFile);
  const pending = new Set(items.flatMap(({ review }) => (review?.status === 'pending' ? review.fileIds : [])));
  const released = new Set(items.flatMap(({ fileIds }) => fileIds));
  const rank = ({ id, itemId }: (typeof files)[number]): number =>
    pending.has(id) ? 0 : released.has(id) ? 1 : itemId !== null ? 2 : 3;
  const ranked = files.sort((one, other) => rank(one) - rank(other));
  const first = ranked.filter(({ id }) => pending.has(id));
  return [...first, ...(reply === undefined ? [] : [reply.pdf]), ...ranked.slice(first.length)];
}
