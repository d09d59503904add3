import { articleText, type PublicationDuty } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { TableHead } from '../parts/table-head.js';
import { Due } from './drafts-table.js';

/** What is owed to the public beside the drafts: what, since when, until when. */
export function DutiesTable({ duties }: { readonly duties: readonly PublicationDuty[] }): ReactNode {
  const t = useWords('publish');
  return (
    <table className="publish-table" aria-label={t('duties')}>
      <TableHead columns={(['duty', 'duty.subject', 'case', 'duty.since', 'duty.due'] as const).map((column) => t(column))} />
      <tbody>
        {duties.map((duty) => (
          <Row key={`${duty.what} ${duty.case.id} ${duty.item?.id ?? ''}`} duty={duty} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ duty: { what, case: of, subject, item, since, due, reason } }: { readonly duty: PublicationDuty }): ReactNode {
  const t = useWords('publish');
  const language = useLanguage();
  const { listed } = useDays();
  return (
    <tr data-duty={`${what} ${of.number}`}>
      <td className="no-wrap">{t(`duty.${what}`)}</td>
      <td className="publish-text">
        {subject} {item === null ? null : <span className="muted small">{articleText(item.article, language)}</span>}
        {reason === null ? null : <div className="muted small">{t('duty.reason', { reason })}</div>}
      </td>
      <td className="no-wrap">
        <Link to={`/case/${of.id}${what === 'publish' ? '?tab=files' : ''}`}>{of.number}</Link>
      </td>
      <td className="no-wrap">{listed(since)}</td>
      <td>
        <Due draft={{ due: due === null ? null : { ...due, article: '' } }} />
      </td>
    </tr>
  );
}
