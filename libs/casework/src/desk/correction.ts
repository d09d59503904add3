import { isDeepStrictEqual } from 'node:util';
import { isLocalDate, type LocalDate } from '@gongkai/calendar';
import {
  EARLIEST_DAY,
  isKeepable,
  ReceiptWithEvidence,
  Refusal,
  type CommandOf,
  type FieldProblem,
  type Ledger,
} from '@gongkai/contracts';
import {
  disorders,
  ledgerOf,
  otherFactsOf,
  replay,
  type CaseFact,
  type CaseFile,
  type CaseLaw,
  type CaseNow,
  type Decision,
  type Disorder,
  type JournalFact,
} from '@gongkai/lifecycle';
import { otherDeadlines } from '@gongkai/statutes';
import { changesOf } from '../views/preview-view.js';

/** What a fact is about cannot be corrected, only what it says. */
const FIXED: ReadonlySet<string> = new Set([
  ...['type', 'noticeId', 'number', 'consultationId', 'itemId', 'remedyId', 'applicantId', 'newCaseId', 'intoCaseId', 'caseId'],
  ...['items', 'entryId', 'fields', 'fileIds', 'splitFrom', 'inherited', 'loggedLate', 'settledByArrival', 'assignee', 'moves'],
]);

/** Facts that can only be undone by another step. */
const UNCORRECTABLE: ReadonlySet<string> = new Set([
  'FACT_CORRECTED',
  'FACT_CONFIRMED',
  'FACT_RESTORED',
  'SPLIT',
  'MERGED',
  'VOIDED',
  'ASSIGNED',
  'CLAIMED',
]);

/** A case that is to be told anew. */
export type Retelling = {
  readonly now: CaseNow;
  readonly journal: readonly JournalFact[];
  /** The entry that the correction becomes. */
  readonly entry: Omit<JournalFact, 'fact'>;
  readonly law: CaseLaw;
  /** What permissions and chart have made of it. */
  readonly allowed: Decision;
};
/** The correction as it was asked for. */
export type Correcting = Retelling & { readonly command: CommandOf<'correctFact'> };

/**
 * The case as if the entry had said from the beginning what it says now. Where a statutory date moves, a second person has
 * to confirm.
 * @throws Refusal `invalid-request` with the fields that cannot be taken
 */
export function correct(correcting: Correcting): Decision {
  const { command, allowed } = correcting;
  const fields = checkedFields(correcting);
  const { before } = allowed;
  const withMoves = (moves: boolean): CaseFact => ({ ...(allowed.fact as object), fields, moves }) as CaseFact;
  const path = `fields.${Object.keys(command.fields)[0] ?? ''}`;
  const once = retold(withMoves(false), correcting, 'fields');
  const ledger = ledgerAfter(once, correcting, path);
  checkOrder(once, ledger, correcting, path);
  const fact = withMoves(movesDates(once, ledger, correcting));
  return { fact, after: retold(fact, correcting, 'fields'), before, ledger };
}

/** @throws Refusal `before-earlier-fact` where the days of the case would stand in the wrong order, and did not before */
function checkOrder({ file }: CaseNow, ledger: Ledger, { now, allowed }: Retelling, path: string): void {
  const known = new Set(disorders(now.file, allowed.before?.receivedOn ?? null).map(keyOf));
  const added = disorders(file, ledger.receivedOn).find((disorder) => !known.has(keyOf(disorder)));
  if (added) throw refused([{ path, code: 'before-earlier-fact', facts: { earlier: added.earlier } }]);
}

const keyOf = ({ earlier, later }: Disorder): string => `${earlier} ${later}`;

/**
 * Whether a statutory date moves, so that an approver has to confirm: one of the clock or one beside it, or a day on which
 * it depends whether a document was in time.
 */
function movesDates({ file }: CaseNow, ledger: Ledger, { now, allowed: { before }, law, entry: { today } }: Retelling): boolean {
  if (changesOf(before, ledger).length > 0) return true;
  const clockBefore = before ?? ledger;
  return !isDeepStrictEqual(
    [otherDays(now.file, clockBefore, law, today), daysOfPapers(now.file)],
    [otherDays(file, ledger, law, today), daysOfPapers(file)],
  );
}

const otherDays = (file: CaseFile, ledger: Ledger, { statute, calendar, grounds }: CaseLaw, today: LocalDate) =>
  otherDeadlines(otherFactsOf(file, ledger, today), statute, calendar, grounds);

const daysOfPapers = ({ notices }: CaseFile) => notices.map(({ dispatchedOn, servedOn }) => [dispatchedOn, servedOn]);

/**
 * The case as it was before a correction that a second person has rejected.
 * @throws Refusal `invalid-request` where the case could not stand where it stands without the correction
 */
export function restore(retelling: Retelling): Decision {
  const { fact } = retelling.allowed;
  const after = retold(fact, retelling, 'reject');
  return { fact, after, before: retelling.allowed.before, ledger: ledgerAfter(after, retelling, 'reject') };
}

/** The whole journal with one more entry. @throws Refusal where the case would stand elsewhere in the chart */
function retold(fact: CaseFact, { journal, entry, law, now }: Retelling, path: string): CaseNow {
  const told = replay([...journal, { ...entry, fact }], law);
  if (!isDeepStrictEqual(told.value, now.value)) throw refused([{ path, code: 'changes-course' }]);
  return told;
}

const refused = (fields: readonly FieldProblem[]): Refusal => new Refusal('invalid-request', fields);

function ledgerAfter({ file }: CaseNow, { law, entry }: Retelling, path: string): Ledger {
  try {
    return ledgerOf(file, law, { asOf: entry.today, derivation: false });
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    throw refused(problem.fields.map((field) => ({ ...field, path })));
  }
}

function checkedFields({ command, journal, entry: { today } }: Correcting): Record<string, unknown> {
  const target = journal.find(({ id }) => id === command.entryId);
  if (target === undefined || UNCORRECTABLE.has(target.fact.type)) throw refused([{ path: 'entryId', code: 'unknown-entry' }]);
  const said = target.fact as unknown as Readonly<Record<string, unknown>>;
  const problems = Object.entries(command.fields).flatMap(([name, value]) => problemOf({ name, value, said, today }));
  if (Object.keys(command.fields).length === 0) problems.push({ path: 'fields', code: 'required' });
  if (problems.length > 0) throw refused(problems);
  return { ...command.fields };
}

type Asked = {
  readonly name: string;
  readonly value: unknown;
  readonly said: Readonly<Record<string, unknown>>;
  readonly today: LocalDate;
};

function problemOf({ name, value, said, today }: Asked): FieldProblem[] {
  const path = `fields.${name}`;
  const correctable = Object.keys(said).filter((key) => !FIXED.has(key));
  if (!correctable.includes(name)) return [{ path, code: 'field-not-correctable', facts: { options: correctable.join(', ') } }];
  if (name === 'receipt') return receiptProblems(value, today);
  if (isLocalDate(said[name])) return dayProblems(path, name, value, today);
  const fits = typeof value === typeof said[name] && (typeof value !== 'string' || isKeepable(value));
  return fits ? [] : [{ path, code: 'invalid-value', facts: { expected: typeof said[name] } }];
}

function dayProblems(path: string, name: string, value: unknown, today: LocalDate): FieldProblem[] {
  if (!isLocalDate(value)) return [{ path, code: 'invalid-date' }];
  if (value < EARLIEST_DAY) return [{ path, code: 'too-early', facts: { from: EARLIEST_DAY } }];
  return value > today && name !== 'until' ? [{ path, code: 'future-date' }] : [];
}

function receiptProblems(value: unknown, today: LocalDate): FieldProblem[] {
  const read = ReceiptWithEvidence.safeParse(value);
  if (!read.success) return [{ path: 'fields.receipt', code: 'invalid-value', facts: { expected: 'receipt' } }];
  const days = Object.entries(read.data).filter(([name]) => name.endsWith('On')) as [string, LocalDate | undefined][];
  return days.flatMap(([name, day]): FieldProblem[] =>
    day !== undefined && day > today ? [{ path: `fields.receipt.${name}`, code: 'future-date' }] : [],
  );
}
