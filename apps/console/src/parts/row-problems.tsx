import type { ReactNode } from 'react';
import './table-dialog.css';

type Problem = { readonly column: string; readonly message: string };

/** What is wrong with a row of a table, column by column. */
export const RowProblems = ({ problems }: { readonly problems: readonly Problem[] }): ReactNode => (
  <ul className="row-problems">
    {problems.map(({ column, message }, i) => (
      <li key={i}>
        {column}：{message}
      </li>
    ))}
  </ul>
);
