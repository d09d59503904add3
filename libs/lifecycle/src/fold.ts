import type { LocalDate } from '@gongkai/calendar';
import type { CaseConsultation, CaseFile, CaseItem, ItemElsewhere, WithdrawnItem } from './case-file.js';
import { FIRST_ROUND, NO_MOVES, onlyAbout } from './case-file.js';
import type { CaseFact, FactOf, FactType, StandingIn } from './facts.js';
import type { Entry, Fold, Folds } from './fold-step.js';
import type { Inheritance } from './inheritance.js';
import { countedWithdrawn } from './fee-notices.js';
import { foldClock } from './fold-clock.js';
import { foldRemedies } from './fold-remedies.js';
import { ended } from './fold-step.js';
import { foldPublication, suggestedWith } from './fold-publication.js';
import { foldReply } from './fold-reply.js';
import { lateEntry } from './late-entry.js';
import { foldOrders } from './order-steps.js';
import { withOwnPaper } from './own-paper.js';
import { withSearch } from './searches.js';
import { foldInapplicable } from './inapplicable.js';
import { foldTick } from './ticks.js';

const unchanged = (file: CaseFile): CaseFile => file;

const folds: Folds<FactType> = {
  APPLICATION_RECEIVED: (file) => file,
  RECEIPT_CONFIRMED: (file, { confirmedOn, confirmedBy, confirmedHow }) => ({
    ...file,
    receipt: {
      ...file.receipt,
      confirmedOn,
      ...(confirmedBy === undefined ? {} : { confirmedBy }),
      ...(confirmedHow === undefined ? {} : { confirmedHow }),
    } as CaseFile['receipt'],
  }),
  CONTACT_ATTEMPTED: (file) => ({ ...file, contactAttempts: file.contactAttempts + 1 }),
  REGISTERED: unchanged,
  ACCEPTED: (file, { on }) => ({ ...file, reached: { ...file.reached, handling: on } }),
  ASSIGNED: (file, { assignee }, { actorId }) => ({ ...file, assignee, assignedBy: actorId === assignee ? null : actorId }),
  CLAIMED: (file, { assignee }) => ({ ...file, assignee, assignedBy: null }),
  HANDED_BACK: (file, { assignee }) => ({ ...file, assignee, assignedBy: null }),
  UNIT_ASKED: (file, { requestId: id, unit, person, task, workingDays, on: askedOn }) => ({
    ...file,
    unitRequests: [...file.unitRequests, { id, unit, person, task, askedOn, workingDays, answeredOn: null, answer: null }],
  }),
  UNIT_ANSWERED: (file, { requestId, on: answeredOn, answer }) => ({
    ...file,
    unitRequests: file.unitRequests.map((one) => (one.id === requestId ? { ...one, answeredOn, answer } : one)),
  }),
  PARTY_CONTACT_CHANGED: unchanged,
  SEARCH_RECORDED: withSearch,
  MERGED: (file, { on }) => ended(file, { outcome: 'merged', on }),
  ITEM_WITHDRAWN: (file, { itemId, on }) => ({
    ...file,
    round: { ...file.round, moves: countedWithdrawn(file.round.moves) },
    consultations: askedNoMore(file, itemId, on),
    items: file.items.filter(({ id }) => id !== itemId),
    withdrawnItems: [...file.withdrawnItems, ...file.items.filter(({ id }) => id === itemId).map((item) => withdrawn(item, on))],
  }),
  SPLIT: (file, { items, newCaseId, consultations = onlyAbout(file, items), inPart = false }, { today }) => ({
    ...file,
    itemsApart: file.itemsApart + (inPart ? items.length : 0),
    itemsElsewhere: [...file.itemsElsewhere, ...file.items.filter(({ id }) => items.includes(id)).map(named)],
    consultations: file.consultations.map((one) => (consultations.includes(one.id) ? { ...one, elsewhereFrom: today } : one)),
    items: file.items.filter(({ id }) => !items.includes(id)),
    linkedCaseIds: [...file.linkedCaseIds, newCaseId],
  }),
  CASE_LINKED: (file, { caseId }) => ({ ...file, linkedCaseIds: [...file.linkedCaseIds.filter((id) => id !== caseId), caseId] }),
  AGENT_CHANGED: (file, { applicantId }) => ({ ...file, applicantId }),
  VOIDED: (file, { on }) => ended(file, { outcome: 'other', on, voided: true }),
  FACT_CORRECTED: (file, { entryId: about, moves, follows }, { id: entryId, actorId: by }) => {
    if (follows === undefined && !moves) return file;
    // What follows another case tells all of it anew: what followed it before waits no more.
    const waiting = follows === undefined ? file.toConfirm : file.toConfirm.filter((one) => one.follows === undefined);
    const entry = { entryId, reason: 'fact-corrected', about, by, ...(follows === undefined ? {} : { follows }) } as const;
    return { ...file, toConfirm: moves ? [...waiting, entry] : waiting };
  },
  FACT_CONFIRMED: (file, { entryId }) => settled(file, entryId),
  // What it said is undone by the replay, which leaves out a correction that was rejected.
  FACT_RESTORED: (file, { entryId }) => settled(file, entryId),
  PAPER_SENT_BACK: (file, { entryId }) => settled(file, entryId),
  LATE_REASON_GIVEN: (file) => ({ ...file, lateReasonMissing: false }),
  FILED: (file, { on, retention }) => ({ ...file, filedOn: on, retention }),
  NOTED: unchanged,
  CALENDAR_CHANGED: unchanged,
  TICKED: foldTick,
  LINE_INAPPLICABLE: foldInapplicable,
  ...foldClock,
  ...foldPublication,
  ...foldReply,
  ...foldRemedies,
  ...foldOrders,
};

const named = ({ id, description }: CaseItem): ItemElsewhere => ({ id, description });

const withdrawn = ({ id, description, documentNumber, period }: CaseItem, withdrawnOn: LocalDate): WithdrawnItem => ({
  ...{ id, description, documentNumber, period },
  withdrawnOn,
});

/** Letters that were about it alone wait for nobody: they are over on that day, or on the day they left or arrived where that came later. */
function askedNoMore(file: CaseFile, itemId: string, on: LocalDate): readonly CaseConsultation[] {
  const over = onlyAbout(file, [itemId]);
  return file.consultations.map((one) => {
    if (!over.includes(one.id) || one.answeredOn !== null) return one;
    const days = [on, one.dispatchedOn, one.servedOn].flatMap((day) => day ?? []);
    return { ...one, elsewhereFrom: days.sort().at(-1) ?? on };
  });
}

/** Facts that pass a case on: from then on somebody else holds it, or it is over. */
const PASSES_ON: ReadonlySet<FactType> = new Set<FactType>([
  'RECEIPT_CONFIRMED',
  'CORRECTION_NOTICE_RECEIVED',
  'CORRECTION_RECEIVED',
  'CORRECTION_PERIOD_OVER',
  'CORRECTION_NOT_RECEIVED',
  'CONSULTATION_LAPSED',
  'CONSULTATION_ANSWER_CAME',
  'EXTENSION_PROPOSED',
  'EXTENSION',
  'EXTENSION_REFUSED',
  'FEE_NOTICE_RECEIVED',
  'FEE_PAID',
  'FEE_PERIOD_OVER',
  'FEE_NOT_PAID',
  'REVIEW_SUBMITTED',
  'REVIEW_PASSED',
  'REVIEW_BLOCKED',
  'SUBMITTED_FOR_APPROVAL',
  'LEGAL_REVIEW_PASSED',
  'LEGAL_REVIEW_OBJECTED',
  'APPROVAL_GIVEN',
  'SENT_BACK',
  'REPLY_SIGNED',
  'REPLY_DISPATCHED',
  'REPLY_HANDED_OVER',
  'REPLY_SERVED',
  'REPLY_RETURNED',
  'PUBLIC_NOTICE_PUBLISHED',
  'PUBLIC_NOTICE_SERVED',
  'WITHDRAWN',
  'MERGED',
  'VOIDED',
  'ROUND_ORDERED',
  'FILED',
]);

/** Facts of a remedy: whoever has a case in hand keeps it, but one that is over goes to whom the remedy waits for. */
const PASSES_ON_WHEN_OVER: ReadonlySet<FactType> = new Set<FactType>([
  'COMPLAINT_RECORDED',
  'RECONSIDERATION_COPY_RECEIVED',
  'SUIT_COPY_RECEIVED',
  'REMEDY_ANSWERED',
  'RECONSIDERATION_DECIDED',
  'JUDGMENT_RECORDED',
]);

/** The case after one more fact. For whom a substitute took the step is of the entry alone: nothing of the case depends on it. */
export function fold(file: CaseFile, written: CaseFact, entry: Entry): CaseFile {
  const { standingInFor: _, ...fact } = written as CaseFact & StandingIn;
  const done = (folds[fact.type] as Fold<FactType>)(file, fact, entry);
  const late = lateEntry(fact, entry);
  const waiting = late === null ? done : { ...done, toConfirm: [...done.toConfirm, late] };
  const after = withOwnPaper(waiting, fact, entry);
  return passesOn(fact.type, file, after) ? { ...after, since: entry.today } : after;
}

function passesOn(type: FactType, before: CaseFile, after: CaseFile): boolean {
  if (PASSES_ON.has(type) || before.assignee !== after.assignee) return true;
  if (before.reached.filing !== undefined) return PASSES_ON_WHEN_OVER.has(type);
  return isAsking(before) !== isAsking(after);
}

/** Somebody outside has been asked and has not answered; the secrecy authority from the day it was written to. */
const isAsking = ({ consultations, round }: CaseFile): boolean =>
  consultations.some(
    ({ round: asked, kind, dispatchedOn, servedOn, answeredOn }) =>
      asked === round.number && answeredOn === null && (kind === 'secrecy_authority' ? dispatchedOn : servedOn) !== null,
  );

const settled = (file: CaseFile, id: string): CaseFile => ({
  ...file,
  toConfirm: file.toConfirm.filter(({ entryId }) => entryId !== id),
});

const NOTHING_BEHIND: Inheritance = { notices: [], consultations: [], assignee: null, round: FIRST_ROUND };
const SINCE_ADDED = { lapsedOn: null, elsewhereFrom: null };

/**
 * What a split took along is kept in the journal as it was told then: what cases know only since is empty. A letter of which nobody wrote
 * down what it is about is about all of it, and so is a refusal that was set aside then, with every notice of that.
 */
function behind({ inherited = NOTHING_BEHIND, items }: FactOf<'APPLICATION_RECEIVED'>): Omit<Inheritance, 'promotion'> {
  const { notices, consultations, round, assignee, itemsElsewhere = [] } = inherited;
  const itemIds = items.map(({ id }) => id);
  const told = notices.filter(({ kind }) => kind === 'third_party_disclosure').map(({ id: noticeId }) => ({ noticeId, itemIds }));
  return {
    assignee,
    itemsElsewhere,
    notices: notices.map((one) => ({ ...{ stamped: [] }, ...one })),
    consultations: consultations.map(({ overridden = false, ...one }: CaseConsultation & { readonly overridden?: boolean }) => ({
      ...SINCE_ADDED,
      ...{ itemIds, setAside: overridden ? told : [] },
      ...one,
    })),
    round: { ...round, moves: { ...NO_MOVES, ...round.moves } },
  };
}

/** The case as its application opens it. */
export function openFile(fact: FactOf<'APPLICATION_RECEIVED'>, { id, actorId, today }: Entry): CaseFile {
  const { notices, consultations, assignee, round, itemsElsewhere = [] } = behind(fact);
  return {
    receipt: fact.receipt,
    applicantId: fact.applicantId,
    wantedForm: fact.wantedForm,
    delivery: fact.delivery,
    items: fact.items.map((item): CaseItem => ({ ...item, decision: null, fileIds: [], review: null })),
    withdrawnItems: [],
    itemsElsewhere,
    itemsApart: 0,
    partOf: fact.inPart === true ? (fact.splitFrom ?? null) : null,
    notices,
    consultations,
    unitRequests: [],
    orders: [],
    remedies: [],
    round: { ...FIRST_ROUND, ...round },
    assignee,
    assignedBy: null,
    contactAttempts: 0,
    searches: 0,
    ending: null,
    concluded: null,
    filedOn: null,
    retention: null,
    ...suggestedWith(fact),
    withholdingReviews: [],
    ticks: [],
    inapplicable: [],
    linkedCaseIds: fact.splitFrom === undefined ? [] : [fact.splitFrom],
    reached: { acceptance: today },
    since: today,
    toConfirm: fact.settledByArrival ? [{ entryId: id, reason: 'logged-late', by: actorId }] : [],
    lateReasonMissing: fact.loggedLate === true,
  };
}
