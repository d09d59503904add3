import { reportEntryPage, type WaitingReportEntries } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { officeDay } from '../i18n/office-time.js';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useWaitingEntries } from './use-entry.js';

type Which = Pick<WaitingReportEntries['items'][number], 'organ' | 'year' | 'scope'>;

/** How many entries of one's own organ wait for one's word, beside the name of the section. */
export function WaitingEntryCount(): ReactNode {
  const total = useWaitingEntries().data?.items.length ?? 0;
  return total === 0 ? null : <span className="top-count">{total}</span>;
}

/** Leads to the entries of an organ that wait for the reader and are not the one on this page: of another year, or the other scope. */
export function WaitingEntries({ organ, year, scope }: Which): ReactNode {
  const t = useWords('reports');
  const language = useLanguage();
  const { listed } = useDays();
  const waiting = useWaitingEntries(organ.code).data?.items ?? [];
  const others = waiting.filter((one) => one.year !== year || one.scope !== scope);
  if (others.length === 0) return null;
  return (
    <ul className="card reports-card reports-screen reports-waiting dense" aria-label={t('entry.waiting')}>
      {others.map((one) => (
        <li key={`${one.year} ${one.scope}`}>
          <Link to={reportEntryPage(one.organ.code, String(one.year), one.scope)}>
            {t('entry.waits', { organ: one.organ.name[language], year: one.year, scope: t(`scope.of.${one.scope}`) })}
          </Link>{' '}
          <span className="muted">{t('did.submit', { name: one.by.name, day: listed(officeDay(one.at)) })}</span>
        </li>
      ))}
    </ul>
  );
}
