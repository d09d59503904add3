import type { Derivation, LedgerView } from '@gongkai/contracts';

const ANSWER = 'answerDue:';
const CAUTIOUS = 'cautiousFinalDue';

/**
 * The deadline that the office looks at now: the applicant's while a correction or payment is awaited, else the date of the
 * reply. Where a letter can be read in two ways the office works to the earlier.
 */
export function mainDeadline({ clock, derivation }: Pick<LedgerView, 'clock' | 'derivation'>): Derivation | null {
  const named = (deadline: string): Derivation | undefined => derivation.find((entry) => entry.deadline === deadline);
  if (clock === 'awaiting_correction') return named('correctionDueFromApplicant') ?? null;
  if (clock === 'awaiting_payment') return named('feePaymentDue') ?? null;
  return earlierOf(named('finalDue') ?? named('provisionalFinalDue'), named(CAUTIOUS));
}

function earlierOf(reply: Derivation | undefined, cautious: Derivation | undefined): Derivation | null {
  if (reply === undefined || cautious === undefined) return reply ?? cautious ?? null;
  return cautious.due < reply.due ? cautious : reply;
}

/** No deadline: the day from which the period of the reply began anew. */
export const RESTART = 'restartedOn';

/** What a ledger explains, the main date first. The same date is explained once: a reply date is told as the one that holds. */
export function explained(ledger: Pick<LedgerView, 'clock' | 'derivation'>): Derivation[] {
  const main = mainDeadline(ledger);
  const shown = main === null ? [] : [main];
  for (const entry of ledger.derivation)
    if (entry.deadline !== RESTART && !shown.some((other) => isSame(other, entry))) shown.push(entry);
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
export const isReplyDate = (deadline: string): boolean => REPLY.has(deadline) || deadline === CAUTIOUS;

const isSame = (a: Derivation, b: Derivation): boolean =>
  a.deadline === b.deadline || (REPLY.has(a.deadline) && REPLY.has(b.deadline) && a.due === b.due);

/** The consultation whose answer a deadline is about. */
export const consultationOf = (deadline: string): string | null =>
  deadline.startsWith(ANSWER) ? deadline.slice(ANSWER.length) : null;

/** The key of a deadline without what it is about. */
export const deadlineKey = (deadline: string): string => deadline.split(':')[0] ?? deadline;

/** Counted days without an extension, where an extension lengthens this deadline. */
export function budgetOf({ deadline }: Derivation, derivation: readonly Derivation[]): number | undefined {
  if (deadline !== 'finalDue' && deadline !== 'extendedDue') return undefined;
  return derivation.find((entry) => entry.deadline === 'replyDue')?.counted ?? undefined;
}

/** The earlier reading of a letter that was signed for by the organ and reached the right office later. */
export const isCautious = ({ deadline }: Derivation): boolean => deadline === CAUTIOUS;

/** A date that rests on a year without a published calendar. */
export const isProvisional = ({ deadline }: Derivation): boolean => deadline.startsWith('provisional');
