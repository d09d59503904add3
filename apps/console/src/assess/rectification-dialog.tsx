import type { Rectification } from '@gongkai/contracts';
import { Button, Input, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import '../parts/reason-dialog.css';
import { useFocusBack } from '../parts/use-focus-back.js';
import { EvidenceInput, type EvidenceFile } from './evidence.js';
import { useRectificationStep } from './use-assessments.js';

export type RectificationStepName = Rectification['may'][number];
type Props = { readonly step: RectificationStepName; readonly item: Rectification; readonly onClose: () => void };

const isUnanswered = ({ history }: Rectification): boolean => history.findLast(({ did }) => did !== 'close')?.did !== 'answer';

/** Only what was answered is closed without a word. */
const asksWords = (step: RectificationStepName, item: Rectification): boolean => step !== 'close' || isUnanswered(item);

function Unanswered({ step, item }: Pick<Props, 'step' | 'item'>): ReactNode {
  const t = useWords('assess');
  return step === 'close' && isUnanswered(item) ? <p className="dense">{t('rect.close-unanswered')}</p> : null;
}

/** What is said when it is answered, demanded again or closed. */
export function RectificationDialog({ step, item, onClose }: Props): ReactNode {
  const t = useWords('assess');
  const id = useId();
  const [text, say] = useState('');
  const [days, within] = useState('10');
  const [files, give] = useState<readonly EvidenceFile[]>([]);
  const stepping = useRectificationStep(item, onClose);
  useFocusBack();
  const isUnsaid = text.trim() === '' && asksWords(step, item);
  const send = {
    answer: () => stepping.mutate({ step: 'answer', text, fileIds: files.map((file) => file.id) }),
    repeat: () => stepping.mutate({ step: 'repeat', text, workingDays: Number(days) }),
    close: () => stepping.mutate({ step: 'close', text: text.trim() === '' ? null : text }),
  };
  return (
    <Modal open title={t(`rect.step.${step}`)} onCancel={onClose} footer={null} width={560}>
      <p className="muted dense">{item.text}</p>
      <Unanswered step={step} item={item} />
      <label htmlFor={id}>{t('rect.said')}</label>
      <Input.TextArea id={id} autoFocus autoSize={{ minRows: 2 }} value={text} onChange={({ target }) => say(target.value)} />
      {step === 'answer' ? <EvidenceInput about={t('rect.step.answer')} files={files} onChange={give} /> : null}
      {step === 'repeat' ? (
        <label className="assess-day">
          <span>{t('rect.days')}</span>
          <Input className="assess-days" inputMode="numeric" value={days} onChange={({ target }) => within(target.value)} />
        </label>
      ) : null}
      {stepping.error === null ? null : <ErrorNotice error={stepping.error} />}
      <div className="reason-acts">
        <Button onClick={onClose}>{t('leave')}</Button>
        <Button type="primary" disabled={isUnsaid} loading={stepping.isPending} onClick={send[step]}>
          {t(`rect.step.${step}`)}
        </Button>
      </div>
    </Modal>
  );
}
