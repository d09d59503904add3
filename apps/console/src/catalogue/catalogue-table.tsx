import type { CatalogueEntry } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';

type Props = { readonly entries: readonly CatalogueEntry[]; readonly onWithdraw: (entry: CatalogueEntry) => void };

/** Entries, with where each comes from and what became of it. */
export function CatalogueTable({ entries, onWithdraw }: Props): ReactNode {
  const t = useWords('catalogue');
  return (
    <div className="catalogue-scroll" tabIndex={0} role="region" aria-label={t('entries')}>
      <table className="catalogue-table">
        <thead>
          <tr>
            {(['index-number', 'name', 'kind', 'organ', 'published', 'standing'] as const).map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} onWithdraw={onWithdraw} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Entry({ entry, onWithdraw }: Pick<Props, 'onWithdraw'> & { readonly entry: CatalogueEntry }): ReactNode {
  const t = useWords('catalogue');
  const language = useLanguage();
  const { listed } = useDays();
  const { indexNumber, title, kind, organ, publishedOn, withdrawn, url } = entry;
  return (
    <tr data-entry={indexNumber}>
      <td className="no-wrap">{indexNumber}</td>
      <td className="catalogue-name">
        {url === null ? (
          title
        ) : (
          <a href={url} target="_blank" rel="noreferrer">
            {title}
          </a>
        )}
        {entry.case === null ? null : (
          <>
            {' '}
            <Link className="no-wrap dense" to={`/case/${entry.case.id}`}>
              {entry.case.number}
            </Link>
          </>
        )}
      </td>
      <td>{kind.name[language]}</td>
      <td>{organ.name[language]}</td>
      <td className="no-wrap">{listed(publishedOn)}</td>
      <td>
        {withdrawn === null ? (
          <Button size="small" onClick={() => onWithdraw(entry)} aria-label={t('withdraw.of', { title })}>
            {t('withdraw')}
          </Button>
        ) : (
          <span className="muted">
            {t('withdrawn', { day: listed(withdrawn.on), by: withdrawn.by ?? '', reason: withdrawn.reason })}
          </span>
        )}
      </td>
    </tr>
  );
}
