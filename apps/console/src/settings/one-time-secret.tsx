import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { putOnClipboard } from '../parts/put-on-clipboard.js';

type Props = {
  readonly title: string;
  readonly secret: string;
  /** What it is for and what happens with it. */
  readonly note: string;
  readonly onClose: () => void;
};

/** Shows a password or token that is told this once. Closed by its button alone, so that no slip loses it. */
export function OneTimeSecret({ title, secret, note, onClose }: Props): ReactNode {
  const t = useWords('settings');
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = async (): Promise<void> => {
    setCopied((await putOnClipboard(secret)) ? 'yes' : 'no');
  };
  return (
    <Modal open title={title} closable={false} keyboard={false} mask={{ closable: false }} width={480} footer={null}>
      <p>{note}</p>
      <div className="set-secret">
        <code>{secret}</code>
        <Button onClick={() => void copy()}>{t('secret.copy')}</Button>
      </div>
      <p className="muted dense" role="status">
        {copied === null ? t('secret.once') : t(copied === 'yes' ? 'secret.copied' : 'secret.not-copied')}
      </p>
      <div className="set-acts">
        <Button type="primary" onClick={onClose}>
          {t('secret.kept')}
        </Button>
      </div>
    </Modal>
  );
}
