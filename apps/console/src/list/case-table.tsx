import type { CaseRow, Light } from '@gongkai/contracts';
import { useRef, type MouseEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { remedyDue } from '../clock/remedy-due.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { LightIcon } from '../parts/light.js';
import { CASE_COLUMNS, type ColumnName } from './case-columns.js';
import { fitting, roomFor } from './fitting.js';
import { useSpeech } from './speech.js';
import { keepTrail } from './trail.js';
import { useRoom } from './use-room.js';
import { useRowKeys } from './use-row-keys.js';
import './case-table.css';

/** What a list is grouped by: the light, and what is over, by itself where it has to be answered for or sent again. */
type Head = Light | 'remedy' | 'returned' | 'over';
/** The order in which they are worked off. */
const URGENCY: readonly Head[] = ['overdue', 'red', 'remedy', 'returned', 'yellow', 'green', 'stopped', 'none', 'over'];
const OVER: ReadonlySet<CaseRow['state']> = new Set(['dispatched', 'closed', 'filed']);

function headOf({ light, turn, state }: CaseRow): Head {
  if (remedyDue(turn) !== null) return 'remedy';
  if (state === 'returned') return state;
  return light === 'none' && OVER.has(state) ? 'over' : light;
}

type Props = {
  readonly rows: readonly CaseRow[];
  readonly columns: readonly ColumnName[];
  /** What the table lists, for who cannot see it. */
  readonly label: string;
  /** Under the heads of the lights; else one list, as it comes. */
  readonly grouped?: boolean;
  /** Whether the reader has chosen the columns: then all of them stay, and the table is moved sideways. */
  readonly chosen?: boolean;
  /** Where a row leads, if not to the case. */
  readonly open?: (row: CaseRow) => string;
};

/** Cases, a line each; the whole line opens. */
export function CaseTable({ rows, label, grouped = true, chosen = false, open = caseOf, ...props }: Props): ReactNode {
  const t = useWords('lists');
  const language = useLanguage();
  const navigate = useNavigate();
  const body = useRef<HTMLTableElement>(null);
  const room = useRoom(body);
  const widthOf = (name: ColumnName): number | undefined => CASE_COLUMNS[name].width?.[language];
  const columns = chosen ? props.columns : fitting(props.columns, widthOf, room);
  const groups = grouped ? groupsOf(rows) : [{ head: null, rows }];
  const ordered = groups.flatMap((group) => group.rows);
  const keep = (): void => keepTrail(ordered.map((each) => ({ id: each.id, address: open(each) })));
  useRowKeys(body, { why: (id) => void navigate(`/case/${id}/why`) });
  const rowOf = (row: CaseRow): ReactNode => (
    <Row key={row.id} row={row} columns={columns} onLeave={keep} onOpen={() => void navigate(open(row))} />
  );
  return (
    <table className="list-table" aria-label={label} ref={body} style={{ minWidth: roomFor(columns, widthOf) }}>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col" style={{ width: widthOf(name) }}>
              {t(`column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.head ?? 'all'}>
          {group.head === null ? null : <GroupHead head={group.head} count={group.rows.length} columns={columns.length} />}
          {group.rows.map(rowOf)}
        </tbody>
      ))}
    </table>
  );
}

const caseOf = ({ id }: CaseRow): string => `/case/${id}`;

type Group = { readonly head: Head | null; readonly rows: readonly CaseRow[] };

const groupsOf = (rows: readonly CaseRow[]): readonly Group[] =>
  URGENCY.map((head) => ({ head, rows: rows.filter((row) => headOf(row) === head) })).filter((group) => group.rows.length > 0);

function GroupHead({
  head,
  count,
  columns,
}: {
  readonly head: Head;
  readonly count: number;
  readonly columns: number;
}): ReactNode {
  const t = useWords('lists');
  const terms = useWords('terms');
  const isLight = head !== 'remedy' && head !== 'returned' && head !== 'over';
  return (
    <tr className="list-group">
      <th scope="colgroup" colSpan={columns}>
        <LightIcon light={isLight ? head : 'none'} size={13} /> {isLight ? terms(`light.${head}`) : t(`group.${head}.name`)}
        <span className="list-group-note">{t(`group.${head}`)}</span>
        <span className="list-group-count">{t('cases', { count })}</span>
      </th>
    </tr>
  );
}

type RowProps = {
  readonly row: CaseRow;
  readonly columns: readonly ColumnName[];
  /** By whichever link of the line. */
  readonly onLeave: () => void;
  readonly onOpen: () => void;
};

/** Into another tab or window: the list stays where it is. */
const opensElsewhere = ({ ctrlKey, metaKey, shiftKey }: MouseEvent): boolean => ctrlKey || metaKey || shiftKey;

function Row({ row, columns, onLeave, onOpen }: RowProps): ReactNode {
  const speech = useSpeech();
  const click = (event: MouseEvent): void => {
    const at = event.target instanceof Element ? event.target : null;
    if (opensElsewhere(event) || at?.closest('button, input')) return;
    onLeave();
    if (at?.closest('a:not([data-opens])')) return;
    event.preventDefault();
    onOpen();
  };
  return (
    // Before the links of the line are heard: once they have led away, the list is not the page any more.
    <tr className="list-row" data-case={row.id} onClickCapture={click}>
      {columns.map((name) => (
        <td key={name} className={`list-${name}`}>
          {CASE_COLUMNS[name].cell(row, speech)}
        </td>
      ))}
    </tr>
  );
}
