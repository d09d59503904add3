import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { KeyCaps } from './key-caps.js';
import { useBoundKeys } from './use-keys.js';
import './keys.css';

/** The keys of this screen, along its bottom. */
export function KeyBar(): ReactNode {
  const t = useWords('shell');
  const shown = useBoundKeys()
    .flatMap(({ bar, ...key }) => (bar === undefined ? [] : [{ bar, ...key }]))
    .sort((a, b) => a.bar - b.bar);
  return (
    <footer className="key-bar" aria-label={t('keys.bar')}>
      {shown.map(({ keys, does }) => (
        <span key={does}>
          <KeyCaps keys={keys} /> {does}
        </span>
      ))}
    </footer>
  );
}
