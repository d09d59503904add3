import type { AnnualReport } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { TableHead } from '../parts/table-head.js';

/** What a report is rolled up from: each organ with its own numbers, and the way to its report. */
export function MembersCard({ report: { members, organ: top } }: { readonly report: AnnualReport }): ReactNode {
  const t = useWords('reports');
  const language = useLanguage();
  const [params] = useSearchParams();
  const to = (code: string): string => {
    const search = new URLSearchParams(params);
    search.set('organ', code);
    search.delete('cell');
    if (code === top.code) search.set('scope', 'own');
    return `?${search.toString()}`;
  };
  return (
    <section className="card reports-card" aria-label={t('members')}>
      <h2>{t('members')}</h2>
      <table className="reports-list">
        <TableHead
          columns={(['organ', 'received', 'carried-in', 'handled', 'carried-out'] as const).map((column) =>
            t(`members.${column}`),
          )}
        />
        <tbody>
          {members.map(({ organ, received, carriedIn, handled, carriedOut, isElsewhere = false }) => (
            <tr key={organ.code} data-organ={organ.code}>
              <td>
                <Link to={to(organ.code)}>{organ.name[language]}</Link>
                {isElsewhere ? <span className="muted small reports-line">{t('members.elsewhere')}</span> : null}
              </td>
              <td>{received}</td>
              <td>{carriedIn}</td>
              <td>{handled}</td>
              <td>{carriedOut}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
