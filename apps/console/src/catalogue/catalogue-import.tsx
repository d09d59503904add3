import type { DisclosureRow, DisclosureTable } from '@gongkai/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useOrgans } from '../list/use-organ-name.js';
import { RowProblems } from '../parts/row-problems.js';
import { TableDialog } from '../parts/table-dialog.js';
import { TableHead } from '../parts/table-head.js';
import { useSession } from '../session/session.js';
import { CATALOGUE } from './use-catalogue.js';

/** A table of published information: what it holds and what is wrong with it, then into the catalogue. */
export function CatalogueImport({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useWords('catalogue');
  const client = useQueryClient();
  const { user } = useSession();
  const [organ, choose] = useState(user.organ);
  return (
    <TableDialog
      above={<OrganChoice organ={organ} onChoose={choose} />}
      about={organ}
      words={{ title: t('import'), what: t('import.what'), choose: t('import.choose') }}
      send={(table, preview) => api.post<DisclosureTable>('/disclosures/table', table, { query: { preview, organ } })}
      countOf={({ fresh, changed }) => fresh + changed}
      takeWords={(count) => t('import.take', { count })}
      takenWords={(count) => t('import.taken', { count })}
      onTaken={() => client.invalidateQueries({ queryKey: [CATALOGUE] })}
      onClose={onClose}
    >
      {(table) => <Rows table={table} />}
    </TableDialog>
  );
}

/** Whose catalogue it is, for who keeps those of several organs. */
function OrganChoice({ organ, onChoose }: { readonly organ: string; readonly onChoose: (code: string) => void }): ReactNode {
  const t = useWords('catalogue');
  const language = useLanguage();
  const organs = useOrgans().data?.items ?? [];
  if (organs.length < 2) return null;
  return (
    <p>
      <label htmlFor="catalogue-organ">{t('import.organ')}</label>{' '}
      <Select
        id="catalogue-organ"
        value={organ}
        options={organs.map(({ code, name }) => ({ value: code, label: name[language] }))}
        onChange={onChoose}
        popupMatchSelectWidth={false}
      />
    </p>
  );
}

function Rows({ table: { rows, ...sum } }: { readonly table: DisclosureTable }): ReactNode {
  const t = useWords('catalogue');
  const listed = rows.filter(({ state }) => state === 'wrong').length;
  return (
    <>
      <p>{t('import.sum', sum)}</p>
      {listed < sum.wrong && <p>{t('import.more', { count: listed })}</p>}
      <div className="table-rows" tabIndex={0} role="region" aria-label={t('import.rows')}>
        <table className="catalogue-table">
          <TableHead columns={(['row', 'index-number', 'name', 'standing'] as const).map((column) => t(column))} />
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
  return <RowProblems problems={problems} />;
}
