import type { LocalDate } from '@gongkai/calendar';
import type { AnswerCode, ConsultationKind, DecisionCode, Ground, Link, Original, PeriodUnit, Receipt } from '@gongkai/contracts';
import type { Attempt, CaseNotice } from './case-notice.js';
import type { CaseRemedy } from './case-remedy.js';
import { NO_REPLY, type Reply } from './case-reply.js';
import type { Conclusion } from './conclusion.js';
import type { FeeNotice } from './fee-notice.js';
import type { Promotion, WithholdingReview } from './promotion.js';
import type { SetAside } from './set-aside.js';
import type { SupervisionOrder } from './supervision-order.js';
import type { InapplicableMark } from './inapplicable-mark.js';
import type { Tick } from './tick.js';

export { NO_REPLY, type Attempt, type CaseNotice, type CaseRemedy, type Reply };

/** One piece of information asked for, as the applicant wrote it. */
export type ItemAsked = {
  readonly id: string;
  readonly description: string;
  readonly documentNumber?: string | undefined;
  readonly period?: string | undefined;
};

/** The decision on one item, with what a court will look for. */
export type ItemDecision = {
  readonly code: AnswerCode;
  readonly ground?: Ground | undefined;
  readonly article?: string | undefined;
  /** What was found: which record it is, and what of it falls under the ground. */
  readonly facts?: string | undefined;
  /** The files of the case that are that record, by the hashes of their content. */
  readonly recordIds?: readonly string[] | undefined;
  readonly reasons?: string | undefined;
  /** Whom or what its disclosure would harm. */
  readonly harm?: string | undefined;
  /** Why nothing of it can be separated and given (REG 37). */
  readonly severability?: string | undefined;
  /** Why the third party for whose sake it is withheld was not asked (REG 32). */
  readonly unasked?: string | undefined;
  /** Why what a search found is not what is asked for. */
  readonly unlikeFound?: string | undefined;
  readonly otherOrgan?: string | undefined;
  /** The reply that answered it before (REG 36(6)). */
  readonly earlierNumber?: string | undefined;
  readonly earlierDay?: LocalDate | undefined;
  readonly earlierCaseId?: string | undefined;
  /** As it was written before replies were named by number and day, or as far as an old register tells. */
  readonly earlierReply?: string | undefined;
  readonly decidedOn: LocalDate;
  /** Who wrote it. */
  readonly decidedBy: string;
};

/** The disclosure review of one item, bound to the exact files and to the original it names (REG 17). */
export type ItemReview = {
  /** `changed`: it was passed, for other files than those that are to be released now. */
  readonly status: 'pending' | 'passed' | 'blocked' | 'changed';
  readonly fileIds: readonly string[];
  readonly original?: Original | undefined;
  readonly reason?: string | undefined;
  /** The day it was passed. */
  readonly passedOn?: LocalDate | undefined;
  /** Who submitted what is to be released. */
  readonly submittedBy: string;
};

export type CaseItem = ItemAsked & {
  /** It was searched for, by itself or with all the others; the last search for it that says so found something. */
  readonly searched?: true;
  readonly searchFound?: true;
  readonly decision: ItemDecision | null;
  /** What is to be released; each id is the hash of the content. */
  readonly fileIds: readonly string[];
  readonly review: ItemReview | null;
};

/** An item that the applicant has withdrawn. */
export type WithdrawnItem = ItemAsked & { readonly withdrawnOn: LocalDate };

/** An item that is answered in another case: a split took it out of this one, or left it there. */
export type ItemElsewhere = Pick<ItemAsked, 'id' | 'description'>;

export type CaseConsultation = {
  readonly id: string;
  readonly kind: ConsultationKind;
  readonly party: string;
  /** The items it is about; what else is asked for is none of the party's business. */
  readonly itemIds: readonly string[];
  readonly round: number;
  readonly dispatchedOn: LocalDate | null;
  readonly servedOn: LocalDate | null;
  readonly answeredOn: LocalDate | null;
  readonly answer: 'agree' | 'agree_in_part' | 'refuse' | null;
  readonly answeredBy?: string;
  /** The day on which something came by its link that nobody has taken down or dismissed. */
  readonly cameOn?: LocalDate | undefined;
  readonly setAside: readonly SetAside[];
  /** The day on which, by the journal, its period ended without an answer. */
  readonly lapsedOn: LocalDate | null;
  /** Since that day it is about items of another case, or about withdrawn ones alone: it neither stops this clock any more nor binds anybody here. */
  readonly elsewhereFrom: LocalDate | null;
};

/** Another unit of the organ that was asked to help (GC26: internal, and no date moves). */
export type UnitRequest = {
  readonly id: string;
  readonly unit: string;
  /** Who answers for it. */
  readonly person: string;
  readonly task: string;
  readonly askedOn: LocalDate;
  readonly workingDays: number;
  readonly answeredOn: LocalDate | null;
  readonly answer: string | null;
};

/** What moves the clock in one round, beside notices and consultations. */
export type ClockMoves = {
  /** `inVain`: it was served, and began no wait. */
  readonly correction: {
    readonly noticeId: string;
    readonly period: number;
    readonly periodUnit: PeriodUnit;
    readonly inVain?: true;
  } | null;
  readonly corrections: readonly LocalDate[];
  /** When they were posted, by the day they came, where the postmark is known: for offices that go by it. */
  readonly postedCorrections?: Readonly<Record<LocalDate, LocalDate>>;
  readonly notCorrected: boolean;
  /** The day after the period for a correction, or for the last payment asked for, by the journal. */
  readonly over: { readonly correction: LocalDate | null; readonly payment: LocalDate | null };
  readonly extensions: readonly { readonly noticeId: string; readonly workingDays: number }[];
  readonly feeNotices: readonly FeeNotice[];
  readonly payments: readonly LocalDate[];
  /** Those of the payments by which nothing was paid: nothing was to be paid any more. */
  readonly lifted?: readonly LocalDate[];
  /** When fees that had been asked in error were taken back while they were waited for: they have moved nothing. */
  readonly undone?: readonly LocalDate[];
  readonly notPaid: boolean;
  /** What the applicant said of an excessive number was found not to bear it, or nothing was said (REG 35). */
  readonly reasonsRejected?: boolean;
  readonly delays: readonly { readonly noticeId: string; readonly until: LocalDate }[];
  /** Notices that were sent on the day of a restart, and after it. */
  readonly sentAfterRestart: readonly string[];
  readonly withdrawnOn: LocalDate | null;
};

/** A round of the case: the application itself, or an order to act anew. Everything in it starts empty. */
export type Round = {
  readonly number: number;
  readonly order: { readonly servedOn: LocalDate; readonly workingDays?: number | undefined } | null;
  readonly moves: ClockMoves;
  readonly reply: Reply;
  readonly extensionProposed: { readonly workingDays: number; readonly by: string } | null;
};

/** An entry that a second person has to confirm, and who wrote it. */
export type EntryToConfirm = {
  readonly entryId: string;
  readonly reason: 'logged-late' | 'fact-corrected' | 'entered-late' | 'own-paper';
  /** The entry that was corrected. */
  readonly about?: string;
  readonly by: string;
  /** The entry of the case that this one was taken out of, which it follows: confirmed there it is confirmed here. */
  readonly follows?: string;
  /** Of one that was entered late: the document it is about, and that papers came with the entry itself. */
  readonly noticeId?: string;
  readonly proven?: true;
};

/** Why and when a case was closed without a reply being served. */
export type Ending = {
  readonly outcome: DecisionCode;
  readonly on: LocalDate;
  /** It was no application: its number stays, and it is not counted. */
  readonly voided?: true;
};

/**
 * A case, folded from its facts. Nothing in it is computed by the law or by the calendar, so a replay needs neither.
 */
export type CaseFile = {
  readonly receipt: Receipt;
  readonly applicantId: string;
  readonly wantedForm: string;
  readonly delivery: string;
  readonly items: readonly CaseItem[];
  /** What was asked for and is asked for no more. */
  readonly withdrawnItems: readonly WithdrawnItem[];
  /** What letters of this case may be about and is asked for in another one; what splits of former times left behind has no name here. */
  readonly itemsElsewhere: readonly ItemElsewhere[];
  /** How many items of the application are answered apart, in cases of their own. */
  readonly itemsApart: number;
  /** The case that it is a part of: both are one application. */
  readonly partOf: string | null;
  readonly notices: readonly CaseNotice[];
  readonly consultations: readonly CaseConsultation[];
  readonly unitRequests: readonly UnitRequest[];
  /** What supervisors have demanded, the oldest first. */
  readonly orders: readonly SupervisionOrder[];
  readonly remedies: readonly CaseRemedy[];
  readonly round: Round;
  readonly assignee: string | null;
  /** Who gave it to who holds it; null where that person claimed it. */
  readonly assignedBy: string | null;
  readonly contactAttempts: number;
  readonly searches: number;
  readonly ending: Ending | null;
  /** How an earlier round ended first: what is decided anew changes nothing in the year of the first answer. */
  readonly concluded: Conclusion | null;
  readonly filedOn: LocalDate | null;
  /** How long it is kept once it is filed: `10_years`, `30_years` or `permanent`. */
  readonly retention: string | null;
  readonly publication: 'none' | 'suggested' | 'published';
  readonly promotion: Promotion | null;
  /** The oldest first. */
  readonly withholdingReviews: readonly WithholdingReview[];
  readonly ticks: readonly Tick[];
  readonly inapplicable: readonly InapplicableMark[];
  readonly linkedCaseIds: readonly string[];
  /** The day each link was reached in the present round. */
  readonly reached: Readonly<Partial<Record<Link, LocalDate>>>;
  /** Who holds the case, since when. */
  readonly since: LocalDate;
  /** Entries that wait for a second person: an arrival logged late that settles a date, a correction that moves one. */
  readonly toConfirm: readonly EntryToConfirm[];
  /** Logged late without a reason. */
  readonly lateReasonMissing: boolean;
};

/** Letters of the present round that are about what is still in this case. */
export const consultationsHere = ({ consultations, round }: CaseFile): readonly CaseConsultation[] =>
  consultations.filter((one) => one.round === round.number && one.elsewhereFrom === null);

/** The same of earlier rounds: what was refused then binds as long as nobody was asked anew. */
export const consultationsBefore = ({ consultations, round }: CaseFile): readonly CaseConsultation[] =>
  consultations.filter((one) => one.round !== round.number && one.elsewhereFrom === null);

/** Whether a letter is about an item. */
export const isAbout =
  (itemId: string) =>
  ({ itemIds }: Pick<CaseConsultation, 'itemIds'>): boolean =>
    itemIds.includes(itemId);

/** Letters about some of these items and, of what is still asked for, about nothing else. */
export const onlyAbout = (file: CaseFile, itemIds: readonly string[]): readonly string[] =>
  consultationsHere(file)
    .filter((one) => itemIds.some((id) => isAbout(id)(one)))
    .filter((one) => file.items.every(({ id }) => !isAbout(id)(one) || itemIds.includes(id)))
    .map(({ id }) => id);

/** What has to be confirmed before the file is complete: of a letter that never left nobody has to look at the paper any more. */
export const stillToConfirm = ({ toConfirm, notices }: Pick<CaseFile, 'toConfirm' | 'notices'>): CaseFile['toConfirm'] =>
  toConfirm.filter(
    ({ reason, noticeId }) =>
      reason !== 'own-paper' || notices.some(({ id, dispatchedOn }) => id === noticeId && dispatchedOn !== null),
  );

/** People who wrote what is to be signed: none of them may approve it. */
export function draftersOf({ items, round }: CaseFile): readonly string[] {
  const wrote = items.flatMap(({ decision, review }) => [decision?.decidedBy, review?.submittedBy]);
  return [...wrote, round.reply.submittedBy].flatMap((id) => id ?? []);
}

/** The day from which the clock last began anew: by a correction or a payment. */
export const restartOf = ({ corrections, payments }: ClockMoves): LocalDate | null =>
  [...corrections, ...payments].sort().at(-1) ?? null;

/** The extensions of the T in force, sent or not: a correction or a payment drops those before it. */
export function extensionsInForce({ round: { moves }, notices }: CaseFile): ClockMoves['extensions'] {
  const restartedOn = restartOf(moves);
  const sentOn = (id: string): LocalDate | null => notices.find((notice) => notice.id === id)?.dispatchedOn ?? null;
  return moves.extensions.filter(({ noticeId }) => {
    const day = sentOn(noticeId);
    return restartedOn === null || day === null || day > restartedOn || moves.sentAfterRestart.includes(noticeId);
  });
}

export const NO_MOVES: ClockMoves = {
  correction: null,
  corrections: [],
  notCorrected: false,
  over: { correction: null, payment: null },
  extensions: [],
  feeNotices: [],
  payments: [],
  notPaid: false,
  delays: [],
  sentAfterRestart: [],
  withdrawnOn: null,
};

/** The round a case begins with. */
export const FIRST_ROUND: Round = {
  number: 1,
  order: null,
  moves: NO_MOVES,
  reply: NO_REPLY,
  extensionProposed: null,
};
