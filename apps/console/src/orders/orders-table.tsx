import type { OrderRow, People } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useOrganName } from '../list/use-organ-name.js';
import { TableHead } from '../parts/table-head.js';
import { useOrderWords } from './use-order-words.js';
import '../case/case-page.css';

const COLUMNS = ['state-of', 'due', 'case', 'kind', 'to-whom', 'answer'] as const;

type Props = { readonly rows: readonly OrderRow[]; readonly people: People };

/** Orders, a line each: what is demanded last and what was said to it; the whole of it stands in the case. */
export function OrdersTable({ rows, people }: Props): ReactNode {
  const t = useWords('orders');
  return (
    <table className="case-table orders-table" aria-label={t('title')}>
      <TableHead columns={COLUMNS.map((column) => t(column))} />
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} people={people} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, people }: { readonly row: OrderRow; readonly people: People }): ReactNode {
  const terms = useWords('terms');
  const organName = useOrganName();
  const { due, answer, closed, who, named } = useOrderWords(people);
  const last = row.demands.at(-1);
  if (last === undefined) return null;
  const { case: one } = row;
  return (
    <tr data-order={row.id} data-state={row.state}>
      <td className="no-wrap order-state">{terms(`orderState.${row.state}`)}</td>
      <td className="no-wrap">{due(last)}</td>
      <td className="free-text">
        <Link className="strong" to={`/case/${one.id}`}>
          {one.number}
        </Link>
        <div className="muted small">{one.subject}</div>
      </td>
      <td className="free-text">
        <span className="strong">{terms(`orderKind.${row.kind}`)}</span> {last.text}
        <div className="muted small">{who(last.by, last.on)}</div>
      </td>
      <td className="free-text">
        {named(row, one.assignee)}
        <div className="muted small">{organName(one.organ)}</div>
      </td>
      <td className="free-text">
        {last.answer === null ? '' : answer(last.answer)}
        {row.closed === null ? null : <div>{closed(row.closed)}</div>}
      </td>
    </tr>
  );
}
