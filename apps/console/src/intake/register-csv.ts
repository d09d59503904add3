import type { CaseRow } from '@gongkai/contracts';
import type { Say } from '../i18n/i18n.js';
import { csvOf } from '../list/csv.js';
import { registerCell, registerHead, type RegisterColumn } from './register-columns.js';

type Wording = { readonly t: Say<'inbox'>; readonly terms: Say<'terms'> };

/** The register as comma-separated values, in the columns that are shown: a line for each number. */
export const registerCsv = (rows: readonly CaseRow[], columns: readonly RegisterColumn[], words: Wording): string =>
  csvOf([
    columns.map((column) => registerHead(column, words)),
    ...rows.map((row) => columns.map((column) => registerCell[column](row, words))),
  ]);
