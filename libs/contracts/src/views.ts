import { z } from 'zod';
import { InapplicableView } from './completeness.js';
import { RetentionPeriod } from './retention.js';
import { Day } from './day.js';
import { CONSULTATION_KINDS } from './deadline-facts.js';
import { ApprovalView } from './approval-view.js';
import { AttributeView } from './public-attribute.js';
import { ApplicantView } from './applicant-view.js';
import { ChecklistView } from './checklist-view.js';
import { ChannelName, Delivery, SettledReceipt, WantedForm } from './intake.js';
import { ClockState } from './ledger.js';
import { CaseDeadlines } from './ledger-view.js';
import { ItemElsewhereView, ItemView, ReportRowView, WithdrawnItemView } from './item-view.js';
import { NoticeOfCase } from './notice-view.js';
import { RemedyView } from './remedy-view.js';
import { PartyContact } from './party-contact.js';
import { OrderState, OrderView } from './supervision-order-view.js';
import { UnitRequestView } from './unit-request-view.js';
import { CaseState, DecisionCode, Light, Holder, Link, PostTitle } from './vocabulary.js';

/** Code of an organ, as in the session and in the list of organs. */
const OrganCode = z.string();

export const PersonRef = z.object({ id: z.string(), name: z.string() }).meta({ id: 'PersonRef' });
export type PersonRef = z.infer<typeof PersonRef>;

/** What the statutory clock does, and the two things only the case knows: a consultation is open, or all is over. */
export const CaseClock = z.enum([...ClockState.options, 'stopped', 'ended']);
export type CaseClock = z.infer<typeof CaseClock>;

/** Whose turn it is: who holds the case, with the person where one is named; the step is the next command expected. */
export const Turn = z
  .object({
    who: z.object({ role: Holder, person: PersonRef.nullable() }).nullable(),
    since: Day,
    days: z.int().describe('Working days since then'),
    step: z.string().nullable(),
    /** What is to be changed in a reply that was sent back; null once something was. */
    sentBackFor: z.string().nullable(),
    /** The title that the chain of approval asks for, where the step is not any approver's. */
    title: PostTitle.optional(),
    /** In whose place whoever looks would take the step, and the day that was delegated. */
    inPlaceOf: PersonRef.extend({ delegatedOn: Day }).optional(),
    /** The day by which it is due, where that is another than the date of the reply: the answer to a remedy. */
    due: Day.nullable(),
    /** Working days in (today, due]; negative once it is past. */
    daysLeft: z.int().nullable(),
    /** The applicant waits at the counter for the answer, today. */
    onTheSpot: z.literal(true).optional(),
    /** Beside that step: an answer to a complaint, a reconsideration or a suit is ours to give (REG 51). */
    besides: z.object({ step: z.literal('answerRemedy'), due: Day.nullable(), daysLeft: z.int().nullable() }).optional(),
  })
  .meta({ id: 'Turn' });
export type Turn = z.infer<typeof Turn>;

/** Working days, in the order a row shows them. */
const days = {
  /** In (today, due] less those that an open consultation stops; negative when overdue, null where no date is due. */
  daysLeft: z.int().nullable(),
  budgetDays: z.int().nullable(),
  usedDays: z.int().nullable(),
  stoppedDays: z.int().nullable(),
};

export const ConsultationView = z
  .object({
    id: z.string(),
    kind: z.enum(CONSULTATION_KINDS),
    party: z.string(),
    /** Left out where nothing is known. */
    contact: PartyContact.optional(),
    /** The items it is about, by their ids. */
    itemIds: z.array(z.string()),
    round: z.int(),
    dispatchedOn: Day.nullable(),
    servedOn: Day.nullable(),
    answeredOn: Day.nullable(),
    answer: z.enum(['agree', 'agree_in_part', 'refuse']).nullable(),
    /** The day on which something came by its link that nobody has taken down yet. */
    cameOn: Day.optional(),
    /** Of which of them its refusal was set aside. */
    setAside: z.array(z.string()),
    /** Which of them, as they are decided, are given out over its refusal although that stands. */
    givenOutOver: z.array(z.string()),
    answerDue: Day.nullable(),
    /** Instead of `answerDue` while it reaches a year without a published calendar. */
    provisionalAnswerDue: Day.optional(),
    closedOn: Day.nullable(),
    /** Since that day it is about items of another case, which were taken out of this one, or about withdrawn ones alone. */
    elsewhereFrom: Day.nullable(),
    /** An answer can still come: none is there, its period runs, and neither its items nor the case are settled otherwise. */
    isAwaited: z.boolean(),
    /** It says something of the reply: its items are still here, and it is of this round or was answered in an earlier one. */
    isHeeded: z.boolean(),
  })
  .meta({ id: 'ConsultationView' });

/** What a step can be taken with: the field that names it, and what waits for it there. */
const StepSubject = z.object({
  field: z.enum(['itemId', 'noticeId', 'consultationId', 'remedyId', 'entryId', 'requestId', 'orderId', 'items']),
  id: z.string(),
  /** The last day the law takes for this one. */
  until: Day.optional(),
  /** That day rests on a calendar that is not published. */
  provisional: z.literal(true).optional(),
});
export const PermittedStep = z
  .object({
    type: z.string(),
    /** The provision it rests on. */
    article: z.string().optional(),
    /** What the law allows of it, in a few words, e.g. how much and until when. */
    limit: z.string().optional(),
    /** The last day the law takes for it; once past, it can still be recorded of an earlier day. */
    until: Day.optional(),
    /** That day rests on a calendar that is not published; the words say so too. */
    provisional: z.literal(true).optional(),
    /** What is to be paid, in yuan. */
    amount: z.number().optional(),
    /** How long the table of retention periods has it kept, where that is what the step says. */
    retention: RetentionPeriod.optional(),
    /** Where it asks for one of several: those that wait for it. */
    subjects: z.array(StepSubject).optional(),
    /** Where several have delegated it to whoever looks: those in whose place it can be taken, by their ids. */
    inPlaceOf: z.array(z.string()).optional(),
  })
  .meta({ id: 'PermittedStep' });
const RefusedStep = z.object({
  type: z.string(),
  code: z.string(),
  article: z.string().optional(),
  reason: z.string(),
  /** The first day on which it can be taken, where only a day is waited for. */
  from: Day.optional(),
});
const ToConfirm = z.object({
  entryId: z.string(),
  /** `entered-late`: it moves the clock, and was typed for an earlier day once the due day had passed. `own-paper`: a letter not drawn here. */
  reason: z.enum(['logged-late', 'fact-corrected', 'entered-late', 'own-paper']),
  /** The entry that was corrected. */
  about: z.string().optional(),
  /** Who wrote it, and cannot confirm it. */
  by: z.string(),
  /** The entry of the case that this one was taken out of, which it follows: confirmed there it is confirmed here. */
  follows: z.string().optional(),
  /** Nothing shows yet that the day of a late entry is right: who confirms it attaches that. */
  unproven: z.boolean(),
});
/** Names of the people whose ids stand beside it. */
export const People = z.record(z.string(), z.string()).meta({ id: 'People' });
export type People = z.infer<typeof People>;

/** A case with everything a person needs to take the next step. */
export const CaseView = z
  .object({
    id: z.string(),
    number: z.string(),
    version: z.int(),
    organ: OrganCode,
    state: CaseState,
    links: z.array(
      z.object({
        link: Link,
        status: z.enum(['pending', 'current', 'done']),
        since: Day.nullable(),
        until: Day.nullable(),
      }),
    ),
    receipt: SettledReceipt,
    applicant: ApplicantView,
    items: z.array(ItemView),
    /** What was asked for and is asked for no more. */
    withdrawnItems: z.array(WithdrawnItemView),
    /** The draft was sent back and is still as it was: who submits it says why nothing is changed. */
    asSentBack: z.boolean(),
    /** What letters of this case may be about and is answered in another one. */
    itemsElsewhere: z.array(ItemElsewhereView),
    /** Units of the organ that were asked to help, each until a day of its own. */
    unitRequests: z.array(UnitRequestView),
    /** What supervisors have demanded, the oldest first. */
    orders: z.array(OrderView),
    /** Items of the application that are answered apart, and the case that this one is a part of. */
    itemsApart: z.int(),
    partOf: z.string().nullable(),
    checklists: z.array(ChecklistView),
    /** What was said not to apply of what the archive asks for. */
    inapplicable: z.array(InapplicableView),
    wantedForm: WantedForm,
    delivery: Delivery,
    round: z.int(),
    notices: z.array(NoticeOfCase),
    consultations: z.array(ConsultationView),
    remedies: z.array(RemedyView),
    deadlines: CaseDeadlines,
    light: Light,
    clock: CaseClock,
    ...days,
    turn: Turn,
    outcome: DecisionCode.nullable(),
    /** Where it counts in the annual report; null where nothing says so yet, and of what was no application. */
    reportRow: ReportRowView.nullable(),
    assignee: PersonRef.nullable(),
    extensionProposed: z.object({ workingDays: z.int(), by: z.string() }).nullable(),
    /** Logged by mistake: its number stays, and it is not counted. */
    voided: z.boolean(),
    /** The fingerprint of what the reply says and gives out, while it waits for approval or signature; and of what was approved. */
    draft: z.string().nullable(),
    approvedDraft: z.string().nullable(),
    /** The steps that the draft goes through, in their order; null while none is submitted. */
    approval: ApprovalView.nullable(),
    /** To whom the reply itself may be given (公开属性). */
    attribute: AttributeView,
    publication: z.enum(['none', 'suggested', 'published']),
    linkedCaseIds: z.array(z.string()),
    /** Entries that wait for a second person: until then what rests on them is to be confirmed. */
    toConfirm: z.array(ToConfirm),
    /** It was logged late, and nobody has said why. */
    lateReasonMissing: z.boolean(),
    openedOn: Day,
    closedOn: Day.nullable(),
    permitted: z.array(PermittedStep),
    refused: z.array(RefusedStep),
    people: People,
  })
  .meta({ id: 'CaseView' });
export type CaseView = z.infer<typeof CaseView>;

/** A case in a list. */
export const CaseRow = z
  .object({
    id: z.string(),
    number: z.string(),
    /** The place of the number in the register of its year. */
    serial: z.int(),
    organ: OrganCode,
    state: CaseState,
    /** Logged by mistake: its number stays, and it is not counted. */
    voided: z.boolean(),
    /** The link of the work it is in; the last one once it is filed. */
    link: Link,
    light: Light,
    clock: CaseClock,
    channel: ChannelName,
    applicantName: z.string(),
    subject: z.string(),
    /** When it was logged. */
    openedOn: Day,
    receivedOn: Day.nullable(),
    finalDue: Day.nullable(),
    /** The estimate that stands in while the date reaches a year without a published calendar. */
    provisional: Day.nullable(),
    /** Of a misaddressed letter, the date if its signature decides: where it is the earlier one, lists go by it. */
    cautious: Day.nullable(),
    /** The estimate that stands in for `cautious`. */
    provisionalCautious: Day.nullable(),
    ...days,
    turn: Turn,
    assignee: PersonRef.nullable(),
    /** Whom of other units an answer is awaited from, by id, and until which day of the organ's own. */
    unitsAsked: z.array(UnitRequestView.pick({ person: true, due: true, provisional: true })),
    /** Somebody who is consulted has answered by link, and nobody has looked at it yet. */
    answeredByLink: z.boolean(),
    /** The supervision order that presses most, where one is not closed: overdue before open before answered. */
    ordered: OrderState.exclude(['closed']).nullable(),
    version: z.int(),
  })
  .meta({ id: 'CaseRow' });
export type CaseRow = z.infer<typeof CaseRow>;

export const CaseList = z.object({ items: z.array(CaseRow), nextCursor: z.string().nullable() }).meta({ id: 'CaseList' });
export type CaseList = z.infer<typeof CaseList>;

/** How many cases a list has. */
export const CaseCount = z
  .object({
    total: z.int(),
    byLight: z.record(Light, z.int()),
    /** So many were counted and no further: there may be more. */
    atLeast: z.boolean(),
  })
  .meta({ id: 'CaseCount' });
export type CaseCount = z.infer<typeof CaseCount>;
