import type { ApplicationStanding } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays, useWords } from '../i18n/use-words.js';

/** Why it is this day: the sentences first, the article behind them. */
export function Why({ standing: { period, receivedOn, today } }: { readonly standing: ApplicationStanding }): ReactNode {
  const say = useWords();
  const day = useDays(today);
  if (period === null || receivedOn === null) return null;
  const { from, length, extended, notCounted } = period;
  return (
    <section className="box" aria-labelledby="why">
      <h2 id="why">{say('why.title')}</h2>
      <p>
        {from === receivedOn
          ? say('why.received', { day: day(receivedOn), length })
          : say('why.anew', { day: day(receivedOn), from: day(from), length })}{' '}
        {extended ? say('why.extended') : ''} {notCounted > 0 ? say('why.not-counted', { count: notCounted }) : ''}
      </p>
      <p className="hint">{say('why.article')}</p>
    </section>
  );
}
