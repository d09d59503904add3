import type { CaseRow } from '@gongkai/contracts';
import { useRef, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { keepTrail } from '../list/trail.js';
import { useRowKeys } from '../list/use-row-keys.js';
import { registerCell, registerHead, type RegisterColumn } from './register-columns.js';
import './register-page.css';

type Props = { readonly rows: readonly CaseRow[]; readonly columns: readonly RegisterColumn[] };

/** A line for each number. */
export function RegisterTable({ rows, columns }: Props): ReactNode {
  const t = useWords('inbox');
  const terms = useWords('terms');
  const lists = useWords('lists');
  const navigate = useNavigate();
  const table = useRef<HTMLTableElement>(null);
  useRowKeys(table, { why: (id) => void navigate(`/case/${id}/why`) });
  const keep = (): void => keepTrail(rows.map(({ id }) => ({ id, address: `/case/${id}` })));
  const cell = (row: CaseRow, column: RegisterColumn): ReactNode => {
    const text = registerCell[column](row, { t, terms, lists });
    if (column !== 'number') return text;
    return (
      <Link to={`/case/${row.id}`} data-opens="" onClick={keep}>
        {text}
      </Link>
    );
  };
  return (
    <table className="register-table" ref={table} aria-label={t('register.title')}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={`register-${column}`}>
              {registerHead(column, { t })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-case={row.id}>
            {columns.map((column) => (
              <td key={column} className={`register-${column}`} title={column === 'subject' ? row.subject : undefined}>
                {cell(row, column)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
