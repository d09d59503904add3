import type { RegisterRow } from '@gongkai/contracts';
import { Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { RowProblems } from '../parts/row-problems.js';
import { TableHead } from '../parts/table-head.js';

/** Rows on the screen at once: nobody reads more, and a table of years has thousands. */
const SHOWN = 500;

const isTold = ({ state, leftOut }: RegisterRow): boolean => state === 'wrong' || leftOut.length > 0;

/** What every row would be, and what is wrong with it, column by column. */
export function ImportRows({ rows }: { readonly rows: readonly RegisterRow[] }): ReactNode {
  const t = useWords('imports');
  const [isOnly, setOnly] = useState(rows.some(isTold));
  const shown = rows.filter((row) => !isOnly || isTold(row)).slice(0, SHOWN);
  return (
    <>
      <Checkbox checked={isOnly} onChange={({ target }) => setOnly(target.checked)}>
        {t('only')}
      </Checkbox>
      <div className="table-rows" tabIndex={0} role="region" aria-label={t('rows')}>
        <table className="set-table">
          <TableHead columns={(['row', 'number', 'applicant', 'standing'] as const).map((column) => t(column))} />
          <tbody>
            {shown.map((row) => (
              <tr key={row.row} data-row={row.row}>
                <td>{row.row}</td>
                <td>{row.number}</td>
                <td>{row.applicant}</td>
                <td className="set-wide">
                  <Standing row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Standing({ row: { state, problems, leftOut } }: { readonly row: RegisterRow }): ReactNode {
  const t = useWords('imports');
  return (
    <>
      {t(`state.${state}`)}
      <RowProblems problems={problems} />
      <ul className="imports-left-out">
        {leftOut.map(({ column, message }) => (
          <li key={`${column} ${message}`}>
            {t('left-out')}
            {column}：{message}
          </li>
        ))}
      </ul>
    </>
  );
}
