import type { ApplicationStanding } from '@gongkai/contracts';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Say } from '../i18n/i18n.js';
import type { Key } from '../i18n/words.js';
import { useDays, useLanguage, useWords } from '../i18n/use-words.js';
import { Page } from '../parts/page.js';
import { LinkList } from './link-list.js';
import { MailForm } from './mail-form.js';
import { NoticeList } from './notice-list.js';
import type { Following } from './use-act.js';
import { Suggestion } from './suggestion.js';
import { WhatYouCan } from './what-you-can.js';
import { isLate, dayThatMatters, type DayThatMatters } from './what-matters.js';
import { Why } from './why.js';
import { ItemWithdrawal } from './item-withdrawal.js';
import { Withdrawal } from './withdrawal.js';
import { YourTurn } from './your-turn.js';

/** Where what was sent asks for something, or is what was waited for. */
const NOTICES_FIRST: ReadonlySet<ApplicationStanding['state']> = new Set(['your_correction', 'your_payment', 'reply_sent']);

/** One that nobody has said to have may ask for something too. */
const areNoticesFirst = ({ state, notices }: ApplicationStanding): boolean =>
  NOTICES_FIRST.has(state) || notices.some(({ mayConfirm }) => mayConfirm);

/** It waits here to be fetched. */
const isToBeFetched = ({ notices }: ApplicationStanding): boolean =>
  notices.some(({ byPortal, mayConfirm }) => byPortal && mayConfirm);

/** What it has come to; while it is in hand, that something waits here comes first: it may have a period of its own. */
const titleOf = (standing: ApplicationStanding) =>
  standing.state === 'in_hand' && isToBeFetched(standing) ? ('state.fetch' as const) : (`state.${standing.state}` as const);

/** The heading and the day under it have said it. */
const SAID_ABOVE: ReadonlySet<ApplicationStanding['state']> = new Set(['in_hand', 'reply_sent']);

type Props = { readonly standing: ApplicationStanding };
type PageProps = Following & { readonly done: Key | undefined };

/** The day first, then why; then the way it goes, what was sent, and what can be done. */
export function StandingPage({ done, ...following }: PageProps): ReactNode {
  const { standing } = following;
  const say = useWords();
  const language = useLanguage();
  const { number, organ, state } = standing;
  const day = useDays(standing.today);
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // What was pressed stands far below, and the heading stays the same where other items go on.
    if (done !== undefined) told.current?.scrollIntoView({ block: 'nearest' });
  }, [done, standing]);
  const title = isLate(standing) ? say('late.title', { day: day(standing.dueOn ?? '') }) : say(titleOf(standing));
  const above = (
    <p className="hint">
      {number} <span className="unbroken">{organ.name[language]}</span>
    </p>
  );
  return (
    <Page title={title} above={above}>
      <p role="status" ref={told}>
        {done === undefined ? '' : say(done)}
      </p>
      {isLate(standing) ? <p>{say('late.says')}</p> : <TheDay standing={standing} />}
      {SAID_ABOVE.has(state) ? null : <p>{standing.says}</p>}
      {areNoticesFirst(standing) ? <NoticeList {...following} /> : null}
      <YourTurn {...following} />
      <Why standing={standing} />
      <h2>{say('links.title')}</h2>
      <LinkList standing={standing} />
      {areNoticesFirst(standing) ? null : <NoticeList {...following} />}
      <WhatYouCan standing={standing} />
      <Link className="way" to={`/guides/${organ.code}`}>
        {say('can.office')}
      </Link>
      <MailForm {...following} />
      <Suggestion {...following} />
      <ItemWithdrawal {...following} />
      <Withdrawal {...following} />
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
  if (titleOf(standing) === 'state.fetch') return <p>{say('state.fetch.says')}</p>;
  if (matters === null) return null;
  return (
    <div className="day">
      <p className="hint">{say(`day.${matters.kind}`)}</p>
      <p className="big">{day(matters.on)}</p>
      <p>{meaningOf(matters, standing, say)}</p>
      {standing.provisional ? <p className="hint">{say('day.provisional')}</p> : null}
    </div>
  );
}

/** What that day is for. */
function meaningOf({ kind }: DayThatMatters, standing: ApplicationStanding, say: Say): string {
  const { daysLeft } = standing;
  if (kind === 'sent' && isToBeFetched(standing)) return say('day.sent.here');
  if (kind !== 'reply' || daysLeft === null) return say(`day.${kind}.says`);
  return daysLeft === 0 ? say('day.reply.today') : say('day.reply.left', { count: daysLeft });
}
