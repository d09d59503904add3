import type { IncomingView } from '@gongkai/contracts';
import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { InboxForm } from '../intake/inbox-form.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useIncomingAct } from './use-incoming.js';

type Props = { readonly id: string; readonly onDone: (view: IncomingView) => void; readonly onClose: () => void };

/** What was answered to a question that the hotline passed on. */
export function AnswerForm({ id, onDone, onClose }: Props): ReactNode {
  const t = useWords('incoming');
  const [answer, setAnswer] = useState('');
  const act = useIncomingAct(id, onDone);
  const said = answer.trim();
  const send = (): void => {
    if (said !== '' && !act.isPending) act.mutate({ type: 'answer', answer: said });
  };
  return (
    <InboxForm act={t('answer')} isReady={said !== ''} isPending={act.isPending} onSend={send} onDone={onClose}>
      <label htmlFor="answer-text">{t('answer.text')}</label>
      <Input.TextArea
        id="answer-text"
        autoFocus
        rows={3}
        value={answer}
        placeholder={t('answer.hint')}
        onChange={({ target }) => setAnswer(target.value)}
      />
      {act.error === null ? null : <ErrorNotice error={act.error} />}
    </InboxForm>
  );
}
