import type { Derivation, LedgerView } from '@gongkai/contracts';
import { firmName, isCautious, isReplyDate, nameOfOther, RESTART } from './deadlines.js';

/**
 * What a period starts with: the receipt, the signature for a letter to somebody else, the order to handle the case anew, what let it
 * begin anew, the service of a paper, or a decision; beside the clock of the application, what happened then.
 */
export type Start = 'receipt' | 'signature' | 'order' | 'correction' | 'payment' | 'lifting' | 'service' | 'set' | 'event';
type Reckoned = Pick<LedgerView, 'derivation' | 'others'>;

/** Why the period of the reply began anew; null where it never did. */
const restartIn = ({ derivation }: Reckoned): Derivation | null =>
  derivation.find(({ deadline }) => deadline === RESTART) ?? null;

/** The period of a reply to be given anew; null in the first round. */
const orderIn = ({ derivation }: Reckoned): Derivation | null => derivation.find(({ rule }) => rule === 'redo.days') ?? null;

const FROM_RECEIPT: ReadonlySet<string> = new Set(['correctionNoticeDeadline', 'replyDueAtRegistration']);

/** What the period of a deadline starts with. @param ledger what the deadline is one of */
export function startOf(derivation: Derivation, ledger: Reckoned): Start {
  const { deadline, counted } = derivation;
  if (ledger.others.some((other) => nameOfOther(other) === deadline)) return 'event';
  if (counted === null) return 'set';
  if (FROM_RECEIPT.has(firmName(deadline))) return firstStart(ledger);
  return isReplyDate(deadline) ? replyStart(derivation, ledger) : 'service';
}

const BEGUN_ANEW: Readonly<Record<string, Start>> = { fee_paid: 'payment', fee_lifted: 'lifting' };

const firstStart = (ledger: Reckoned): Start => (orderIn(ledger) === null ? 'receipt' : 'order');

function replyStart(derivation: Derivation, ledger: Reckoned): Start {
  const restart = restartIn(ledger);
  if (restart?.due === derivation.from) return BEGUN_ANEW[restart.rule] ?? 'correction';
  return isCautious(derivation) ? 'signature' : firstStart(ledger);
}

/** What a start rests on. */
export function startArticleOf(start: Start, derivation: Derivation, ledger: Reckoned): string {
  const isRestarted = start === 'correction' || start === 'payment' || start === 'lifting';
  const grounds = isRestarted ? restartIn(ledger) : start === 'order' ? orderIn(ledger) : null;
  return (grounds ?? derivation).article;
}
