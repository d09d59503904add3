import { Button, Input, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { ErrorNotice } from './error-notice.js';
import './reason-dialog.css';
import { useFocusBack } from './use-focus-back.js';

type Words = {
  readonly title: string;
  readonly reason: string;
  /** What comes of it. */
  readonly what: string;
  readonly act: string;
  readonly leave: string;
  /** Asked once more, where it cannot be taken back at once. */
  readonly sure?: { readonly what: string; readonly act: string; readonly back: string };
};

type Act = { readonly mutate: (reason: string) => void; readonly isPending: boolean; readonly error: Error | null };

type Props = {
  readonly words: Words;
  readonly act: Act;
  /** What it is about. */
  readonly about?: ReactNode;
  readonly onClose: () => void;
};

const LONGEST = 500;

/** An act that needs a reason: the reason first, and then once more whether it is meant, where that is asked. */
export function ReasonDialog({ words, act, about, onClose }: Props): ReactNode {
  const { title, reason, sure } = words;
  const id = useId();
  const [text, write] = useState('');
  const [isAsked, ask] = useState(false);
  useFocusBack();
  const said = isAsked && sure !== undefined ? sure : { what: words.what, act: words.act, back: words.leave };
  const isMeant = sure === undefined || isAsked;
  return (
    <Modal open title={title} onCancel={onClose} footer={null} width={520}>
      {about}
      <label htmlFor={id}>{reason}</label>
      <Input.TextArea
        id={id}
        autoFocus
        maxLength={LONGEST}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={text}
        disabled={isAsked}
        onChange={({ target }) => write(target.value)}
      />
      <p className="muted dense" role="status">
        {said.what}
      </p>
      {act.error === null ? null : <ErrorNotice error={act.error} />}
      <div className="reason-acts">
        <Button onClick={isAsked ? () => ask(false) : onClose}>{said.back}</Button>
        <Button
          type="primary"
          disabled={text.trim() === ''}
          loading={act.isPending}
          onClick={() => (isMeant ? act.mutate(text.trim()) : ask(true))}
        >
          {said.act}
        </Button>
      </div>
    </Modal>
  );
}
