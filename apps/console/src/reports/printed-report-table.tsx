import { ordinal, type AnnualReport, type PrintedCell, type PrintedTable } from '@gongkai/contracts';
import type { KeyboardEvent, ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useLanguage, useWords } from '../i18n/use-words.js';

type Props = { readonly table: PrintedTable; readonly report: AnnualReport };

/** A table as the format prints it: zeros stay, every number that is counted opens its cases. Arrows move from number to number. */
export function PrintedReportTable({ table, report }: Props): ReactNode {
  const t = useWords('reports');
  const language = useLanguage();
  const section = report.sections.find(({ id }) => id === table.section);
  const title = section === undefined ? '' : t('section', { no: ordinal(section.no, language), title: section.title[language] });
  const head = table.rows.slice(0, table.headRows);
  const row = (cells: readonly PrintedCell[], i: number): ReactNode => (
    <tr key={i}>
      {cells.map((cell, j) => (
        <Cell key={cell.cell ?? j} cell={cell} report={report} />
      ))}
    </tr>
  );
  return (
    <section className="card reports-paper" aria-label={title}>
      <div className="reports-scroll" tabIndex={0} role="region" aria-label={title}>
        <table className={`reports-table reports-table-${table.id}`} onKeyDown={(event) => move(event, table)}>
          <caption>{title}</caption>
          {head.length === 0 ? null : <thead>{head.map(row)}</thead>}
          <tbody>{table.rows.slice(table.headRows).map(row)}</tbody>
        </table>
      </div>
    </section>
  );
}

function Cell({ cell, report }: { readonly cell: PrintedCell; readonly report: AnnualReport }): ReactNode {
  const language = useLanguage();
  const { colSpan, rowSpan, heads, cell: id } = cell;
  if (id !== null)
    return (
      <td colSpan={colSpan} rowSpan={rowSpan} className={differs(id, report) ? 'is-different' : undefined}>
        <ReportNumber cell={id} report={report} />
      </td>
    );
  const group = (heads === 'rows' ? rowSpan : colSpan) > 1 ? 'group' : '';
  return (
    <th colSpan={colSpan} rowSpan={rowSpan} scope={`${heads === 'rows' ? 'row' : 'col'}${group}`}>
      {cell.text[language]}
    </th>
  );
}

/** Tables B and C and the fees are counted; what people enter has no cases. */
const COUNTED = /^(b|c|fees)\./;

/** The number of a cell; where it is counted, the way to its cases. */
export function ReportNumber({ cell, report }: { readonly cell: string; readonly report: AnnualReport }): ReactNode {
  const t = useWords('reports');
  const language = useLanguage();
  const [params] = useSearchParams();
  const number = report.numbers[cell] ?? null;
  if (number === null) return <span className="muted">{t('not-entered')}</span>;
  if (!COUNTED.test(cell)) return number;
  const to = new URLSearchParams(params);
  to.set('cell', cell);
  return (
    <Link
      to={{ search: to.toString() }}
      replace
      data-cell={cell}
      className={number === 0 ? 'is-zero' : undefined}
      aria-current={params.get('cell') === cell ? 'true' : undefined}
      aria-label={t('number', { name: report.names[cell]?.[language] ?? cell, number })}
    >
      {number}
    </Link>
  );
}

/** Whether an identity that does not hold is about this cell. */
const differs = (cell: string, { checks }: AnnualReport): boolean =>
  checks.some(({ differences }) => differences.some(({ place }) => matches(place, cell)));

const matches = (place: string, cell: string): boolean => {
  const [table, row, column] = cell.split('.');
  return [cell, `${table ?? ''}.*.${column ?? ''}`, `${table ?? ''}.${row ?? ''}.*`].includes(place);
};

/** How far an arrow goes, in numbers as they are read. */
function stepOf(key: string, { rows }: PrintedTable): number {
  const abreast = rows.at(-1)?.filter(({ cell }) => cell !== null).length ?? 1;
  return { ArrowRight: 1, ArrowLeft: -1, ArrowDown: abreast, ArrowUp: -abreast }[key] ?? 0;
}

function move(event: KeyboardEvent<HTMLTableElement>, table: PrintedTable): void {
  const numbers = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('a[data-cell]')];
  const at = numbers.findIndex((number) => number === document.activeElement);
  const step = stepOf(event.key, table);
  if (step === 0 || at === -1) return;
  event.preventDefault();
  numbers[at + step]?.focus();
}
