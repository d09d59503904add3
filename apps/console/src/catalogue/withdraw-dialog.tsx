import type { CatalogueEntry } from '@gongkai/contracts';
import { Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { useWithdrawal } from './use-catalogue.js';

type Props = { readonly entry: CatalogueEntry; readonly onClose: () => void };

/** Takes an entry back: the reason first, and then once more whether it is meant. */
export function WithdrawDialog({ entry: { id, title, indexNumber }, onClose }: Props): ReactNode {
  const t = useWords('catalogue');
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const withdrawal = useWithdrawal(id, onClose);
  useFocusBack();
  const go = (): void => (isAsked ? withdrawal.mutate(reason.trim()) : setAsked(true));
  return (
    <Modal open title={t('withdraw')} onCancel={onClose} footer={null} width={520}>
      <p className="strong">
        {indexNumber} · {title}
      </p>
      <label htmlFor="withdrawal">{t('withdraw.reason')}</label>
      <Input.TextArea
        id="withdrawal"
        autoFocus
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={reason}
        disabled={isAsked}
        onChange={({ target }) => setReason(target.value)}
      />
      <p className="muted dense" role="status">
        {t(isAsked ? 'withdraw.sure' : 'withdraw.what')}
      </p>
      {withdrawal.error === null ? null : <ErrorNotice error={withdrawal.error} />}
      <div className="catalogue-acts">
        <Button onClick={isAsked ? () => setAsked(false) : onClose}>{t(isAsked ? 'back' : 'leave')}</Button>
        <Button type="primary" disabled={reason.trim() === ''} loading={withdrawal.isPending} onClick={go}>
          {t(isAsked ? 'withdraw.yes' : 'withdraw')}
        </Button>
      </div>
    </Modal>
  );
}
