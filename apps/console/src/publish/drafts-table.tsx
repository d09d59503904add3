import type { PublicationDraft } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { TableHead } from '../parts/table-head.js';

type Props = { readonly drafts: readonly PublicationDraft[]; readonly withCase?: boolean };

/** Drafts: what, how far, until when. */
export function DraftsTable({ drafts, withCase = false }: Props): ReactNode {
  const t = useWords('publish');
  const columns = ['entry', ...(withCase ? (['case'] as const) : []), 'standing', 'due'] as const;
  return (
    <table className="publish-table" aria-label={t('list')}>
      <TableHead columns={columns.map((column) => t(column))} />
      <tbody>
        {drafts.map((draft) => (
          <Row key={draft.id} draft={draft} withCase={withCase} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ draft, withCase }: { readonly draft: PublicationDraft; readonly withCase: boolean }): ReactNode {
  const t = useWords('publish');
  return (
    <tr data-draft={draft.id}>
      <td className="publish-text">
        <Link to={`/publications/${draft.id}`}>{draft.title}</Link> <span className="muted small">{draft.indexNumber}</span>
      </td>
      {withCase ? (
        <td className="no-wrap">
          <Link to={`/case/${draft.case.id}?tab=files`}>{draft.case.number}</Link>
        </td>
      ) : null}
      <td>{t(draft.withdrawn === null ? `state.${draft.state}` : 'withdrawn', { reason: draft.withdrawn?.reason ?? '' })}</td>
      <td>
        <Due draft={draft} />
      </td>
    </tr>
  );
}

/** Until when it is to be public, by which article; said in words where it is over. */
export function Due({ draft: { due } }: { readonly draft: Pick<PublicationDraft, 'due'> }): ReactNode {
  const t = useWords('publish');
  const { listed } = useDays();
  if (due === null) return '—';
  return (
    <span className="no-wrap">
      {listed(due.on)}
      {due.provisional ? <span className="muted small"> {t('due.provisional')}</span> : null}
      {due.isPast ? <span className="strong"> {t('due.past')}</span> : null}
    </span>
  );
}
