import { isDeepStrictEqual } from 'node:util';
import type { LocalDate } from '@gongkai/calendar';
import { Refusal, type CommandOf, type FieldProblem, type CaseLedger, type ProblemCode } from '@gongkai/contracts';
import {
  consultedHeard,
  disorders,
  ledgerOf,
  objectionTo,
  otherFactsOf,
  replay,
  roundOf,
  stateOf,
  type CaseFact,
  type CaseFile,
  type CaseLaw,
  type CaseNow,
  type Decision,
  type FactType,
  type JournalFact,
} from '@gongkai/lifecycle';
import { otherDeadlines } from '@gongkai/statutes';
import { changesOf } from '../views/preview-view.js';
import { correctedFields, isCorrectable, isDayName } from './correctable-fields.js';

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
  const path = pathOf(Object.keys(fields));
  const rewritten = rewrites(command.entryId, Object.keys(fields), correcting.journal);
  if (rewritten) checkNotSubmitted(correcting);
  return withinRange(path, correcting, () => {
    const once = retold(withMoves(false), correcting, 'fields');
    const ledger = ledgerAfter(once, correcting, path);
    const movesRound = checkOrder(withMoves(false), correcting, path);
    const isOutOfTime = checkLaw(withMoves(false), correcting);
    checkStanding(once, ledger, correcting);
    checkWhatFollowed(withMoves(false), once, ledger, correcting);
    const fact = withMoves(rewritten || movesRound || isOutOfTime || movesDates(once, ledger, correcting));
    return { fact, after: retold(fact, correcting, 'fields'), before, ledger };
  });
}

/** No law is known for a day long before it, nor a calendar. @throws Refusal `too-early` */
function withinRange<T>(path: string, { law }: Retelling, decide: () => T): T {
  try {
    return decide();
  } catch (problem) {
    if (problem instanceof RangeError) throw refused([{ path, code: 'too-early', facts: { from: law.calendar.from } }]);
    throw problem;
  }
}

/** Of several fields the one that can be at fault where days do not fit. */
const pathOf = (names: readonly string[]): string =>
  `fields.${names.find((name) => name === 'receipt' || isDayName(name)) ?? names[0] ?? ''}`;

/** What the law looks at in a decision or in the answer of somebody who was asked, beside its day. */
const LOOKED_AT: Readonly<Partial<Record<FactType, readonly string[]>>> = {
  ITEM_DECIDED: ['code', 'ground', 'article', 'reasons', 'otherOrgan'],
  CONSULTATION_ANSWERED: ['answer'],
};

/** Whether it changes what a reply says or may say, so that an approver has to confirm as well. */
function rewrites(entryId: string, fields: readonly string[], journal: readonly JournalFact[]): boolean {
  const type = journal.find(({ id }) => id === entryId)?.fact.type;
  return type !== undefined && fields.some((name) => LOOKED_AT[type]?.includes(name));
}

/** @throws Refusal while the reply is before the approver, or approved and on its way: it is sent back first */
function checkNotSubmitted({ now }: Retelling): void {
  const state = stateOf(now);
  if (state === 'approving') throw new Refusal('step-not-permitted', [], { reason: 'reply-submitted' });
  if (['approved', 'signed', 'dispatched', 'returned'].includes(state))
    throw new Refusal('step-not-permitted', [], { reason: 'reply-approved' });
}

/** What was out of time has no effect, and the clock says so: it is written down as it was, and an approver looks. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set<ProblemCode>([
  'correction-notice-late',
  'extension-late',
  'clock-not-running',
  'delay-late',
  'fee-notice-late',
]);

/**
 * Whether what is told now was out of time.
 * @throws Refusal with what else the step would have been refused for, where it was not open to that before
 */
function checkLaw(fact: CaseFact, { command, journal, entry, law }: Correcting): boolean {
  const { today } = entry;
  const against = objectionTo(command.entryId, { journal: [...journal, { ...entry, fact }], law, today });
  const before = objectionTo(command.entryId, { journal, law, today });
  if (against === null || (before?.code === against.code && isDeepStrictEqual(before.fields, against.fields))) return false;
  if (WITHOUT_EFFECT.has(against.code) && Object.keys(command.fields).every(isDayName)) return true;
  const fields = against.fields.map((field) => ({ ...field, path: `fields.${field.path}` }));
  throw new Refusal(against.code, fields, against.details);
}

/** A period of the applicant that only now runs, or is over, in a case that went on: nobody would wait for it or end it. */
const isStranded = ({ value, file }: CaseNow, { clock }: CaseLedger): boolean =>
  WAITS.has(clock) && file.ending === null && !['awaiting_correction', 'awaiting_payment'].includes(stateOf({ value, file }));

const WAITS: ReadonlySet<string> = new Set<CaseLedger['clock']>(['awaiting_correction', 'awaiting_payment', 'deemed_abandoned']);

/** What was done because a period was over. */
const ONCE_OVER: ReadonlySet<FactType> = new Set<FactType>(['CORRECTION_NOT_RECEIVED', 'FEE_NOT_PAID']);

/**
 * What was done since may rest on what is corrected.
 * @throws Refusal `changes-course` where a case was closed for want of something that is still awaited; or while a reply is before the
 *   approver or on its way, where somebody would still have to be heard before it
 */
function checkWhatFollowed(fact: CaseFact, once: CaseNow, ledger: CaseLedger, correcting: Correcting): void {
  const { journal, entry, law, now, allowed } = correcting;
  const objects = (id: string, entries: readonly JournalFact[]): boolean =>
    objectionTo(id, { journal: entries, law, today: entry.today }) !== null;
  const closings = journal.filter(({ fact: { type } }) => ONCE_OVER.has(type));
  if (closings.some(({ id }) => objects(id, [...journal, { ...entry, fact }]) && !objects(id, journal)))
    throw refused([{ path: 'fields', code: 'changes-course' }]);
  const wasHeard = allowed.before === null || consultedHeard(now.file, allowed.before) === null;
  if (wasHeard && consultedHeard(once.file, ledger) !== null) checkNotSubmitted(correcting);
}

/** @throws Refusal `changes-course` where the clock would wait, or have waited in vain, in a case that does not */
function checkStanding(once: CaseNow, ledger: CaseLedger, { now, allowed: { before } }: Retelling): void {
  const wasStranded = before !== null && isStranded(now, before);
  if (isStranded(once, ledger) && !wasStranded) throw refused([{ path: 'fields', code: 'changes-course' }]);
}

/**
 * Whether the day moves on which the round of the entry began.
 * @throws Refusal `before-earlier-fact` where the days of the case, or of that round, would stand in the wrong order, and did not before
 */
function checkOrder(fact: CaseFact, correcting: Correcting, path: string): boolean {
  const { command, journal, entry, law } = correcting;
  const orderOf = (entries: readonly JournalFact[]) => {
    const [whole, round] = [replay(entries, law), roundOf(command.entryId, entries, law)];
    const [ledger, begin] = [ledgerAfter(whole, correcting, path), ledgerAfter(round, correcting, path)];
    return {
      begunOn: begin.receivedOn,
      wrong: [...disorders(whole.file, ledger.receivedOn), ...disorders(round.file, begin.receivedOn)],
    };
  };
  const [before, after] = [orderOf(journal), orderOf([...journal, { ...entry, fact }])];
  const known = new Set(before.wrong.map(({ of }) => of));
  const added = after.wrong.find(({ of }) => !known.has(of));
  if (added) throw refused([{ path, code: 'before-earlier-fact', facts: { earlier: added.earlier } }]);
  return before.begunOn !== after.begunOn;
}

/**
 * Whether a statutory date moves, so that an approver has to confirm: one of the clock or one beside it, or a day on which
 * it depends whether a document was in time.
 */
function movesDates(
  { file }: CaseNow,
  ledger: CaseLedger,
  { now, allowed: { before }, law, entry: { today } }: Retelling,
): boolean {
  if (changesOf(before, ledger).length > 0) return true;
  const clockBefore = before ?? ledger;
  return !isDeepStrictEqual(
    [otherDays(now.file, clockBefore, law, today), daysOfPapers(now.file)],
    [otherDays(file, ledger, law, today), daysOfPapers(file)],
  );
}

const otherDays = (file: CaseFile, ledger: CaseLedger, { statute, calendar, grounds }: CaseLaw, today: LocalDate) =>
  otherDeadlines(otherFactsOf(file, ledger, today), statute, calendar, grounds);

const daysOfPapers = ({ notices }: CaseFile) => notices.map(({ dispatchedOn, servedOn }) => [dispatchedOn, servedOn]);

/**
 * The case as it was before a correction that a second person has rejected.
 * @throws Refusal `invalid-request` where the case could not stand where it stands without the correction
 */
export function restore(retelling: Retelling): Decision {
  const { fact } = retelling.allowed;
  const rejected = fact.type === 'FACT_RESTORED' ? retelling.journal.find(({ id }) => id === fact.entryId)?.fact : undefined;
  if (rejected?.type === 'FACT_CORRECTED' && rewrites(rejected.entryId, Object.keys(rejected.fields), retelling.journal))
    checkNotSubmitted(retelling);
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

function ledgerAfter({ file }: CaseNow, { law, entry }: Retelling, path: string): CaseLedger {
  try {
    return ledgerOf(file, law, { asOf: entry.today, derivation: false });
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    const fields = new Map(problem.fields.map((field) => [field.code, { ...field, path }]));
    throw refused([...fields.values()]);
  }
}

function checkedFields({ command, journal, entry: { today } }: Correcting): Readonly<Record<string, unknown>> {
  const target = journal.find(({ id }) => id === command.entryId);
  if (target === undefined || !isCorrectable(target.fact.type)) throw refused([{ path: 'entryId', code: 'unknown-entry' }]);
  return correctedFields(target.fact, command.fields, today);
}
