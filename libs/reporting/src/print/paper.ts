import type { AnnualReport, Language, PrintedTable } from '@gongkai/contracts';
import { contentOf, wordsOf } from './content.js';
import { placed } from './placed.js';

/** How wide the headings of rows are, the last of them the widest; a number counts as NUMBER. */
const HEADINGS = [2, 3, 9];
const NUMBER = 3;
/** Signs of the day at the beginning of a time. */
const DAY = 10;
const DRAFT: Readonly<Record<Language, string>> = { 'zh-CN': '预览', en: 'Preview' };

/** The report for a press: title, six sections, tables as they are printed. The press is told by who puts the program together. */
export function paperOf(report: AnnualReport, language: Language) {
  const { title, organ, sections } = contentOf(report, language);
  return {
    form: 'letter' as const,
    page: null,
    day: (report.frozen ?? report).at.slice(0, DAY),
    ...{ organ, title, number: null, addressee: null, attachments: [], sealed: null, contact: null },
    draft: report.frozen === null,
    draftMark: DRAFT[language],
    blocks: sections.flatMap(({ heading, blocks }) => [
      { type: 'heading' as const, text: heading },
      ...blocks.map((block) =>
        block.type === 'table' ? gridOf(block.table, report, language) : { type: 'paragraph' as const, text: block.text },
      ),
    ]),
  };
}

const gridOf = (table: PrintedTable, report: AnnualReport, language: Language) => ({
  type: 'grid' as const,
  widths: widthsOf(table),
  headRows: table.headRows,
  rows: table.rows.map((cells) =>
    cells.map((cell) => ({
      text: wordsOf(cell, report, language),
      colSpan: cell.colSpan,
      rowSpan: cell.rowSpan,
      align: cell.heads === null ? ('right' as const) : cell.heads === 'columns' ? ('center' as const) : ('left' as const),
    })),
  ),
});

/** Columns that no number begins in are headings of rows. */
function widthsOf(table: PrintedTable): number[] {
  const numbers = placed(table).filter(({ cell }) => cell !== null);
  const first = Math.min(...numbers.map(({ column }) => column));
  return Array.from({ length: table.width }, (_, i) => (i < first ? (HEADINGS[HEADINGS.length - first + i] ?? NUMBER) : NUMBER));
}
