import { columnsOf, rowsOf } from './report-cells.js';
import type { FormatFile, ReportTable, SumCheck, Term } from './report-schema.js';

/** A summand as a cell. */
export type CellTerm = { readonly cell: string; readonly lastYear: boolean; readonly sign: 1 | -1 };
/** One instance of an identity: what stands left and right of its relation. */
export type Sum = {
  /** The column or row it holds in, e.g. `b.*.total` or `c.reconsideration.*`. */
  readonly place: string;
  readonly left: readonly CellTerm[];
  readonly right: readonly CellTerm[];
};

/** The instances of a sum: one per column where its terms are rows, one per row where they are columns. */
export function sumsOf({ table: name, of, only, left, right }: SumCheck, { tables }: Pick<FormatFile, 'tables'>): Sum[] {
  const table = tables.find(({ id }) => id === name);
  const across = only ?? (table ? (of === 'rows' ? columnIds(table) : rowIds(table)) : []);
  return across.map((one) => {
    const cellOf = ({ of: term, ...rest }: Term): CellTerm => ({
      cell: of === 'rows' ? `${name}.${term}.${one}` : `${name}.${one}.${term}`,
      ...rest,
    });
    return { place: of === 'rows' ? `${name}.*.${one}` : `${name}.${one}.*`, left: left.map(cellOf), right: right.map(cellOf) };
  });
}

/** Whether it needs a number of the year before. */
export const reachesBack = ({ left, right }: Sum): boolean => [...left, ...right].some((term) => term.lastYear);

const columnIds = (table: ReportTable): string[] => columnsOf(table).map(({ id }) => id);
const rowIds = (table: ReportTable): string[] => rowsOf(table).map(({ row }) => row.id);
