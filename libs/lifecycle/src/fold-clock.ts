import type { LocalDate } from '@gongkai/calendar';
import { restartOf, type CaseConsultation, type CaseFile, type ClockMoves } from './case-file.js';
import { actingForOf, type FactOf, type FactType } from './facts.js';
import type { FeeNotice } from './fee-notice.js';
import { askedAfresh, feeOwed, isOwedNoMore, withPayment } from './fee-notices.js';
import { awaitsAnnex } from './case-notice.js';
import {
  arrived,
  cameBackFor,
  changeNotice,
  lastTry,
  proofAdded,
  tried,
  updateNotice,
  withNotice,
  type Sent,
} from './fold-tries.js';
import { ended, reopened, type Folds } from './fold-step.js';
import { markLost } from './inapplicable.js';
import { takenBack } from './unsent-letters.js';

type ClockFact = Extract<
  FactType,
  | `CORRECTION_${string}`
  | `CONSULTATION${string}`
  | `FEE_${string}`
  | `EXTENSION${string}`
  | `REASONS_${string}`
  | `NOTICE_${string}`
  | 'DELAY_SET'
  | 'PROOF_ADDED'
  | 'STAMPED_ADDED'
  | 'THIRD_PARTY_OVERRIDDEN'
  | 'WITHDRAWN'
>;

/** Notices, consultations and their answers: everything the ledger reads. */
export const foldClock: Folds<ClockFact> = {
  CORRECTION_NOTICE_MADE: (file, fact, { today }) =>
    moved(withNotice(file, 'correction', fact, today), {
      correction: { noticeId: fact.noticeId, period: fact.period, periodUnit: fact.periodUnit },
    }),
  CORRECTION_NOTICE_RECEIVED: (file, fact) => served(file, fact.noticeId, fact),
  CORRECTION_RECEIVED: (file, { on, postedOn }) => {
    const { corrections, postedCorrections } = file.round.moves;
    const posted = postedOn === undefined ? {} : { postedCorrections: { ...postedCorrections, [on]: postedOn } };
    return reopened(moved(file, { corrections: [...corrections, on], ...posted, notCorrected: false }), on);
  },
  CORRECTION_PERIOD_OVER: (file, { on }) => moved(file, { over: { ...file.round.moves.over, correction: on } }),
  CORRECTION_NOT_RECEIVED: (file, { on }) => ended(moved(file, { notCorrected: true }), { outcome: 'abandoned_correction', on }),

  CONSULTATION: (file, fact, { today }) => ({
    ...withNotice(file, 'consultation', fact, today),
    consultations: [
      ...file.consultations,
      {
        ...UNANSWERED,
        id: fact.consultationId,
        kind: fact.kind,
        party: fact.party,
        itemIds: fact.itemIds ?? file.items.map(({ id }) => id),
        round: file.round.number,
        dispatchedOn: fact.dispatchedOn,
      },
    ],
  }),
  CONSULTATION_RECEIVED: (file, { consultationId, ...fact }) =>
    consulted(served(file, consultationId, fact), consultationId, { servedOn: fact.on }),
  CONSULTATION_TAKEN_BACK: takenBack,
  CONSULTATION_ANSWERED: (file, { consultationId, answeredOn, answer }, { actorId: answeredBy }) =>
    consulted(markLost(file, 'answers'), consultationId, { answeredOn, answer, answeredBy, cameOn: undefined }),
  CONSULTATION_ANSWER_CAME: (file, { consultationId, on: cameOn }) => consulted(file, consultationId, { cameOn }),
  CONSULTATION_ANSWER_DISMISSED: (file, { consultationId }) => consulted(file, consultationId, { cameOn: undefined }),
  CONSULTATION_LAPSED: (file, { consultationId, on }) => consulted(file, consultationId, { lapsedOn: on }),
  THIRD_PARTY_OVERRIDDEN: (file, fact, { today, actorId }) =>
    setAside(withNotice(file, 'third_party_disclosure', fact, today), fact, actorId),

  EXTENSION_PROPOSED: (file, { workingDays }, { actorId }) => ({
    ...file,
    round: { ...file.round, extensionProposed: { workingDays, by: actorId } },
  }),
  EXTENSION: (file, fact, { today }) => {
    const extensions = [...file.round.moves.extensions, { noticeId: fact.noticeId, workingDays: fact.workingDays }];
    return noProposal(sent(moved(withNotice(file, 'extension', fact, today), { extensions }), fact));
  },
  EXTENSION_REFUSED: (file) => noProposal(file),

  // Of a consultation the letter that arrives counts; every other document left when it left first, whatever came back (G235).
  NOTICE_DISPATCHED: (file, { noticeId, dispatchedOn, ...by }) => {
    const isAgain = file.notices.some((notice) => notice.id === noticeId && notice.dispatchedOn !== null);
    const out = tried(file, noticeId, { dispatchedOn, ...by });
    return consulted(isAgain ? out : sent(out, { noticeId, dispatchedOn }), noticeId, { dispatchedOn });
  },
  NOTICE_PUBLISHED: (file, { noticeId, on: dispatchedOn, publishedIn, fileIds }) =>
    consulted(tried(file, noticeId, { dispatchedOn, mode: 'public_notice', publishedIn, fileIds }), noticeId, { dispatchedOn }),
  NOTICE_RETURNED: (file, { noticeId, ...back }) => lastTry(file, noticeId, cameBackFor(back), back.fileIds),
  // What begins no wait is served like every other paper: nobody has to answer a correction notice, or to pay what a fee notice says.
  NOTICE_SERVED: (file, { noticeId, ...fact }) => {
    const { correction, feeNotices } = file.round.moves;
    return moved(served(file, noticeId, fact), {
      correction: correction?.noticeId === noticeId ? { ...correction, inVain: true } : correction,
      feeNotices: feeNotices.filter((notice) => notice.noticeId !== noticeId),
    });
  },

  PROOF_ADDED: (file, fact) => proofAdded(file, fact),

  // What was drawn with it is the letter, and shows no stamp; nor does what is put beside it in the place of what was sent back.
  STAMPED_ADDED: (file, { noticeId, fileIds = [], drawn = [] }) =>
    changeNotice(file, noticeId, (notice) => ({
      stamped: awaitsAnnex(notice) ? notice.stamped : [...notice.stamped, ...fileIds.filter((id) => !drawn.includes(id))],
    })),

  REASONS_ASKED: (file, fact, { today }) => withNotice(file, 'explain_reasons', fact, today),
  REASONS_ACCEPTED: (file) => moved(file, { reasonsRejected: false }),
  REASONS_REJECTED: (file, { reason }, { today, actorId: decidedBy }) => ({
    ...moved(file, { reasonsRejected: true }),
    items: file.items.map((item) => ({
      ...item,
      fileIds: [],
      review: null,
      decision: { code: 'excessive_no_reason', article: 'REG 35', reasons: reason, decidedOn: today, decidedBy },
    })),
  }),
  DELAY_SET: (file, fact, { today }) => {
    const delays = [...file.round.moves.delays, { noticeId: fact.noticeId, until: fact.until }];
    return sent(moved(withNotice(file, 'delay', fact, today), { delays }), fact);
  },

  FEE_NOTICE_MADE: (file, fact, { today }) =>
    moved(withNotice(file, 'fee', fact, today), {
      feeNotices: [...file.round.moves.feeNotices, feeNoticeOf(fact, file)],
    }),
  // What an office once wrote down as the beginning of a wait began one, whatever had been paid before.
  FEE_NOTICE_RECEIVED: (file, fact) => served(askedAfresh(file, fact.noticeId), fact.noticeId, fact),
  FEE_PAID: (file, fact) => reopened(withPayment(file, fact), fact.on),
  FEE_LIFTED: (file, { noticeId, dispatchedOn = null, ...fact }, { today }) =>
    feeLifted(noticeId === undefined ? file : withNotice(file, 'fee_lifted', { ...fact, noticeId, dispatchedOn }, today), fact),
  FEE_PERIOD_OVER: (file, { on }) => moved(file, { over: { ...file.round.moves.over, payment: on } }),
  FEE_NOT_PAID: (file, { on }) => ended(moved(file, { notPaid: true }), { outcome: 'abandoned_fee', on }),
  WITHDRAWN: (file, { on }) => ended(moved(file, { withdrawnOn: on }), { outcome: 'withdrawn', on }),
};

/**
 * Nothing asks for a payment any more; where one was waited for, the wait is over, and what stood in it stays on record: of a fee that
 * was owed the period begins anew, one that was asked in error has moved nothing.
 */
function feeLifted(
  file: CaseFile,
  { on, inError = !isOwedNoMore(file) }: Pick<FactOf<'FEE_LIFTED'>, 'on' | 'inError'>,
): CaseFile {
  const { feeNotices, payments, lifted = [], undone = [] } = file.round.moves;
  const isServed = (id: string): boolean => file.notices.some((notice) => notice.id === id && notice.servedOn !== null);
  const waited = inError ? { undone: [...undone, on] } : { payments: [...payments, on], lifted: [...lifted, on] };
  return moved(file, {
    feeNotices: feeNotices.filter(({ noticeId }) => isServed(noticeId)),
    ...(feeOwed(file) === null ? {} : waited),
  });
}

const UNANSWERED = {
  servedOn: null,
  answeredOn: null,
  answer: null,
  setAside: [],
  lapsedOn: null,
  elsewhereFrom: null,
} as const;

/** Facts come in the order in which they took place: a restart that is known when a notice leaves went before it. */
function sent(file: CaseFile, { noticeId, dispatchedOn }: Omit<Sent, 'number'>): CaseFile {
  const { moves } = file.round;
  if (dispatchedOn === null || dispatchedOn !== restartOf(moves)) return file;
  return moved(file, { sentAfterRestart: [...moves.sentAfterRestart, noticeId] });
}
const served = (
  file: CaseFile,
  id: string,
  { on, fileIds }: { readonly on: LocalDate } & Pick<FactOf<'NOTICE_SERVED'>, 'fileIds'>,
): CaseFile => arrived(updateNotice(file, id, { servedOn: on }), id, fileIds);
const moved = (file: CaseFile, change: Partial<ClockMoves>): CaseFile => ({
  ...file,
  round: { ...file.round, moves: { ...file.round.moves, ...change } },
});
/** The case without an extension that waits for its approver. */
export const noProposal = (file: CaseFile): CaseFile => ({ ...file, round: { ...file.round, extensionProposed: null } });
const setAside = (file: CaseFile, fact: FactOf<'THIRD_PARTY_OVERRIDDEN'>, by: string): CaseFile => {
  const actingFor = actingForOf(fact);
  const whose = actingFor === null ? { by } : { by, actingFor };
  const { noticeId, consultationId, itemIds } = fact;
  return {
    ...file,
    consultations: file.consultations.map((one) =>
      one.id === consultationId
        ? { ...one, setAside: [...one.setAside, { noticeId, itemIds: itemIds ?? one.itemIds, ...whose }] }
        : one,
    ),
  };
};
const consulted = (file: CaseFile, id: string, change: Partial<CaseConsultation>): CaseFile => ({
  ...file,
  consultations: file.consultations.map((c) => (c.id === id ? { ...c, ...change } : c)),
});

/** What a fee notice leaves in the case: of one that counted other units than the items, nobody can tell what is left of them. */
function feeNoticeOf(
  { noticeId, amount, basis, itemsBefore, itemsNow }: FactOf<'FEE_NOTICE_MADE'>,
  { items }: Pick<CaseFile, 'items'>,
): FeeNotice {
  if (basis !== 'per_item' || itemsBefore === undefined || itemsNow === undefined) return { noticeId, amount, basis };
  const upTo = itemsBefore + itemsNow;
  return { noticeId, amount, basis, upTo, ...(itemsNow === items.length ? { itemsBefore } : {}) };
}
