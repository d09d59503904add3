import type { CatalogueEntry } from '@gongkai/contracts';
import { Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { useReasonedAct, type ReasonedAct } from './use-catalogue.js';

type Props = { readonly entry: CatalogueEntry; readonly act: ReasonedAct; readonly onClose: () => void };

/** Withdraws an entry, or takes that back: the reason first, and then once more whether it is meant. */
export function ReasonDialog({ entry: { id, title, indexNumber }, act, onClose }: Props): ReactNode {
  const t = useWords('catalogue');
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const taking = useReasonedAct(id, act, onClose);
  useFocusBack();
  const go = (): void => (isAsked ? taking.mutate(reason.trim()) : setAsked(true));
  return (
    <Modal open title={t(act)} onCancel={onClose} footer={null} width={520}>
      <p className="strong">
        {indexNumber} · {title}
      </p>
      <label htmlFor={act}>{t(`${act}.reason`)}</label>
      <Input.TextArea
        id={act}
        autoFocus
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={reason}
        disabled={isAsked}
        onChange={({ target }) => setReason(target.value)}
      />
      <p className="muted dense" role="status">
        {t(isAsked ? `${act}.sure` : `${act}.what`)}
      </p>
      {taking.error === null ? null : <ErrorNotice error={taking.error} />}
      <div className="catalogue-acts">
        <Button onClick={isAsked ? () => setAsked(false) : onClose}>{t(isAsked ? 'back' : 'leave')}</Button>
        <Button type="primary" disabled={reason.trim() === ''} loading={taking.isPending} onClick={go}>
          {t(isAsked ? `${act}.yes` : act)}
        </Button>
      </div>
    </Modal>
  );
}
