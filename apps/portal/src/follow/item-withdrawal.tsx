import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Radios } from '../parts/choice.js';
import { ActSection } from './act-section.js';
import type { Following } from './use-act.js';

/** Taking back one item of several: what becomes of it, and of the others, is said before it is done. */
export function ItemWithdrawal(following: Following): ReactNode {
  const say = useWords();
  const [chosen, choose] = useState('');
  const { withdrawable } = following.standing;
  if (withdrawable.length === 0) return null;
  const isChosen = withdrawable.some(({ id }) => id === chosen);
  return (
    <ActSection following={following} what="withdrawal" words="withdraw.item" fields={isChosen ? { itemId: chosen } : null}>
      <Radios
        name="withdraw-item"
        label={say('withdraw.item.which')}
        value={chosen}
        options={withdrawable.map(({ id, description }) => ({ value: id, text: description }))}
        onChange={choose}
      />
    </ActSection>
  );
}
