import { setup } from 'xstate';
import type { FactType } from './facts.js';
import { guards, type GuardName } from './guards.js';
import type { Situation } from './situation.js';

/** Raised with every change of the chart or of what facts make of a case; an older case is brought over by replaying its journal. */
export const MACHINE_VERSION = 49;

/** What the chart is told: that a fact happened. Days and details are the law's business. */
export type ChartEvent = { readonly type: FactType };

const predicates = Object.fromEntries(
  Object.entries(guards).map(([name, { holds }]) => [name, ({ context }: { context: Situation }) => holds(context)]),
) as Record<GuardName, (_: { context: Situation }) => boolean>;

const chart = setup({
  types: { context: {} as Situation, events: {} as ChartEvent, input: {} as Situation },
  guards: predicates,
});

/** The fact is recorded; the case stays where it is. */
const stay = {};

/** Somebody holds a case, or nobody does, until it is over: also what is signed, under way or came back is passed on when its holder leaves. */
const held = {
  ASSIGNED: stay,
  CLAIMED: { guard: 'already-assigned' },
  HANDED_BACK: { guard: 'not-assigned' },
} as const;

/** A case that is over is somebody's again while it is challenged, or something is left to do in it. */
const challenged = {
  ASSIGNED: { guard: 'not-challenged' },
  CLAIMED: { guard: 'not-challenged-or-assigned' },
  HANDED_BACK: { guard: 'not-challenged-or-held' },
} as const;

/** While a case is not in the archive, a notice that was made can be sent, in the last resort be published, a letter that asks somebody be taken back, another address learnt, another agent named, and something ticked off a list. */
const unfiled = {
  NOTICE_DISPATCHED: { guard: 'no-notice-to-send' },
  NOTICE_PUBLISHED: { guard: 'nothing-came-back' },
  PARTY_CONTACT_CHANGED: { guard: 'nobody-asked' },
  CONSULTATION_TAKEN_BACK: { guard: 'no-letter-to-take-back' },
  AGENT_CHANGED: stay,
  TICKED: stay,
} as const;

/** What came in time and was found after the case had been closed for want of it opens it again. */
const afterwards = {
  CORRECTION_RECEIVED: { guard: 'not-abandoned-for-correction', target: '#case.open.course.accepted' },
  FEE_PAID: { guard: 'not-abandoned-for-fee', target: '#case.open.course.accepted' },
} as const;

/** The ways out while no reply has been made; whether a withdrawal came before it, the law judges by its day. */
const withdrawn = { WITHDRAWN: '#case.closed' } as const;
const out = { ...withdrawn, VOIDED: '#case.closed' } as const;

/**
 * The life of an application, read top to bottom: acceptance, handling, reply, delivery, filing (REG 45). While it is open,
 * correction (REG 30), fee (REG 42), extension (REG 33) and reasons (REG 35) run beside its course; a new round opens it afresh.
 * The clock, consultations, items and remedies are not here: the first is computed, the others are lists of facts.
 * The chart is called and never run: no timers, no actions, no children.
 */
export const caseMachine = chart.createMachine({
  id: 'case',
  context: ({ input }) => input,
  initial: 'unconfirmed',
  on: {
    CASE_LINKED: stay,
    FACT_CORRECTED: stay,
    FACT_CONFIRMED: { guard: 'nothing-to-confirm' },
    FACT_RESTORED: { guard: 'no-correction-to-confirm' },
    PAPER_SENT_BACK: { guard: 'nothing-to-confirm' },
    LATE_REASON_GIVEN: { guard: 'no-late-reason-missing' },
    NOTED: stay,
    ORDER_ISSUED: stay,
    ORDER_ANSWERED: { guard: 'no-order-to-answer' },
    ORDER_REPEATED: { guard: 'no-order-open' },
    ORDER_CLOSED: { guard: 'no-order-open' },
    CALENDAR_CHANGED: stay,
    CONSULTATION_LAPSED: stay,
    CONSULTATION_ANSWER_CAME: { guard: 'no-consultation-open' },
    CONSULTATION_ANSWER_DISMISSED: stay,
    UNIT_ANSWERED: { guard: 'no-unit-asked' },
    PROOF_ADDED: { guard: 'nothing-sent' },
    STAMPED_ADDED: { guard: 'nothing-made' },
    NOTICE_SERVED: { guard: 'no-notice-to-serve' },
    NOTICE_RETURNED: { guard: 'no-notice-under-way' },
    CONSULTATION_RECEIVED: { guard: 'no-consultation-to-serve' },
    CONSULTATION_ANSWERED: { guard: 'no-consultation-open' },
    COMPLAINT_RECORDED: { guard: 'receipt-not-settled' },
    RECONSIDERATION_COPY_RECEIVED: { guard: 'receipt-not-settled' },
    SUIT_COPY_RECEIVED: { guard: 'receipt-not-settled' },
    RECONSIDERATION_DECIDED: { guard: 'no-reconsideration-open' },
    JUDGMENT_RECORDED: { guard: 'no-suit-open' },
    REMEDY_UPDATED: { guard: 'no-remedy-open' },
    REMEDY_ANSWERED: { guard: 'no-remedy-to-answer' },
    ROUND_ORDERED: { guard: 'no-remedy-open', target: '#case.open.course.accepted' },
    PUBLICATION_SUGGESTED: { guard: 'already-published' },
    PUBLICATION_DECLINED: { guard: 'not-suggested' },
    PUBLISHED: { guard: 'not-suggested' },
    WITHHOLDING_REVIEWED: { guard: 'nothing-withheld' },
  },
  states: {
    unconfirmed: {
      on: {
        APPLICATION_RECEIVED: { guard: 'receipt-not-settled', target: 'open' },
        ...held,
        CONTACT_ATTEMPTED: stay,
        AGENT_CHANGED: stay,
        TICKED: stay,
        RECEIPT_CONFIRMED: 'open',
        ...out,
      },
    },
    open: {
      type: 'parallel',
      on: {
        ...unfiled,
        ...held,
        SEARCH_RECORDED: stay,
        UNIT_ASKED: { guard: 'reply-approved' },
        CONSULTATION: { guard: 'reply-approved' },
        THIRD_PARTY_OVERRIDDEN: { guard: 'no-refusal-to-override' },
        MERGED: { guard: 'reply-approved', target: '#case.closed' },
        SPLIT: { guard: 'single-item' },
        ITEM_WITHDRAWN: { guard: 'single-item' },
        ...out,
      },
      states: {
        course: {
          initial: 'received',
          states: {
            received: { on: { REGISTERED: 'registered', ACCEPTED: 'accepted' } },
            registered: { on: { ACCEPTED: 'accepted' } },
            accepted: {
              on: {
                ITEM_DECIDED: stay,
                REVIEW_SUBMITTED: { guard: 'nothing-to-review' },
                REVIEW_PASSED: { guard: 'no-review-pending' },
                REVIEW_BLOCKED: { guard: 'no-review-pending' },
                SUBMITTED_FOR_APPROVAL: { guard: 'ready-for-approval', target: 'approving' },
              },
            },
            approving: {
              on: {
                SENT_BACK: 'accepted',
                LEGAL_REVIEW_PASSED: { guard: 'no-legal-review-owed' },
                LEGAL_REVIEW_OBJECTED: { guard: 'no-legal-review-owed', target: 'accepted' },
                APPROVAL_GIVEN: { guard: 'another-approves' },
                APPROVED: { guard: 'last-to-approve', target: 'approved' },
              },
            },
            approved: { on: { SENT_BACK: 'accepted', REPLY_SIGNED: { guard: 'ready-for-approval', target: '#case.signed' } } },
          },
        },
        correction: {
          initial: 'none',
          states: {
            none: {
              on: {
                CORRECTION_NOTICE_MADE: { guard: 'second-correction', target: 'noticed' },
                CORRECTION_NOTICE_RECEIVED: { guard: 'no-correction-to-serve', target: 'awaiting' },
              },
            },
            noticed: {
              on: {
                CORRECTION_NOTICE_MADE: { guard: 'second-correction' },
                CORRECTION_NOTICE_RECEIVED: { guard: 'no-correction-to-serve', target: 'awaiting' },
              },
            },
            awaiting: {
              on: {
                CORRECTION_NOTICE_MADE: { guard: 'second-correction' },
                CORRECTION_PERIOD_OVER: stay,
                CORRECTION_RECEIVED: 'none',
                CORRECTION_NOT_RECEIVED: '#case.closed',
              },
            },
          },
        },
        fee: {
          initial: 'none',
          states: {
            none: {
              on: {
                FEE_NOTICE_MADE: { guard: 'fee-not-enabled', target: 'noticed' },
                FEE_NOTICE_RECEIVED: { guard: 'no-fee-notice-to-serve', target: 'awaiting' },
              },
            },
            noticed: {
              on: {
                FEE_NOTICE_MADE: { guard: 'fee-notice-stands' },
                FEE_NOTICE_RECEIVED: { guard: 'no-fee-notice-to-serve', target: 'awaiting' },
                FEE_LIFTED: 'none',
              },
            },
            awaiting: {
              on: {
                FEE_NOTICE_MADE: { guard: 'fee-not-enabled' },
                FEE_NOTICE_RECEIVED: { guard: 'no-fee-notice-to-serve' },
                FEE_PERIOD_OVER: stay,
                FEE_PAID: 'paid',
                FEE_LIFTED: 'none',
                FEE_NOT_PAID: '#case.closed',
              },
            },
            paid: {
              on: {
                FEE_NOTICE_MADE: { guard: 'fee-not-enabled', target: 'noticed' },
                FEE_NOTICE_RECEIVED: { guard: 'no-fee-notice-to-serve', target: 'awaiting' },
              },
            },
          },
        },
        extension: {
          initial: 'none',
          states: {
            none: { on: { EXTENSION_PROPOSED: { guard: 'second-extension', target: 'proposed' } } },
            proposed: {
              on: { EXTENSION: 'none', EXTENSION_REFUSED: 'none', EXTENSION_PROPOSED: { guard: 'second-extension' } },
            },
          },
        },
        reasons: {
          initial: 'none',
          states: {
            none: { on: { REASONS_ASKED: { guard: 'reply-approved', target: 'asked' } } },
            asked: { on: { REASONS_ACCEPTED: 'accepted', REASONS_REJECTED: { guard: 'reply-approved', target: 'none' } } },
            accepted: { on: { DELAY_SET: { guard: 'reply-approved' } } },
          },
        },
      },
    },
    signed: {
      on: {
        ...held,
        ...unfiled,
        ITEM_WITHDRAWN: { guard: 'single-item' },
        SENT_BACK: '#case.open.course.accepted',
        REPLY_DISPATCHED: 'dispatched',
        REPLY_HANDED_OVER: 'closed',
        ...out,
      },
    },
    dispatched: {
      on: {
        ...held,
        ...unfiled,
        ...withdrawn,
        REPLY_SERVED: 'closed',
        REPLY_RETURNED: 'returned',
        PUBLIC_NOTICE_SERVED: { guard: 'no-public-notice', target: 'closed' },
      },
    },
    returned: {
      on: {
        ...held,
        ...unfiled,
        ...withdrawn,
        REPLY_DISPATCHED: 'dispatched',
        REPLY_HANDED_OVER: 'closed',
        PUBLIC_NOTICE_PUBLISHED: 'dispatched',
      },
    },
    closed: {
      on: {
        ...challenged,
        ...unfiled,
        LINE_INAPPLICABLE: stay,
        FILED: { guard: 'ready-for-filing', target: 'filed' },
        ...afterwards,
      },
    },
    filed: { on: { ...challenged, ...afterwards, AGENT_CHANGED: { guard: 'agent-after-filing' } } },
  },
});
