import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import type { Draft } from './draft.js';
import { isSent, sentReceipt } from './sent-receipt.js';

/** To who went back after sending: that it was sent, and where its receipt is. */
export function Sent({ draft }: { readonly draft: Draft }): ReactNode {
  const say = useWords();
  const receipt = sentReceipt();
  if (receipt === null || !isSent(draft)) return null;
  return (
    <div className="box" role="status">
      <p>{say('sent.before', { number: receipt.number })}</p>
      <Link className="way" to="/apply/done" state={receipt}>
        {say('sent.receipt')}
      </Link>
    </div>
  );
}
