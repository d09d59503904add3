import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.js';
import { Changed, Come, Gone } from '../../parts/changed.js';
import type { ChangeWords } from './use-change-words.js';
import './change-list.css';

/** From this length on a text is read word by word, not as the one and the other. */
const LONG = 12;

/** What an entry changes: what was so struck out, what is so now underlined. */
export function ChangeList({ changes }: { readonly changes: readonly ChangeWords[] }): ReactNode {
  const t = useWords('history');
  if (changes.length === 0) return null;
  return (
    <ul className="changes" aria-label={t('changed')}>
      {changes.map(({ label, ...sides }) => (
        <li key={label}>
          <span className="muted">{label}</span> <Sides {...sides} />
        </li>
      ))}
    </ul>
  );
}

function Sides({ before, after, isProse }: Omit<ChangeWords, 'label'>): ReactNode {
  const t = useWords('history');
  if (isProse && before !== null && after !== null && Math.min(before.length, after.length) >= LONG)
    return <Changed before={before} after={after} />;
  return (
    <>
      <Gone>{before ?? t('changed.none')}</Gone> <span aria-hidden>→</span> <Come>{after ?? t('changed.none')}</Come>
    </>
  );
}
