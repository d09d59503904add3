import type { ReactNode } from 'react';

type Props = {
  /** What the columns are called. */
  readonly columns: readonly string[];
  /** Cells behind them, of columns without a name. */
  readonly children?: ReactNode;
};

/** The head of a table: one cell a column, told to be one. */
export const TableHead = ({ columns, children }: Props): ReactNode => (
  <thead>
    <tr>
      {columns.map((column) => (
        <th key={column} scope="col">
          {column}
        </th>
      ))}
      {children}
    </tr>
  </thead>
);
