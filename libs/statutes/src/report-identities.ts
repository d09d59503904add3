import type { AnnualReportFormat } from './report-format.js';
import type { Identity } from './report-schema.js';
import { reachesBack, sumsOf, type CellTerm, type Sum } from './report-sums.js';

/** The numbers of a report by cell id. */
export type ReportNumbers = Readonly<Record<string, number>>;

/** An identity that does not hold in one place. */
export type Violation = {
  readonly identity: Identity['id'];
  readonly kind: Identity['kind'];
  /** The column or row, e.g. `b.*.total`; a single cell for a roll-up. */
  readonly place: string;
  /** Both sides; null where cells are missing. */
  readonly left: number | null;
  readonly right: number | null;
  /** Cells without a number; those of last year begin with `last:`. */
  readonly missing: readonly string[];
};

/**
 * The sums of a report that do not hold (A1–A5, A8, A9, A11 of the shipped formats). Sums that reach back to the year before are
 * left out where its numbers are not given. Identities over members, text and register are not sums: see {@link checkRollUp}.
 */
export function checkIdentities(format: AnnualReportFormat, cells: ReportNumbers, lastYear?: ReportNumbers): Violation[] {
  return format.identities.flatMap((identity) => {
    const { check } = identity;
    if (check.by !== 'sum') return [];
    const sums = sumsOf(check, format).filter((sum) => lastYear !== undefined || !reachesBack(sum));
    return sums.flatMap((sum) => {
      const sides = sidesOf(sum, cells, lastYear ?? {});
      return holds(sides, check.relation) ? [] : [{ identity: identity.id, kind: identity.kind, place: sum.place, ...sides }];
    });
  });
}

/** The cells of a roll-up that are not the sum of those of its members (A6). A member's missing number counts as missing, not as 0. */
export function checkRollUp(format: AnnualReportFormat, cells: ReportNumbers, members: readonly ReportNumbers[]): Violation[] {
  return format.identities.flatMap(({ id: identity, kind, check }) => {
    if (check.by !== 'roll_up') return [];
    const summed = format.cells.filter(({ table }) => check.tables.includes(table));
    return summed.flatMap(({ id: place }) => {
      const parts = members.map((member) => member[place]);
      const known = parts.filter((part) => part !== undefined);
      const missing = known.length < parts.length || cells[place] === undefined ? [place] : [];
      const sides =
        missing.length > 0 ? { left: null, right: null, missing } : { left: cells[place] ?? null, right: total(known), missing };
      return holds(sides, 'equal') ? [] : [{ identity, kind, place, ...sides }];
    });
  });
}

type Sides = Pick<Violation, 'left' | 'right' | 'missing'>;

function sidesOf({ left, right }: Sum, cells: ReportNumbers, lastYear: ReportNumbers): Sides {
  const valueOf = ({ cell, lastYear: last }: CellTerm): number | undefined => (last ? lastYear : cells)[cell];
  const missing = [...left, ...right]
    .filter((term) => valueOf(term) === undefined)
    .map((term) => `${term.lastYear ? 'last:' : ''}${term.cell}`);
  if (missing.length > 0) return { left: null, right: null, missing };
  const side = (terms: readonly CellTerm[]): number => total(terms.map((term) => term.sign * (valueOf(term) ?? 0)));
  return { left: side(left), right: side(right), missing };
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** Amounts in units of 10,000 yuan have decimals, whose sums are not exact. */
const ROUNDING = 1e-6;

function holds({ left, right }: Sides, relation: 'equal' | 'at_least'): boolean {
  if (left === null || right === null) return false;
  return relation === 'equal' ? Math.abs(left - right) < ROUNDING : left >= right - ROUNDING;
}

/** What is wrong with one number by itself. */
export type NumberProblem = { readonly cell: string; readonly problem: 'unknown' | 'missing' | 'negative' | 'not_whole' };

/** Numbers a format does not know, cells without a number, and numbers below zero or with a fraction where the cell allows none. */
export function checkNumbers(format: AnnualReportFormat, cells: ReportNumbers): NumberProblem[] {
  const known = new Set(format.cells.map(({ id }) => id));
  const unknown = Object.keys(cells).flatMap((cell): NumberProblem[] => (known.has(cell) ? [] : [{ cell, problem: 'unknown' }]));
  const wrong = format.cells.flatMap(({ id: cell, unit, signed }): NumberProblem[] => {
    const number = cells[cell];
    if (number === undefined) return [{ cell, problem: 'missing' }];
    if (number < 0 && !signed) return [{ cell, problem: 'negative' }];
    return unit === 'count' && !Number.isInteger(number) ? [{ cell, problem: 'not_whole' }] : [];
  });
  return [...unknown, ...wrong];
}
