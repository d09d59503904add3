import type { Derivation, LedgerView, OtherDueExplained } from '@gongkai/contracts';

const ANSWERS_OF = /^(?:answerDue|provisionalAnswerDue):/;
const CAUTIOUS = 'cautiousFinalDue';

/** The name of a deadline beside the clock, with what it is about. */
export const nameOfOther = ({ deadline, about }: Pick<OtherDueExplained, 'deadline' | 'about'>): string =>
  about === undefined ? deadline : `${deadline}:${about}`;

/** A deadline beside the clock under its whole name. */
const derivationOf = (other: OtherDueExplained): Derivation => ({ ...other.derivation, deadline: nameOfOther(other) });

const ANSWERS: ReadonlySet<string> = new Set(['complaintDue', 'reconsiderationAnswerDue', 'defenceDue']);

/** The answer to a remedy that is owed on a day. */
function answerDueOn({ others }: LedgerView, day: string): Derivation | null {
  const owed = others.find(
    ({ deadline, metOn, derivation }) => ANSWERS.has(deadline) && metOn === undefined && derivation.due === day,
  );
  return owed === undefined ? null : derivationOf(owed);
}

/**
 * The deadline that the office looks at now: that of the answer to a remedy, where one is owed; the applicant's while a correction or
 * payment is awaited; else the date of the reply. Where a letter can be read in two ways the office works to the earlier.
 * @param turnDue by when whose turn it is has to answer a remedy
 */
export function mainDeadline(ledger: LedgerView, turnDue: string | null = null): Derivation | null {
  const answer = turnDue === null ? null : answerDueOn(ledger, turnDue);
  return answer ?? clockDeadline(ledger);
}

function clockDeadline({ clock, derivation }: LedgerView): Derivation | null {
  const named = (deadline: string): Derivation | undefined => derivation.find((entry) => entry.deadline === deadline);
  const inForce = (deadline: string): Derivation | undefined => named(deadline) ?? named(provisionalName(deadline));
  const [correction = null, payment = null] = [inForce('correctionDueFromApplicant'), inForce('feePaymentDue')];
  if (clock === 'awaiting_correction') return correction;
  if (clock === 'awaiting_payment') return payment;
  if (clock === 'deemed_abandoned') return laterOf(correction, payment);
  return earlierOf(inForce('finalDue'), inForce(CAUTIOUS));
}

/** Of what the applicant was asked for, what was asked last. */
function laterOf(one: Derivation | null, other: Derivation | null): Derivation | null {
  if (one === null || other === null) return one ?? other;
  return one.due < other.due ? other : one;
}

function earlierOf(reply: Derivation | undefined, cautious: Derivation | undefined): Derivation | null {
  if (reply === undefined || cautious === undefined) return reply ?? cautious ?? null;
  return cautious.due < reply.due ? cautious : reply;
}

/** No deadline: the day from which the period of the reply began anew. */
export const RESTART = 'restartedOn';

/** No deadline either: the day on which a fee asked in error was taken back. */
const UNDONE = 'feeLiftedOn';

/** The wait for a fee that was asked in error, which has moved no date of the reply; null where there was none. */
export const undoneIn = ({ derivation }: Pick<LedgerView, 'derivation'>): Derivation | null =>
  derivation.find(({ deadline }) => deadline === UNDONE) ?? null;

/**
 * What a ledger explains, the main date first. The same date is explained once: a reply date is told as the one that holds, one to be
 * given anew as the reply date of its round.
 */
export function explained(ledger: LedgerView, main: Derivation | null): Derivation[] {
  const beside = ledger.others.filter(({ deadline }) => deadline !== 'redoDue').map(derivationOf);
  const shown = main === null ? [] : [main];
  const reply = clockDeadline(ledger);
  for (const entry of [...(reply === null ? [] : [reply]), ...ledger.derivation, ...beside])
    if (![RESTART, UNDONE].includes(entry.deadline) && !shown.some((other) => isSame(other, entry))) shown.push(entry);
  return shown;
}

const REPLY: ReadonlySet<string> = new Set([
  'finalDue',
  'provisionalFinalDue',
  'replyDue',
  'provisionalReplyDue',
  'extendedDue',
  'replyDueAtRegistration',
]);

/** A date of the reply: its period starts with the receipt, or begins anew. */
export const isReplyDate = (deadline: string): boolean => REPLY.has(deadline) || isCautious({ deadline });

const isSame = (a: Derivation, b: Derivation): boolean =>
  a.deadline === b.deadline || (REPLY.has(a.deadline) && REPLY.has(b.deadline) && a.due === b.due);

/** The consultation whose answer a deadline is about. */
export const consultationOf = (deadline: string): string | null =>
  ANSWERS_OF.test(deadline) ? deadline.replace(ANSWERS_OF, '') : null;

/** What the estimate of a deadline is called. */
export const provisionalName = (deadline: string): string => `provisional${deadline.charAt(0).toUpperCase()}${deadline.slice(1)}`;

/** The deadline that an estimate stands in for; null where it is none. */
export const estimatedDeadline = (deadline: string): string | null =>
  deadline.startsWith('provisional') ? `${deadline.charAt(11).toLowerCase()}${deadline.slice(12)}` : null;

/** The name of a deadline, whether its day is firm or an estimate. */
export const firmName = (deadline: string): string => estimatedDeadline(deadline) ?? deadline;

/** The key of a deadline without what it is about. */
export const deadlineKey = (deadline: string): string => deadline.split(':')[0] ?? deadline;

/** Counted days without an extension, where an extension lengthens this deadline. */
export function budgetOf({ deadline }: Derivation, derivation: readonly Derivation[]): number | undefined {
  if (!EXTENDED.has(firmName(deadline))) return undefined;
  return derivation.find((entry) => firmName(entry.deadline) === 'replyDue')?.counted ?? undefined;
}

const EXTENDED: ReadonlySet<string> = new Set(['finalDue', 'extendedDue']);

/** The earlier reading of a letter that was signed for by the organ and reached the right office later. */
export const isCautious = ({ deadline }: Pick<Derivation, 'deadline'>): boolean => firmName(deadline) === CAUTIOUS;
