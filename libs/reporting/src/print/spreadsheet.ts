import type { AnnualReport, Language, PrintedTable } from '@gongkai/contracts';
import { writeXlsx, type CellStyle, type CellValue, type WriteSheet } from 'hucre/xlsx';
import type { AnnualReportFormat } from '@gongkai/statutes';
import { namesOf } from '../counting/names.js';
import { placed } from './placed.js';
import { contentOf, periodOfPart, titleOf, wordsOf, writtenTexts, type ReportSection } from './content.js';

const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN };
const HEADING: CellStyle = { border: BORDER, alignment: { wrapText: true, vertical: 'center', horizontal: 'center' } };
const NUMBER: CellStyle = { border: BORDER, alignment: { vertical: 'center', horizontal: 'right' } };
const WIDTH = 14;
const WORDS_WIDTH = 100;
/** Signs in the name of a sheet, at most. */
const LONGEST_NAME = 31;
const WORDS_STYLE: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };

/** The sheet on which every cell stands by its name: what a program reads, and what can be taken in again. */
export const CELLS_SHEET = 'cells';

/** The report as a workbook: each section on a sheet, tables as they are printed, and all cells and texts by name on the last. No cell has a formula. */
export async function xlsxOf(report: AnnualReport, language: Language): Promise<Buffer> {
  const { sections } = contentOf(report, language);
  const sheets = report.sections.map(({ id }, i) => {
    const table = report.tables.find(({ section }) => section === id);
    const name = sheetName(sections[i]?.heading ?? id);
    return { name, ...(table === undefined ? wordsSheet(sections[i]) : sheetOf(table, report, language)) };
  });
  return Buffer.from(await writeXlsx({ sheets: [...sheets, cellsOf(report, language, periodOfPart(report))] }));
}

/** As the section is headed, without the signs that a sheet may not be called by, and no longer than a spreadsheet takes. */
const sheetName = (heading: string): string =>
  heading
    .replaceAll(/[:\\/?*[\]]/g, ' ')
    .slice(0, LONGEST_NAME)
    .trim();

type Sheet = Omit<WriteSheet, 'name'>;

function sheetOf(table: PrintedTable, report: AnnualReport, language: Language): Sheet {
  const cells = placed(table);
  const rows = table.rows.map((): CellValue[] => Array.from({ length: table.width }, () => null));
  for (const cell of cells) {
    const line = rows[cell.row];
    if (line !== undefined) line[cell.column] = valueOf(cell, report, language);
  }
  return {
    columns: Array.from({ length: table.width }, () => ({ width: WIDTH })),
    rows,
    merges: cells.flatMap(({ row, column, rowSpan, colSpan }) =>
      rowSpan * colSpan === 1
        ? []
        : [{ startRow: row, startCol: column, endRow: row + rowSpan - 1, endCol: column + colSpan - 1 }],
    ),
    cells: new Map(
      cells.flatMap((cell) => {
        const style = cell.heads === null ? NUMBER : HEADING;
        const spanned = Array.from({ length: cell.rowSpan * cell.colSpan }, (_, i) => i);
        return spanned.map((i) => {
          const [row, column] = [cell.row + Math.floor(i / cell.colSpan), cell.column + (i % cell.colSpan)];
          return [`${String(row)},${String(column)}`, { style }] as const;
        });
      }),
    ),
  };
}

/** A section that is told in words. */
function wordsSheet(section: ReportSection | undefined): Sheet {
  const blocks = section?.blocks ?? [];
  return {
    columns: [{ width: WORDS_WIDTH }],
    rows: [[section?.heading ?? null], ...blocks.map((block): CellValue[] => [block.type === 'table' ? null : block.text])],
    cells: new Map(blocks.map((_, i) => [`${String(i + 1)},0`, { style: WORDS_STYLE }])),
  };
}

const valueOf = (cell: PrintedTable['rows'][number][number], report: AnnualReport, language: Language): CellValue =>
  cell.cell === null ? wordsOf(cell, report, language) : (report.numbers[cell.cell] ?? null);

/** The sheet of cells alone, without a number: for who fills it in. */
export async function emptySheet(format: AnnualReportFormat, year: number, language: Language): Promise<Buffer> {
  const nobody = { code: '', name: { 'zh-CN': '', en: '' } };
  const empty = { year, organ: nobody, scope: 'own', format: { id: format.id }, names: namesOf(format), numbers: {} } as const;
  return Buffer.from(await writeXlsx({ sheets: [cellsOf({ ...empty, texts: [], sections: [] }, language)] }));
}

type Listed = Pick<AnnualReport, 'names' | 'numbers' | 'year' | 'organ' | 'scope' | 'texts' | 'sections'> & {
  readonly format: { readonly id: string };
};

function cellsOf(report: Listed, language: Language, period: readonly [string, string][] = []): WriteSheet {
  const { names, numbers, year, organ, scope, format } = report;
  return {
    name: CELLS_SHEET,
    columns: [{ width: 44 }, { width: 70 }, { width: WIDTH }],
    rows: [
      ['format', format.id, null],
      ['year', year, null],
      ['organ', organ.code, organ.name[language]],
      ['scope', scope, null],
      ...period.map(([name, day]): CellValue[] => [name, day, null]),
      ['cell', 'name', 'number'],
      ...Object.entries(names).map(([cell, name]): CellValue[] => [cell, name[language], numbers[cell] ?? null]),
      ['part', 'name', 'text'],
      ...writtenTexts(report).map(({ id, section, title, text }): CellValue[] => [
        id,
        (title ?? titleOf(section, report))[language],
        text,
      ]),
    ],
  };
}
