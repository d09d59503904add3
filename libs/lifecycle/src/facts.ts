import type { LocalDate } from '@gongkai/calendar';
import type {
  CommandOf,
  CommandType,
  ConsultationKind,
  DispatchMode,
  PeriodUnit,
  Receipt,
  SuitOrder,
  Text,
} from '@gongkai/contracts';
import type { Bilingual } from '@gongkai/statutes';
import type { ItemAsked } from './case-file.js';
import type { ChainInForce } from './chain-in-force.js';
import type { Inheritance } from './inheritance.js';
import type { LegalReview } from './legal-standing.js';
import type { NamedOriginal } from './original.js';
import type { Carriage, Hands } from './postal.js';
import type { Saying } from './public-attribute.js';

/** What a command leaves behind, besides the day: its own fields without the name and the days. */
type FieldsOf<T extends CommandType> = Omit<CommandOf<T>, 'type' | 'note' | 'fileIds' | 'on' | 'dispatchedOn' | 'answeredOn'>;
type Fact<T extends string, F = unknown> = { readonly type: T } & Readonly<F>;
type OnDay = { readonly on: LocalDate };
/** How it left, as far as it was told with the step that made it; older journals know the number of a letter to who is asked alone. */
export type Way = Carriage & Hands & { readonly mode?: DispatchMode | undefined };
type Sent = Way & { readonly noticeId: string; readonly number?: string | undefined; readonly dispatchedOn: LocalDate | null };

/** What the applicant has said to a notice to explain; older journals do not tell. */
type Explained = { readonly answer?: string | undefined; readonly answeredOn?: LocalDate | undefined };

/** Why it came back, and where nobody knows where the addressee is, what was done to find out; older journals do not tell. */
type Returned = OnDay & {
  readonly reason: string;
  readonly untraceable?: boolean | undefined;
  readonly sought?: string | undefined;
};

/** Of a filed case: how long it is kept from then on, where that is longer than was said as it was filed. */
type Lifting = { readonly retention?: string };

/** Papers that prove it. */
type Proven = Pick<Noted, 'fileIds'>;

/** Service of a document: `turnedUp` where the addressee had it before its public notice was over (CPL 95), `mailFailed` where its mail had not gone out. */
type Service = OnDay & Proven & { how: string; turnedUp?: true; mailFailed?: true };

/**
 * What happened, on which day, with which proof. Facts are all that a case is made of: no computed date is among them,
 * and no personal data: the applicant is the id of an encrypted record.
 */
export type CaseFact =
  | Fact<
      'APPLICATION_RECEIVED',
      {
        receipt: Receipt;
        items: readonly ItemAsked[];
        applicantId: string;
        wantedForm: string;
        delivery: string;
        /** The case that a split took it out of, and what it takes over from there. */
        splitFrom?: string;
        /** It is answered apart from that case, and both are one application. */
        inPart?: true;
        inherited?: Inheritance;
        fileIds?: readonly string[];
        /** The applicant suggests with it that everybody may read what is asked for. */
        suggestion?: { readonly reason?: string | undefined };
        lateReason?: string;
        /** Logged more than one working day after its arrival, and nobody said why. */
        loggedLate?: true;
        /** Its date of receipt rests on a day that was typed in so late, with a reason or without: a second person looks at it. */
        settledByArrival?: true;
      }
    >
  | Fact<'RECEIPT_CONFIRMED', { confirmedOn: LocalDate; confirmedBy?: string | undefined; confirmedHow?: string | undefined }>
  | Fact<'CONTACT_ATTEMPTED', OnDay & FieldsOf<'logContactAttempt'>>
  | Fact<'REGISTERED', OnDay>
  | Fact<'ACCEPTED', OnDay>
  | Fact<'ASSIGNED', { assignee: string }>
  | Fact<'CLAIMED', { assignee: string }>
  /** `assigner`: who had assigned it and is told; null where it was claimed. `assignee`: who holds it now, nobody in the pool. */
  | Fact<'HANDED_BACK', { reason: string; assigner: string | null; assignee: string | null }>
  | Fact<'CORRECTION_NOTICE_MADE', Sent & { missing: string; period: number; periodUnit: PeriodUnit }>
  | Fact<'CORRECTION_NOTICE_RECEIVED', Service & { noticeId: string }>
  | Fact<'CORRECTION_RECEIVED', OnDay & { postedOn?: LocalDate | undefined; content?: string | undefined }>
  | Fact<'CORRECTION_PERIOD_OVER', OnDay>
  /** `unproven`: why, although the delivery of the notice is not proven; older journals do not tell. */
  | Fact<'CORRECTION_NOT_RECEIVED', OnDay & { unproven?: string }>
  | Fact<'UNIT_ASKED', OnDay & { requestId: string } & FieldsOf<'askUnit'>>
  | Fact<'UNIT_ANSWERED', OnDay & FieldsOf<'recordUnitAnswer'>>
  | Fact<'SEARCH_RECORDED', FieldsOf<'recordSearch'> & { on?: LocalDate | undefined }>
  | Fact<
      'CONSULTATION',
      Sent & {
        consultationId: string;
        kind: ConsultationKind;
        party: string;
        /** Those it is about; without them, as in older journals, all there were. */
        itemIds?: readonly string[] | undefined;
      }
    >
  | Fact<'CONSULTATION_RECEIVED', Service & { consultationId: string }>
  | Fact<'CONSULTATION_ANSWERED', FieldsOf<'recordAnswer'> & { answeredOn: LocalDate }>
  | Fact<'CONSULTATION_LAPSED', OnDay & { consultationId: string }>
  /** That something came by the link of the letter, on that day; what it says is on record once a person has taken it down. */
  | Fact<'CONSULTATION_ANSWER_CAME', OnDay & { consultationId: string }>
  | Fact<'CONSULTATION_ANSWER_DISMISSED', OnDay & { consultationId: string }>
  /** That it changed, and nothing of what is known now: that lies sealed beside the facts. */
  | Fact<'PARTY_CONTACT_CHANGED', OnDay & { consultationId: string }>
  /** Before it left: it asks nobody, and is no paper of the case any more. */
  | Fact<'CONSULTATION_TAKEN_BACK', OnDay & FieldsOf<'takeBackLetter'>>
  | Fact<'THIRD_PARTY_OVERRIDDEN', Sent & FieldsOf<'overrideThirdParty'>>
  | Fact<'EXTENSION_PROPOSED', FieldsOf<'proposeExtension'> & { on?: LocalDate | undefined }>
  | Fact<'EXTENSION', Sent & { workingDays: number }>
  | Fact<'EXTENSION_REFUSED', { reason: string }>
  | Fact<'NOTICE_DISPATCHED', { noticeId: string; dispatchedOn: LocalDate; mode: DispatchMode } & Carriage & Hands & Proven>
  | Fact<'NOTICE_SERVED', Service & { noticeId: string }>
  /** Any document but the reply came back unserved. */
  | Fact<'NOTICE_RETURNED', Returned & Proven & { noticeId: string }>
  /** Any document but the reply is served by public notice, as the last resort. */
  | Fact<'NOTICE_PUBLISHED', OnDay & Proven & { noticeId: string; publishedIn?: string | undefined }>
  | Fact<'REASONS_ASKED', Sent & FieldsOf<'askReasons'>>
  | Fact<'REASONS_ACCEPTED', Explained & { reason?: string | undefined }>
  | Fact<'REASONS_REJECTED', Explained & { reason: string }>
  | Fact<'DELAY_SET', Sent & OnDay & { until: LocalDate; reason?: string | undefined }>
  /** `amount` in yuan. Notices of former times say neither the finding nor what was counted. */
  | Fact<'FEE_NOTICE_MADE', Sent & FieldsOf<'sendFeeNotice'> & { amount: number; paidBefore?: number }>
  | Fact<'FEE_NOTICE_RECEIVED', Service & { noticeId: string }>
  /** `inError`: it was never owed. Older journals have neither the notice nor whether it was: an item that was withdrawn tells. */
  | Fact<'FEE_LIFTED', OnDay & Partial<Sent> & { reason: string; inError?: boolean | undefined }>
  | Fact<'FEE_PAID', OnDay & { amount: number }>
  | Fact<'FEE_PERIOD_OVER', OnDay>
  | Fact<'FEE_NOT_PAID', OnDay & { unproven?: string }>
  /** `earlierReply`: as it was written before replies were named by number and day, or as far as an old register tells. */
  | Fact<
      'ITEM_DECIDED',
      OnDay & FieldsOf<'decideItem'> & { fileIds?: readonly string[] | undefined; earlierReply?: string | undefined }
    >
  /** Of the files, of an original that is named, or of both; in older journals perhaps of neither. */
  | Fact<'REVIEW_SUBMITTED', { itemId: string; fileIds: readonly string[] } & NamedOriginal & Saying>
  /** `redactionChecked`: the reviewer found that what is withheld is gone from a file that was redacted elsewhere. */
  | Fact<
      'REVIEW_PASSED',
      OnDay & { itemId: string; fileIds: readonly string[]; redactionChecked?: true } & NamedOriginal & Saying
    >
  | Fact<'REVIEW_BLOCKED', OnDay & { itemId: string; reason: string }>
  /**
   * `chain`: that in force on that day, where it is another than the word of any one approver. `legalReview`: the draft that goes to a
   * legal reviewer first, where one is asked for. `unchanged`: why it comes again as it was sent back.
   */
  | Fact<'SUBMITTED_FOR_APPROVAL', OnDay & { chain?: ChainInForce; legalReview?: string; unchanged?: string } & Saying>
  | Fact<'LEGAL_REVIEW_PASSED', OnDay & Omit<LegalReview, 'by' | 'actingFor' | 'on'>>
  | Fact<'LEGAL_REVIEW_OBJECTED', OnDay & { reason: string; draft: string }>
  /** A step of the chain that is not its last. */
  | Fact<'APPROVAL_GIVEN', OnDay & { reason?: string | undefined; draft?: string | undefined }>
  | Fact<'APPROVED', OnDay & { reason?: string | undefined; draft?: string | undefined }>
  /** `draft`: what was sent back; older journals do not tell. */
  | Fact<'SENT_BACK', OnDay & { reason: string; draft?: string }>
  | Fact<'REPLY_SIGNED', OnDay & { noticeId: string; number?: string | undefined } & Saying>
  | Fact<'REPLY_DISPATCHED', { dispatchedOn: LocalDate; mode: DispatchMode } & Carriage & Hands & Proven>
  | Fact<'REPLY_HANDED_OVER', { dispatchedOn: LocalDate; mode: DispatchMode } & Hands & Proven>
  | Fact<'REPLY_SERVED', Service>
  | Fact<'REPLY_RETURNED', Returned & Proven>
  | Fact<'PUBLIC_NOTICE_PUBLISHED', OnDay & Proven & { publishedIn?: string | undefined }>
  /** What proves the last try to deliver a document, found later. */
  | Fact<'PROOF_ADDED', Proven & FieldsOf<'addProof'>>
  /** `differs`: why it is other than the letter as it was drawn; older journals do not tell. */
  | Fact<'STAMPED_ADDED', Proven & FieldsOf<'addStamped'> & { readonly drawn?: readonly string[] }>
  | Fact<'PUBLIC_NOTICE_SERVED', OnDay>
  | Fact<'WITHDRAWN', OnDay & { how: string }>
  | Fact<'MERGED', OnDay & { intoCaseId: string }>
  | Fact<'ITEM_WITHDRAWN', OnDay & { itemId: string; how: string }>
  | Fact<
      'SPLIT',
      { items: readonly string[]; newCaseId: string; consultations?: readonly string[] | undefined; inPart?: boolean | undefined }
    >
  | Fact<'CASE_LINKED', { caseId: string }>
  /** Another agent acts, or none any more: the encrypted record as it stands from then on. The one before is kept. */
  | Fact<'AGENT_CHANGED', OnDay & { applicantId: string }>
  | Fact<'VOIDED', OnDay & { reason: string }>
  /** `follows`: the entry of the case that a split took this one out of, which corrected it there. */
  | Fact<'FACT_CORRECTED', FieldsOf<'correctFact'> & { moves: boolean; follows?: string }>
  | Fact<'FACT_CONFIRMED', OnDay & { entryId: string }>
  /** A corrected fact stands again as it was before. `entryId` is the entry that corrected it. */
  | Fact<'FACT_RESTORED', OnDay & { entryId: string; reason: string }>
  /** A letter that was brought is not what is to leave, and why; `broughtBy` is told. */
  | Fact<'PAPER_SENT_BACK', OnDay & { entryId: string; noticeId: string; reason: string; broughtBy: string }>
  | Fact<'LATE_REASON_GIVEN', OnDay & { reason: string }>
  | Fact<'COMPLAINT_RECORDED', OnDay & { remedyId: string; content?: string | undefined }>
  /** Without `track` nobody has told by which procedure it goes; entries of earlier versions name the ordinary one then. */
  | Fact<'RECONSIDERATION_COPY_RECEIVED', OnDay & { remedyId: string } & Lifting & FieldsOf<'recordReconsiderationCopy'>>
  | Fact<'RECONSIDERATION_DECIDED', OnDay & { remedyId: string; result: CommandOf<'recordReconsiderationDecision'>['result'] }>
  /** How it goes on: who represents the organ, a hearing, a period prolonged, an appeal. */
  | Fact<
      'REMEDY_UPDATED',
      OnDay & { remedyId: string; representatives?: string | undefined; appearingId?: string | undefined } & Omit<
          FieldsOf<'updateRemedy'>,
          'on' | 'remedyId' | 'appearing'
        >
    >
  /** `outOfOrder`: what stood against it in the order of the ways; entries of earlier versions do not tell. */
  | Fact<'SUIT_COPY_RECEIVED', OnDay & { remedyId: string; outOfOrder?: SuitOrder } & Lifting & FieldsOf<'recordSuitCopy'>>
  | Fact<
      'JUDGMENT_RECORDED',
      OnDay & {
        remedyId: string;
        result: CommandOf<'recordJudgment'>['result'];
        final: boolean;
        form?: 'judgment' | 'ruling' | undefined;
      }
    >
  | Fact<'ROUND_ORDERED', OnDay & { remedyId: string; result: string; redoWorkingDays?: number | undefined }>
  | Fact<'REMEDY_ANSWERED', OnDay & { remedyId: string; content?: string | undefined }>
  /** `byApplicant`: it waits for an answer; else it is decided with it. */
  | Fact<'PUBLICATION_SUGGESTED', OnDay & { reason?: string | undefined; byApplicant?: true }>
  | Fact<'PUBLICATION_DECLINED', OnDay & { reason: string }>
  | Fact<'PUBLISHED', OnDay & { address?: string | undefined }>
  | Fact<'WITHHOLDING_REVIEWED', OnDay & FieldsOf<'reviewWithholding'>>
  /** `takenBack`: it applies after all. */
  | Fact<'LINE_INAPPLICABLE', OnDay & FieldsOf<'markInapplicable'>>
  /** `unproven`: why, although not every delivery is proven; older journals do not tell. */
  | Fact<'FILED', OnDay & { retention: string; unproven?: string; unkept?: string }>
  /**
   * Its deadlines are reckoned by another calendar from here on. `reverted`: the notice was taken back. `organ`: it is about that organ
   * and those below it alone. `changedBy`: the administrator who did that; entries of earlier versions do not tell.
   */
  | Fact<
      'CALENDAR_CHANGED',
      OnDay & { edition: number; year: number; notice: string; reverted?: true; organ?: Text; changedBy?: string }
    >
  | Fact<'TICKED', OnDay & FieldsOf<'tick'> & { check: Bilingual }>
  | Fact<'ORDER_ISSUED', OnDay & { orderId: string } & FieldsOf<'issueOrder'>>
  /** `askedBy`: who demanded it last, and is told. */
  | Fact<'ORDER_ANSWERED', OnDay & FieldsOf<'answerOrder'> & { askedBy: string }>
  /** `ordered`: who is named in the order, and is told; null where it is whoever holds the case. */
  | Fact<'ORDER_REPEATED', OnDay & FieldsOf<'repeatOrder'> & { ordered: string | null }>
  | Fact<'ORDER_CLOSED', OnDay & FieldsOf<'closeOrder'> & { ordered: string | null }>
  /** `cameIn`: its files came from outside; else they are internal material. */
  | Fact<'NOTED', { text: string; mentions?: readonly string[] | undefined; cameIn?: true }>;

/** A person may add a note and papers to any step; they are kept with the fact. */
export type Noted = {
  readonly particulars?: string | undefined;
  readonly note?: string | undefined;
  readonly fileIds?: readonly string[] | undefined;
};

/** In whose place a step was taken, where it was not in one's own, and when that was delegated: kept with the fact. */
export type InPlaceOf = { readonly actingFor?: string | undefined; readonly delegatedOn?: LocalDate | undefined };

/** Who holds the case and was away when somebody who stands in for them took the step: kept with the fact, never made up later. */
export type StandingIn = { readonly standingInFor?: string | undefined };

export const actingForOf = (fact: CaseFact): string | null => (fact as InPlaceOf).actingFor ?? null;

export const delegatedOnOf = (fact: CaseFact): LocalDate | undefined => (fact as InPlaceOf).delegatedOn;

export type FactType = CaseFact['type'];
export type FactOf<T extends FactType> = Extract<CaseFact, { type: T }>;
