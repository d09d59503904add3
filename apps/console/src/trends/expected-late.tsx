import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { expectedOf } from './figures.js';
import { useForecast } from './use-trends.js';

/** How many open cases will be late at the present pace, with its uncertainty; which they are stands among the trends. */
export function ExpectedLate({ organ }: { readonly organ: string | undefined }): ReactNode {
  const t = useWords('trends');
  const { data } = useForecast({ organ, person: undefined });
  if (data === undefined || data.learnt.cases === 0) return null;
  const { expected, low, high } = data.whole;
  return (
    <li>
      <Link to={organ === undefined ? '/trends' : `/trends?organ=${organ}`}>
        <b>{expectedOf(expected)}</b> <span className="dense">{t('forecast.todo', { low, high })}</span>
      </Link>
    </li>
  );
}
