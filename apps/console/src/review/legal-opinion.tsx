import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea.js';
import { useRef, useState, type ReactNode } from 'react';
import { useTakeStep } from '../case/steps/use-step.js';
import type { CaseRead } from '../case/use-case.js';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useSession } from '../session/session.js';

/** The opinion of a legal reviewer: the approver sees it before the reply is signed; it holds nothing up. */
export function LegalOpinion({ read: { view, journal } }: { readonly read: CaseRead }): ReactNode {
  const t = useWords('decide');
  const { user } = useSession();
  const [opinion, setOpinion] = useState('');
  const field = useRef<TextAreaRef>(null);
  const take = useTakeStep(view.id, () => setOpinion(''));
  const said = opinion.trim();
  const send = (): void => {
    if (said === '') field.current?.focus({ preventScroll: true });
    else if (!take.isPending) take.mutate({ body: { type: 'note', text: said }, version: view.version });
  };
  useKeys([{ keys: ['Ctrl+Enter'], does: t('legal.write'), run: send }]);
  const isWritten = journal.some(({ type, actor }) => type === 'NOTED' && actor === user.id);
  return (
    <>
      <label htmlFor="legal-opinion" className="strong">
        {t('legal.opinion')}
      </label>
      <p className="muted dense">{t(view.state === 'approving' ? 'legal.what' : 'legal.not-approving')}</p>
      <Input.TextArea
        id="legal-opinion"
        ref={field}
        rows={2}
        placeholder={t('legal.hint')}
        value={opinion}
        onChange={({ target }) => setOpinion(target.value)}
      />
      {take.error === null ? null : <ErrorNotice error={take.error} />}
      <p role="status" className="dense">
        {isWritten ? t('legal.written') : ''}
      </p>
      <div className="decision-buttons">
        <Button type="primary" loading={take.isPending} onClick={send}>
          {t('legal.write')} <kbd aria-hidden>Ctrl</kbd> <kbd aria-hidden>Enter</kbd>
        </Button>
      </div>
    </>
  );
}
