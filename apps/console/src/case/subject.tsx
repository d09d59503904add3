import type { CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import './subject.css';

/** More characters than that do not fit on two lines of a title. */
const LINES = 80;

/** What is asked for, in a title: two lines of it; the whole on a look at it. How many items there are is always seen. */
export function Subject({ view: { items } }: { readonly view: Pick<CaseView, 'items'> }): ReactNode {
  const t = useWords('case');
  const text = items[0]?.description ?? '';
  const isLong = text.length > LINES;
  return (
    <>
      <span className="subject" tabIndex={isLong ? 0 : undefined}>
        <span className="subject-lines">{text}</span>
        {isLong && (
          <span className="subject-whole" aria-hidden>
            {text}
          </span>
        )}
      </span>
      {items.length > 1 && <span className="subject-more">{t('and-more', { count: items.length })}</span>}
    </>
  );
}
