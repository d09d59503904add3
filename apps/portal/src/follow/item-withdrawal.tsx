import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Radios } from '../parts/choice.js';
import { Refusal } from '../parts/refusal.js';
import { useAct, type Following } from './use-act.js';

/** Taking back one item of several: what becomes of it, and of the others, is said before it is done. */
export function ItemWithdrawal(following: Following): ReactNode {
  const say = useWords();
  const { no, isUnderWay, act } = useAct(following, 'withdrawal', 'withdraw.item.done');
  const [chosen, choose] = useState('');
  const { withdrawable } = following.standing;
  if (withdrawable.length === 0) return null;
  const isChosen = withdrawable.some(({ id }) => id === chosen);
  return (
    <details>
      <summary>{say('withdraw.item.title')}</summary>
      <p>{say('withdraw.item.means')}</p>
      {no === undefined ? null : <Refusal no={no} />}
      <Radios
        name="withdraw-item"
        label={say('withdraw.item.which')}
        value={chosen}
        options={withdrawable.map(({ id, description }) => ({ value: id, text: description }))}
        onChange={choose}
      />
      <button
        type="button"
        className="wide"
        aria-disabled={isUnderWay || !isChosen}
        onClick={() => void (isChosen ? act({ itemId: chosen }) : undefined)}
      >
        {say('withdraw.item.confirm')}
      </button>
    </details>
  );
}
