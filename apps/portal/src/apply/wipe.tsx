import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import type { Draft } from './draft.js';

type Props = { readonly draft: Draft; readonly change: (change: Partial<Draft>) => void; readonly forget: () => void };

/** That what is typed is kept, and how it is wiped; had back at once where a finger slipped, as long as this page is not left. */
export function Wipe({ draft, change, forget }: Props): ReactNode {
  const say = useWords();
  const [wiped, setWiped] = useState<Draft>();
  const wipe = (): void => {
    setWiped(draft);
    forget();
  };
  const haveBack = (): void => {
    change({ ...wiped });
    setWiped(undefined);
  };
  return (
    <p className="hint">
      <span role="status">{say(wiped === undefined ? 'kept' : 'wiped')}</span>{' '}
      <button type="button" className="plain" onClick={wiped === undefined ? wipe : haveBack}>
        {say(wiped === undefined ? 'wipe' : 'wipe.undo')}
      </button>
    </p>
  );
}
