import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ProblemError } from '../api/problem.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useWords } from '../i18n/use-words.js';

type Props = {
  readonly error: Error | null;
  /** What the form calls the fields of its request. */
  readonly names?: Readonly<Record<string, string>>;
};

/** Why not, at which fields, with the cases that stand in the way. */
export function Refusal({ error, names }: Props): ReactNode {
  const t = useWords('settings');
  if (error === null) return null;
  const cases = error instanceof ProblemError ? (error.problem.cases ?? []) : [];
  return (
    <>
      <ErrorNotice error={error} names={names} />
      {cases.length === 0 ? null : (
        <ul className="set-cases" aria-label={t(isWaiting(error) ? 'cases-waiting' : 'cases-open')}>
          {cases.map(({ id, number }) => (
            <li key={id}>
              <Link to={`/case/${id}`}>{number}</Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const isWaiting = (error: Error): boolean => error instanceof ProblemError && error.problem.code === 'only-bearer';
