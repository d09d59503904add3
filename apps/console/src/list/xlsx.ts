import { daysBetween, localDate, type LocalDate } from '@gongkai/calendar';

/** A text, a number, or a day with what kind of day it is where that has to be said. */
export type SheetCell = string | number | { readonly day: LocalDate; readonly mark?: string | undefined };

/** A table for a spreadsheet: what its columns are called, and how wide they are in signs. */
export type SheetTable = {
  readonly name: string;
  readonly head: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly SheetCell[])[];
};

/** Spreadsheets count days from here. */
const DAY_ZERO = localDate('1899-12-30');
const DAY_FORMAT = 'yyyy-mm-dd';
const WIDEST = 60;

/** What a sheet cannot be called by, and how long its name is at most. */
const nameOf = (name: string): string => name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);

const formatOf = (mark: string | undefined): string =>
  mark === undefined ? DAY_FORMAT : `${DAY_FORMAT}"（${mark.replaceAll('"', '')}）"`;

/**
 * Tables as XLSX, each on a sheet of its own: days are days, the head stays in sight, and text is text. What an applicant wrote never
 * becomes a formula: no cell of this file has one. The writer is loaded when it is asked for.
 */
export async function xlsxOf(...tables: readonly [SheetTable, ...SheetTable[]]): Promise<Uint8Array<ArrayBuffer>> {
  const { colToLetter, writeXlsx } = await import('hucre/xlsx');
  return Uint8Array.from(await writeXlsx({ sheets: tables.map((table) => sheetOf(table, colToLetter)) }));
}

function sheetOf({ name, head, widths, rows }: SheetTable, colToLetter: (column: number) => string) {
  const table = [head, ...rows];
  const styled = table.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const style = row === 0 ? { font: { bold: true } } : typeof cell !== 'object' ? null : { numFmt: formatOf(cell.mark) };
      return style === null ? [] : ([[`${row},${column}`, { style }]] as const);
    }),
  );
  return {
    name: nameOf(name),
    columns: widths.map((width) => ({ width: Math.min(width, WIDEST) })),
    rows: table.map((cells) => cells.map((cell) => (typeof cell === 'object' ? daysBetween(DAY_ZERO, cell.day) : cell))),
    cells: new Map(styled),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${colToLetter(head.length - 1)}${table.length}` },
  };
}
