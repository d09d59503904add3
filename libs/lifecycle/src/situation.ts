import type { LocalDate } from '@gongkai/calendar';
import { consultationsHere, extensionsInForce, type CaseFile, type CaseItem, type CaseNotice } from './case-file.js';
import { cameBack, wasSent, isOnItsWay } from './case-notice.js';
import { isLastStep } from './chain-in-force.js';
import { dutyLeft } from './duty-left.js';
import { feeOwed, feeStands } from './fee-notices.js';
import { owesLegalReview } from './legal-standing.js';
import { isReviewedUnnamed } from './original.js';
import { ordersAnswerable, ordersOpen } from './supervision-orders.js';
import { disclosuresOwed, isReleased, refusalsStanding } from './third-parties.js';
import { unsentLetters } from './unsent-letters.js';
import { withheldItems } from './withheld.js';

/**
 * What the guards of the chart see: the present round in a dozen small values, folded from the facts.
 * Numbers are capped where more makes no difference, so that the situations can be walked.
 */
export type Situation = {
  /** The receipt is settled, or nobody has to settle it any more. */
  readonly settled: boolean;
  readonly assigned: boolean;
  readonly feeEnabled: boolean;
  readonly correctionNoticed: boolean;
  readonly extended: boolean;
  readonly extensionProposed: boolean;
  /** The provision on extensions that the application stands under. */
  readonly extensionArticle: string;
  readonly abandonedFor: 'correction' | 'fee' | null;
  readonly unsentNotices: boolean;
  /** A document other than the reply came back, and was not sent again. */
  readonly returnedNotices: boolean;
  readonly notices: boolean;
  readonly sentNotices: boolean;
  readonly unservedNotices: boolean;
  /** A document other than the reply, of any kind, is on its way. */
  readonly noticesUnderWay: boolean;
  /** A correction or fee notice of the round that was sent and not served: its service begins a wait. */
  readonly correctionUnderWay: boolean;
  readonly feeUnderWay: boolean;
  /** A fee notice was made, its service will begin a wait, and it counts nothing that was withdrawn since. */
  readonly feeNoticeStands: boolean;
  /** A unit was asked to help and has not answered. */
  readonly unitsAsked: boolean;
  /** A supervisor waits, for an answer or to look at one. */
  readonly ordersOpen: boolean;
  /** Also what was closed before anybody answered it. */
  readonly ordersToAnswer: boolean;
  /** Somebody is or was asked about what is answered here. */
  readonly consulted: boolean;
  /** A letter that would ask somebody was made and has not left. */
  readonly unsentLetters: boolean;
  readonly unservedConsultations: boolean;
  readonly unansweredConsultations: boolean;
  readonly refusedConsultations: boolean;
  readonly severalItems: boolean;
  /** What still stands between the draft and its approval. */
  readonly approvalBlockedBy:
    | 'item-undecided'
    | 'review-missing'
    | 'review-hash-changed'
    | 'correction-awaited'
    | 'payment-awaited'
    | 'legal-review-missing'
    | null;
  /** After the approval that comes next the chain asks for another one. */
  readonly approvalsLeft: boolean;
  /** The draft waits for its legal review. */
  readonly legalReviewOwed: boolean;
  readonly unreviewedItems: boolean;
  readonly pendingReviews: boolean;
  readonly publicNotice: boolean;
  /** The reply came back, and was not sent again. */
  readonly replyReturned: boolean;
  /** What still stands between the closed case and the archive. */
  readonly filingBlockedBy: 'remedy-open' | 'third-party-untold' | null;
  readonly openReconsideration: boolean;
  readonly openSuit: boolean;
  readonly unansweredRemedies: boolean;
  /** Something is left to do for whoever holds it, once it is over. */
  readonly dutyLeft: boolean;
  readonly publication: CaseFile['publication'];
  /** The reply that is out keeps something back. */
  readonly withheld: boolean;
  readonly entriesToConfirm: boolean;
  readonly correctionsToConfirm: boolean;
  readonly lateReasonMissing: boolean;
  /** The reply of the round is approved: nothing new begins any more. */
  readonly approved: boolean;
  /** It is submitted for approval, or further: what is decided stands. */
  readonly submitted: boolean;
};

/** What a situation takes from the law: `feeEnabled` is the office's choice (`fee.enabled`) when the request was received. */
type Lawful = Pick<Situation, 'settled' | 'feeEnabled' | 'extensionArticle'>;

/**
 * Folds a case into its situation. Each value by its name: an object that is spread into such a long one is slow, and this is asked with
 * every step.
 */
export function situationOf(file: CaseFile, lawful: Lawful): Situation {
  const consultations = consultationsHere(file);
  return {
    settled: lawful.settled || file.ending !== null,
    feeEnabled: lawful.feeEnabled,
    extensionArticle: lawful.extensionArticle,
    assigned: file.assignee !== null,
    correctionNoticed: file.round.moves.correction !== null,
    extended: extensionsInForce(file).some(({ noticeId }) => wasSent(file, noticeId)),
    extensionProposed: file.round.extensionProposed !== null,
    abandonedFor: abandonedFor(file),
    ...noticesIn(file),
    ...waitsToBegin(file),
    unitsAsked: file.unitRequests.some(({ answeredOn }) => answeredOn === null),
    ordersOpen: ordersOpen(file).length > 0,
    ordersToAnswer: ordersAnswerable(file).length > 0,
    consulted: consultations.length > 0,
    unansweredConsultations: consultations.some(({ dispatchedOn, answeredOn }) => dispatchedOn !== null && answeredOn === null),
    refusedConsultations: refusalsStanding(file).length > 0,
    severalItems: file.items.length > 1,
    approvalBlockedBy: approvalBlockedBy(file),
    approvalsLeft: !isLastStep(file.round.reply),
    legalReviewOwed: owesLegalReview(file.round.reply.legal),
    unreviewedItems: file.items.some(asksReview),
    pendingReviews: file.items.some(({ review }) => review?.status === 'pending'),
    publicNotice: file.round.reply.publicNoticeOn !== null,
    replyReturned: file.round.reply.returnedOn !== null,
    ...whenOver(file),
    filingBlockedBy: filingBlockedBy(file),
    publication: file.publication,
    withheld: withheldItems(file).length > 0,
    entriesToConfirm: file.toConfirm.length > 0,
    correctionsToConfirm: file.toConfirm.some(({ reason }) => reason === 'fact-corrected'),
    lateReasonMissing: file.lateReasonMissing,
    approved: file.round.reply.approvedBy !== null,
    submitted: file.round.reply.submittedBy !== null,
  };
}

const isOpen = ({ remedies }: CaseFile, kind: CaseFile['remedies'][number]['kind']): boolean =>
  remedies.some((remedy) => remedy.kind === kind && remedy.closedOn === null);

function filingBlockedBy(file: CaseFile): Situation['filingBlockedBy'] {
  if (file.remedies.some(({ closedOn }) => closedOn === null)) return 'remedy-open';
  return file.round.reply.dispatchedOn !== null && disclosuresOwed(file).some(({ dispatchedOn }) => dispatchedOn === null)
    ? 'third-party-untold'
    : null;
}

const isUnderWay = ({ notices, round }: CaseFile, kind: 'correction' | 'fee'): boolean =>
  notices.some((n) => n.kind === kind && n.round === round.number && isOnItsWay(n));

type WhenOver = Pick<Situation, 'openReconsideration' | 'openSuit' | 'unansweredRemedies' | 'dutyLeft'>;

/** What makes a case that is over somebody's again. */
const whenOver = (file: CaseFile): WhenOver => ({
  openReconsideration: isOpen(file, 'reconsideration'),
  openSuit: isOpen(file, 'litigation'),
  unansweredRemedies: file.remedies.some(({ closedOn, answeredOn }) => closedOn === null && answeredOn === null),
  dutyLeft: file.reached.filing !== undefined && dutyLeft(file),
});

type WaitsToBegin = Pick<Situation, 'unsentLetters' | 'correctionUnderWay' | 'feeUnderWay' | 'feeNoticeStands'>;

const waitsToBegin = (file: CaseFile): WaitsToBegin => ({
  unsentLetters: unsentLetters(file).length > 0,
  correctionUnderWay: isUnderWay(file, 'correction'),
  feeUnderWay: isUnderWay(file, 'fee'),
  feeNoticeStands: feeStands(file),
});

/** Sent and not served, and its service may move neither clock nor course: of an earlier round, say, or of a correction notice that was late. */
const isUnserved = (notice: CaseNotice): boolean =>
  notice.kind !== 'reply' && notice.kind !== 'consultation' && isOnItsWay(notice);

function abandonedFor({ ending }: CaseFile): Situation['abandonedFor'] {
  if (ending?.outcome === 'abandoned_correction') return 'correction';
  return ending?.outcome === 'abandoned_fee' ? 'fee' : null;
}

/** Whether an item releases something that its review does not cover to the byte. */
function needsReview({ decision, review, fileIds }: CaseItem): boolean {
  if (!decision || !isReleased(decision)) return false;
  return review?.status !== 'passed' || review.fileIds.join() !== fileIds.join();
}

/** Whether it can be submitted to a review: also where one was passed before originals were named, and says nothing of what it saw. */
export const asksReview = (item: CaseItem): boolean => needsReview(item) || isReviewedUnnamed(item);

function approvalBlockedBy(file: CaseFile): Situation['approvalBlockedBy'] {
  if (awaitsCorrection(file)) return 'correction-awaited';
  if (feeOwed(file) !== null) return 'payment-awaited';
  if (file.items.some(({ decision }) => decision === null)) return 'item-undecided';
  const unreviewed = file.items.filter(needsReview);
  if (unreviewed.some(({ review }) => review?.status === 'changed')) return 'review-hash-changed';
  if (unreviewed.length > 0) return 'review-missing';
  return owesLegalReview(file.round.reply.legal) ? 'legal-review-missing' : null;
}

const servedOn = (file: CaseFile, id: string | undefined): LocalDate | null =>
  file.notices.find((notice) => notice.id === id)?.servedOn ?? null;

type NoticesIn = Pick<
  Situation,
  | 'notices'
  | 'unsentNotices'
  | 'returnedNotices'
  | 'sentNotices'
  | 'unservedNotices'
  | 'unservedConsultations'
  | 'noticesUnderWay'
>;

const noticesIn = ({ notices }: CaseFile): NoticesIn => ({
  notices: notices.length > 0,
  unsentNotices: notices.some((notice) => notice.kind !== 'reply' && (notice.dispatchedOn === null || cameBack(notice))),
  returnedNotices: notices.some((notice) => notice.kind !== 'reply' && cameBack(notice)),
  sentNotices: notices.some(({ attempts }) => attempts.length > 0),
  unservedNotices: notices.some(isUnserved),
  unservedConsultations: notices.some((notice) => notice.kind === 'consultation' && isOnItsWay(notice)),
  noticesUnderWay: notices.some((notice) => notice.kind !== 'reply' && isOnItsWay(notice)),
});

function awaitsCorrection(file: CaseFile): boolean {
  const { correction, corrections } = file.round.moves;
  return correction?.inVain !== true && servedOn(file, correction?.noticeId) !== null && corrections.length === 0;
}
