import type { DueDay } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDeadlineWord } from '../i18n/use-deadline-word.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { shortNumber } from '../list/number-cell.js';

/** So many are shown at once. */
const SHOWN = 2;

type Line = { readonly key: string; readonly to: string; readonly number: string; readonly deadline: string };

const linesOf = ({ others, records }: Pick<DueDay, 'others' | 'records'>): readonly Line[] => [
  ...others.map(({ case: { id, number }, deadline }): Line => ({
    key: `${id} ${deadline}`,
    to: `/case/${id}`,
    number,
    deadline,
  })),
  ...records.map(({ id, number, deadline }): Line => ({ key: id, to: '/records?state=owed', number, deadline })),
];

/** What else is to be done on a day: each leads to its case, or among the requests to correct a record. */
export function OtherDue({ day }: { readonly day: DueDay }): ReactNode {
  const t = useWords('calendars');
  const lines = linesOf(day);
  if (lines.length === 0) return null;
  const rest = lines.slice(SHOWN);
  return (
    <>
      <Lines lines={lines.slice(0, SHOWN)} />
      {rest.length === 0 ? null : (
        <details className="due-more">
          <summary>{t('due.others', { count: rest.length })}</summary>
          <Lines lines={rest} />
        </details>
      )}
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly Line[] }): ReactNode {
  const word = useDeadlineWord();
  const isEnglish = useLanguage() === 'en';
  return (
    <ul className="due-others">
      {lines.map(({ key, to, number, deadline }) => (
        <li key={key}>
          <Link to={to} title={number}>
            {shortNumber(number, isEnglish)} {word(deadline.split(':')[0] ?? '')}
          </Link>
        </li>
      ))}
    </ul>
  );
}
