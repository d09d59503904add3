import { ordinal, type PrintedCell, type PrintedTable } from '@gongkai/contracts';
import {
  columnsOf,
  rowsOf,
  type AnnualReportFormat,
  type Heading,
  type ReportColumn,
  type ReportRow,
  type ReportTable,
} from '@gongkai/statutes';

type Text = PrintedCell['text'];
type Words = { readonly zh: string; readonly en: string };
type Row = readonly PrintedCell[];
type Span = { readonly colSpan?: number; readonly rowSpan?: number };
type Entry = ReportTable['rows'][number];
type Inner = Heading['rows'][number];

/** What the configuration says in both languages, as answers say it. */
export const textOf = ({ zh, en }: Words): Text => ({ 'zh-CN': zh, en });

const NOTHING: Words = { zh: '', en: '' };

const head = (heads: 'columns' | 'rows', text: Words, { colSpan = 1, rowSpan = 1 }: Span = {}): PrintedCell => ({
  text: textOf(text),
  colSpan,
  rowSpan,
  cell: null,
  heads,
});
const number = (cell: string, colSpan = 1): PrintedCell => ({ text: textOf(NOTHING), colSpan, rowSpan: 1, cell, heads: null });
const named = ({ no, name }: { readonly no?: string | undefined; readonly name: Words }): Words => ({
  zh: `${no ?? ''}${name.zh}`,
  en: `${no === undefined ? '' : `${ordinal(no, 'en')} `}${name.en}`,
});

/** How the rows of a table stand, and how many of them are its head. */
type Laid = { readonly rows: readonly Row[]; readonly headRows: number; readonly width: number };

const LAYOUTS: Readonly<Record<Exclude<ReportTable['printedAs'], 'text'>, (table: ReportTable) => Laid>> = {
  rows: asRows,
  blocks: asBlocks,
  one_line: asOneLine,
};

/** The tables of a report as they are printed; what is told in the text is no table. */
export function printedTables({ tables }: Pick<AnnualReportFormat, 'tables'>): PrintedTable[] {
  return tables.flatMap((table) => {
    if (table.printedAs === 'text') return [];
    const { rows, headRows, width } = LAYOUTS[table.printedAs](table);
    const { id, section, note = null } = table;
    return [{ id, section, note: note === null ? null : textOf(note), width, headRows, rows: rows.map((row) => [...row]) }];
  });
}

/** Rows under their headings, which span them; columns under theirs. */
function asRows(table: ReportTable): Laid {
  const deep = Math.max(...rowsOf(table).map(({ headings }) => headings.length)) + 1;
  const columns = columnsOf(table);
  const upper = table.columns.map((column) =>
    'columns' in column
      ? head('columns', column.name, { colSpan: column.columns.length })
      : head('columns', column.name, { rowSpan: 2 }),
  );
  const lower = table.columns.flatMap((column) => ('columns' in column ? column.columns : []));
  return {
    width: deep + columns.length,
    headRows: 3,
    rows: [
      [
        head('columns', table.stub ?? table.note ?? NOTHING, { colSpan: deep, rowSpan: 3 }),
        head('columns', table.over ?? NOTHING, { colSpan: columns.length }),
      ],
      upper,
      lower.map(({ name }) => head('columns', name)),
      ...table.rows.flatMap((entry) => rowsBelow(entry, deep, numbersOf(table))),
    ],
  };
}

type Numbers = (row: ReportRow) => readonly PrintedCell[];
const numbersOf =
  (table: ReportTable): Numbers =>
  (row) =>
    columnsOf(table).map(({ id }) => number(`${table.id}.${row.id}.${id}`));

/** @param left how many columns the headings have from here on */
function rowsBelow(entry: Entry | Inner, left: number, numbers: Numbers): Row[] {
  if (!('rows' in entry)) return [[head('rows', named(entry), { colSpan: left }), ...numbers(entry)]];
  const [first = [], ...others] = entry.rows.flatMap((inner) => rowsBelow(inner, left - 1, numbers));
  return [[head('rows', named(entry), { rowSpan: others.length + 1 }), ...first], ...others];
}

/** Block by block, each under its title and with the columns it keeps. */
function asBlocks(table: ReportTable): Laid {
  const blocks = table.rows.flatMap((entry) => ('rows' in entry ? [entry] : []));
  const widest = Math.max(...rowsOf(table).map(({ columns }) => columns.length));
  const block = (entry: Heading): Row[] => {
    const placed = rowsOf({ ...table, rows: [entry] });
    const columns = placed[0]?.columns ?? [];
    const spans = (i: number): number => (i === columns.length - 1 ? widest - columns.length + 1 : 1);
    return [
      [head('columns', named(entry), { colSpan: widest + 1 })],
      [head('columns', table.stub ?? NOTHING), ...columns.map(({ name }, i) => head('columns', name, { colSpan: spans(i) }))],
      ...placed.map(({ row }) => [
        head('rows', named(row)),
        ...columns.map(({ id }, i) => number(`${table.id}.${row.id}.${id}`, spans(i))),
      ]),
    ];
  };
  return { width: widest + 1, headRows: 0, rows: blocks.flatMap(block) };
}

/** All rows side by side in one line. */
function asOneLine(table: ReportTable): Laid {
  const columns = columnsOf(table);
  const placed = rowsOf(table);
  const tops = table.rows.map((entry) => {
    const rows = 'rows' in entry ? leaves(entry) : 1;
    return head('columns', named(entry), { colSpan: rows * columns.length, ...('rows' in entry ? {} : { rowSpan: 2 }) });
  });
  const groups = placed.filter(({ headings }) => headings.length > 0);
  return {
    width: placed.length * columns.length,
    headRows: 3,
    rows: [
      tops,
      groups.map(({ row }) => head('columns', named(row), { colSpan: columns.length })),
      placed.flatMap(() => columns.map(({ name }: ReportColumn) => head('columns', name))),
      placed.flatMap(({ row }) => columns.map(({ id }) => number(`${table.id}.${row.id}.${id}`))),
    ],
  };
}

const leaves = (entry: Entry | Inner): number =>
  'rows' in entry ? entry.rows.reduce((sum, inner) => sum + leaves(inner), 0) : 1;
