import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import './key-bar.css';

/** A key, or several pressed together, and what it does. */
export type KeyHint = { readonly keys: readonly string[]; readonly does: string };

/** The keys of a screen, along its lower edge. */
export function KeyBar({ hints }: { readonly hints: readonly KeyHint[] }): ReactNode {
  const t = useWords('parts');
  return (
    <footer className="key-bar no-print" aria-label={t('keys')}>
      {hints.map(({ keys, does }) => (
        <span key={does}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{' '}
          {does}
        </span>
      ))}
    </footer>
  );
}
