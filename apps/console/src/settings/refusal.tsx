import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ProblemError } from '../api/problem.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useWords } from '../i18n/use-words.js';

/** Why not, with the cases that stand in the way. */
export function Refusal({ error }: { readonly error: Error | null }): ReactNode {
  const t = useWords('settings');
  if (error === null) return null;
  const cases = error instanceof ProblemError ? (error.problem.cases ?? []) : [];
  return (
    <>
      <ErrorNotice error={error} />
      {cases.length === 0 ? null : (
        <ul className="set-cases" aria-label={t('cases-open')}>
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
