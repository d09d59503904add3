import type { Situation } from './situation.js';

/** A condition of the chart. Its name is the problem code; the article says where the law stands on it. */
export type Guard = {
  readonly holds: (s: Situation) => boolean;
  readonly article?: string;
  /** The exact reason, where a guard stands for several. */
  readonly code?: (s: Situation) => string;
  readonly articleOf?: (s: Situation) => string | undefined;
};

const BLOCKED_BY = {
  'item-undecided': 'REG 36',
  'review-missing': 'REG 17',
  'review-hash-changed': 'REG 17',
  'correction-awaited': 'REG 30',
  'payment-awaited': 'REG 42',
  // Practice, not law.
  'legal-review-missing': undefined,
} as const;

/** From the approval of the reply until it is sent back nothing new begins. */
const untilApproved = (name: string, { holds, article, articleOf }: Guard): Guard => ({
  holds: (s) => !s.approved && holds(s),
  code: (s) => (s.approved ? 'reply-approved' : name),
  articleOf: (s) => (s.approved ? undefined : (articleOf?.(s) ?? article)),
});

/** A complaint, a reconsideration or a suit is open, or something else is left to do in a case that is over. */
const isChallenged = (s: Situation): boolean => s.dutyLeft || s.unansweredRemedies || s.openReconsideration || s.openSuit;

/** The named conditions of the chart, each on the situation alone. A guard that fails is the reason why a step is refused. */
export const guards = {
  'receipt-not-settled': { holds: (s) => s.settled, article: 'REG 31' },
  'already-assigned': { holds: (s) => !s.assigned },
  'not-assigned': { holds: (s) => s.assigned },
  'reply-approved': { holds: (s) => !s.approved },
  'second-correction': untilApproved('second-correction', { holds: (s) => !s.correctionNoticed, article: 'REG 30' }),
  'second-extension': {
    holds: (s) => !s.approved && !s.extended && !s.extensionProposed,
    code: (s) => (s.approved ? 'reply-approved' : s.extended ? 'second-extension' : 'extension-proposed'),
    articleOf: (s) => (s.approved ? undefined : s.extensionArticle),
  },
  'fee-not-enabled': untilApproved('fee-not-enabled', { holds: (s) => s.feeEnabled, article: 'REG 42' }),
  'fee-notice-stands': {
    holds: (s) => !s.approved && s.feeEnabled && !s.feeNoticeStands,
    code: (s) => (s.approved ? 'reply-approved' : s.feeEnabled ? 'fee-notice-stands' : 'fee-not-enabled'),
    articleOf: (s) => (s.approved ? undefined : 'REG 42'),
  },
  'not-abandoned-for-correction': { holds: (s) => s.abandonedFor === 'correction', article: 'REG 30' },
  'not-abandoned-for-fee': { holds: (s) => s.abandonedFor === 'fee', article: 'REG 42' },
  'no-notice-to-send': { holds: (s) => s.unsentNotices },
  'no-notice-to-serve': { holds: (s) => s.unservedNotices },
  'nothing-came-back': { holds: (s) => s.returnedNotices, article: 'CPL 95' },
  'no-notice-under-way': { holds: (s) => s.noticesUnderWay, code: () => 'no-notice-to-serve' },
  'no-correction-to-serve': { holds: (s) => s.correctionUnderWay, code: () => 'no-notice-to-serve' },
  'no-fee-notice-to-serve': { holds: (s) => s.feeUnderWay, code: () => 'no-notice-to-serve' },
  'no-consultation-to-serve': { holds: (s) => s.unservedConsultations },
  'no-unit-asked': { holds: (s) => s.unitsAsked },
  'no-order-to-answer': { holds: (s) => s.ordersToAnswer },
  'no-order-open': { holds: (s) => s.ordersOpen },
  'no-consultation-open': { holds: (s) => s.unansweredConsultations },
  'nobody-asked': { holds: (s) => s.consulted },
  'no-letter-to-take-back': { holds: (s) => s.unsentLetters },
  'no-refusal-to-override': untilApproved('no-refusal-to-override', { holds: (s) => s.refusedConsultations, article: 'REG 32' }),
  'ready-for-approval': {
    holds: (s) => s.approvalBlockedBy === null,
    code: (s) => s.approvalBlockedBy ?? 'ready-for-approval',
    articleOf: (s) => BLOCKED_BY[s.approvalBlockedBy ?? 'item-undecided'],
  },
  'another-approves': {
    holds: (s) => s.approvalBlockedBy === null && s.approvalsLeft,
    code: (s) => s.approvalBlockedBy ?? 'ready-for-approval',
    articleOf: (s) => BLOCKED_BY[s.approvalBlockedBy ?? 'item-undecided'],
  },
  'last-to-approve': {
    holds: (s) => s.approvalBlockedBy === null && !s.approvalsLeft,
    code: (s) => s.approvalBlockedBy ?? 'ready-for-approval',
    articleOf: (s) => BLOCKED_BY[s.approvalBlockedBy ?? 'item-undecided'],
  },
  'no-legal-review-owed': { holds: (s) => s.legalReviewOwed },
  'nothing-to-review': { holds: (s) => s.unreviewedItems, article: 'REG 17' },
  'no-review-pending': { holds: (s) => s.pendingReviews, article: 'REG 17' },
  'single-item': {
    holds: (s) => !s.submitted && s.severalItems,
    code: (s) => (s.approved ? 'reply-approved' : s.submitted ? 'reply-submitted' : 'single-item'),
  },
  'no-public-notice': { holds: (s) => s.publicNotice, article: 'CPL 95' },
  'ready-for-filing': {
    holds: (s) => s.filingBlockedBy === null,
    code: (s) => s.filingBlockedBy ?? 'ready-for-filing',
    articleOf: (s) => (s.filingBlockedBy === 'third-party-untold' ? 'REG 32' : 'REG 45'),
  },
  'nothing-made': { holds: (s) => s.notices },
  'nothing-sent': { holds: (s) => s.sentNotices },
  'no-remedy-open': { holds: (s) => s.openReconsideration || s.openSuit, article: 'REG 51' },
  'not-challenged': { holds: isChallenged },
  'not-challenged-or-assigned': {
    holds: (s) => isChallenged(s) && !s.assigned,
    code: (s) => (isChallenged(s) ? 'already-assigned' : 'not-challenged'),
  },
  'not-challenged-or-held': {
    holds: (s) => isChallenged(s) && s.assigned,
    code: (s) => (isChallenged(s) ? 'not-assigned' : 'not-challenged'),
  },
  // What is filed is locked; an agent who appears in a remedy is named in it all the same.
  'agent-after-filing': { holds: isChallenged, article: 'REG 45' },
  'no-reconsideration-open': { holds: (s) => s.openReconsideration, article: 'REG 51' },
  'no-suit-open': { holds: (s) => s.openSuit, article: 'REG 51' },
  'no-remedy-to-answer': { holds: (s) => s.unansweredRemedies, article: 'REG 51' },
  'already-published': { holds: (s) => s.publication !== 'published' },
  'nothing-to-confirm': { holds: (s) => s.entriesToConfirm },
  'no-correction-to-confirm': { holds: (s) => s.correctionsToConfirm },
  'no-late-reason-missing': { holds: (s) => s.lateReasonMissing },
  'not-suggested': { holds: (s) => s.publication === 'suggested', article: 'REG 44' },
  'nothing-withheld': { holds: (s) => s.withheld, article: 'REG 18' },
} as const satisfies Record<string, Guard>;

export type GuardName = keyof typeof guards;
