import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { KeyCaps } from './key-caps.js';
import type { KeyBinding } from './key-store.js';
import { useBoundKeys } from './use-keys.js';
import './keys.css';

type Hint = Pick<KeyBinding, 'keys' | 'does'>;
type Props = {
  /** Keys that a form understands by itself; they come first. */
  readonly also?: readonly Hint[];
};

/** The keys of this screen, along its bottom. */
export function KeyBar({ also = [] }: Props): ReactNode {
  const t = useWords('shell');
  const bound = useBoundKeys()
    .flatMap(({ bar, ...key }) => (bar === undefined ? [] : [{ bar, ...key }]))
    .sort((a, b) => a.bar - b.bar);
  const shown: readonly Hint[] = [...also, ...bound];
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
