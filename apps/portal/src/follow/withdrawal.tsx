import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Field } from '../parts/field.js';
import { ActSection, reasonOf } from './act-section.js';
import type { Following } from './use-act.js';

/** Taking it back. */
export function Withdrawal(following: Following): ReactNode {
  const say = useWords();
  const [reason, setReason] = useState('');
  if (!following.standing.acts.includes('withdraw')) return null;
  return (
    <ActSection following={following} what="withdrawal" words="withdraw" fields={reasonOf(reason)}>
      <div className="fields">
        <Field id="withdraw-reason" label={say('withdraw.reason')} value={reason} onChange={setReason} />
      </div>
    </ActSection>
  );
}
