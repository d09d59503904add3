import {
  remedyCellOf,
  rowOfEnd,
  rowsOf,
  type AnnualReportFormat,
  type ReportNumbers,
  type ReportRow,
  type RuleValue,
} from '@gongkai/statutes';
import type { Counted, CountedFee, CountedGroup, CountedRemedy, Period, Ref } from './counted.js';
import { reportedRemedy } from './remedy-result.js';

/** What an office has chosen where the format leaves it open. */
export type ReportRules = {
  readonly 'report.arl69': RuleValue<'report.arl69'>;
  readonly 'mixed_items.report_row': RuleValue<'mixed_items.report_row'>;
};

/** How a report is counted. */
export type Manner = { readonly format: AnnualReportFormat; readonly rules: ReportRules; readonly period: Period };

/** Behind every cell that counts cases: what it counts. The number of a cell is how many these are. */
export type Behind = ReadonlyMap<string, readonly Ref[]>;
export type Tally = { readonly numbers: ReportNumbers; readonly behind: Behind };

const TOTAL = 'total';
const COUNTING = new Set(['received', 'carried_in', 'carried_out', 'outcome', 'sum', 'reconsideration', 'suit', 'fees']);

/** The numbers of tables B and C and of the fees, with what stands behind each. What people enter is not among them. */
export function tally({ groups, remedies, fees }: Counted, manner: Manner): Tally {
  const counted = manner.format.cells.filter(({ measure }) => COUNTING.has(measure));
  const behind = new Map<string, Ref[]>(counted.map(({ id }) => [id, []]));
  const put = (cell: string, refs: readonly Ref[]): void => void behind.get(cell)?.push(...refs);
  const rows = rowsOfGroups(manner);
  for (const group of groups)
    for (const row of rows(group)) for (const column of [group.category, TOTAL]) put(`${row}.${column}`, group.ids);
  for (const remedy of remedies)
    for (const cell of cellsOfRemedy(remedy, manner)) put(cell, [`${remedy.caseId}/${remedy.remedyId}`]);
  for (const cell of counted) if (cell.measure === 'fees') put(cell.id, refsOfFees(cell.column, fees));
  const lengths = [...behind].map(([cell, refs]) => [cell, refs.length] as const);
  return { numbers: { ...Object.fromEntries(lengths), ...sumsOfFees(counted, fees) }, behind };
}

/** Whether a group counts in the rows of a measure. */
const COUNTS: Readonly<Partial<Record<ReportRow['measure']['of'], (group: CountedGroup) => boolean>>> = {
  received: ({ isNew }) => isNew,
  carried_in: ({ isCarriedIn }) => isCarriedIn,
  sum: ({ handledAs }) => handledAs !== null,
  carried_out: ({ isCarriedOut }) => isCarriedOut,
};

/** The rows of table B in which a group counts. */
function rowsOfGroups({ format, rules }: Manner): (group: CountedGroup) => readonly string[] {
  const placed = format.tables.flatMap((table) =>
    rowsOf(table).map(({ row }) => ({ id: `${table.id}.${row.id}`, counts: COUNTS[row.measure.of] })),
  );
  return (group) => [...placed.flatMap(({ id, counts }) => (counts?.(group) ? [id] : [])), ...rowsOfResult(group, format, rules)];
}

/** The row of the result; none where the format has no row for it, which the sum of the results then shows (A2). */
function rowsOfResult({ handledAs, handledFor }: CountedGroup, format: AnnualReportFormat, rules: ReportRules): string[] {
  if (handledAs === null) return [];
  const row = rowOfEnd({ outcome: handledAs, reason: handledFor }, format, rules['mixed_items.report_row']);
  return row === null ? [] : [row];
}

/** The cell of table C that counts it, by its result. */
export const cellOfRemedy = (remedy: CountedRemedy, { format, rules, period }: Manner): string =>
  remedyCellOf(reportedRemedy(remedy, period), format, rules);

function cellsOfRemedy(remedy: CountedRemedy, manner: Manner): string[] {
  const cell = cellOfRemedy(remedy, manner);
  return [cell, `${cell.slice(0, cell.lastIndexOf('.'))}.${TOTAL}`];
}

const FEE_SUMS: Readonly<Record<string, (fee: CountedFee) => number>> = {
  notices: ({ notices }) => notices,
  yuan_noticed: ({ noticed }) => noticed,
  yuan_received: ({ received }) => received,
};

const sumOfFees = (column: string, fees: readonly CountedFee[]): number =>
  fees.reduce((sum, fee) => sum + (FEE_SUMS[column]?.(fee) ?? 0), 0);

const refsOfFees = (column: string, fees: readonly CountedFee[]): Ref[] =>
  fees.filter((fee) => sumOfFees(column, [fee]) > 0).map(({ caseId }) => caseId);

/** Fees are sums of money and of notices, not of cases. */
const sumsOfFees = (cells: AnnualReportFormat['cells'], fees: readonly CountedFee[]): ReportNumbers =>
  Object.fromEntries(
    cells.filter(({ measure }) => measure === 'fees').map(({ id, column }) => [id, sumOfFees(column, fees)] as const),
  );
