import type { CaseRow } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';

/** A line for each number. */
export function RegisterTable({ rows, empty }: { readonly rows: readonly CaseRow[]; readonly empty: string }): ReactNode {
  const t = useWords('inbox');
  const terms = useWords('terms');
  if (rows.length === 0) return <p className="inbox-empty">{empty}</p>;
  return (
    <table className="inbox-table">
      <thead>
        <tr>
          <th className="is-long-number">{t('number')}</th>
          <th className="is-day">{t('register.opened')}</th>
          <th className="is-channel">{t('channel')}</th>
          <th className="is-name">{t('applicant')}</th>
          <th>{t('subject')}</th>
          <th className="is-day">{t('received')}</th>
          <th className="is-day">{t('due')}</th>
          <th className="is-act">{t('register.state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Link to={`/case/${row.id}`}>{row.number}</Link>
            </td>
            <td>{row.openedOn}</td>
            <td>{terms(`channel.${row.channel}`)}</td>
            <td className="one-line">{row.applicantName}</td>
            <td className="one-line" title={row.subject}>
              {row.subject}
            </td>
            <td>{row.receivedOn}</td>
            <td>{row.finalDue ?? row.provisional}</td>
            <td>{terms(`state.${row.state}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
