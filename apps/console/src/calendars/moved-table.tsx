import type { CalendarMove, MovedCase } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDeadlineName } from '../clock/use-deadline-name.js';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { csvOf, download } from '../list/csv.js';
import { TableHead } from '../parts/table-head.js';

/** So many are shown; all of them are in the file. */
const SHOWN = 100;
/** One that every case has, and that says nothing new beside the due date. */
const BESIDE = ['replyDue', 'replyDueAtRegistration'];

type Props = {
  readonly items: readonly MovedCase[];
  /** Of the file, without its ending. */
  readonly name: string;
};

/** Which case moves from which day to which. */
export function MovedTable({ items, name }: Props): ReactNode {
  const t = useWords('calendars');
  const nameOf = useDeadlineName({ consultations: [] });
  const columns = (['number', 'organ', 'assignee', 'deadline', 'before', 'after'] as const).map((column) => t(`moved.${column}`));
  const cellOf = (move: CalendarMove, side: 'before' | 'after'): string =>
    `${move[side] ?? ''}${move[`${side}Provisional`] ? t('provisional') : ''}`;
  const save = (): void => {
    const rows = items.flatMap(({ case: { number }, organ, assignee, moves }) =>
      moves.map((move) => [
        ...[number, organ, assignee?.name ?? '', nameOf(move.deadline)],
        ...[cellOf(move, 'before'), cellOf(move, 'after')],
      ]),
    );
    download(csvOf([columns, ...rows]), `${name}.csv`);
  };
  if (items.length === 0) return null;
  return (
    <div className="cal-moved">
      <p>
        <Button size="small" onClick={save}>
          {t('export', { count: items.length })}
        </Button>{' '}
        {items.length > SHOWN ? <span className="muted dense">{t('moved.first', { count: SHOWN })}</span> : null}
      </p>
      <table className="set-table">
        <TableHead columns={columns} />
        <tbody>
          {items
            .slice(0, SHOWN)
            .flatMap((item) =>
              rowsOf(item).map((move) => (
                <Row key={`${item.case.id} ${move.deadline}`} item={item} move={move} name={nameOf(move.deadline)} />
              )),
            )}
        </tbody>
      </table>
    </div>
  );
}

const rowsOf = ({ moves }: MovedCase): readonly CalendarMove[] => {
  const told = moves.filter(({ deadline }) => !BESIDE.includes(deadline));
  return told.length === 0 ? moves : told;
};

type RowProps = { readonly item: MovedCase; readonly move: CalendarMove; readonly name: string };

function Row({ item: { case: one, organ, assignee }, move, name }: RowProps): ReactNode {
  return (
    <tr data-case={one.number} data-deadline={move.deadline}>
      <th scope="row">
        <Link to={`/case/${one.id}`}>{one.number}</Link>
      </th>
      <td>{organ}</td>
      <td>{assignee?.name ?? '—'}</td>
      <td>{name}</td>
      <Side day={move.before} isProvisional={move.beforeProvisional} />
      <Side day={move.after} isProvisional={move.afterProvisional} />
    </tr>
  );
}

function Side({ day, isProvisional }: { readonly day: CalendarMove['before']; readonly isProvisional: boolean }): ReactNode {
  const t = useWords('calendars');
  const { listed } = useDays();
  return (
    <td>
      {day === null ? '—' : listed(day)}
      {isProvisional ? <span className="muted">{t('provisional')}</span> : null}
    </td>
  );
}
