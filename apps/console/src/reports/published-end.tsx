import type { PublishedReportLine } from '@gongkai/contracts';
import { Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { useEndPublished } from './use-published.js';

type Props = { readonly report: PublishedReportLine; readonly onClose: () => void };

/** Takes a report out of count: the reason first, and then once more whether it is meant. */
export function PublishedEnd({ report: { id, name, year, file }, onClose }: Props): ReactNode {
  const t = useWords('published');
  const language = useLanguage();
  const [why, setWhy] = useState('');
  const [isAsked, setAsked] = useState(false);
  const ending = useEndPublished(String(id), onClose);
  useFocusBack();
  const go = (): void => (isAsked ? ending.mutate(why.trim()) : setAsked(true));
  return (
    <Modal open title={t('end.of', { name: name[language], year })} onCancel={onClose} footer={null} width={520}>
      <p className="muted">{file.name}</p>
      <label htmlFor="published-why">{t('end.why')}</label>
      <Input.TextArea
        id="published-why"
        autoFocus
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={why}
        disabled={isAsked}
        onChange={({ target }) => setWhy(target.value)}
      />
      <p className="muted dense" role="status">
        {t(isAsked ? 'end.sure' : 'end.what')}
      </p>
      {ending.error === null ? null : <ErrorNotice error={ending.error} />}
      <div className="reports-acts">
        <Button onClick={onClose}>{t('leave')}</Button>
        <Button type="primary" disabled={why.trim() === ''} loading={ending.isPending} onClick={go}>
          {t(isAsked ? 'end.yes' : 'end')}
        </Button>
      </div>
    </Modal>
  );
}
