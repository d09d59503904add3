import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { goOnByEnter } from './move-focus.js';

type Props = {
  /** What the form does, as its name and on its button. */
  readonly act: string;
  readonly isReady: boolean;
  readonly isPending: boolean;
  readonly onSend: () => void;
  readonly onDone: () => void;
  readonly children: ReactNode;
};

/** A short form beside the inbox: Enter goes on, Ctrl+Enter does it, Esc leaves. */
export function InboxForm({ act, isReady, isPending, onSend, onDone, children }: Props): ReactNode {
  const t = useWords('inbox');
  useKeys([
    { keys: ['Ctrl+Enter'], does: act, run: onSend },
    { keys: ['Escape'], does: t('cancel'), run: onDone },
  ]);
  return (
    <form className="inbox-form" aria-label={act} onKeyDownCapture={goOnByEnter} onSubmit={(e) => e.preventDefault()}>
      {children}
      <div className="inbox-acts">
        <Button onClick={onDone}>
          {t('cancel')} <kbd>Esc</kbd>
        </Button>
        <Button type="primary" data-stop loading={isPending} disabled={!isReady} onClick={onSend}>
          {act} <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </Button>
      </div>
    </form>
  );
}
