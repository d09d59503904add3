import type { Derivation, LedgerView } from '@gongkai/contracts';
import { isCautious, isReplyDate, RESTART } from './deadlines.js';

/**
 * What a period starts with: the receipt, the signature for a letter to somebody else, what let it begin anew, the service of a paper,
 * or a decision.
 */
export type Start = 'receipt' | 'signature' | 'correction' | 'payment' | 'service' | 'set';

/** Why the period of the reply began anew; null where it never did. */
export const restartIn = ({ derivation }: Pick<LedgerView, 'derivation'>): Derivation | null =>
  derivation.find(({ deadline }) => deadline === RESTART) ?? null;

const FROM_RECEIPT: ReadonlySet<string> = new Set(['correctionNoticeDeadline', 'replyDueAtRegistration']);

/** What the period of a deadline starts with. @param restart why the period began anew */
export function startOf(derivation: Derivation, restart: Derivation | null): Start {
  const { deadline, from, counted } = derivation;
  if (counted === null) return 'set';
  if (FROM_RECEIPT.has(deadline)) return 'receipt';
  if (!isReplyDate(deadline)) return 'service';
  if (from !== restart?.due) return isCautious(derivation) ? 'signature' : 'receipt';
  return restart.rule === 'fee_paid' ? 'payment' : 'correction';
}
