import type { IncomingView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Changed } from '../parts/changed.js';
import './incoming.css';

/** What a mail or a work order says; of an addition, where it differs from what came before. */
export function IncomingText({ view: { text, before } }: { readonly view: IncomingView }): ReactNode {
  const t = useWords('incoming');
  if (text === null) return null;
  return (
    <section className="card incoming-text" aria-label={t('text')} tabIndex={0}>
      {before === null ? text : <Changed before={before.text ?? ''} after={text} />}
    </section>
  );
}
