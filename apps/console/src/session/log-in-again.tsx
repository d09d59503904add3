import type { SessionView } from '@gongkai/contracts';
import { Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { LogInForm } from './log-in-form.js';
import './log-in.css';

type Props = { readonly username: string; readonly onEntered: (session: SessionView) => void };

/** A dialog takes the focus for itself when it opens; here there is one thing to type. */
const focusPassword = (): void => document.querySelector<HTMLElement>('[role=dialog] #password')?.focus();

const isTyping = (): boolean => document.activeElement?.matches('input, textarea') ?? false;

/** Lies over the page when a session has expired; what is on the page stays as it is. */
export function LogInAgain(props: Props): ReactNode {
  const t = useWords('shell');
  useFocusBack();
  const [wasTyping] = useState(isTyping);
  return (
    <Modal
      open
      title={t('log-in.again')}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      width={380}
      afterOpenChange={wasTyping ? undefined : focusPassword}
    >
      <p className="muted dense">{t('log-in.again-why')}</p>
      <LogInForm {...props} takesFocus={!wasTyping} />
    </Modal>
  );
}
