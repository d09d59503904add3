import type { LocalDate } from '@gongkai/calendar';
import {
  consultationsBefore,
  consultationsHere,
  restartOf,
  type CaseFile,
  type CaseNotice,
  type ClockMoves,
  type ItemElsewhere,
  type Round,
} from './case-file.js';

/** What items that are taken out of a case have behind them. */
export type Inheritance = Pick<CaseFile, 'notices' | 'consultations' | 'assignee'> & {
  readonly round: Pick<Round, 'number' | 'order' | 'moves'>;
  /** What stays behind: letters that come along may be about it too. */
  readonly itemsElsewhere?: readonly ItemElsewhere[];
  /** What was suggested of the application is suggested of each of its items (REG 44). */
  readonly promotion?: NonNullable<CaseFile['promotion']>;
};

/**
 * What a case that a split opens takes over: who handles it, the order it is decided anew by, restarts, extensions and delays that
 * were sent, and whom others were asked, answered or not, in this round or before: a refusal binds the case its item is taken to (REG 32). All of that
 * happened to the application while it was one. A correction or a payment that is still awaited stays with the case it was asked in, so
 * what was clear is answered by the old clock (REG 30).
 * @param today the day of the split
 * @param about the letters that are about the items taken out; where it is not known, all of them
 * @param stays the items that are not taken out
 */
export function inheritanceOf(
  file: CaseFile,
  today: LocalDate,
  about?: readonly string[],
  stays: readonly ItemElsewhere[] = [],
): Inheritance {
  const { number, order } = file.round;
  const moves = movesOver(file);
  const consultations = [...consultationsBefore(file), ...consultationsHere(file)]
    .filter(({ dispatchedOn }) => dispatchedOn !== null)
    .map((one) => (about === undefined || about.includes(one.id) ? one : { ...one, elsewhereFrom: today }));
  const kept = new Set([...noticesOf(moves), ...consultations.map(({ id }) => id)]);
  return {
    notices: file.notices.filter(({ id, kind }) => kept.has(id) || kind === 'third_party_disclosure'),
    consultations,
    assignee: file.assignee,
    round: { number, order, moves },
    itemsElsewhere: [...file.itemsElsewhere, ...stays.map(({ id, description }) => ({ id, description }))],
    ...(file.publication === 'suggested' && file.promotion !== null ? { promotion: file.promotion } : {}),
  };
}

function movesOver({ notices, round: { moves } }: CaseFile): ClockMoves {
  const noticeOf = (id: string): CaseNotice | undefined => notices.find((notice) => notice.id === id);
  const wasSent = ({ noticeId }: { readonly noticeId: string }): boolean => Boolean(noticeOf(noticeId)?.dispatchedOn);
  const settledOn = restartOf({ ...moves, corrections: moves.undone ?? [] });
  const isSettled = ({ noticeId }: { readonly noticeId: string }): boolean => {
    const servedOn = noticeOf(noticeId)?.servedOn;
    return Boolean(servedOn && settledOn && servedOn <= settledOn);
  };
  return {
    ...moves,
    notCorrected: false,
    over: { correction: null, payment: null },
    extensions: moves.extensions.filter(wasSent),
    delays: moves.delays.filter(wasSent),
    feeNotices: moves.feeNotices.filter(isSettled),
    notPaid: false,
  };
}

/** Of a correction that is still awaited only that it was asked for goes along: an application is corrected once (REG 30). */
const noticesOf = ({ correction, corrections, extensions, delays, feeNotices }: ClockMoves): string[] =>
  [...(correction && corrections.length > 0 ? [correction] : []), ...extensions, ...delays, ...feeNotices].map(
    ({ noticeId }) => noticeId,
  );
