import type { ReportComparison } from '@gongkai/contracts';
import { columnsOf, rowsOf, type AnnualReportFormat, type ReportNumbers } from '@gongkai/statutes';
import { namesOf } from '../counting/names.js';

/** A report to be held beside others. */
export type Side = ReportComparison['columns'][number] & { readonly format: AnnualReportFormat; readonly numbers: ReportNumbers };

/**
 * Reports side by side, in the cells of the oldest format among them. A row that it has as one and a newer one in several is their sum
 * (annual-report formats of 2019 and 2021: other results). Tables that count something else in each format are left out.
 */
export function compared(sides: readonly Side[]): ReportComparison {
  const columns = sides.map(({ id, name, year, source }) => ({ id, name, year, source }));
  const formats = [...new Map(sides.map(({ format }) => [format.id, format])).values()];
  const [oldest] = [...formats].sort((a, b) => a.usedFor.first - b.usedFor.first);
  if (oldest === undefined) return { columns, rows: [], without: [] };
  const without = oldest.tables.map(({ id }) => id).filter((id) => formats.some((format) => !countsAlike(id, oldest, format)));
  const names = namesOf(oldest);
  const rows = oldest.cells
    .filter(({ table }) => !without.includes(table))
    .map(({ id }) => ({
      cell: id,
      name: names[id] ?? { 'zh-CN': id, en: id },
      numbers: sides.map((side) => numberIn(side, id)),
    }));
  return { columns, rows, without };
}

/** A table is alike where every cell of the older format is one of the newer, or the sum of several of it. */
function countsAlike(table: string, older: AnnualReportFormat, newer: AnnualReportFormat): boolean {
  const cells = older.cells.filter((cell) => cell.table === table);
  return cells.every(({ id }) => partsOf(id, newer).length > 0);
}

/** The cells that are counted in one: itself, or the rows into which a newer format divides its row. */
function partsOf(cell: string, { tables, cells }: AnnualReportFormat): string[] {
  if (cells.some(({ id }) => id === cell)) return [cell];
  const [id = '', row = '', column = ''] = cell.split('.');
  const stem = row.replace(/_[a-z]+$/, '');
  const table = tables.find((one) => one.id === id);
  if (table === undefined || !columnsOf(table).some((one) => one.id === column)) return [];
  return rowsOf(table).flatMap((one) => (new RegExp(`^${stem}_\\d+_`).test(one.row.id) ? [`${id}.${one.row.id}.${column}`] : []));
}

function numberIn({ format, numbers }: Side, cell: string): number | null {
  const parts = partsOf(cell, format).map((part) => numbers[part]);
  const known = parts.filter((part) => part !== undefined);
  return parts.length === 0 || known.length < parts.length ? null : known.reduce((sum, number) => sum + number, 0);
}
