import type { LocalDate } from '@gongkai/calendar';
import type { CaseFile, ClockMoves } from './case-file.js';

type Asked = ClockMoves['feeNotices'][number] & { readonly servedOn: LocalDate };

const servedOn = ({ notices }: CaseFile, noticeId: string): LocalDate | null =>
  notices.find(({ id }) => id === noticeId)?.servedOn ?? null;

/** The fee notice that was served last: what is to be paid, and since when. One that is under way asks for nothing yet. */
export function feeAsked(file: CaseFile): Asked | null {
  const asked = file.round.moves.feeNotices.flatMap((notice) => {
    const on = servedOn(file, notice.noticeId);
    return on === null ? [] : [{ ...notice, servedOn: on }];
  });
  return asked.reduce<Asked | null>((last, one) => (last && last.servedOn > one.servedOn ? last : one), null);
}

/** Whether what was asked for has not been paid yet. */
export function awaitsPayment(file: CaseFile): boolean {
  const asked = feeAsked(file);
  return asked !== null && !file.round.moves.payments.some((on) => on >= asked.servedOn);
}

/** Whether an unpaid fee notice counts what was withdrawn since: the amount is corrected by a new one, with a period of its own (FEE). */
export function isFeeToCorrect(file: CaseFile): boolean {
  const last = file.round.moves.feeNotices.at(-1);
  if (last?.countsWithdrawn !== true) return false;
  return servedOn(file, last.noticeId) === null || awaitsPayment(file);
}

/** The moves once an item is withdrawn: every fee notice made so far has counted it. */
export const countedWithdrawn = (moves: ClockMoves): ClockMoves => ({
  ...moves,
  feeNotices: moves.feeNotices.map((notice) => ({ ...notice, countsWithdrawn: true as const })),
});
