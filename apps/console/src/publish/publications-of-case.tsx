import type { CaseView, FileView } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useSession } from '../session/session.js';
import { DraftForm } from './draft-form.js';
import { DraftsTable } from './drafts-table.js';
import { usePublicationsOf } from './use-publications.js';
import './publish.css';

type Props = { readonly view: CaseView; readonly files: readonly FileView[] };

/** What of a case was made public, and the way to do it (REG 44). */
export function PublicationsOfCase({ view, files }: Props): ReactNode {
  const t = useWords('publish');
  const navigate = useNavigate();
  const drafts = usePublicationsOf(view.id).data?.items ?? [];
  const [isWriting, setWriting] = useState(false);
  const canBegin = useCanBegin(view, files);
  if (drafts.length === 0 && !canBegin) return null;
  return (
    <section className="publish-of-case" aria-label={t('list')}>
      {drafts.length === 0 ? null : <DraftsTable drafts={drafts} />}
      {canBegin ? <Begin view={view} onBegin={() => setWriting(true)} /> : null}
      {isWriting ? (
        <DraftForm
          whose={{ caseId: view.id, fixed: view.attribute.fixed }}
          caseId={view.id}
          onClose={() => setWriting(false)}
          onDone={({ id }) => void navigate(`/publications/${id}`)}
        />
      ) : null}
    </section>
  );
}

function Begin({ view, onBegin }: { readonly view: CaseView; readonly onBegin: () => void }): ReactNode {
  const t = useWords('publish');
  return (
    <div className="publish-begin">
      <Button onClick={onBegin}>{t('begin')}</Button>
      <span className="muted dense">{t(`begin.${whyBegin(view)}`, { reason: view.attribute.fixed?.reason ?? '' })}</span>
    </div>
  );
}

/** What of the case speaks for publishing it, or against; what its signature fixed comes first. */
function whyBegin({ attribute: { fixed }, publication }: CaseView): 'public' | 'not_public' | 'suggested' | 'what' {
  if (fixed !== null && fixed.attribute !== 'on_application') return fixed.attribute;
  return publication === 'suggested' ? 'suggested' : 'what';
}

/** The reader writes drafts, and there is something to make one of. */
function useCanBegin(view: CaseView, files: readonly FileView[]): boolean {
  const { role } = useSession();
  return role === 'caseworker' && files.length > 0 && wasAnsweredOpenly(view);
}

const GIVEN: ReadonlySet<string> = new Set(['granted', 'partly_granted']);

/** The reply is out, and gives something: of nothing else is there anything to publish. */
const wasAnsweredOpenly = ({ notices, items }: CaseView): boolean =>
  notices.some(({ kind, dispatchedOn }) => kind === 'reply' && dispatchedOn !== null) &&
  items.some(({ decision }) => decision !== null && GIVEN.has(decision.code));
