import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Field } from '../parts/field.js';
import { Refusal } from '../parts/refusal.js';
import { useAct, type Following } from './use-act.js';

/** Nothing more is to come. */
const OVER: ReadonlySet<Following['standing']['state']> = new Set(['answered', 'withdrawn', 'merged', 'abandoned', 'ended']);

const isOffered = ({ mail, state }: Following['standing']): boolean => mail.to !== null || (mail.offered && !OVER.has(state));

/** To be told of each step by mail, or no more. */
export function MailForm(following: Following): ReactNode {
  const say = useWords();
  const { to } = following.standing.mail;
  const { no, isUnderWay, act } = useAct(following, 'mail', to === null ? 'mail.done' : 'mail.stopped');
  const [email, setEmail] = useState('');
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    void act({ mailTo: to === null ? email.trim() : null });
  };
  if (!isOffered(following.standing)) return null;
  return (
    <section aria-labelledby="mail">
      <h2 id="mail">{say('mail.title')}</h2>
      <p>{to === null ? say('mail.says') : say('mail.to', { to })}</p>
      {no === undefined ? null : <Refusal no={no} />}
      <form className="fields" noValidate onSubmit={send}>
        {to === null ? (
          <Field id="mail-to" type="email" autoComplete="email" label={say('email')} value={email} onChange={setEmail} />
        ) : null}
        <button type="submit" className="wide" aria-disabled={isUnderWay}>
          {say(to === null ? 'mail.want' : 'mail.stop')}
        </button>
      </form>
    </section>
  );
}
