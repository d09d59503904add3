import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { Refusal } from './refusal.js';

type Props = {
  readonly title: string;
  /** What will be so afterwards, one sentence each. */
  readonly consequences: readonly string[];
  /** What has to be done before, where there is something. */
  readonly beforehand?: ReactNode;
  /** The act, as a verb. */
  readonly act: string;
  readonly onAct: () => void;
  readonly onClose: () => void;
  readonly isPending: boolean;
  readonly error: Error | null;
};

/** Says what an act will do before it is done. */
export function ConfirmAct({ title, consequences, beforehand, act, onAct, onClose, isPending, error }: Props): ReactNode {
  const t = useWords('settings');
  useFocusBack();
  return (
    <Modal open title={title} onCancel={onClose} width={460} footer={null}>
      {beforehand}
      <p className="muted dense">{t('afterwards')}</p>
      <ul className="set-consequences">
        {consequences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Refusal error={error} />
      <div className="set-acts">
        <Button onClick={onClose}>{t('leave')}</Button>
        <Button type="primary" onClick={onAct} loading={isPending} autoFocus>
          {act}
        </Button>
      </div>
    </Modal>
  );
}
