import type { RegisterImport, RegisterImports } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { TableHead } from '../parts/table-head.js';
import { ConfirmAct } from './confirm-act.js';
import { ADMIN, useChange } from './queries.js';
import { useMoment } from './use-moment.js';

/** Milliseconds between two looks at an import that is under way. */
const LOOK = 1000;

/** Asked again while one is under way; it goes on whether anybody looks or not. */
const useImports = () =>
  useQuery({
    queryKey: [ADMIN, 'imports'],
    queryFn: async () => (await api.get<RegisterImports>('/register-imports')).items,
    refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'running') === true ? LOOK : false),
  });

/** Every import there was: who, when, how far, and taken back by whom. */
export function ImportsTable(): ReactNode {
  const t = useWords('imports');
  const { data: imports, error, refetch } = useImports();
  const [undoing, setUndoing] = useState<RegisterImport | null>(null);
  const undo = useChange(
    ({ id }: RegisterImport) => api.post<RegisterImport>(`/register-imports/${id}/undo`),
    () => setUndoing(null),
  );
  const columns = ['file', 'begun', 'by', 'progress', 'state'] as const;
  return (
    <section className="card" aria-label={t('list')}>
      <header className="card-head">
        <h2>{t('list')}</h2>
      </header>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {imports?.length === 0 ? <p className="set-empty">{t('none')}</p> : null}
      {imports === undefined || imports.length === 0 ? null : (
        <div className="set-scroll">
          <table className="set-table">
            <TableHead columns={columns.map((column) => t(column))}>
              <td />
            </TableHead>
            <tbody>
              {imports.map((one) => (
                <ImportRow key={one.id} one={one} onUndo={() => setUndoing(one)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {undoing === null ? null : (
        <ConfirmAct
          title={t('undo.title', { name: undoing.fileName })}
          consequences={[t('undo.1'), t('undo.2'), t('undo.3')]}
          act={t('undo')}
          onAct={() => undo.mutate(undoing)}
          onClose={() => {
            undo.reset();
            setUndoing(null);
          }}
          isPending={undo.isPending}
          error={undo.error}
        />
      )}
    </section>
  );
}

type RowProps = { readonly one: RegisterImport; readonly onUndo: () => void };

function ImportRow({ one, onUndo }: RowProps): ReactNode {
  const t = useWords('imports');
  const moment = useMoment();
  const { fileName, begunAt, begunBy, done, total, state } = one;
  return (
    <tr data-import={state}>
      <th scope="row">{fileName}</th>
      <td>{moment(begunAt)}</td>
      <td>{begunBy?.name ?? t('command-line')}</td>
      <td>
        <progress aria-label={`${t('progress')} ${fileName}`} value={done} max={Math.max(total, 1)} />{' '}
        {t('progress.of', { done, total })}
      </td>
      <td className="set-wide">
        <State one={one} />
      </td>
      <td>
        {state === 'ended' || state === 'stopped' ? (
          <Button size="small" onClick={onUndo} aria-label={`${t('undo')}: ${fileName}`}>
            {t('undo')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

function State({ one: { state, undoneAt, undoneBy } }: Pick<RowProps, 'one'>): ReactNode {
  const t = useWords('imports');
  const moment = useMoment();
  if (state !== 'undone') return t(`state.${state}`);
  return t('state.undone', { who: undoneBy?.name ?? t('command-line'), when: undoneAt === null ? '' : moment(undoneAt) });
}
