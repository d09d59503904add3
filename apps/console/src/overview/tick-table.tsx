import type { CaseRow } from '@gongkai/contracts';
import { Checkbox } from 'antd';
import { useRef, type MouseEvent, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { CASE_COLUMNS, type ColumnName } from '../list/case-columns.js';
import { fitting, roomFor } from '../list/fitting.js';
import { useSpeech } from '../list/speech.js';
import { keepTrail } from '../list/trail.js';
import { useRoom } from '../list/use-room.js';
import '../list/case-table.css';

/** What a line says beside the number, as far as there is room. */
export const LISTED: readonly ColumnName[] = ['left', 'due', 'organ', 'subject', 'state', 'turn', 'assignee'];

/** What ticks and numbers in full take: pixels, as in the styles. */
const TICK_AND_NUMBER = 260;

type Props = {
  readonly rows: readonly CaseRow[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
};

/** Cases of several organs, a line each, that can be ticked to do something with all of them. */
export function TickTable({ rows, ticked, onTick }: Props): ReactNode {
  const t = useWords('overview');
  const lists = useWords('lists');
  const language = useLanguage();
  const table = useRef<HTMLTableElement>(null);
  const room = useRoom(table) - TICK_AND_NUMBER;
  const widthOf = (name: ColumnName): number | undefined => CASE_COLUMNS[name].width?.[language];
  const columns = fitting(LISTED, widthOf, room);
  const keep = (): void => keepTrail(rows.map(({ id }) => ({ id, address: `/case/${id}` })));
  const all = rows.every(({ id }) => ticked.has(id));
  return (
    <table
      className="list-table tick-table"
      aria-label={t('cases.from')}
      ref={table}
      style={{ minWidth: TICK_AND_NUMBER + roomFor(columns, widthOf) }}
    >
      <thead>
        <tr>
          <th scope="col" className="tick-cell">
            <Checkbox
              aria-label={t('tick.all')}
              checked={all}
              indeterminate={!all && ticked.size > 0}
              onChange={({ target }) => onTick(new Set(target.checked ? rows.map(({ id }) => id) : []))}
            />
          </th>
          <th scope="col" className="tick-number">
            {lists('column.number')}
          </th>
          {columns.map((name) => (
            <th key={name} scope="col" style={{ width: widthOf(name) }}>
              {lists(`column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            columns={columns}
            ticked={ticked.has(row.id)}
            onTick={() => onTick(toggled(ticked, row.id))}
            onOpen={keep}
          />
        ))}
      </tbody>
    </table>
  );
}

function toggled(ticked: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ticked);
  if (!next.delete(id)) next.add(id);
  return next;
}

type RowProps = {
  readonly row: CaseRow;
  readonly columns: readonly ColumnName[];
  readonly ticked: boolean;
  readonly onTick: () => void;
  readonly onOpen: () => void;
};

/** The whole line opens, but for its tick and its links. */
function Row({ row, columns, ticked, onTick, onOpen }: RowProps): ReactNode {
  const t = useWords('overview');
  const speech = useSpeech();
  const navigate = useNavigate();
  const click = ({ target }: MouseEvent): void => {
    if (target instanceof Element && target.closest('a, .tick-cell') !== null) return;
    onOpen();
    void navigate(`/case/${row.id}`);
  };
  return (
    <tr className={ticked ? 'list-row is-ticked' : 'list-row'} data-case={row.id} onClick={click}>
      <td className="tick-cell">
        <Checkbox aria-label={t('tick', { number: row.number })} checked={ticked} onChange={onTick} />
      </td>
      <td className="no-wrap">
        <Link className="number-link" to={`/case/${row.id}`} onClick={onOpen}>
          {row.number}
        </Link>
      </td>
      {columns.map((name) => (
        <td key={name} className={`list-${name}`}>
          {CASE_COLUMNS[name].cell(row, speech)}
        </td>
      ))}
    </tr>
  );
}
