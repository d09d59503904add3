import { Refusal, type FieldProblem } from '@gongkai/contracts';
import { checkNumbers, type AnnualReportFormat, type ReportNumbers } from '@gongkai/statutes';
import { checkedAlone, type Checked, type Standing } from '../counting/checks.js';

/** Spreadsheets write thousands with commas. */
const numberOf = (text: string): number => Number(text.replaceAll(/[,，\s]/g, ''));

/**
 * The numbers of a report from what stands in its file. Cells may be missing: what is published elsewhere does not always tell all.
 * @throws Refusal `invalid-request` with each cell that is no number, not known to the format, below zero or a fraction
 */
export function figuresOf(figures: ReadonlyMap<string, string>, format: AnnualReportFormat): ReportNumbers {
  const read = [...figures].map(([cell, text]) => [cell, numberOf(text)] as const);
  const notFigure = (path: string): FieldProblem => ({
    path,
    code: 'not-a-figure',
    facts: { cell: path, value: figures.get(path) ?? '' },
  });
  const wrong = read.flatMap(([path, number]) => (Number.isFinite(number) ? [] : [notFigure(path)]));
  const numbers = Object.fromEntries(read.filter(([, number]) => Number.isFinite(number)));
  const problems = checkNumbers(format, numbers).flatMap(({ cell, problem }): FieldProblem[] => {
    if (problem === 'missing') return [];
    return [problem === 'unknown' ? { path: cell, code: 'unknown-cell', facts: { cell } } : notFigure(cell)];
  });
  if (wrong.length + problems.length > 0) throw new Refusal('invalid-request', [...wrong, ...problems]);
  if (read.length === 0) throw new Refusal('invalid-request', [{ path: 'file', code: 'no-figures' }]);
  return numbers;
}

/** What of a report has to agree, as far as its numbers alone can tell (A1–A5, A8, A9, A11). */
export const checksOf = (numbers: ReportNumbers, format: AnnualReportFormat, last: Standing | null): Checked[] =>
  checkedAlone({ format, numbers, last, behind: new Map() });
