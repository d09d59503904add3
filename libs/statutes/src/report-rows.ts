import { Decision, groundOf } from './decision-codes.js';
import { rowsOf } from './report-cells.js';
import type { AnnualReportFormat } from './report-format.js';
import type { ReconsiderationOutcome, ReportColumn, ReportRow, SuitOutcome } from './report-schema.js';
import type { RuleValue } from './rule-keys.js';

/**
 * The row of the annual report that counts an application with this outcome, e.g. `b.r1_granted`. A partial grant is counted as
 * such whatever was withheld.
 * @throws RangeError where the format has no row for it, which a format read by `parseReportFormat` never lacks
 */
export function rowOf(decision: Decision, format: AnnualReportFormat): string {
  const found = format.tables.flatMap((table) =>
    rowsOf(table).map(({ row }) => ({ id: `${table.id}.${row.id}`, measure: row.measure })),
  );
  const row = found.find(({ measure }) => measure.of === 'outcome' && counts(measure, decision));
  if (!row) throw new RangeError(`${format.id} has no row for ${decision.code}`);
  return row.id;
}

function counts(measure: { codes: readonly string[]; refusedFor: readonly string[] }, decision: Decision): boolean {
  const ground = groundOf(decision);
  if (decision.code === 'refused') return ground !== undefined && measure.refusedFor.includes(ground);
  return measure.codes.includes(decision.code);
}

/** How an application ended: with a refusal its ground, with a grant in part `not_held` where all that was not given is not held. */
export type ReportedEnd = { readonly outcome: string; readonly reason: string | null };

/**
 * The row that counts an application with this end, e.g. `b.r2_partly_granted`; null where the format has no row for it.
 * @param mixed the office's choice for an application of which the rest is not held
 */
export function rowOfEnd(
  { outcome, reason }: ReportedEnd,
  format: AnnualReportFormat,
  mixed: RuleValue<'mixed_items.report_row'>,
): string | null {
  const isGrant = outcome === 'partly_granted' && reason === 'not_held' && mixed === 'granted';
  const decision = Decision.safeParse(
    isGrant ? { code: 'granted' } : { code: outcome, ...(outcome === 'refused' ? { ground: reason } : {}) },
  );
  return decision.success ? rowOf(decision.data, format) : null;
}

/** A row as it is printed, with the headings it stands under and their numbers. @param id as `rowOf` gives it */
export function rowInWords(id: string, { tables }: AnnualReportFormat): { readonly zh: string; readonly en: string } {
  const placed = tables.flatMap((table) => rowsOf(table).map((one) => ({ ...one, id: `${table.id}.${one.row.id}` })));
  const lines = placed.filter((one) => one.id === id).flatMap(({ headings, row }) => [...headings, row]);
  return {
    zh: lines.map(({ no, name }) => `${no ?? ''}${name.zh}`).join(' · '),
    en: lines.map(({ name }) => name.en).join(' · '),
  };
}

/** A remedy against a decision of the organ as it stands on 31 December; `outcome` null while it is pending. */
export type ReportedRemedy =
  | { readonly procedure: 'reconsideration'; readonly outcome: ReconsiderationOutcome | null }
  | { readonly procedure: 'suit'; readonly after: 'nothing' | 'reconsideration'; readonly outcome: SuitOutcome | null };

/**
 * The cell of the table of remedies that counts a reconsideration or suit, e.g. `c.reconsideration.upheld`.
 * @param chosen the office's choice for a claim rejected as unfounded (ARL 69)
 * @throws RangeError where the format has no such row or column
 */
export function remedyCellOf(
  remedy: ReportedRemedy,
  format: AnnualReportFormat,
  chosen: { 'report.arl69': RuleValue<'report.arl69'> },
): string {
  const placed = format.tables.flatMap((table) => rowsOf(table).map(({ row, columns }) => ({ table, row, columns })));
  const found = placed.find(({ row }) => isAbout(row.measure, remedy));
  const byRule = found?.table.chosenByRule.find(
    ({ procedure, outcome }) => procedure === remedy.procedure && outcome === remedy.outcome,
  );
  const column = byRule ? chosen[byRule.rule] : found && columnOf(remedy, found.columns);
  if (!found || column === undefined)
    throw new RangeError(`${format.id} has no cell for ${remedy.procedure} ${String(remedy.outcome)}`);
  return `${found.table.id}.${found.row.id}.${column}`;
}

function isAbout(measure: ReportRow['measure'], remedy: ReportedRemedy): boolean {
  if (remedy.procedure === 'reconsideration') return measure.of === 'reconsideration';
  return measure.of === 'suit' && measure.after === remedy.after;
}

function columnOf({ procedure, outcome }: ReportedRemedy, columns: readonly ReportColumn[]): string | undefined {
  if (outcome === null) return columns.find(({ id }) => id === 'pending')?.id;
  return columns.find(({ outcomes }) => (outcomes?.[procedure] as readonly string[] | undefined)?.includes(outcome))?.id;
}
