import type { PrintedCell, PrintedTable } from '@gongkai/contracts';

/** A cell of a printed table with its place in the grid, counted from 0. */
export type Placed = PrintedCell & { readonly row: number; readonly column: number };

/** Where each cell of a table stands: cells that reach down from above keep their columns. */
export function placed({ rows, width }: Pick<PrintedTable, 'rows' | 'width'>): Placed[] {
  const free = Array.from({ length: width }, () => 0);
  return rows.flatMap((cells, row) =>
    cells.map((cell) => {
      const column = free.findIndex((from) => from <= row);
      free.fill(row + cell.rowSpan, column, column + cell.colSpan);
      return { ...cell, row, column };
    }),
  );
}
