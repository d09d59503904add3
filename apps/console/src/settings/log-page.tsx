import type { AdminLogEntry } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { TableHead } from '../parts/table-head.js';
import { useAdminLog } from './queries.js';
import { nameKeyOf } from './log-words.js';
import { LOG_FIELDS, useLogValue, type LogField } from './use-log-value.js';
import { useMoment } from './use-moment.js';
import './settings.css';

/** What was changed, by whom, before and after; nobody can change it. */
export function LogPage(): ReactNode {
  const t = useWords('settings');
  const [address] = useSearchParams();
  const subject = address.get('subject') ?? undefined;
  const { data: entries, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAdminLog(subject);
  return (
    <section className="card">
      <header className="card-head">
        <h1>{t('page.log')}</h1>
        <p className="muted dense">{t('log-what')}</p>
        <span className="spring" />
        {subject === undefined ? null : <Link to="/settings/log">{t('log.all')}</Link>}
      </header>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {entries === undefined ? null : <LogTable entries={entries} />}
      {hasNextPage ? (
        <Button className="set-more" onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
          {t('log.more')}
        </Button>
      ) : null}
    </section>
  );
}

function LogTable({ entries }: { readonly entries: readonly AdminLogEntry[] }): ReactNode {
  const t = useWords('settings');
  const moment = useMoment();
  if (entries.length === 0) return <p className="set-empty">{t('log-none')}</p>;
  return (
    <div className="set-scroll">
      <table className="set-table">
        <TableHead columns={(['at', 'actor', 'action', 'subject', 'what'] as const).map((column) => t(`log.${column}`))} />
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq}>
              <td>{moment(entry.at)}</td>
              <td>{entry.actor?.name ?? t('log.command-line')}</td>
              <td>{t(`action.${entry.action}`)}</td>
              <td>
                <Link to={`/settings/log?subject=${entry.subject.id}`}>{entry.subject.name}</Link>
              </td>
              <td className="set-wide">
                <Difference entry={entry} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What an entry says: of a change the fields that differ, of a beginning or end all of them. */
function Difference({ entry: { action, before, after } }: { readonly entry: AdminLogEntry }): ReactNode {
  const t = useWords('settings');
  const value = useLogValue();
  const said = { ...before, ...after };
  const fields = LOG_FIELDS.filter((field) => field in said);
  const nameOf = (field: LogField): string => t(nameKeyOf(field, action));
  const same = (field: LogField): boolean => JSON.stringify(before?.[field]) === JSON.stringify(after?.[field]);
  const isChange = before !== null && after !== null;
  return (
    <ul className="set-difference">
      {fields
        .filter((field) => !isChange || !same(field) || field === 'role')
        .map((field) => (
          <li key={field}>
            <span className="muted">{nameOf(field)}</span>{' '}
            {isChange && !same(field)
              ? `${value(field, before[field])} → ${value(field, after[field])}`
              : value(field, (after ?? before)?.[field])}
          </li>
        ))}
    </ul>
  );
}
