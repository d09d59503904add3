import type { CaseRow, Language } from '@gongkai/contracts';
import { CASE_COLUMNS, type ColumnName } from './case-columns.js';
import { dueOf } from './due.js';
import type { Speech } from './speech.js';
import type { SheetCell, SheetTable } from './xlsx.js';

/** Pixels of a sign. */
const SIGN = 8;
/** In signs: numbers stand there in full, and what was asked for takes what a screen leaves it. */
const NUMBER = 26;
const REST = 48;

type Made = { readonly name: string; readonly columns: readonly ColumnName[]; readonly language: Language };

/** Cases as a sheet, a line each: days are days, numbers are numbers, and the rest is as a spreadsheet of the list has it. */
export function caseSheet(rows: readonly CaseRow[], speech: Speech, { name, columns, language }: Made): SheetTable {
  const widthOf = (column: ColumnName): number => Math.ceil((CASE_COLUMNS[column].width?.[language] ?? SIGN * REST) / SIGN);
  return {
    name,
    head: columns.map((column) => speech.t(`column.${column}`)),
    widths: columns.map((column) => (column === 'number' ? NUMBER : widthOf(column))),
    rows: rows.map((row) => columns.map((column) => (CELLS[column] ?? CASE_COLUMNS[column].text)(row, speech))),
  };
}

const CELLS: Readonly<Partial<Record<ColumnName, (row: CaseRow, speech: Speech) => SheetCell>>> = {
  left: ({ daysLeft }) => daysLeft ?? '',
  used: ({ usedDays }) => usedDays ?? '',
  due: dueCell,
  received: ({ receivedOn }) => (receivedOn === null ? '' : { day: receivedOn }),
};

/** The day a case is due, with what kind of day it is where it is not a firm one. */
function dueCell(row: CaseRow, { t }: Pick<Speech, 't'>): SheetCell {
  const due = dueOf(row);
  if (due === null) return '';
  return { day: due.day, mark: due.mark === null ? undefined : t(`due.${due.mark}`) };
}
