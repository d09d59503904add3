import type { DueDay } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDeadlineWord } from '../i18n/use-deadline-word.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { shortNumber } from '../list/number-cell.js';

/** So many are shown at once. */
const SHOWN = 2;

/** What else is to be done on a day: each leads to its case. */
export function OtherDue({ others }: Pick<DueDay, 'others'>): ReactNode {
  const t = useWords('calendars');
  if (others.length === 0) return null;
  const rest = others.slice(SHOWN);
  return (
    <>
      <Lines others={others.slice(0, SHOWN)} />
      {rest.length === 0 ? null : (
        <details className="due-more">
          <summary>{t('due.others', { count: rest.length })}</summary>
          <Lines others={rest} />
        </details>
      )}
    </>
  );
}

function Lines({ others }: Pick<DueDay, 'others'>): ReactNode {
  const word = useDeadlineWord();
  const isEnglish = useLanguage() === 'en';
  return (
    <ul className="due-others">
      {others.map(({ case: { id, number }, deadline }) => (
        <li key={`${id} ${deadline}`}>
          <Link to={`/case/${id}`} title={number}>
            {shortNumber(number, isEnglish)} {word(deadline.split(':')[0] ?? '')}
          </Link>
        </li>
      ))}
    </ul>
  );
}
