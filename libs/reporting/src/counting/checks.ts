import type { ReportCheck, ReportDifference } from '@gongkai/contracts';
import {
  checkIdentities,
  checkRollUp,
  Decision,
  reconsiderationFirst,
  reachesBack,
  sumsOf,
  type AnnualReportFormat,
  type CellTerm,
  type Grounds,
  type Identity,
  type ReportNumbers,
  type Sum,
  type Violation,
} from '@gongkai/statutes';
import { typedIn } from '../entry/live-fields.js';
import type { Register } from '../reads/counted-sql.js';
import { caseOf, type CountedRemedy, type Ref } from './counted.js';
import { nameOfPlace } from './names.js';
import type { Behind } from './tally.js';

/** The numbers of a report, with what stands behind them as far as that is known. */
export type Standing = {
  readonly numbers: ReportNumbers;
  readonly behind: Behind;
  /** It was made elsewhere: nothing here can be put right for it to agree. */
  readonly isElsewhere?: boolean;
};

/** By cell the ids of cases. */
export type Corrected = ReadonlyMap<string, readonly string[]>;

/** What the identities are looked at with. */
export type Checking = Standing & {
  readonly format: AnnualReportFormat;
  /** The report of the year before as it was published; null where there is none to hold this one against. */
  readonly last: Standing | null;
  /** What a roll-up is the sum of; itself alone where nothing is below. */
  readonly members: readonly ReportNumbers[];
  /** Cells of members that count something else now than when their reports were frozen, with the cases behind that. */
  readonly corrected: Corrected;
  readonly register: Register;
  readonly remedies: readonly (CountedRemedy & { readonly cell: string })[];
  readonly grounds: Grounds;
  /** What people have written, by part. */
  readonly texts: Readonly<Record<string, string>>;
};

/** A difference with the ids of the cases behind it. */
export type Found = Omit<ReportDifference, 'name' | 'cases'> & { readonly caseIds: readonly string[] };
export type Checked = Omit<ReportCheck, 'name' | 'differences'> & { readonly differences: readonly Found[] };
type Outcome = Pick<Checked, 'result' | 'places' | 'differences'>;
type Kinds = {
  readonly [B in Identity['check']['by']]: (
    check: Extract<Identity['check'], { by: B }>,
    id: string,
    checking: Checking,
  ) => Outcome;
};

/** What can be looked at with the numbers of a report alone, and those of the year before. */
type Alone = Pick<Checking, 'format' | 'numbers' | 'behind' | 'last'>;

const KINDS: Kinds = { sum: ofSum, roll_up: ofRollUp, narrative: ofTexts, register: ofRegister, remedies: ofRemedies };

/** Every identity of the format, whether it holds, and which cases stand behind a difference. */
export function checked(checking: Checking): Checked[] {
  return checking.format.identities.map((identity) => {
    const look = KINDS[identity.check.by] as (check: Identity['check'], id: string, checking: Checking) => Outcome;
    return checkedAs(identity, look(identity.check, identity.id, checking), checking);
  });
}

/** The same of a report of which nothing but its numbers is known. */
export function checkedAlone(alone: Alone): Checked[] {
  return alone.format.identities.flatMap((identity) => {
    const { id, check } = identity;
    return check.by === 'sum' ? [checkedAs(identity, ofSum(check, id, alone), alone)] : [];
  });
}

const checkedAs = ({ id, kind, check }: Identity, seen: Outcome, alone: Alone): Checked => ({
  id,
  kind: kindOf(kind, seen, { last: needsLast(check, alone) ? alone.last : null, isRollUp: check.by === 'roll_up' }),
  ...seen,
});

const needsLast = (check: Identity['check'], { format }: Alone): boolean =>
  check.by === 'sum' && sumsOf(check, format).some(reachesBack);

/**
 * What has to agree with a report that was made elsewhere, or is frozen, is explained where it does not, and stands in nobody's way: neither
 * can be changed. Of a frozen one the cases tell it, such as an application of last year that was logged after it; without them it is wrong.
 * A roll-up has to agree with what its members froze in the same way.
 */
function kindOf(
  kind: Identity['kind'],
  { differences }: Outcome,
  { last, isRollUp }: { readonly last: Standing | null; readonly isRollUp: boolean },
): Identity['kind'] {
  if (last === null && !isRollUp) return kind;
  const isTold = differences.length > 0 && differences.every(({ caseIds }) => caseIds.length > 0);
  return last?.isElsewhere === true || isTold ? 'warn' : kind;
}

/** What is said of it, in both languages and with the numbers of the cases. */
export function toldOf(
  found: readonly Checked[],
  format: AnnualReportFormat,
  numbers: ReadonlyMap<string, string>,
): ReportCheck[] {
  return found.map(({ id, differences, ...check }) => ({
    ...check,
    id,
    name: nameOfIdentity(id, format),
    differences: differences.map(({ caseIds, ...one }) => ({
      ...one,
      name: nameOfPlace(one.place, format),
      cases: caseIds.flatMap((caseId) => ({ caseId, number: numbers.get(caseId) ?? '' })),
    })),
  }));
}

function nameOfIdentity(id: string, { identities }: AnnualReportFormat): ReportCheck['name'] {
  const { zh = id, en = id } = identities.find((one) => one.id === id)?.name ?? {};
  return { 'zh-CN': zh, en };
}

/** Numbers that nobody has entered yet are no difference. */
function outcome(places: number, differences: readonly Found[]): Outcome {
  const different = differences.filter(({ missing }) => missing.length === 0);
  const result = different.length > 0 ? 'differs' : differences.length > 0 || places === 0 ? 'open' : 'holds';
  return { result, places, differences: different };
}

function ofSum(check: Extract<Identity['check'], { by: 'sum' }>, id: string, checking: Alone): Outcome {
  const { format, numbers, last } = checking;
  const sums = sumsOf(check, format).filter((sum) => last !== null || !reachesBack(sum));
  const violations = checkIdentities(format, numbers, last?.numbers).filter(({ identity }) => identity === id);
  return outcome(
    sums.length,
    violations.map((violation) => {
      const sum = sums.find(({ place }) => place === violation.place);
      return found(violation, sum === undefined ? [] : outOfBalance(sum, checking));
    }),
  );
}

/** The cases that count on one side of a sum and not as often on the other. */
function outOfBalance({ left, right }: Sum, { behind, last }: Alone): string[] {
  const weights = new Map<Ref, number>();
  const weigh = (terms: readonly CellTerm[], side: 1 | -1): void => {
    for (const { cell, sign, lastYear } of terms)
      for (const ref of (lastYear ? last?.behind : behind)?.get(cell) ?? [])
        weights.set(ref, (weights.get(ref) ?? 0) + side * sign);
  };
  weigh(left, 1);
  weigh(right, -1);
  return [...new Set([...weights].filter(([, weight]) => weight !== 0).map(([ref]) => caseOf(ref)))];
}

const found = ({ place, left, right, missing }: Omit<Violation, 'identity' | 'kind'>, caseIds: readonly string[]): Found => ({
  place,
  left,
  right,
  missing: [...missing],
  caseIds,
});

/** A number of which a member has none yet cannot be held against a sum. */
function ofRollUp(
  { tables }: Extract<Identity['check'], { by: 'roll_up' }>,
  id: string,
  { format, numbers, members, corrected }: Checking,
): Outcome {
  const places = format.cells.filter((cell) => tables.includes(cell.table) && numbers[cell.id] !== undefined);
  const violations = checkRollUp(format, numbers, members).filter(
    ({ identity, place }) => identity === id && numbers[place] !== undefined,
  );
  return outcome(
    places.length,
    violations.map((violation) => found(violation, corrected.get(violation.place) ?? [])),
  );
}

function ofRegister(
  check: Extract<Identity['check'], { by: 'register' }>,
  _id: string,
  { numbers, register }: Checking,
): Outcome {
  const sides = (['received', 'outcomes', 'open'] as const).map((what) => ({
    place: check[what],
    left: numbers[check[what]] ?? null,
    right: register[what],
    missing: [],
    caseIds: [],
  }));
  return outcome(
    sides.length,
    sides.filter(({ left, right }) => left !== right),
  );
}

/** Suits brought at once where reconsideration comes first (ARL 23; SPC25 1). */
function ofRemedies(
  { cells }: Extract<Identity['check'], { by: 'remedies' }>,
  _id: string,
  { numbers, remedies, grounds }: Checking,
): Outcome {
  const isBound = ({ outcome: code, ground, madeOn }: Checking['remedies'][number]): boolean => {
    const decision = Decision.safeParse(code === 'refused' ? { code, ground } : { code });
    return madeOn !== null && decision.success && reconsiderationFirst(decision.data, madeOn, grounds);
  };
  const wrong = cells.map((cell) => ({ cell, bound: remedies.filter((remedy) => remedy.cell === cell && isBound(remedy)) }));
  const differences = wrong.flatMap(({ cell, bound }): Found[] => {
    const right = (numbers[cell] ?? 0) - bound.length;
    const caseIds = bound.map(({ caseId }) => caseId);
    return bound.length === 0 ? [] : [{ place: cell, left: numbers[cell] ?? null, right, missing: [], caseIds }];
  });
  return outcome(cells.length, differences);
}

/** Numbers of cases that a text tells, and that are those of no cell (A7); a figure that is quoted cannot differ. */
function ofTexts(
  { sections }: Extract<Identity['check'], { by: 'narrative' }>,
  _id: string,
  { texts, numbers }: Checking,
): Outcome {
  const known = new Set(Object.values(numbers));
  const told = Object.entries(texts).filter(([part]) => sections.includes(part.split('.')[0] ?? ''));
  const typed = told.flatMap(([place, text]) => typedIn(text).map((left) => ({ place, left })));
  const differences = typed
    .filter(({ left }) => !known.has(left))
    .map(({ place, left }): Found => ({ place, left, right: null, missing: [], caseIds: [] }));
  return outcome(told.length, differences);
}
