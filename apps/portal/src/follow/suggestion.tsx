import { useState, type ReactNode } from 'react';
import { useDays, useWords } from '../i18n/use-words.js';
import { Field } from '../parts/field.js';
import { Refusal } from '../parts/refusal.js';
import { useAct, type Following } from './use-act.js';

/** That everybody may read what was given out (REG 44): suggested, and what the office says to it. */
export function Suggestion(following: Following): ReactNode {
  const say = useWords();
  const { no, isUnderWay, act } = useAct(following, 'suggestion', 'suggest.done');
  const [reason, setReason] = useState('');
  if (!following.standing.acts.includes('suggest')) return <Answer {...following} />;
  return (
    <details>
      <summary>{say('suggest.title')}</summary>
      <p>{say('suggest.means')}</p>
      {no === undefined ? null : <Refusal no={no} />}
      <div className="fields">
        <Field id="suggest-reason" label={say('suggest.reason')} value={reason} onChange={setReason} />
      </div>
      <button
        type="button"
        className="wide"
        aria-disabled={isUnderWay}
        onClick={() => void act(reason.trim() === '' ? {} : { reason: reason.trim() })}
      >
        {say('suggest.confirm')}
      </button>
    </details>
  );
}

function Answer({ standing }: Following): ReactNode {
  const say = useWords();
  const day = useDays(standing.today);
  if (standing.suggestion === null) return null;
  const { state, on, reason } = standing.suggestion;
  return <p>{say(`suggest.${state}`, { day: day(on), reason: reason ?? '' })}</p>;
}
