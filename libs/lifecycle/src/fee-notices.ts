import type { LocalDate } from '@gongkai/calendar';
import type { CommandOf } from '@gongkai/contracts';
import { feePerItems, type FeeTariffs } from '@gongkai/statutes';
import type { CaseFile, CaseNotice, ClockMoves } from './case-file.js';
import type { FeeNotice } from './fee-notice.js';

type Asked = FeeNotice & { readonly servedOn: LocalDate };

/** Those of the round that ask for something, or have: on one that was overtaken by a payment nothing is to be paid (FEE 3). */
export const feesAsked = ({ round, notices }: CaseFile): readonly FeeNotice[] =>
  round.moves.feeNotices.filter(({ noticeId }) => notices.find(({ id }) => id === noticeId)?.overtakenOn === undefined);

/**
 * The fee notice that was served last: what is to be paid, and since when. One that is under way asks for nothing yet.
 * @param by as it was at the end of that day; without it, as it is
 */
export function feeAsked(file: CaseFile, by?: LocalDate): Asked | null {
  const asked = feesAsked(file).flatMap((notice) => {
    const servedOn = file.notices.find(({ id }) => id === notice.noticeId)?.servedOn;
    return servedOn && (by === undefined || servedOn <= by) ? [{ ...notice, servedOn }] : [];
  });
  return asked.reduce<Asked | null>((last, one) => (last && last.servedOn > one.servedOn ? last : one), null);
}

/** The fee notice that was served last by a day, where nothing was paid on it and it was not taken back. @param by see `feeAsked` */
export function feeOwed(file: CaseFile, by?: LocalDate): Asked | null {
  const asked = feeAsked(file, by);
  const { payments, undone = [] } = file.round.moves;
  return asked !== null && ![...payments, ...undone].some((on) => on >= asked.servedOn) ? asked : null;
}

/** Whether a fee of this round was paid by the other standard: one application is charged by one of them, and never by both (FEE 3). */
export function isPaidOtherwise(file: CaseFile, basis: NonNullable<FeeNotice['basis']>): boolean {
  const { payments, lifted = [] } = file.round.moves;
  const paid = payments.length > lifted.length ? feeAsked(file)?.basis : undefined;
  return paid !== undefined && paid !== basis;
}

/**
 * The notice that a payment of that day pays: what had arrived by then. A later one that was served before the payment was told knew nothing
 * of it.
 */
export const feePaidBy = (file: CaseFile, on: LocalDate): Asked | null => feeOwed(file, on) ?? feeAsked(file);

type Counted = Pick<CommandOf<'sendFeeNotice'>, 'basis' | 'itemsBefore'>;

/** What was paid in this round for items or pages that are counted once more. @returns yuan; 0 where nothing was */
export function paidFor(counted: Counted, file: CaseFile): number {
  const same = feesAsked(file).filter((notice) => !countsOn(counted, notice, file));
  return same.reduce((sum, notice) => sum + paidOn(notice, file), 0);
}

/** What was taken along from another case in former times does not tell what was paid: it was what was asked for last. */
function paidOn({ noticeId, amount, paid }: FeeNotice, file: CaseFile): number {
  const { payments, lifted = [] } = file.round.moves;
  const isPaid = (): boolean => payments.some((on) => !lifted.includes(on) && feeAsked(file, on)?.noticeId === noticeId);
  return paid ?? (isPaid() ? amount : 0);
}

/** Whether it counts on from where an earlier notice has ended, and charges other items of the month. */
const countsOn = ({ basis, itemsBefore = 0 }: Counted, earlier: FeeNotice, { items }: CaseFile): boolean =>
  basis === 'per_item' && itemsBefore >= (earlier.upTo ?? (earlier.itemsBefore ?? 0) + items.length);

/** Whether what the last notice asks for was owed when it was made, and is so no more: it counts an item that was withdrawn since (FEE). */
export function isOwedNoMore(file: CaseFile): boolean {
  const asked = feeOwed(file) ?? feesAsked(file).at(-1);
  return asked?.countsWithdrawn === true;
}

/** Whether the notice that is waited for counts an item withdrawn since: nobody abandons their application by not paying it (FEE). */
export const isOvercharged = (file: CaseFile): boolean => feeOwed(file)?.countsWithdrawn === true;

/** The fee notice whose service begins a wait: the one made last, until it is served. */
export function feeToServe(file: CaseFile): CaseNotice | null {
  const last = feesAsked(file).at(-1);
  const notice = file.notices.find(({ id }) => id === last?.noticeId);
  return notice?.servedOn === null ? notice : null;
}

/** Whether what is waited for counts an item withdrawn since, and no notice on its way corrects it: a new one has a period of its own (FEE). */
export const isFeeToCorrect = (file: CaseFile): boolean => feesAsked(file).at(-1)?.countsWithdrawn === true;

/** Whether what remains of what it counted is free of charge, or paid: there is no other fee to ask for, and it is lifted (FEE 4). */
export function isFreeNow(file: CaseFile, tariffs: FeeTariffs | undefined): boolean {
  const { itemsBefore, countsWithdrawn } = feesAsked(file).at(-1) ?? {};
  if (tariffs === undefined || itemsBefore === undefined || countsWithdrawn !== true) return false;
  const { yuan } = feePerItems({ earlierItemsThisMonth: itemsBefore, items: file.items.length }, tariffs);
  return yuan <= paidFor({ basis: 'per_item', itemsBefore }, file);
}

/** The moves once an item is withdrawn: every fee notice made so far has counted it. */
export const countedWithdrawn = (moves: ClockMoves): ClockMoves => ({
  ...moves,
  feeNotices: moves.feeNotices.map((notice) => ({ ...notice, countsWithdrawn: true as const })),
});

/** Whether a fee notice is out or made that no other one may replace: its service begins a wait, and it asks for what is owed (FEE). */
export const feeStands = (file: CaseFile): boolean => feeToServe(file) !== null && !isFeeToCorrect(file);

/** The case in which a notice asks for something, whatever was paid before it. */
export const askedAfresh = (file: CaseFile, noticeId: string): CaseFile => ({
  ...file,
  notices: file.notices.map(({ overtakenOn, ...notice }) =>
    overtakenOn === undefined || notice.id === noticeId ? notice : { ...notice, overtakenOn },
  ),
});

/** The case once something was paid: on what, and that what had not arrived by then asks for what is paid (FEE 3). */
export function withPayment(file: CaseFile, { on, amount }: { readonly on: LocalDate; readonly amount: number }): CaseFile {
  const { moves } = file.round;
  const paid = feePaidBy(file, on)?.noticeId;
  const fees = new Set(moves.feeNotices.map(({ noticeId }) => noticeId));
  const isOvertaken = ({ id, servedOn }: CaseNotice): boolean => fees.has(id) && (servedOn === null || servedOn > on);
  return {
    ...file,
    notices: file.notices.map((notice) => (isOvertaken(notice) && notice.id !== paid ? { ...notice, overtakenOn: on } : notice)),
    round: {
      ...file.round,
      moves: {
        ...moves,
        payments: [...moves.payments, on],
        feeNotices: moves.feeNotices.map((notice) => (notice.noticeId === paid ? { ...notice, paid: amount } : notice)),
        notPaid: false,
      },
    },
  };
}
