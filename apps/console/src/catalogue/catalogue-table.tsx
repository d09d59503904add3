import { attributeTexts, type CatalogueEntry } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { TableHead } from '../parts/table-head.js';
import type { ReasonedAct } from './use-catalogue.js';

/** What is about to be done to an entry. */
export type Acting = { readonly entry: CatalogueEntry; readonly act: ReasonedAct | 'file' };

/** As the Regulations want them (REG 12), and to whom it may be given. */
const COLUMNS = ['index-number', 'name', 'kind', 'organ', 'made', 'published', 'attribute', 'standing'] as const;

type OnAct = { readonly onAct: (acting: Acting) => void };
type Props = OnAct & { readonly entries: readonly CatalogueEntry[] };

/** Entries, with where each comes from and what became of it. */
export function CatalogueTable({ entries, onAct }: Props): ReactNode {
  const t = useWords('catalogue');
  return (
    <div className="catalogue-scroll" tabIndex={0} role="region" aria-label={t('entries')}>
      <table className="catalogue-table">
        <TableHead columns={COLUMNS.map((column) => t(column))} />
        <tbody>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} onAct={onAct} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Entry({ entry, onAct }: OnAct & { readonly entry: CatalogueEntry }): ReactNode {
  const language = useLanguage();
  const { listed } = useDays();
  const { indexNumber, title, summary, kind, organ, madeOn, publishedOn, attribute, url, file } = entry;
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
        {file === null ? null : (
          <>
            {' '}
            <a className="dense" href={`/api/v1/public/disclosures/${entry.id}/file`} download={file.name}>
              {file.name}
            </a>
          </>
        )}
        {entry.case === null ? null : (
          <>
            {' '}
            <Link className="no-wrap dense" to={`/case/${entry.case.id}`}>
              {entry.case.number}
            </Link>
          </>
        )}
        {summary === '' ? null : <p className="muted dense">{summary}</p>}
      </td>
      <td>{kind.name[language]}</td>
      <td>{organ.name[language]}</td>
      <td className="no-wrap">{madeOn === null ? '' : listed(madeOn)}</td>
      <td className="no-wrap">{listed(publishedOn)}</td>
      <td className="no-wrap">{attributeTexts[attribute][language]}</td>
      <td>
        <Standing entry={entry} onAct={onAct} />
      </td>
    </tr>
  );
}

/** What became of it, and what can be done with it. */
function Standing({ entry, onAct }: OnAct & { readonly entry: CatalogueEntry }): ReactNode {
  const t = useWords('catalogue');
  const { listed } = useDays();
  const { title, withdrawn } = entry;
  const button = (act: Acting['act']): ReactNode => (
    <Button size="small" onClick={() => onAct({ entry, act })} aria-label={t(`${act}.of`, { title })}>
      {t(act)}
    </Button>
  );
  if (withdrawn === null)
    return (
      <span className="no-wrap">
        {button('withdrawal')} {button('file')}
      </span>
    );
  return (
    <span className="muted">
      {t('withdrawn', { day: listed(withdrawn.on), by: withdrawn.by ?? '', reason: withdrawn.reason })}{' '}
      {withdrawn.byReader ? button('restoration') : null}
    </span>
  );
}
