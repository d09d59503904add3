import { addDays } from '@gongkai/calendar';
import type { CaseFile, CaseNotice } from './case-file.js';
import { lacksOf } from './delivery-lacks.js';
import { correctionDue, paymentDue } from './due.js';
import { establishConsultation, type ConsultationStep } from './establish-consultation.js';
import type { Establishes } from './establish-step.js';
import { feeCharged } from './fee-charged.js';
import { feeAsked, feePaidBy, isOwedNoMore } from './fee-notices.js';
import { explained } from './excess.js';
import { made } from './made-notice.js';

type ClockStep =
  | 'sendCorrectionNotice'
  | 'receiveCorrection'
  | 'closeAbandoned'
  | ConsultationStep
  | 'proposeExtension'
  | 'approveExtension'
  | 'refuseExtension'
  | 'askReasons'
  | 'acceptReasons'
  | 'rejectReasons'
  | 'setDelay'
  | 'sendFeeNotice'
  | 'liftFee'
  | 'recordPayment';

/** The notice whose period is over. */
const noticeOver = (cause: 'correction' | 'fee', file: CaseFile): CaseNotice | undefined => {
  const { noticeId } = (cause === 'correction' ? file.round.moves.correction : feeAsked(file)) ?? {};
  return file.notices.find(({ id }) => id === noticeId);
};

/**
 * Nobody has abandoned anything who was not told: why nothing proves that the notice reached them is kept, where something is said (REG 30;
 * FEE). That it did, on which day, the period counts from already; who files the case is asked for the proof itself.
 */
const unprovenOf = (notice: CaseNotice | undefined, unproven: string | undefined): { readonly unproven?: string } =>
  notice === undefined || unproven === undefined || lacksOf(notice).length === 0 ? {} : { unproven };

/** Notices, consultations and answers: the steps that move the clock. */
export const establishClock: Establishes<ClockStep> = {
  sendCorrectionNotice: ({ missing, period, periodUnit, ...said }, making) => ({
    type: 'CORRECTION_NOTICE_MADE',
    ...made(making, 'correction', said),
    missing,
    period: period ?? making.correctionPeriod,
    periodUnit: periodUnit ?? 'working_day',
  }),
  receiveCorrection: ({ on, postedOn, content }, { days, file }) => {
    const day = days.past('on', on, file.notices.find(({ id }) => id === file.round.moves.correction?.noticeId)?.servedOn);
    days.knows(postedOn === undefined || postedOn <= day, 'postedOn', 'signed-before-posted');
    return { type: 'CORRECTION_RECEIVED', on: day, ...(postedOn === undefined ? {} : { postedOn }), content };
  },
  // Dated the legal day, the one after the period ended, whenever it is typed.
  closeAbandoned: ({ cause, unproven }, { today, ledger, file }) => {
    const due = (cause === 'correction' ? correctionDue(ledger) : paymentDue(ledger))?.day;
    const type = cause === 'correction' ? ('CORRECTION_NOT_RECEIVED' as const) : ('FEE_NOT_PAID' as const);
    return { type, on: due ? addDays(due, 1) : today, ...unprovenOf(noticeOver(cause, file), unproven) };
  },

  ...establishConsultation,

  proposeExtension: ({ workingDays, reason, on }, { days, ledger }) => ({
    type: 'EXTENSION_PROPOSED',
    on: days.past('on', on, ledger.receivedOn),
    workingDays,
    reason,
  }),
  approveExtension: (said, making) => ({
    type: 'EXTENSION',
    ...made(making, 'extension', said),
    workingDays: making.file.round.extensionProposed?.workingDays ?? 0,
  }),
  refuseExtension: ({ reason }) => ({ type: 'EXTENSION_REFUSED', reason }),

  askReasons: ({ type: _, note: _note, fileIds: _fileIds, ...found }, making) => ({
    type: 'REASONS_ASKED',
    ...found,
    ...made(making, 'explain_reasons', found),
  }),
  acceptReasons: ({ answer, answeredOn, reason }, making) => {
    // Nothing said is nothing that could bear the number.
    making.days.knows(answer !== undefined, 'answer', 'required');
    return { type: 'REASONS_ACCEPTED', ...explained({ answer, answeredOn }, making), reason };
  },
  rejectReasons: ({ answer, answeredOn, reason }, making) => ({
    type: 'REASONS_REJECTED',
    ...explained({ answer, answeredOn }, making),
    reason,
  }),
  setDelay: ({ until, reason, ...said }, making) => {
    making.days.knows(until >= making.today, 'until', 'until-before-set');
    return { type: 'DELAY_SET', ...made(making, 'delay', said), on: making.today, until, reason };
  },

  sendFeeNotice: (command, making) => ({
    type: 'FEE_NOTICE_MADE',
    ...made(making, 'fee', command),
    ...feeCharged(command, making),
  }),
  // What no withdrawal has made less was asked in error, whatever is said of it.
  liftFee: ({ reason, inError, ...said }, making) => ({
    type: 'FEE_LIFTED',
    ...made(making, 'fee_lifted', said),
    on: making.today,
    reason,
    inError: inError === true || !isOwedNoMore(making.file),
  }),
  recordPayment: ({ on, amount }, { days, file, today }) => {
    const { servedOn, amount: yuan = amount } = feePaidBy(file, on ?? today) ?? {};
    // What is paid beyond the fee goes back to the payer and was never received. A fee that is lowered later leaves the payment as it was.
    if (amount > yuan) days.add({ path: 'amount', code: 'payment-over', facts: { yuan } });
    return { type: 'FEE_PAID', on: days.past('on', on, servedOn), amount };
  },
};
