import type { WorkOrderRow, WorkOrdersView } from '@gongkai/contracts';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useWords } from '../i18n/use-words.js';
import { Changed } from '../parts/changed.js';
import { RowProblems } from '../parts/row-problems.js';
import { TableDialog } from '../parts/table-dialog.js';

/** A table of the hotline: what it holds and what is wrong with it, then into the inbox. */
export function OrdersDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useWords('incoming');
  const client = useQueryClient();
  return (
    <TableDialog
      words={{ title: t('orders'), what: t('orders.what'), choose: t('orders.choose') }}
      send={(table, preview) => api.post<WorkOrdersView>('/work-orders', table, { query: { preview } })}
      countOf={({ fresh, added }) => fresh + added}
      takeWords={(count) => t('orders.take', { count })}
      takenWords={(count) => t('orders.taken', { count })}
      onTaken={() => client.invalidateQueries({ queryKey: keys.incoming })}
      onClose={onClose}
    >
      {(view) => <Orders view={view} />}
    </TableDialog>
  );
}

function Orders({ view: { rows, fresh, known, added, wrong } }: { readonly view: WorkOrdersView }): ReactNode {
  const t = useWords('incoming');
  return (
    <>
      <p>{t('orders.sum', { fresh, known, added, wrong })}</p>
      <div className="table-rows" tabIndex={0} role="region" aria-label={t('orders')}>
        <table className="inbox-table">
          <thead>
            <tr>
              {(['row', 'number', 'time', 'kind', 'state'] as const).map((column) => (
                <th key={column}>{t(`orders.${column}`)}</th>
              ))}
              <th>{t('content')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.row} data-order={row.key}>
                <td>{row.row}</td>
                <td>{row.key}</td>
                <td>{row.arrivedAt}</td>
                <td>{row.kind === null ? null : t(`orders.kind.${row.kind}`)}</td>
                <td>
                  <Standing row={row} />
                </td>
                <td className="one-line" title={row.text}>
                  {row.before === null ? row.text : <Changed before={row.before} after={row.text} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Standing({ row: { known, before, problems } }: { readonly row: WorkOrderRow }): ReactNode {
  const t = useWords('incoming');
  const standing = known ? 'orders.known' : before === null ? 'orders.new' : 'orders.added';
  if (problems.length === 0) return <span className="muted">{t(standing)}</span>;
  return <RowProblems problems={problems} />;
}
