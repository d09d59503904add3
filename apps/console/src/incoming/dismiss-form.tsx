import type { IncomingView } from '@gongkai/contracts';
import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { InboxForm } from '../intake/inbox-form.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useIncomingAct } from './use-incoming.js';

type Props = { readonly id: string; readonly onDone: (view: IncomingView) => void; readonly onClose: () => void };

/** Why it is no application. */
export function DismissForm({ id, onDone, onClose }: Props): ReactNode {
  const t = useWords('incoming');
  const [reason, setReason] = useState('');
  const act = useIncomingAct(id, onDone);
  const said = reason.trim();
  const send = (): void => {
    if (said !== '' && !act.isPending) act.mutate({ type: 'dismiss', reason: said });
  };
  return (
    <InboxForm act={t('dismiss')} isReady={said !== ''} isPending={act.isPending} onSend={send} onDone={onClose}>
      <label htmlFor="dismiss-reason">{t('dismiss.reason')}</label>
      <Input
        id="dismiss-reason"
        autoFocus
        value={reason}
        placeholder={t('dismiss.hint')}
        onChange={({ target }) => setReason(target.value)}
      />
      {act.error === null ? null : <ErrorNotice error={act.error} />}
    </InboxForm>
  );
}
