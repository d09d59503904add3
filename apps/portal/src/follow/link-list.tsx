import type { ApplicationStanding } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays, useWords } from '../i18n/use-words.js';

type Link = ApplicationStanding['links'][number];

/** The five links in words: what is done, what is being done, and what comes. */
export function LinkList({ standing: { links, dueOn, today } }: { readonly standing: ApplicationStanding }): ReactNode {
  const say = useWords();
  const day = useDays(today);
  const reached = links.findLastIndex(({ status }) => status !== 'pending');
  const toCome = (link: Link['link'], at: number): string => {
    if (at < reached) return say('link.left-out');
    return link === 'reply' && dueOn !== null ? say('link.due', { day: day(dueOn) }) : say(`link.${link}.then`);
  };
  const told = ({ link, status, since, until }: Link, at: number): string => {
    if (status === 'pending') return toCome(link, at);
    if (since === null) return say(`link.${link}.then`);
    if (until === null) return say('link.since', { day: day(since) });
    return until === since ? day(since) : say('link.done', { since: day(since), until: day(until) });
  };
  return (
    <ol className="links">
      {links.map((one, at) => (
        <li key={one.link} className={one.status} aria-current={one.status === 'current' ? 'step' : undefined}>
          <b>
            {say(`link.${one.link}`)}
            {one.status === 'pending' ? '' : say(`link.${one.status}.mark`)}
          </b>
          <span>{told(one, at)}</span>
        </li>
      ))}
    </ol>
  );
}
