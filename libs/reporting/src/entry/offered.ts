import type { OfferedFigure } from '@gongkai/contracts';
import { reachesBack, sumsOf, type AnnualReportFormat, type CellTerm, type ReportNumbers } from '@gongkai/statutes';
import type { FoundReport } from '../found-reports.js';
import { enteredCells } from './entry-findings.js';

/** What the catalogue of published information counts for table A. */
export type CatalogueFigure = { readonly id: string; readonly value: number };

/** The figures that the system knows for table A: a sum over the units, what the catalogue counts, what follows from last year (A8). */
export function offeredFor(found: FoundReport, catalogue: readonly CatalogueFigure[]): OfferedFigure[] {
  const { format } = found.reckoned.manner;
  const cells = new Set(enteredCells(format).map(({ id }) => id));
  const counted = catalogue.map(({ id, value }) => ({ cell: id, value, source: 'catalogue' as const, units: null }));
  return [...ofUnits(found, [...cells]), ...ofLastYear(found, format), ...counted].filter(({ cell }) => cells.has(cell));
}

function ofUnits({ scope, ofMembers }: FoundReport, cells: readonly string[]): OfferedFigure[] {
  const all = scope.members.length;
  if (all === 1) return [];
  return cells.flatMap((cell) => {
    const known = [...ofMembers.values()].flatMap((numbers) => numbers[cell] ?? []);
    const value = known.reduce((sum, number) => sum + number, 0);
    return known.length === 0 ? [] : [{ cell, value, source: 'units' as const, units: { known: known.length, all } }];
  });
}

/** A cell that stands alone on the left of an identity which reaches back to the year before. */
function ofLastYear({ last, reckoned }: FoundReport, format: AnnualReportFormat): OfferedFigure[] {
  if (last === null) return [];
  const sums = format.identities.flatMap(({ check }) =>
    check.by === 'sum' && check.relation === 'equal' ? sumsOf(check, format) : [],
  );
  return sums.filter(reachesBack).flatMap(({ left: [first, ...others], right }): OfferedFigure[] => {
    if (first === undefined || others.length > 0) return [];
    const value = sumOf(right, reckoned.tally.numbers, last.numbers);
    return value === null ? [] : [{ cell: first.cell, value, source: 'last-year', units: null }];
  });
}

function sumOf(terms: readonly CellTerm[], now: ReportNumbers, last: ReportNumbers): number | null {
  const numbers = terms.map(({ cell, lastYear, sign }) => ((lastYear ? last : now)[cell] ?? Number.NaN) * sign);
  const sum = numbers.reduce((total, number) => total + number, 0);
  return Number.isNaN(sum) ? null : sum;
}
