import type { FormatFile, ReportColumn, ReportRow, ReportTable } from './report-schema.js';

type Text = { readonly zh: string; readonly en: string };

/** One number of the annual report. */
export type Cell = {
  /** `<table>.<row>.<column>`, the same in every format that has it. */
  readonly id: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
  /** Place in the report, from 1: tables, then rows, then columns as printed. */
  readonly order: number;
  readonly unit: ReportColumn['unit'];
  readonly signed: boolean;
  readonly measure: ReportRow['measure']['of'];
  /** Row and column as printed, headings included. */
  readonly name: Text;
};

/** A row with the headings it stands under, outermost first, and the columns it has. */
export type PlacedRow = {
  readonly row: ReportRow;
  readonly headings: readonly Heading[];
  readonly columns: readonly ReportColumn[];
};
export type Heading = Exclude<ReportTable['rows'][number], ReportRow>;

/** Every cell of a format in printed order. */
export function cellsOf(format: FormatFile): Cell[] {
  const cells = format.tables.flatMap((table) =>
    rowsOf(table).flatMap((placed) => placed.columns.map((column) => cellOf(table, placed, column))),
  );
  return cells.map((cell, i) => ({ ...cell, order: i + 1 }));
}

function cellOf(table: ReportTable, { row, headings }: PlacedRow, column: ReportColumn): Omit<Cell, 'order'> {
  return {
    id: `${table.id}.${row.id}.${column.id}`,
    table: table.id,
    row: row.id,
    column: column.id,
    unit: column.unit,
    signed: column.signed,
    measure: row.measure.of,
    name: {
      zh: [...headings, row].map(({ no, name }) => `${no ?? ''}${name.zh}`).join(' · ') + `：${column.name.zh}`,
      en: `${[...headings, row].map(({ name }) => name.en).join(' · ')}: ${column.name.en}`,
    },
  };
}

/** The columns of a table in printed order, out of their groups. */
export function columnsOf(table: ReportTable): ReportColumn[] {
  return table.columns.flatMap((column) => ('columns' in column ? column.columns : [column]));
}

const PLACED = new WeakMap<ReportTable, readonly PlacedRow[]>();

/** The rows of a table in printed order, out of their headings. */
export function rowsOf(table: ReportTable): readonly PlacedRow[] {
  const placed = PLACED.get(table) ?? placedRows(table);
  PLACED.set(table, placed);
  return placed;
}

function placedRows(table: ReportTable): PlacedRow[] {
  const all = columnsOf(table);
  const place = (entry: Heading | ReportRow, headings: readonly Heading[]): PlacedRow[] => {
    if ('rows' in entry) return entry.rows.flatMap((inner) => place(inner, [...headings, entry]));
    const kept = [entry, ...[...headings].reverse()].find(({ columns }) => columns)?.columns;
    return [{ row: entry, headings, columns: kept ? all.filter(({ id }) => kept.includes(id)) : all }];
  };
  return table.rows.flatMap((entry) => place(entry, []));
}
