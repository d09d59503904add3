import { isDeepStrictEqual } from 'node:util';
import { Refusal, type CaseLedger } from '@gongkai/contracts';
import {
  corrected,
  otherDeadlinesOf,
  type CaseFact,
  type CaseFile,
  type CaseNow,
  type Decision,
  type FactOf,
} from '@gongkai/lifecycle';
import { changesOf } from '../views/date-changes.js';
import { correctedFields, isCorrectable, isDayName } from './correctable-fields.js';
import {
  checkLaw,
  checkNotSubmitted,
  checkOrder,
  checkRewritable,
  checkStanding,
  checkWhatFollowed,
  rewrites,
} from './correction-checks.js';
import { ledgerAfter, refused, retold, type Correcting, type Retelling } from './retelling.js';

/**
 * The case as if the entry had said from the beginning what it says now. Where a statutory date moves, a second person has
 * to confirm.
 * @param waits whether one has to also where none moves
 * @throws Refusal `invalid-request` with the fields that cannot be taken
 */
export const correct = (correcting: Correcting, waits?: true): Decision =>
  correctAlong(correcting, { fields: checkedFields(correcting), waits }).decision;

/** What is told anew. */
type Anew = {
  readonly fields: Readonly<Record<string, unknown>>;
  /** The entry of another case that this one follows. */
  readonly follows?: string;
  /** Whether a second person has to confirm, where something else than the dates of this case has settled that. */
  readonly waits?: boolean | undefined;
};

/**
 * The same for fields that are known to be right, and whether a statutory date moves here.
 * @throws Refusal `invalid-request` where the case could not stand where it stands
 */
export function correctAlong(
  correcting: Correcting,
  { fields, follows, waits }: Anew,
): { readonly decision: Decision; readonly moves: boolean } {
  const { command, allowed } = correcting;
  const { before } = allowed;
  const along = follows === undefined ? {} : { follows };
  const withMoves = (moves: boolean): CaseFact => ({ ...(allowed.fact as object), fields, moves, ...along }) as CaseFact;
  const path = pathOf(Object.keys(fields));
  const rewritten = rewrites(command.entryId, Object.keys(fields), correcting.journal);
  if (rewritten) checkRewritable(correcting);
  return withinRange(path, correcting, () => {
    const once = retold(withMoves(false), correcting, 'fields');
    const ledger = ledgerAfter(once, correcting, path);
    const movesRound = checkOrder(withMoves(false), correcting, path);
    const isOutOfTime = checkLaw(withMoves(false), correcting);
    checkStanding(once, ledger, correcting);
    checkWhatFollowed(withMoves(false), once, ledger, correcting);
    const moves = rewritten || movesRound || isOutOfTime || movesDates(once, ledger, correcting);
    const fact = withMoves(waits ?? moves);
    return { decision: { fact, after: retold(fact, correcting, 'fields'), before, ledger }, moves };
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

function checkedFields({ command, journal, entry: { today } }: Correcting): Readonly<Record<string, unknown>> {
  const target = journal.find(({ id }) => id === command.entryId);
  if (target === undefined || !isCorrectable(target.fact.type)) throw refused([{ path: 'entryId', code: 'unknown-entry' }]);
  const fields = correctedFields(target.fact, command.fields, { today, writtenOn: target.today });
  const stands = corrected(journal).find(({ id }) => id === command.entryId)?.fact ?? target.fact;
  if (isUngrounded({ ...stands, ...fields })) throw refused([{ path: 'fields.grounds', code: 'grounds-unsaid' }]);
  return fields;
}

/** Who does not agree is asked for grounds by a correction as by the step itself; that none were given is said in words (REG 32). */
const isUngrounded = ({ type, answer, grounds }: Readonly<Record<string, unknown>>): boolean =>
  type === 'CONSULTATION_ANSWERED' && answer !== 'agree' && (grounds ?? null) === null;

/**
 * Whether a statutory date moves, so that an approver has to confirm: one of the clock or one beside it, a day on which
 * it depends whether a document was in time, or one on which an approver decided.
 */
function movesDates(
  { file }: CaseNow,
  ledger: CaseLedger,
  { now, allowed: { before }, law, entry: { today } }: Retelling,
): boolean {
  if (changesOf(before, ledger).length > 0) return true;
  const clockBefore = before ?? ledger;
  return !isDeepStrictEqual(
    [otherDeadlinesOf(now.file, clockBefore, law, today), daysOfPapers(now.file)],
    [otherDeadlinesOf(file, ledger, law, today), daysOfPapers(file)],
  );
}

const daysOfPapers = ({ notices, round: { reply } }: CaseFile) => [
  ...notices.map(({ dispatchedOn, servedOn }) => [dispatchedOn, servedOn]),
  [reply.approvedOn, reply.signedOn],
];

/**
 * The case as it was before a correction that a second person has rejected.
 * @throws Refusal `invalid-request` where the case could not stand where it stands without the correction
 */
export function restore(retelling: Retelling): Decision {
  const { fact, before } = retelling.allowed;
  const rejected = fact.type === 'FACT_RESTORED' ? retelling.journal.find(({ id }) => id === fact.entryId)?.fact : undefined;
  const after = retold(fact, retelling, 'reject');
  const ledger = ledgerAfter(after, retelling, 'reject');
  if (rejected?.type === 'FACT_CORRECTED') checkWithout(rejected, { fact, after, before, ledger }, retelling);
  return { fact, after, before, ledger };
}

/** What was done since may rest on the correction; what the entry said before was checked when it was told. */
function checkWithout(rejected: FactOf<'FACT_CORRECTED'>, { fact, after, ledger }: Decision, retelling: Retelling): void {
  const { entryId, fields, reason } = rejected;
  const correcting = { ...retelling, command: { type: 'correctFact', entryId, fields, reason } } as const;
  if (rewrites(entryId, Object.keys(fields), retelling.journal)) checkNotSubmitted(retelling);
  toldOfReject(() => {
    checkOrder(fact, correcting, 'reject');
    checkStanding(after, ledger, retelling);
    checkWhatFollowed(fact, after, ledger, correcting);
  });
}

/** What stands against a rejection is told by its own field. */
function toldOfReject(check: () => void): void {
  try {
    check();
  } catch (problem) {
    if (!(problem instanceof Refusal) || problem.code !== 'invalid-request') throw problem;
    throw refused(problem.fields.map((field) => ({ ...field, path: 'reject' })));
  }
}
