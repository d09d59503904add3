import type { LocalDate } from '@gongkai/calendar';
import { consultationsHere, restartOf, type CaseFile } from './case-file.js';
import type { LinkStanding } from './standing.js';

/** A time that does not count for the period: somebody was asked. No end: nobody has answered yet. */
export type Pause = { readonly from: LocalDate; readonly until: LocalDate | null };

/** When a case was where in its present round: nothing but days on which something took place. */
export type Pace = {
  /** The days the five links were reached, and the day the last was left; null: passed over, or still to come. */
  readonly reached: readonly (LocalDate | null)[];
  /** The clock last began anew: with a correction, or with a payment (REG 30; FEE 8). */
  readonly restartedOn: LocalDate | null;
  /** The first notice to correct the application left. */
  readonly correctedOn: LocalDate | null;
  /** The last notice of an extension left, and the working days it gave (REG 33). */
  readonly extendedOn: LocalDate | null;
  readonly extendedBy: number;
  /** In the order of their letters, as people wrote them down; which of them stop the clock is the law's word. */
  readonly pauses: readonly Pause[];
};

/** How a case came along in its present round. @param links as its standing gives them */
export function paceOf(file: CaseFile, links: readonly LinkStanding[]): Pace {
  const { round, notices } = file;
  const here = notices.filter((notice) => notice.round === round.number && notice.dispatchedOn !== null);
  const sentOn = (id: string): LocalDate | null => here.find((notice) => notice.id === id)?.dispatchedOn ?? null;
  const extension = round.moves.extensions.findLast(({ noticeId }) => sentOn(noticeId) !== null);
  const corrected = here.flatMap(({ kind, dispatchedOn }) => (kind === 'correction' ? (dispatchedOn ?? []) : []));
  return {
    reached: [...links.map(({ since }) => since), links.at(-1)?.until ?? null],
    restartedOn: restartOf(round.moves),
    correctedOn: corrected.sort()[0] ?? null,
    extendedOn: extension === undefined ? null : sentOn(extension.noticeId),
    extendedBy: extension?.workingDays ?? 0,
    pauses: pausesOf(file),
  };
}

function pausesOf(file: CaseFile): Pause[] {
  return consultationsHere(file)
    .flatMap(({ dispatchedOn, answeredOn, lapsedOn }): Pause[] =>
      dispatchedOn === null ? [] : [{ from: dispatchedOn, until: earlier(answeredOn, lapsedOn) }],
    )
    .sort((a, b) => (a.from === b.from ? compare(a.until ?? '9', b.until ?? '9') : compare(a.from, b.from)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An answer that comes after the lapse ends nothing. */
const earlier = (a: LocalDate | null, b: LocalDate | null): LocalDate | null =>
  a === null || b === null ? (a ?? b) : a < b ? a : b;
