import type { ReactNode } from 'react';
import { useTakeStep } from '../case/steps/use-step.js';
import type { CaseRead } from '../case/use-case.js';
import { OpinionField } from '../decide/opinion-field.js';
import { useOpinion } from '../decide/use-opinion.js';
import { DecideButton } from '../decide/decide-button.js';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useSession } from '../session/session.js';

/** The opinion of a legal reviewer: the approver sees it before the reply is signed; it holds nothing up. */
export function LegalOpinion({ read: { view, journal } }: { readonly read: CaseRead }): ReactNode {
  const t = useWords('decide');
  const { user } = useSession();
  const opinion = useOpinion(`${view.id}.legal`);
  const take = useTakeStep(view.id, opinion.forget);
  const send = (): void => {
    if (opinion.isGiven() && !take.isPending) take.mutate({ body: { type: 'note', text: opinion.said }, version: view.version });
  };
  useKeys([{ keys: ['Ctrl+Enter'], does: t('legal.write'), run: send }]);
  const isWritten = journal.some(({ type, actor }) => type === 'NOTED' && actor === user.id);
  return (
    <>
      <OpinionField
        id="legal-opinion"
        opinion={opinion}
        label={t('legal.opinion')}
        hint={t('legal.hint')}
        missing={t('legal.missing')}
        rows={2}
      >
        <p className="muted dense">{t(view.state === 'approving' ? 'legal.what' : 'legal.not-approving')}</p>
      </OpinionField>
      {take.error === null ? null : <ErrorNotice error={take.error} />}
      <p role="status" className="dense">
        {isWritten ? t('legal.written') : ''}
      </p>
      <div className="decision-buttons">
        <DecideButton label={t('legal.write')} isPending={take.isPending} onDecide={send} />
      </div>
    </>
  );
}
