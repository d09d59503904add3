import type { ReportPublication } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';

/** Whether it is public, since when and where; else how long it may still take. */
export function PublicationWords({ publication }: { readonly publication: ReportPublication }): ReactNode {
  const t = useWords('published');
  const { listed } = useDays();
  const { state, entry, due, daysLeft } = publication;
  if (state === 'published' && entry !== null)
    return (
      <>
        {t(entry.on > due ? 'publication.late' : 'publication.on', { day: listed(entry.on), due: listed(due) })}{' '}
        <a href={`/portal/information/${entry.id}`} target="_blank" rel="noreferrer">
          {entry.indexNumber}
        </a>
      </>
    );
  const left = daysLeft < 0 ? 'publication.overdue' : 'publication.due';
  return (
    <>
      {t(left, { due: listed(due), count: Math.abs(daysLeft) })} {t(`publication.${state === 'published' ? 'ready' : state}`)}
    </>
  );
}
