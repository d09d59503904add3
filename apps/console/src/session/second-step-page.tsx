import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { LogInCard } from './log-in-card.js';
import { SetUpSecondStep } from './set-up-second-step.js';

type Props = { readonly onDone: () => void; readonly onLogOut: () => void };

/** Before anything else, where a post needs it: the log-in gets a second step. */
export function SecondStepPage({ onDone, onLogOut }: Props): ReactNode {
  const t = useWords('wayIn');
  return (
    <LogInCard title={t('required.title')} why={t('required.why')} onLogOut={onLogOut}>
      <SetUpSecondStep onDone={onDone} />
    </LogInCard>
  );
}
