import type { Disclosure } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays, useLanguage, useWords } from '../i18n/use-words.js';

/** Who published an entry and when, in a line. */
export function EntryFacts({ entry: { organ, kind, publishedOn } }: { readonly entry: Disclosure }): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const day = useDays();
  return (
    <span className="hint">
      {[organ.name[language], say('information.published-on', { day: day(publishedOn) }), kind.name[language]].join(' · ')}
    </span>
  );
}
