import type { LocalDate } from '@gongkai/calendar';
import { feePerItems, type FeeTariffs } from '@gongkai/statutes';
import type { CaseFile, CaseNotice, ClockMoves } from './case-file.js';
import type { FeeNotice } from './fee-notice.js';

type Asked = FeeNotice & { readonly servedOn: LocalDate };

/** The fee notice that was served last: what is to be paid, and since when. One that is under way asks for nothing yet. */
export function feeAsked({ round, notices }: CaseFile): Asked | null {
  const asked = round.moves.feeNotices.flatMap((notice) => {
    const servedOn = notices.find(({ id }) => id === notice.noticeId)?.servedOn;
    return servedOn ? [{ ...notice, servedOn }] : [];
  });
  return asked.reduce<Asked | null>((last, one) => (last && last.servedOn > one.servedOn ? last : one), null);
}

/** The fee notice that was served last, where nothing was paid on it and it was not taken back. */
export function feeOwed(file: CaseFile): Asked | null {
  const asked = feeAsked(file);
  const { payments, undone = [] } = file.round.moves;
  return asked !== null && ![...payments, ...undone].some((on) => on >= asked.servedOn) ? asked : null;
}

/** Whether a fee of this round was paid by the other standard: one application is charged by one of them, and never by both (FEE 3). */
export function isPaidOtherwise(file: CaseFile, basis: NonNullable<FeeNotice['basis']>): boolean {
  const { payments, lifted = [] } = file.round.moves;
  const paid = payments.length > lifted.length ? feeAsked(file)?.basis : undefined;
  return paid !== undefined && paid !== basis;
}

/** The fee notice that was paid last in this round; one that was lifted was not paid. */
export function feePaid(file: CaseFile): FeeNotice | null {
  const { payments, lifted = [] } = file.round.moves;
  return payments.length > lifted.length && feeOwed(file) === null ? feeAsked(file) : null;
}

/** Whether what the last notice asks for was owed when it was made, and is so no more: it counts an item that was withdrawn since (FEE). */
export function isOwedNoMore(file: CaseFile): boolean {
  const asked = feeOwed(file) ?? file.round.moves.feeNotices.at(-1);
  return asked?.countsWithdrawn === true;
}

/** Whether the notice that is waited for counts an item withdrawn since: nobody abandons their application by not paying it (FEE). */
export const isOvercharged = (file: CaseFile): boolean => feeOwed(file)?.countsWithdrawn === true;

/** The fee notice whose service begins a wait: the one made last, until it is served. */
export function feeToServe({ round, notices }: CaseFile): CaseNotice | null {
  const last = round.moves.feeNotices.at(-1);
  const notice = notices.find(({ id }) => id === last?.noticeId);
  return notice?.servedOn === null ? notice : null;
}

/** Whether what is waited for counts an item withdrawn since, and no notice on its way corrects it: a new one has a period of its own (FEE). */
export const isFeeToCorrect = ({ round }: CaseFile): boolean => round.moves.feeNotices.at(-1)?.countsWithdrawn === true;

/** Whether what remains of what it counted is free of charge: there is no other fee to ask for, and it is lifted (FEE 4). */
export function isFreeNow({ round, items }: CaseFile, tariffs: FeeTariffs | undefined): boolean {
  const { itemsBefore, countsWithdrawn } = round.moves.feeNotices.at(-1) ?? {};
  if (tariffs === undefined || itemsBefore === undefined || countsWithdrawn !== true) return false;
  return feePerItems({ earlierItemsThisMonth: itemsBefore, items: items.length }, tariffs).yuan === 0;
}

/** The moves once an item is withdrawn: every fee notice made so far has counted it. */
export const countedWithdrawn = (moves: ClockMoves): ClockMoves => ({
  ...moves,
  feeNotices: moves.feeNotices.map((notice) => ({ ...notice, countsWithdrawn: true as const })),
});

/** Whether a fee notice is out or made that no other one may replace: its service begins a wait, and it asks for what is owed (FEE). */
export const feeStands = (file: CaseFile): boolean => feeToServe(file) !== null && !isFeeToCorrect(file);
