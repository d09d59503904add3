import type { WorkOrderRow, WorkOrdersView } from '@gongkai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { NoClassified } from '../parts/no-classified.js';
import { useFocusBack } from '../parts/use-focus-back.js';

/** A table of the hotline: what it holds and what is wrong with it, then into the inbox. */
export function OrdersDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useWords('incoming');
  const client = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  useFocusBack();
  const look = useMutation({ mutationFn: (chosen: File) => send(chosen, true) });
  const take = useMutation({
    mutationFn: (chosen: File) => send(chosen, false),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.incoming }),
  });
  const choose = (chosen: File | undefined): void => {
    if (chosen === undefined) return;
    setFile(chosen);
    take.reset();
    look.mutate(chosen);
  };
  const error = look.error ?? take.error;
  return (
    <Modal open title={t('orders')} onCancel={onClose} footer={null} width={960}>
      <p className="muted">{t('orders.what')}</p>
      <NoClassified />
      <div className="inbox-acts">
        <Button onClick={() => picker.current?.click()} loading={look.isPending} autoFocus>
          {t('orders.choose')}
        </Button>
        {file !== null && look.data !== undefined && take.data === undefined ? (
          <Button type="primary" disabled={look.data.fresh === 0} loading={take.isPending} onClick={() => take.mutate(file)}>
            {t('orders.take', { count: look.data.fresh })}
          </Button>
        ) : null}
      </div>
      <input
        ref={picker}
        type="file"
        accept=".csv,.txt,.tsv,.xlsx"
        hidden
        aria-label={t('orders.choose')}
        onChange={({ target }) => {
          choose(target.files?.[0]);
          target.value = '';
        }}
      />
      {error === null ? null : <ErrorNotice error={error} />}
      {take.data === undefined ? null : <p role="status">{t('orders.taken', { count: take.data.fresh })}</p>}
      {look.data === undefined ? null : <Orders view={look.data} />}
    </Modal>
  );
}

function send(file: File, isPreview: boolean): Promise<WorkOrdersView> {
  const form = new FormData();
  form.append('file', file);
  return api.post<WorkOrdersView>('/work-orders', form, { query: { preview: isPreview } });
}

function Orders({ view: { rows, fresh, known, wrong } }: { readonly view: WorkOrdersView }): ReactNode {
  const t = useWords('incoming');
  return (
    <>
      <p>{t('orders.sum', { fresh, known, wrong })}</p>
      <div className="orders-rows" tabIndex={0} role="region" aria-label={t('orders')}>
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
                  {row.text}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Standing({ row: { known, problems } }: { readonly row: WorkOrderRow }): ReactNode {
  const t = useWords('incoming');
  if (problems.length === 0) return <span className="muted">{t(known ? 'orders.known' : 'orders.new')}</span>;
  return (
    <ul className="orders-problems">
      {problems.map(({ column, message }, i) => (
        <li key={i}>
          {column}：{message}
        </li>
      ))}
    </ul>
  );
}
