import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Field } from '../parts/field.js';
import { Refusal } from '../parts/refusal.js';
import { useAct, type Following } from './use-act.js';

/** Taking it back: what that means is said before it is done. */
export function Withdrawal(following: Following): ReactNode {
  const say = useWords();
  const { no, isUnderWay, act } = useAct(following, 'withdrawal', 'withdraw.done');
  const [reason, setReason] = useState('');
  if (!following.standing.acts.includes('withdraw')) return null;
  return (
    <details>
      <summary>{say('withdraw.title')}</summary>
      <p>{say('withdraw.means')}</p>
      {no === undefined ? null : <Refusal no={no} />}
      <div className="fields">
        <Field id="withdraw-reason" label={say('withdraw.reason')} value={reason} onChange={setReason} />
      </div>
      <button
        type="button"
        className="wide"
        aria-disabled={isUnderWay}
        onClick={() => void act(reason.trim() === '' ? {} : { reason: reason.trim() })}
      >
        {say('withdraw.confirm')}
      </button>
    </details>
  );
}
