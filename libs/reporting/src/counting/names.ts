import type { PrintedCell } from '@gongkai/contracts';
import { columnsOf, rowsOf, type AnnualReportFormat } from '@gongkai/statutes';
import { textOf } from '../print/printed-table.js';

type Text = PrintedCell['text'];

/** What each cell is called, row and column. */
export const namesOf = ({ cells }: AnnualReportFormat): Readonly<Record<string, Text>> =>
  Object.fromEntries(cells.map(({ id, name }) => [id, textOf(name)]));

/** What a place is called in which an identity holds: a cell, a column (`b.*.total`) or a row (`b.r1_granted.*`). */
export function nameOfPlace(place: string, { tables, cells }: AnnualReportFormat): Text {
  const [id, row, column] = place.split('.');
  const ofTable = tables.filter((table) => table.id === id);
  const lines = row === '*' ? ofTable.flatMap(columnsOf) : ofTable.flatMap(rowsOf).map((placed) => placed.row);
  const line = lines.find((one) => one.id === (row === '*' ? column : row));
  const name = cells.find((cell) => cell.id === place)?.name ?? line?.name;
  return textOf(name ?? { zh: place, en: place });
}
