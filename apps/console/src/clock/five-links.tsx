import type { CaseView } from '@gongkai/contracts';
import { roleTexts } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useText, useWords } from '../i18n/use-words.js';
import { useStoodInFor } from '../session/use-stood-in-for.js';
import { linkStandings, type LinkStanding } from './link-standing.js';
import './five-links.css';

type Props = {
  readonly view: CaseView;
  readonly due: string | null;
  /** The day reaches a year without a published calendar. */
  readonly isProvisional: boolean;
};
type LinkOf = CaseView['links'][number];

/** Where a case is: acceptance, handling, reply, delivery, filing. */
export function FiveLinks({ view, due, isProvisional }: Props): ReactNode {
  const t = useWords('clock');
  const standings = linkStandings(view.links);
  const linked = view.links.map((link, i) => ({ link, standing: standings[i] ?? link.status }));
  return (
    <ol className="five-links" aria-label={t('links')}>
      {linked.map(({ link, standing }) => (
        <li key={link.link} className={`is-${standing}`} aria-current={standing === 'current' ? 'step' : undefined}>
          <div className="five-link-name">
            {standing === 'done' ? <span aria-hidden>✓ </span> : null}
            {t(`link.${link.link}`)}
            {standing === 'current' ? <span className="now-tag">{t('now')}</span> : null}
            {standing === 'done' ? <span className="unseen">{t('link.is-done')}</span> : null}
          </div>
          <LinkLines link={link} standing={standing} view={view} due={due} isProvisional={isProvisional} />
        </li>
      ))}
    </ol>
  );
}

type LinesProps = Props & { readonly link: LinkOf; readonly standing: LinkStanding };

function LinkLines({ link, standing, view, due, isProvisional }: LinesProps): ReactNode {
  const t = useWords('clock');
  const { short } = useDays();
  const turn = useTurn(view);
  const stretch = (key: 'link.since-until' | 'link.since-ended'): (string | null)[] => [
    link.since === null ? null : t(key, { since: short(link.since), until: short(link.until ?? link.since) }),
  ];
  const lines: Readonly<Record<LinkStanding, () => (string | null)[]>> = {
    done: () => stretch('link.since-until'),
    ended: () => stretch('link.since-ended'),
    skipped: () => [t('link.skipped')],
    current: () => [
      link.link === 'handling' ? decidedSoFar(view, t('link.decided', { done: decided(view), all: view.items.length })) : null,
      link.since === null ? null : t('link.since', { date: short(link.since) }),
      turn === null ? null : t('link.turn', { who: turn }),
    ],
    pending: () => [
      link.link === 'reply' && due !== null && isOwed(view)
        ? t('link.reply-by', { date: short(due) }) + (isProvisional ? t('tab.provisional') : '')
        : t(`link.${link.link}.ahead`),
    ],
  };
  return (
    <>
      {lines[standing]()
        .filter((line) => line !== null)
        .map((line) => (
          <div key={line} className="five-link-line">
            {line}
          </div>
        ))}
    </>
  );
}

const isOwed = ({ clock }: CaseView): boolean => clock === 'running' || clock === 'stopped';
const decided = ({ items }: CaseView): number => items.filter(({ decision }) => decision !== null).length;
const decidedSoFar = ({ state }: CaseView, text: string): string | null => (state === 'accepted' ? text : null);

/** Who holds the case: the person where one is named, else the role. */
function useTurn({ turn: { who, title } }: CaseView): string | null {
  const t = useWords('clock');
  const text = useText();
  const stoodInFor = useStoodInFor();
  if (who === null) return null;
  if (who.person !== null)
    return stoodInFor.has(who.person.id) ? t('holder.instead', { name: who.person.name }) : who.person.name;
  if (title !== undefined) return text(roleTexts[title]);
  return who.role in roleTexts ? text(roleTexts[who.role as keyof typeof roleTexts]) : t(`holder.${who.role as 'applicant'}`);
}
