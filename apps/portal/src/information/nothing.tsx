import type { NothingList } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays, useLanguage, useWords } from '../i18n/use-words.js';

/** What organs say that they have nothing of: nobody has to go on looking for it. */
export function Nothing({ items }: NothingList): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const day = useDays();
  if (items.length === 0) return null;
  return (
    <details>
      <summary>{say('information.nothing')}</summary>
      <ul className="lines">
        {items.map(({ kind, organ, reason, on }) => (
          <li key={`${organ.code} ${kind.code}`}>
            {say('information.nothing-of', { kind: kind.name[language], reason })}
            <span className="hint">{[organ.name[language], say('information.nothing-on', { day: day(on) })].join(' · ')}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
