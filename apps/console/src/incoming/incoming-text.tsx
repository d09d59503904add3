import type { IncomingView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import './incoming.css';

/** What a mail or a work order says. */
export function IncomingText({ view: { text } }: { readonly view: IncomingView }): ReactNode {
  const t = useWords('incoming');
  if (text === null) return null;
  return (
    <section className="card incoming-text" aria-label={t('text')} tabIndex={0}>
      {text}
    </section>
  );
}
