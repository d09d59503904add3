import type { PrintedCell } from '@gongkai/contracts';
import { columnsOf, rowsOf, type AnnualReportFormat } from '@gongkai/statutes';
import { textOf } from '../print/printed-table.js';

type Text = PrintedCell['text'];

/** What each cell is called, row and column. */
export const namesOf = ({ cells }: AnnualReportFormat): Readonly<Record<string, Text>> =>
  Object.fromEntries(cells.map(({ id, name }) => [id, textOf(name)]));

/** What a place is called in which an identity holds: a cell, a column (`b.*.total`), a row (`b.r1_granted.*`) or a part of the text. */
export function nameOfPlace(place: string, { tables, cells, sections }: AnnualReportFormat): Text {
  const [id, row, column] = place.split('.');
  const ofTable = tables.filter((table) => table.id === id);
  const lines = row === '*' ? ofTable.flatMap(columnsOf) : ofTable.flatMap(rowsOf).map((placed) => placed.row);
  const line = lines.find((one) => one.id === (row === '*' ? column : row));
  const section = sections.find((one) => one.id === id)?.title;
  const name = cells.find((cell) => cell.id === place)?.name ?? line?.name ?? section;
  return textOf(name ?? { zh: place, en: place });
}
