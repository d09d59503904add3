import type { AnnualReport } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { ReportNumber } from './printed-report-table.js';

const ROW = 'fees.processing.';

/** The processing fees, which section six tells in words (FEE): each figure with its cases. Formats before them have none. */
export function FeesCard({ report }: { readonly report: AnnualReport }): ReactNode {
  const t = useWords('reports');
  const language = useLanguage();
  const cells = Object.keys(report.names).filter((cell) => cell.startsWith(ROW));
  if (cells.length === 0) return null;
  return (
    <section className="card reports-card" aria-label={t('fees')}>
      <h2>{t('fees')}</h2>
      <table className="reports-table">
        <tbody>
          {cells.map((cell) => (
            <tr key={cell}>
              <th scope="row">{report.names[cell]?.[language] ?? cell}</th>
              <td>
                <ReportNumber cell={cell} report={report} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
