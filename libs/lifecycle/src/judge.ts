import { addDays, type LocalDate, type WorkingDays } from '@gongkai/calendar';
import { isToApplicant, Refusal, type CaseLedger, type NoticeKind } from '@gongkai/contracts';
import { inForce, type Grounds, type Statute } from '@gongkai/statutes';
import { ledgerOf } from './case-law.js';
import { approvedAlike, stepOfOther } from './approval.js';
import { extensionsInForce, type CaseFile } from './case-file.js';
import { feePaidBy, isOvercharged } from './fee-notices.js';
import { draftMatches, draftOf, draftUnchanged, type Digest } from './draft.js';
import { givesSomething } from './given.js';
import { reviewedAlike } from './legal-review.js';
import { leftWithProof, triesOf } from './delivery.js';
import { otherWaysFailed } from './last-resort.js';
import {
  correctionDue,
  correctionNoticeDue,
  dayOf,
  isNoticeWithoutEffect,
  lettersAwaitedUntil,
  paymentDue,
  replyDue,
} from './due.js';
import { delayEndsAtWork, delayFits, reasonsHeard } from './excess.js';
import type { CaseFact, FactOf, FactType } from './facts.js';
import { fileComplete } from './file-complete.js';
import {
  answersReadFor,
  challengeable,
  clockConfirmed,
  confirmed,
  decidable,
  correctionsConfirmed,
  ownProposal,
  ownSubmission,
  consultedHeardBefore,
  electronicAgreed,
  extensionUnsent,
  notOrdered,
  thirdPartiesAsked,
  thirdPartiesTold,
  withdrawable,
  type Judgement,
} from './judgements.js';
import { foundByOneself, ownDraft, ownEntry, ownFinding } from './own-work.js';
import { periodOrdered } from './ordered-period.js';
import { nobodyPassedOver } from './passed-over.js';
import { byPostAlone, servedByPost } from './postal.js';
import { appealedInTime, appliedInTime, remedyPossible, suedInTime } from './remedy-periods.js';
import { withEstimates } from './reasons.js';
import { foundAfterAll, searchedFor } from './searches.js';
import { sentAtOnce } from './sent-at-once.js';
import { extensionArticle } from './step-articles.js';

/** What the law looks at: the case and its clock before and after the fact. */
export type Matter = {
  readonly before: CaseFile;
  readonly after: CaseFile;
  /** As of today, before the fact. */
  readonly clock: CaseLedger;
  /** As of today, after the fact. */
  readonly next: CaseLedger;
  readonly today: LocalDate;
  /** Who takes the step, and in whose place. */
  readonly selves: readonly string[];
  readonly digest: Digest;
  readonly statute: Statute;
  readonly calendar: WorkingDays;
  readonly grounds: Grounds;
};
type Judge<T extends FactType> = (fact: FactOf<T>, matter: Matter) => Judgement;

/** Everything that depends on a date, by the day of the fact and never by the day of typing. What is not named here the law leaves open. */
const judges: { readonly [T in FactType]?: Judge<T> } = {
  CORRECTION_NOTICE_MADE: ({ dispatchedOn }, matter) =>
    periodOrdered(matter.before) ??
    correctionsConfirmed(matter.before) ??
    correctionNoticeInTime(dispatchedOn ?? matter.today, matter),
  CORRECTION_RECEIVED: ({ on }, { next, clock }) =>
    next.lateCorrection ? { code: 'correction-late', article: 'REG 30', facts: { due: correctionDue(clock)?.day ?? on } } : null,
  CORRECTION_NOT_RECEIVED: (_fact, matter) =>
    clockConfirmed(matter.before) ?? periodOver(matter, correctionDue(matter.clock)?.day, 'REG 30'),
  EXTENSION_PROPOSED: (fact, matter) => periodOrdered(matter.before) ?? proposalFits(fact, matter),
  EXTENSION: ({ dispatchedOn }, matter) =>
    periodOrdered(matter.before) ??
    ownProposal(matter.before, matter.selves) ??
    (dispatchedOn === null ? canStillLeave(matter) : extensionEffective(dispatchedOn, matter)),
  NOTICE_DISPATCHED: (fact, matter) =>
    byPostAlone(fact) ?? leftWithProof(fact) ?? noticeInTime(fact, matter) ?? noticeAgreed(fact, matter),
  PROOF_ADDED: (fact, matter) => byPostAlone(fact) ?? proofFits(fact, matter),
  CONSULTATION_RECEIVED: (fact) => servedByPost(fact),
  NOTICE_SERVED: (fact) => servedByPost(fact),
  CORRECTION_NOTICE_RECEIVED: (fact) => servedByPost(fact),
  FEE_NOTICE_RECEIVED: (fact) => servedByPost(fact),
  REPLY_SERVED: (fact) => servedByPost(fact),
  FEE_NOTICE_MADE: ({ dispatchedOn }, matter) =>
    periodOrdered(matter.before) ?? feeNoticeInTime(dispatchedOn ?? matter.today, matter),
  FEE_PAID: ({ on, amount }, matter) => paidInFullAndTime(on, amount, matter),
  FEE_NOT_PAID: (_fact, matter) =>
    feeRight(matter) ?? clockConfirmed(matter.before) ?? periodOver(matter, paymentDue(matter.clock)?.day, 'REG 42'),
  ITEM_DECIDED: ({ code, itemId }, { before, after, selves }) =>
    decidable(code, before) ??
    searchedFor(itemId, after) ??
    foundAfterAll({ items: after.items.filter(({ id }) => id === itemId) }) ??
    answersReadFor(itemId, after) ??
    foundByOneself(itemId, after, selves),
  THIRD_PARTY_OVERRIDDEN: (fact, { before, selves }) => ownFinding(fact, before, selves),
  REVIEW_PASSED: ({ itemId }, { before, selves }) => ownSubmission(before, itemId, selves),
  FACT_CONFIRMED: ({ entryId }, matter) => ownEntry(entryId, matter),
  FACT_RESTORED: ({ entryId }, matter) => ownEntry(entryId, matter),
  PAPER_SENT_BACK: ({ entryId }, matter) => ownEntry(entryId, matter),
  REASONS_ACCEPTED: (fact, matter) => reasonsHeard(fact, matter),
  REASONS_REJECTED: (fact, matter) => reasonsHeard(fact, matter),
  DELAY_SET: ({ dispatchedOn, until }, matter) =>
    periodOrdered(matter.before) ?? delayFits(dispatchedOn ?? matter.today, until, matter) ?? delayEndsAtWork(until, matter),
  SUBMITTED_FOR_APPROVAL: ({ on }, { before, clock }) => thirdPartiesAsked(before) ?? nobodyPassedOver(before, clock, on),
  LEGAL_REVIEW_PASSED: (fact, matter) => legallyReviewable(fact, matter),
  LEGAL_REVIEW_OBJECTED: (fact, matter) => legallyReviewable(fact, matter),
  APPROVAL_GIVEN: (fact, matter) => approvable(fact, matter),
  APPROVED: (fact, matter) => approvable(fact, matter),
  REPLY_SIGNED: ({ on }, matter) => draftStands(on, matter) ?? draftUnchanged(matter.before, matter.digest),
  REPLY_DISPATCHED: (fact, matter) =>
    byPostAlone(fact) ?? releasable(fact.dispatchedOn, matter) ?? electronicAgreed(fact, fact.dispatchedOn, matter),
  REPLY_HANDED_OVER: (fact, matter) => leftWithProof(fact) ?? releasable(fact.dispatchedOn, matter),
  PUBLIC_NOTICE_PUBLISHED: ({ on }, { before, statute }) => otherWaysFailed(triesOf(before), statute, on),
  NOTICE_PUBLISHED: ({ noticeId, on }, { before, statute }) => otherWaysFailed(triesOf(before, noticeId), statute, on),
  PUBLISHED: (_fact, { before }) => (givesSomething(before) ? null : { code: 'not-answered-openly', article: 'REG 44' }),
  MERGED: (_fact, { before }) => notOrdered(before),
  FILED: ({ on }, matter) => fileComplete(matter.before) ?? remedyPossible(on, matter),
  SPLIT: (_fact, { before }) => confirmed(before),
  WITHDRAWN: ({ on }, { before }) => withdrawable(on, before),
  COMPLAINT_RECORDED: ({ on }, { before, clock }) => challengeable(on, before, clock),
  RECONSIDERATION_COPY_RECEIVED: (fact, matter) =>
    challengeable(fact.on, matter.before, matter.clock) ?? appliedInTime(fact, matter),
  SUIT_COPY_RECEIVED: (fact, matter) => challengeable(fact.on, matter.before, matter.clock) ?? suedInTime(fact, matter),
  REMEDY_UPDATED: (fact, matter) => appealedInTime(fact, matter),
};

/**
 * What the law makes of a fact.
 * @throws Refusal with the law's own code and article
 */
export function judge(fact: CaseFact, matter: Matter): void {
  const judgement = (judges[fact.type] as Judge<FactType> | undefined)?.(fact, matter) ?? sentAtOnce(fact, matter);
  if (judgement === null) return;
  const { code, ...details } = judgement;
  throw new Refusal(code, [], withEstimates(details, matter.calendar));
}

/** Another person than who drafted it approves and signs, on a day by which everybody is heard (REG 17, 32). */
const draftStands = (on: LocalDate, matter: Matter): Judgement =>
  ownDraft(matter) ?? correctionsConfirmed(matter.before) ?? nobodyPassedOver(matter.before, matter.clock, on);

/** Each step of a chain is another person's, and all of them approve the same (REG 17). */
const approvable = ({ on, draft }: FactOf<'APPROVAL_GIVEN' | 'APPROVED'>, matter: Matter): Judgement =>
  stepOfOther(matter.before, matter.selves) ??
  draftStands(on, matter) ??
  draftMatches(draft ?? null, matter.before, matter.digest) ??
  reviewedAlike(matter.before, matter.digest) ??
  approvedAlike(matter.before, () => draftOf(matter.before, matter.digest));

/** By somebody else than who drafted it, and of the draft as it stands. */
const legallyReviewable = ({ draft }: FactOf<'LEGAL_REVIEW_PASSED' | 'LEGAL_REVIEW_OBJECTED'>, matter: Matter): Judgement =>
  ownDraft(matter) ?? draftMatches(draft, matter.before, matter.digest);

/** Also what turns up after it was signed is heeded while the record has not left (REG 32). */
const releasable = (on: LocalDate, matter: Matter): Judgement =>
  consultedHeardBefore(matter.before, matter.clock, on) ?? thirdPartiesTold(matter.before, matter, on);

/** The notice has to be out within 7 working days of T (REG 30), unless the office handles late ones otherwise. */
function correctionNoticeInTime(day: LocalDate, { clock, statute }: Matter): Judgement {
  const deadline = correctionNoticeDue(clock)?.day ?? day;
  return isNoticeWithoutEffect(day, clock, statute)
    ? { code: 'correction-notice-late', article: 'REG 30', facts: { deadline } }
    : null;
}

/**
 * What is proposed once the period is over can only be refused: nobody is asked to consent to it. Whether the notice is in time is judged
 * by the day it leaves; a proposal that was made in time and is recorded later says its day (REG 33(2)).
 */
function proposalFits({ workingDays, on }: FactOf<'EXTENSION_PROPOSED'>, matter: Matter): Judgement {
  const { clock, today, statute } = matter;
  const article = extensionArticle(statute, clock.receivedOn ?? today);
  if (clock.clock !== 'running') return { code: 'clock-not-running', article };
  const due = dayOf(replyDue(clock));
  if (due !== null && (on ?? today) > due) return { code: 'proposal-late', article, facts: { due } };
  return extensionAdds(workingDays, matter);
}

/** One that waits to leave is the one there is; all together are no longer than the law allows. */
function extensionAdds(workingDays: number, { clock, today, before, statute }: Matter): Judgement {
  const on = clock.receivedOn ?? today;
  const article = extensionArticle(statute, on);
  if (extensionUnsent(before)) return { code: 'second-extension', article };
  const limit = inForce(statute, 'extension.max_total', on);
  const granted = extensionsInForce(before).reduce((sum, extension) => sum + extension.workingDays, 0);
  return granted + workingDays > limit ? { code: 'extension-over-limit', article, facts: { limit } } : null;
}

/** A notice is not made that could leave only once the period is over: it would lengthen nothing (REG 33(2)). */
function canStillLeave({ clock, today, statute }: Matter): Judgement {
  const due = dayOf(replyDue(clock));
  if (due === null || today <= due) return null;
  return { code: 'extension-late', article: extensionArticle(statute, clock.receivedOn ?? today), facts: { due } };
}

const EXTENSION_CODES = {
  late: 'extension-late',
  second: 'second-extension',
  over_limit: 'extension-over-limit',
  clock_not_running: 'clock-not-running',
} as const;

function extensionEffective(day: LocalDate, matter: Matter): Judgement {
  const { next, clock, statute, today } = matter;
  const on = clock.receivedOn ?? today;
  if (!wasRunning(day, matter)) return { code: 'clock-not-running', article: extensionArticle(statute, on) };
  const refused = next.extensionRefused;
  if (refused?.dispatchedOn !== day || clock.extensionRefused?.dispatchedOn === day) return null;
  const limit = inForce(statute, 'extension.max_total', on);
  return { code: EXTENSION_CODES[refused.code], article: refused.article, facts: { due: refused.due ?? '', limit } };
}

/** Asked of the clock of that day: a restart has dropped what left before it, and what stood against it. */
const wasRunning = (day: LocalDate, matter: Matter): boolean => clockOn(day, matter).clock === 'running';

const clockOn = (day: LocalDate, { before, statute, calendar }: Matter): CaseLedger =>
  ledgerOf(before, { statute, calendar }, { asOf: day, derivation: false });

function noticeInTime({ noticeId, dispatchedOn }: FactOf<'NOTICE_DISPATCHED'>, matter: Matter): Judgement {
  const { kind = 'reply', dispatchedOn: leftOn = null } = matter.before.notices.find(({ id }) => id === noticeId) ?? {};
  // What came back and is sent again was in time by the day it first left (G235).
  if (leftOn !== null) return null;
  const moves = IN_TIME[kind];
  return moves === undefined ? null : (periodOrdered(matter.before) ?? moves({ noticeId, dispatchedOn }, matter));
}

type LeftOn = Pick<FactOf<'NOTICE_DISPATCHED'>, 'noticeId' | 'dispatchedOn'>;

/** Notices whose day moves the clock, with what it has to be. */
const IN_TIME: Readonly<Partial<Record<NoticeKind, (left: LeftOn, matter: Matter) => Judgement>>> = {
  correction: ({ dispatchedOn }, matter) => correctionNoticeInTime(dispatchedOn, matter),
  extension: ({ dispatchedOn }, matter) => extensionEffective(dispatchedOn, matter),
  delay: ({ noticeId, dispatchedOn }, matter) => delayNoticeInTime(noticeId, dispatchedOn, matter),
  fee: ({ dispatchedOn }, matter) => feeNoticeInTime(dispatchedOn, matter),
};

/** A way that is told afterwards is judged as one that was told at once. */
function proofFits({ noticeId, mode, ...said }: FactOf<'PROOF_ADDED'>, matter: Matter): Judgement {
  const notice = matter.before.notices.find(({ id }) => id === noticeId);
  const dispatchedOn = notice?.dispatchedOn ?? null;
  if (mode === undefined || dispatchedOn === null) return null;
  return (
    leftWithProof({ mode, ...said }, notice?.proofs) ??
    noticeAgreed({ noticeId, dispatchedOn, mode, agreedTo: said.agreedTo }, matter)
  );
}

type Left = Pick<FactOf<'NOTICE_DISPATCHED'>, 'noticeId' | 'dispatchedOn' | 'mode' | 'agreedTo'>;

function noticeAgreed({ noticeId, ...left }: Left, matter: Matter): Judgement {
  const notice = matter.before.notices.find(({ id }) => id === noticeId);
  return notice === undefined || isToApplicant(notice.kind) ? electronicAgreed(left, left.dispatchedOn, matter) : null;
}

function delayNoticeInTime(noticeId: string, day: LocalDate, matter: Matter): Judgement {
  const set = matter.before.round.moves.delays.find((delay) => delay.noticeId === noticeId);
  return set === undefined ? null : delayFits(day, set.until, matter);
}

/** A fee notice goes out within the handling period (FEE), or takes the place of one whose period was still running then. */
function feeNoticeInTime(day: LocalDate, matter: Matter): Judgement {
  const article = 'REG 42';
  const clock = clockOn(day, matter);
  if (clock.clock !== 'running' && clock.clock !== 'awaiting_payment') return { code: 'clock-not-running', article };
  const due = clock.finalDue ?? clock.provisionalFinalDue;
  return due !== undefined && day > due ? { code: 'fee-notice-late', article, facts: { due } } : null;
}

/** Nobody abandons an application by not paying for what they have withdrawn. */
const feeRight = ({ before }: Matter): Judgement =>
  isOvercharged(before) ? { code: 'fee-to-correct', article: 'REG 42' } : null;

function paidInFullAndTime(on: LocalDate, amount: number, { next, before }: Matter): Judgement {
  const owed = feePaidBy(before, on)?.amount ?? 0;
  if (amount < owed) return { code: 'payment-partial', article: 'REG 42', facts: { amount: owed } };
  // Of what had arrived by that day: a later notice gave no more time to pay an earlier one.
  const due = paymentDue(next)?.day;
  return due !== undefined && on > due ? { code: 'payment-late', article: 'REG 42', facts: { due } } : null;
}

/** Abandonment is closed by a person, after a grace for letters still in the mail. */
function periodOver(matter: Matter, due: LocalDate | undefined, article: string): Judgement {
  if (!due) return { code: 'clock-not-running', article };
  const { today } = matter;
  const until = lettersAwaitedUntil(due, matter);
  return today > until ? null : { code: 'period-not-over', article, facts: { due, until, from: addDays(until, 1) } };
}
