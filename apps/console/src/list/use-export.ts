import type { CaseRow } from '@gongkai/contracts';
import { CASE_COLUMNS, type ColumnName } from './case-columns.js';
import { csvOf, download } from './csv.js';
import { useSpeech } from './speech.js';

/** Saves rows as a file for a spreadsheet, in the columns that are shown. @param name of the file, without its ending */
export function useExport(name: string, columns: readonly ColumnName[]): (rows: readonly CaseRow[]) => void {
  const speech = useSpeech();
  return (rows) => {
    const head = columns.map((column) => speech.t(`column.${column}`));
    const body = rows.map((row) => columns.map((column) => CASE_COLUMNS[column].text(row, speech)));
    download(csvOf([head, ...body]), `${name}.csv`);
  };
}
