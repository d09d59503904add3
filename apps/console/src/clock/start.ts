import type { Derivation, LedgerView } from '@gongkai/contracts';

/** What a period starts with: the receipt, a restart, or the service of a paper. */
export type Start = 'receipt' | 'restart' | 'service' | 'set';

const ORGANS_OWN: ReadonlySet<string> = new Set(['correctionNoticeDeadline', 'replyDueAtRegistration', 'cautiousFinalDue']);

/** What the period of a deadline starts with. */
export function startOf(
  { deadline, from, counted }: Derivation,
  { receivedOn, restartedOn }: Pick<LedgerView, 'receivedOn' | 'restartedOn'>,
): Start {
  if (ORGANS_OWN.has(deadline) || from === receivedOn) return 'receipt';
  if (counted === null) return 'set';
  return from === restartedOn ? 'restart' : 'service';
}
