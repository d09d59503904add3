import type { ApplicationStanding } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDays, useLanguage, useWords } from '../i18n/use-words.js';
import { Page } from '../parts/page.js';
import { LinkList } from './link-list.js';
import { WhatYouCan } from './what-you-can.js';
import { isLate, dayThatMatters } from './what-matters.js';
import { Why } from './why.js';

type Props = { readonly standing: ApplicationStanding };

/** The day first, then why; then the way it goes, what was sent, and what can be done. */
export function StandingPage({ standing }: Props): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const { number, organ, state } = standing;
  const day = useDays(standing.today);
  const late = isLate(standing);
  const title = late ? say('late.title', { day: day(standing.dueOn ?? '') }) : say(`state.${state}`);
  const above = (
    <p className="hint">
      {number} <span className="unbroken">{organ.name[language]}</span>
    </p>
  );
  return (
    <Page title={title} above={above}>
      {late ? <p>{say('late.says')}</p> : <TheDay standing={standing} />}
      {state === 'in_hand' ? null : <p>{standing.says}</p>}
      <Why standing={standing} />
      <h2>{say('links.title')}</h2>
      <LinkList standing={standing} />
      <Notices standing={standing} />
      <WhatYouCan standing={standing} />
      <p className="hint">{say('follow.as-of', { day: day(standing.today) })}</p>
      <p>
        <Link to="/follow">{say('follow.another')}</Link>
      </p>
    </Page>
  );
}

function TheDay({ standing }: Props): ReactNode {
  const say = useWords();
  const day = useDays(standing.today);
  const matters = dayThatMatters(standing);
  if (matters === null) return null;
  return (
    <div className="day">
      <p className="hint">{say(`day.${matters.kind}`)}</p>
      <p className="big">{day(matters.on)}</p>
      <p>{left(standing)}</p>
      {standing.provisional ? <p className="hint">{say('day.provisional')}</p> : null}
    </div>
  );

  function left({ daysLeft }: ApplicationStanding): string {
    if (matters?.kind !== 'reply' || daysLeft === null) return say(`day.${matters?.kind ?? 'reply'}.says`);
    return daysLeft === 0 ? say('day.reply.today') : say('day.reply.left', { count: daysLeft });
  }
}

function Notices({ standing: { notices, today } }: Props): ReactNode {
  const say = useWords();
  const day = useDays(today);
  return (
    <>
      <h2>{say('notices.title')}</h2>
      {notices.length === 0 ? <p>{say('notices.none')}</p> : null}
      <ul className="lines">
        {notices.map(({ kind, number, dispatchedOn, servedOn }) => (
          <li key={`${kind} ${number ?? ''} ${dispatchedOn}`}>
            <b>{say(`notice.${kind}`)}</b> {number ?? ''}
            <span className="hint">
              {servedOn === null
                ? say('notices.sent', { sent: day(dispatchedOn) })
                : say('notices.served', { sent: day(dispatchedOn), served: day(servedOn) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
