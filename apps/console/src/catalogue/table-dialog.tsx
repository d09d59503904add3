import type { DisclosureRow, DisclosureTable } from '@gongkai/contracts';
import { Button, Modal } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { NoClassified } from '../parts/no-classified.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { useTable } from './use-catalogue.js';

/** A table of published information: what it holds and what is wrong with it, then into the catalogue. */
export function TableDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useWords('catalogue');
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const { look, take } = useTable();
  useFocusBack();
  const choose = (chosen: File | undefined): void => {
    if (chosen === undefined) return;
    setFile(chosen);
    take.reset();
    look.mutate(chosen);
  };
  const error = look.error ?? take.error;
  return (
    <Modal open title={t('import')} onCancel={onClose} footer={null} width={960}>
      <p className="muted">{t('import.what')}</p>
      <NoClassified />
      <div className="catalogue-acts">
        <Button onClick={() => picker.current?.click()} loading={look.isPending} autoFocus>
          {t('import.choose')}
        </Button>
        {file === null ? null : <Take table={look.data} taking={take} onTake={() => take.mutate(file)} />}
      </div>
      <input
        ref={picker}
        type="file"
        accept=".csv,.txt,.tsv,.xlsx"
        hidden
        aria-label={t('import.choose')}
        onChange={({ target }) => {
          choose(target.files?.[0]);
          target.value = '';
        }}
      />
      {error === null ? null : <ErrorNotice error={error} />}
      {take.data === undefined ? null : <p role="status">{t('import.taken', { count: writtenIn(take.data) })}</p>}
      {look.data === undefined ? null : <Rows table={look.data} />}
    </Modal>
  );
}

/** Entries that are written for a table. */
const writtenIn = ({ fresh, changed }: DisclosureTable): number => fresh + changed;

type TakeProps = {
  readonly table: DisclosureTable | undefined;
  readonly taking: { readonly isPending: boolean; readonly isSuccess: boolean };
  readonly onTake: () => void;
};

/** Publishes what was looked at, once. */
function Take({ table, taking: { isPending, isSuccess }, onTake }: TakeProps): ReactNode {
  const t = useWords('catalogue');
  if (table === undefined || isSuccess) return null;
  const count = writtenIn(table);
  return (
    <Button type="primary" disabled={count === 0} loading={isPending} onClick={onTake}>
      {t('import.take', { count })}
    </Button>
  );
}

function Rows({ table: { rows, ...sum } }: { readonly table: DisclosureTable }): ReactNode {
  const t = useWords('catalogue');
  return (
    <>
      <p>{t('import.sum', sum)}</p>
      <div className="catalogue-rows" tabIndex={0} role="region" aria-label={t('import.rows')}>
        <table className="catalogue-table">
          <thead>
            <tr>
              {(['row', 'index-number', 'name', 'standing'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.row} data-row={row.row}>
                <td>{row.row}</td>
                <td>{row.indexNumber}</td>
                <td className="catalogue-name">{row.title}</td>
                <td>
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

function Standing({ row: { state, problems } }: { readonly row: DisclosureRow }): ReactNode {
  const t = useWords('catalogue');
  if (problems.length === 0) return <span className="muted">{t(`state.${state}`)}</span>;
  return (
    <ul className="catalogue-problems">
      {problems.map(({ column, message }, i) => (
        <li key={i}>
          {column}：{message}
        </li>
      ))}
    </ul>
  );
}
