import type { ApplicationStanding } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import type { Key } from '../i18n/words.js';
import { useDays, useWords } from '../i18n/use-words.js';
import { isLate } from './what-matters.js';

type State = ApplicationStanding['state'];

/** What can be done at each state, the most helpful first. */
const ACTS: Readonly<Record<State, readonly Key[]>> = {
  to_confirm: ['can.confirm', 'can.withdraw'],
  in_hand: ['can.add', 'can.withdraw'],
  your_correction: ['can.correct', 'can.withdraw'],
  your_payment: ['can.pay', 'can.withdraw'],
  reply_sent: ['can.wait'],
  reply_returned: ['can.address'],
  answered: [],
  withdrawn: ['can.again'],
  merged: [],
  abandoned: ['can.again'],
  ended: [],
};

/** What the applicant can do now. Remedies are told as the server gives them, with the last day for each. */
export function WhatYouCan({ standing }: { readonly standing: ApplicationStanding }): ReactNode {
  const say = useWords();
  const day = useDays(standing.today);
  const canFetch = standing.notices.some(({ kind, files }) => kind === 'reply' && files.length > 0);
  const acts = [
    ...(isLate(standing) ? (['can.late'] as const) : []),
    ...ACTS[standing.state].filter((act) => !(canFetch && act === 'can.wait')),
  ];
  if (acts.length + standing.remedies.length === 0) return null;
  return (
    <>
      <h2>{say('can.title')}</h2>
      <ul className="lines">
        {standing.remedies.map(({ remedy, until, provisional }) => (
          <li key={remedy}>
            {say(`can.${remedy}`, { until: day(until) })}
            {provisional && say('can.provisional')}
          </li>
        ))}
        {acts.map((act) => (
          <li key={act}>{say(act)}</li>
        ))}
      </ul>
    </>
  );
}
