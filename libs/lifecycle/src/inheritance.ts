import type { CaseLedger } from '@gongkai/contracts';
import { restartOf, type CaseFile, type CaseNotice, type ClockMoves, type Round } from './case-file.js';

/** What items that are taken out of a case have behind them. */
export type Inheritance = Pick<CaseFile, 'notices' | 'consultations' | 'assignee'> & {
  readonly round: Pick<Round, 'number' | 'order' | 'moves'>;
};

/**
 * What a case that a split opens takes over: who handles it, the order it is decided anew by, restarts, extensions and delays that
 * were sent, and consultations that are over. All of that happened to the application while it was one. What is still awaited, a
 * correction, a payment or an answer, stays with the case it was asked in, so what was clear is answered by the old clock (REG 30).
 * @param ledger of the case before the split
 */
export function inheritanceOf(file: CaseFile, ledger: CaseLedger): Inheritance {
  const { number, order } = file.round;
  const moves = movesOver(file);
  const open = new Set(ledger.consultations.flatMap(({ id, closedBy }) => (closedBy === null ? [id] : [])));
  const consultations = file.consultations.filter(({ id, round, dispatchedOn }) => {
    return round === number && dispatchedOn !== null && !open.has(id);
  });
  const kept = new Set([...noticesOf(moves), ...consultations.map(({ id }) => id)]);
  return {
    notices: file.notices.filter(({ id }) => kept.has(id)),
    consultations,
    assignee: file.assignee,
    round: { number, order, moves },
  };
}

function movesOver({ notices, round: { moves } }: CaseFile): ClockMoves {
  const noticeOf = (id: string): CaseNotice | undefined => notices.find((notice) => notice.id === id);
  const wasSent = ({ noticeId }: { readonly noticeId: string }): boolean => Boolean(noticeOf(noticeId)?.dispatchedOn);
  const paidOn = restartOf({ ...moves, corrections: [] });
  const wasPaid = ({ noticeId }: { readonly noticeId: string }): boolean => {
    const servedOn = noticeOf(noticeId)?.servedOn;
    return Boolean(servedOn && paidOn && servedOn <= paidOn);
  };
  return {
    ...moves,
    correction: moves.corrections.length > 0 ? moves.correction : null,
    notCorrected: false,
    extensions: moves.extensions.filter(wasSent),
    delays: moves.delays.filter(wasSent),
    feeNotices: moves.feeNotices.filter(wasPaid),
    notPaid: false,
  };
}

const noticesOf = ({ correction, extensions, delays, feeNotices }: ClockMoves): string[] =>
  [...(correction ? [correction] : []), ...extensions, ...delays, ...feeNotices].map(({ noticeId }) => noticeId);
