import type { CaseRow } from '@gongkai/contracts';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { CASE_COLUMNS, type ColumnName } from '../list/case-columns.js';
import { useSpeech } from '../list/speech.js';
import { keepTrail } from '../list/trail.js';

const COLUMNS: readonly ColumnName[] = ['left', 'due', 'organ', 'subject', 'state', 'turn', 'assignee'];

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
  const keep = (): void => keepTrail(rows.map(({ id }) => ({ id, address: `/case/${id}` })));
  const all = rows.every(({ id }) => ticked.has(id));
  return (
    <table className="case-table tick-table" aria-label={t('cases.from')}>
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
          {COLUMNS.map((name) => (
            <th key={name} scope="col" style={{ width: CASE_COLUMNS[name].width?.[language] }}>
              {lists(`column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} ticked={ticked.has(row.id)} onTick={() => onTick(toggled(ticked, row.id))} onOpen={keep} />
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

type RowProps = { readonly row: CaseRow; readonly ticked: boolean; readonly onTick: () => void; readonly onOpen: () => void };

function Row({ row, ticked, onTick, onOpen }: RowProps): ReactNode {
  const t = useWords('overview');
  const speech = useSpeech();
  return (
    <tr className={ticked ? 'case-row is-ticked' : 'case-row'} data-case={row.id}>
      <td className="tick-cell">
        <Checkbox aria-label={t('tick', { number: row.number })} checked={ticked} onChange={onTick} />
      </td>
      <td className="no-wrap">
        <Link className="strong" to={`/case/${row.id}`} onClick={onOpen}>
          {row.number}
        </Link>
      </td>
      {COLUMNS.map((name) => (
        <td key={name} className={`case-${name}`}>
          {CASE_COLUMNS[name].cell(row, speech)}
        </td>
      ))}
    </tr>
  );
}
