import type { CaseRow } from '@gongkai/contracts';
import { csvOf } from '../list/csv.js';
import { registerCell, registerHead, type RegisterColumn, type RegisterWords } from './register-columns.js';

/** The register as comma-separated values, in the columns that are shown: a line for each number. */
export const registerCsv = (rows: readonly CaseRow[], columns: readonly RegisterColumn[], words: RegisterWords): string =>
  csvOf([
    columns.map((column) => registerHead(column, words)),
    ...rows.map((row) => columns.map((column) => registerCell[column](row, words))),
  ]);
