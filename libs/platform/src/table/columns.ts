import { fieldMessage, Refusal, type CellProblem, type FieldProblem, type Language } from '@gongkai/contracts';
import type { Table, TableRow } from './read-table.js';

/** The headings by which a column is known, in the order in which they are looked for. */
export type Headings<Name extends string> = Readonly<Record<Name, readonly string[]>>;
/** Which column of a table is which. */
export type Columns<Name extends string> = ReadonlyMap<Name, number>;

/** Headings differ in spaces, brackets and stars. */
const plain = (heading: string): string => heading.replaceAll(/[\s*＊:：]|[（(].*?[)）]/g, '').toLowerCase();

/** Finds the columns of a table by its headings. */
export function columnsOf<Name extends string>({ headings }: Pick<Table, 'headings'>, known: Headings<Name>): Columns<Name> {
  const given = headings.map(plain);
  const found = (Object.entries(known) as [Name, readonly string[]][]).map(
    ([name, words]) => [name, given.findIndex((heading) => words.some((word) => plain(word) === heading))] as const,
  );
  return new Map(found.filter(([, at]) => at !== -1));
}

/** @throws Refusal `invalid-request` naming each column that a table has to have and has not */
export function requireColumns<Name extends string>(
  columns: Columns<Name>,
  required: readonly Name[],
  known: Headings<Name>,
): void {
  const missing = required.filter((name) => !columns.has(name));
  if (missing.length > 0)
    throw new Refusal(
      'invalid-request',
      missing.map((path) => ({ path, code: 'column-missing', facts: { names: known[path].slice(0, 4).join('、') } })),
    );
}

/** What stands in a row, by the name of its column; empty cells are left out. */
export const cellsOf = <Name extends string>({ cells }: TableRow, columns: Columns<Name>): Partial<Record<Name, string>> =>
  Object.fromEntries([...columns].flatMap(([name, at]) => (cells[at] ? [[name, cells[at]]] : []))) as Partial<
    Record<Name, string>
  >;

/** What is wrong, told of the column as the table names it. */
export function cellProblems<Name extends string>(
  problems: readonly (FieldProblem & { readonly path: Name })[],
  {
    table,
    columns,
    language,
  }: { readonly table: Pick<Table, 'headings'>; readonly columns: Columns<Name>; readonly language: Language },
): CellProblem[] {
  return problems.map((problem) => ({
    column: table.headings[columns.get(problem.path) ?? -1] ?? problem.path,
    code: problem.code,
    message: fieldMessage(problem, language),
  }));
}
