import type { LocalDate } from '@gongkai/calendar';
import type { LedgerEvent, LedgerFacts } from '@gongkai/statutes';
import type { CaseConsultation, CaseFile, CaseNotice } from './case-file.js';
import { cameBack } from './case-notice.js';
import { feesAsked } from './fee-notices.js';

/** What the statutory clock reads of a case: the facts of the present round. A document that was not sent moves nothing. */
export function ledgerFactsOf(file: CaseFile): LedgerFacts {
  return { receipt: receiptOf(file), events: [...noticeEvents(file), ...consultationEvents(file), ...otherMoves(file)] };
}

function receiptOf({ receipt, round }: CaseFile): LedgerFacts['receipt'] {
  return round.order
    ? {
        channel: 'order',
        servedOn: round.order.servedOn,
        ...(round.order.workingDays ? { workingDays: round.order.workingDays } : {}),
      }
    : receipt;
}

function noticeEvents(file: CaseFile): LedgerEvent[] {
  const { moves } = file.round;
  const noticeOf = (id: string | undefined): CaseNotice | undefined => file.notices.find((notice) => notice.id === id);
  const correction = noticeOf(moves.correction?.noticeId);
  const after = (id: string) => (moves.sentAfterRestart.includes(id) ? { afterRestart: true as const } : {});
  const served =
    moves.correction && !moves.correction.inVain && correction?.servedOn
      ? { ...moves.correction, on: correction.servedOn, dispatchedOn: correction.dispatchedOn }
      : null;
  return [
    ...(served
      ? [
          {
            type: 'correction_notice_received' as const,
            on: served.on,
            period: served.period,
            periodUnit: served.periodUnit,
            ...(served.dispatchedOn ? { dispatchedOn: served.dispatchedOn } : {}),
          },
        ]
      : []),
    ...moves.extensions.flatMap(({ noticeId, workingDays }) =>
      sentOn(noticeOf(noticeId), (dispatchedOn) => ({ type: 'extension', dispatchedOn, workingDays, ...after(noticeId) })),
    ),
    ...moves.delays.flatMap(({ noticeId, until }) =>
      sentOn(noticeOf(noticeId), (on) => ({ type: 'delay_set', until, on, ...after(noticeId) })),
    ),
    ...feesAsked(file).flatMap(({ noticeId }) => servedOn(noticeOf(noticeId), (on) => ({ type: 'fee_notice_received', on }))),
  ];
}

const sentOn = (notice: CaseNotice | undefined, event: (on: LocalDate) => LedgerEvent): LedgerEvent[] =>
  notice?.dispatchedOn ? [event(notice.dispatchedOn)] : [];
const servedOn = (notice: CaseNotice | undefined, event: (on: LocalDate) => LedgerEvent): LedgerEvent[] =>
  notice?.servedOn ? [event(notice.servedOn)] : [];

/** Consultations of an earlier round are over for the clock. */
function consultationEvents(file: CaseFile): LedgerEvent[] {
  const asked = file.consultations.filter(({ round }) => round === file.round.number);
  return asked
    .filter((one) => !isGoneUnheard(one) || isWhollyWithdrawn(one, file))
    .flatMap((one) =>
      consultationEvent(
        one,
        file.notices.find(({ id }) => id === one.id),
      ),
    );
}

/** About items of another case now, and it never arrived here: it has stopped nothing. */
const isGoneUnheard = ({ kind, servedOn: received, answeredOn, elsewhereFrom }: CaseConsultation): boolean =>
  elsewhereFrom !== null && received === null && answeredOn === null && kind !== 'secrecy_authority';

/** All that it was about was withdrawn: nobody waits for it in any case, and until then it was waited for here. */
export const isWhollyWithdrawn = ({ itemIds }: CaseConsultation, { withdrawnItems }: CaseFile): boolean =>
  itemIds.every((itemId) => withdrawnItems.some(({ id }) => id === itemId));

/** What came back has asked nobody, until it is sent again (REG 32). */
const isBack = ({ answeredOn, cameOn }: CaseConsultation, notice: CaseNotice | undefined): boolean =>
  answeredOn === null && cameOn === undefined && notice !== undefined && cameBack(notice);

/** What left, or left again, only after it was over has asked nobody. */
const leftAfter = ({ dispatchedOn, answeredOn, elsewhereFrom }: CaseConsultation): boolean =>
  answeredOn === null && elsewhereFrom !== null && dispatchedOn !== null && elsewhereFrom < dispatchedOn;

/** One that is about items that were taken out or withdrawn stops this clock no longer than until then, nor one to which an answer came and waits. */
function consultationEvent(letter: CaseConsultation, notice: CaseNotice | undefined): LedgerEvent[] {
  const { id, kind, dispatchedOn, servedOn: received, ...one } = letter;
  if (dispatchedOn === null || isBack(letter, notice) || leftAfter(letter)) return [];
  const answeredOn = one.answeredOn ?? [one.cameOn, one.elsewhereFrom].flatMap((day) => day ?? []).sort()[0];
  return [
    {
      type: 'consultation',
      id,
      kind,
      dispatchedOn,
      ...firstSent(notice, dispatchedOn),
      ...(received ? { receivedByConsultedOn: received } : {}),
      ...(answeredOn ? { answeredOn } : {}),
    },
  ];
}

const firstSent = (notice: CaseNotice | undefined, last: LocalDate): { readonly firstDispatchedOn?: LocalDate } =>
  notice?.dispatchedOn && notice.dispatchedOn < last ? { firstDispatchedOn: notice.dispatchedOn } : {};

const correctionCame = (on: LocalDate, postedOn: LocalDate | undefined): LedgerEvent => ({
  type: 'correction_received',
  on,
  ...(postedOn === undefined ? {} : { postedOn }),
});

function otherMoves({ round: { moves } }: CaseFile): LedgerEvent[] {
  const isLifted = (on: LocalDate): boolean => moves.lifted?.includes(on) ?? false;
  return [
    ...moves.corrections.map((on): LedgerEvent => correctionCame(on, moves.postedCorrections?.[on])),
    ...(moves.notCorrected ? [{ type: 'correction_not_received' } as const] : []),
    ...moves.payments.map((on): LedgerEvent =>
      isLifted(on) ? { type: 'fee_paid', on, lifted: true } : { type: 'fee_paid', on },
    ),
    ...(moves.undone ?? []).map((on): LedgerEvent => ({ type: 'fee_paid', on, lifted: 'in_error' })),
    ...(moves.notPaid ? [{ type: 'fee_not_paid' } as const] : []),
    ...(moves.withdrawnOn ? [{ type: 'withdrawn', on: moves.withdrawnOn } as const] : []),
  ];
}
