import type { IncomingView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { changeOf } from './change-of.js';
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

/** A text, with what went struck out and what came underlined. */
export function Changed({ before, after }: { readonly before: string; readonly after: string }): ReactNode {
  const { start, gone, come, end } = changeOf(before, after);
  return (
    <>
      {start}
      {gone === '' ? null : <del>{gone}</del>}
      {come === '' ? null : <ins>{come}</ins>}
      {end}
    </>
  );
}
