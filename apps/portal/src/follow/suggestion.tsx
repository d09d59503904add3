import { useState, type ReactNode } from 'react';
import { useDays, useWords } from '../i18n/use-words.js';
import { Field } from '../parts/field.js';
import { ActSection, reasonOf } from './act-section.js';
import type { Following } from './use-act.js';

/** That everybody may read what was given out (REG 44): suggested, and what the office says to it. */
export function Suggestion(following: Following): ReactNode {
  const say = useWords();
  const [reason, setReason] = useState('');
  if (!following.standing.acts.includes('suggest')) return <Answer {...following} />;
  return (
    <ActSection following={following} what="suggestion" words="suggest" fields={reasonOf(reason)}>
      <div className="fields">
        <Field id="suggest-reason" label={say('suggest.reason')} value={reason} onChange={setReason} />
      </div>
    </ActSection>
  );
}

function Answer({ standing }: Following): ReactNode {
  const say = useWords();
  const day = useDays(standing.today);
  if (standing.suggestion === null) return null;
  const { state, on, reason } = standing.suggestion;
  return <p>{say(`suggest.${state}`, { day: day(on), reason: reason ?? '' })}</p>;
}
