import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Refusal } from '../parts/refusal.js';
import { useAct, type Following } from './use-act.js';

type Props = {
  readonly following: Following;
  /** Its place below the application. */
  readonly what: string;
  readonly words: 'suggest' | 'withdraw' | 'withdraw.item';
  /** What is sent; null while something is missing. */
  readonly fields: object | null;
  /** Where that is given. */
  readonly children: ReactNode;
};

/** Something that an applicant may do, folded up: what it means is said before it is done, and why it was not. */
export function ActSection({ following, what, words, fields, children }: Props): ReactNode {
  const say = useWords();
  const { no, isUnderWay, act } = useAct(following, what, `${words}.done`);
  return (
    <details>
      <summary>{say(`${words}.title`)}</summary>
      <p>{say(`${words}.means`)}</p>
      {no === undefined ? null : <Refusal no={no} />}
      {children}
      <button
        type="button"
        className="wide"
        aria-disabled={isUnderWay || fields === null}
        onClick={() => void (fields === null ? undefined : act(fields))}
      >
        {say(`${words}.confirm`)}
      </button>
    </details>
  );
}

/** A reason that may be given, as it is sent. */
export const reasonOf = (typed: string): { readonly reason?: string } => (typed.trim() === '' ? {} : { reason: typed.trim() });
