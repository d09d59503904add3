import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { expectedOf } from './figures.js';
import { useForecast, type TrendsAsked } from './use-trends.js';

/** How many open cases will be late at the present pace, with its uncertainty; which they are stands among the trends. */
export function ExpectedLate(whose: Pick<TrendsAsked, 'organ' | 'person'>): ReactNode {
  const t = useWords('trends');
  const { data } = useForecast(whose);
  if (data === undefined || data.learnt.cases === 0) return null;
  const { expected, low, high } = data.whole;
  const asked = Object.entries(whose).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return (
    <li>
      <Link to={`/trends?${new URLSearchParams(asked).toString()}`}>
        <b>{expectedOf(expected)}</b> <span className="dense">{t('forecast.todo', { low, high })}</span>
      </Link>
    </li>
  );
}
