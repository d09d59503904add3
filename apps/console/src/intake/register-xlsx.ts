import type { CaseRow } from '@gongkai/contracts';
import { xlsxOf } from '../list/xlsx.js';
import { REGISTER_WIDTHS, registerHead, registerSheetCell, type RegisterColumn, type RegisterWords } from './register-columns.js';

type Register = {
  /** Of the sheet. */
  readonly name: string;
  readonly rows: readonly CaseRow[];
  readonly columns: readonly RegisterColumn[];
};

/** The register as a spreadsheet, in the columns that are shown: a line for each number. */
export const registerXlsx = ({ name, rows, columns }: Register, words: RegisterWords): Promise<Uint8Array<ArrayBuffer>> =>
  xlsxOf({
    name,
    head: columns.map((column) => registerHead(column, words)),
    widths: columns.map((column) => REGISTER_WIDTHS[column]),
    rows: rows.map((row) => columns.map((column) => registerSheetCell(column, row, words))),
  });
