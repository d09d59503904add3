import type { CatalogueYear } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { TableHead } from '../parts/table-head.js';

type Props = { readonly year: CatalogueYear };

/** What was published after its period (REG 26: 20 working days from the day it was made), with the day until which it was to be. */
export function LateTable({ year: { lateEntries, kinds } }: Props): ReactNode {
  const t = useWords('catalogue');
  const language = useLanguage();
  const { listed } = useDays();
  const counted = kinds.reduce((sum, { late }) => sum + late, 0);
  if (lateEntries.length === 0) return null;
  const columns = ['index-number', 'name', 'kind', 'organ', 'late.made', 'late.due', 'late.published'] as const;
  return (
    <section className="card" aria-labelledby="catalogue-late">
      <h2 id="catalogue-late" className="catalogue-head">
        {t('late.title')}
      </h2>
      <p className="muted dense catalogue-note">{t('late.what')}</p>
      <div className="catalogue-scroll" tabIndex={0} role="region" aria-label={t('late.title')}>
        <table className="catalogue-table">
          <TableHead columns={columns.map((column) => t(column))} />
          <tbody>
            {lateEntries.map(({ id, indexNumber, title, kind, organ, madeOn, dueOn, publishedOn }) => (
              <tr key={id} data-late={indexNumber}>
                <td className="no-wrap">{indexNumber}</td>
                <td className="catalogue-name">{title}</td>
                <td>{kinds.find((one) => one.kind.code === kind)?.kind.name[language] ?? kind}</td>
                <td>{organ.name[language]}</td>
                <td className="no-wrap">{listed(madeOn)}</td>
                <td className="no-wrap">{listed(dueOn)}</td>
                <td className="no-wrap">{listed(publishedOn)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {counted > lateEntries.length ? (
        <p role="status" className="catalogue-note">
          {t('late.more', { count: counted - lateEntries.length })}
        </p>
      ) : null}
    </section>
  );
}
