import type { RedactionList } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { addressOfFile } from '../parts/file-address.js';
import { useRedactionsOf } from './use-redaction.js';

/** Files of a case of which parts are withheld, how far they are, and what was made of them. */
export function RedactionsTable({ caseId }: { readonly caseId: string }): ReactNode {
  const t = useWords('redact');
  const items = useRedactionsOf(caseId).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <table className="case-table" aria-label={t('list')}>
      <thead>
        <tr>
          <th scope="col">{t('list')}</th>
          <th scope="col">{t('standing')}</th>
          <th scope="col">{t('result')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ item: { id, source, state, done, total, result } }: { readonly item: RedactionList['items'][number] }): ReactNode {
  const t = useWords('redact');
  return (
    <tr>
      <td className="free-text">
        <Link to={`/redact/${id}`}>{source.name}</Link>
      </td>
      <td>{t(`state.${state}`, { done, total: total ?? 0 })}</td>
      <td className="free-text">
        {result === null ? (
          '—'
        ) : (
          <a href={addressOfFile(result)} target="_blank" rel="noreferrer">
            {result.name}
          </a>
        )}
      </td>
    </tr>
  );
}
