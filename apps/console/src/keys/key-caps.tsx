import type { ReactNode } from 'react';
import type { Combination } from './combination.js';

const SHOWN = 2;
const PRINTED: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** Keys as they are printed; of many only the first ones. */
export const KeyCaps = ({ keys }: { readonly keys: readonly Combination[] }): ReactNode =>
  keys.slice(0, SHOWN).map((combination) => (
    <span key={combination} className="key-caps">
      {combination.split(/\+(?=.)/).map((key) => (
        <kbd key={key}>{PRINTED[key] ?? key}</kbd>
      ))}
    </span>
  ));
