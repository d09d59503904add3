import type { CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useSpeech } from '../list/speech.js';
import { holderOf } from '../list/turn-cell.js';

/** Where the case stands now, what comes next, and with whom. */
export function NextStep({ view }: { readonly view: CaseView }): ReactNode {
  const t = useWords('intake');
  const terms = useWords('terms');
  const { step } = useSpeech();
  if (view.turn.step === null) return null;
  return (
    <p>{t('logged.next-step', { state: terms(`state.${view.state}`), step: step(view.turn.step), holder: holderOf(view) })}</p>
  );
}
