import type { LocalDate } from '@gongkai/calendar';
import type { DispatchMode, NoticeKind } from '@gongkai/contracts';

/** One try to deliver a document. */
export type Attempt = {
  readonly on: LocalDate;
  /** Not known where it was said to be sent with the very step that made it. */
  readonly mode: DispatchMode | 'public_notice' | null;
  readonly trackingNumber: string | null;
  /** Who signed for it, where it was handed over. */
  readonly signedBy: string | null;
  /** The organ that hands it over. */
  readonly throughOrgan: string | null;
  /** Who saw that it was left at the address. */
  readonly witness: string | null;
  /** Where a public notice was published. */
  readonly publishedIn: string | null;
  /** The day it came back unserved, and why. */
  readonly cameBackOn: LocalDate | null;
  readonly cameBackFor: string | null;
  /** It came back because nobody knows where the addressee is. */
  readonly untraceable: boolean;
  /** What was done to find the addressee. */
  readonly sought?: string | undefined;
  /** It went to another address than those before it: which one that is. */
  readonly otherAddress?: true | undefined;
  readonly addressFrom?: string | undefined;
  /** A file proves this try: how it left, or that it arrived. */
  readonly shown?: true | undefined;
  /** That it came back is shown by a file: its envelope, or what the post says of it. */
  readonly backShown?: true | undefined;
};

/** An outgoing document: made, sent, served, three different days (G235). */
export type CaseNotice = {
  readonly id: string;
  readonly kind: NoticeKind;
  /** In the organ's own series of that kind and year. */
  readonly number: string | null;
  readonly round: number;
  readonly madeOn: LocalDate;
  readonly dispatchedOn: LocalDate | null;
  readonly servedOn: LocalDate | null;
  /** Of a fee notice: what was to be paid was paid on an earlier one, on that day, before this one arrived. Nothing is to be paid on it (FEE 3). */
  readonly overtakenOn?: LocalDate;
  /** Of the last attempt. */
  readonly mode: DispatchMode | null;
  /** Every try to deliver it, in order; `dispatchedOn` is the day of the first. */
  readonly attempts: readonly Attempt[];
  /** Files that prove how it left and that it arrived. */
  readonly proofs: readonly string[];
  /** Scans of it as it was stamped and signed on paper. */
  readonly stamped: readonly string[];
  /** The paper itself, where whoever wrote it brought it and does not sign it. */
  readonly own?: OwnPaper;
  /** The paper itself, where it was drawn in the place of one that was brought. */
  readonly redrawn?: readonly string[];
};

/** A file that was brought for a letter, by the entry that named it: it leaves once an approver has seen exactly that (REG 17). */
export type OwnPaper = {
  readonly entryId: string;
  readonly fileIds: readonly string[];
  readonly seen: boolean;
  /** Those of them that were drawn with the step: the letter itself, beside which the others were put. */
  readonly drawn?: readonly string[];
  /** It is not to leave as it is: who said so, when and why. */
  readonly sentBack?: { readonly on: LocalDate; readonly by: string; readonly reason: string };
};

/**
 * Whether what was put beside it was sent back, and it has not left: what is put to it then is another annex. The letter itself was drawn,
 * and nobody has stamped it yet.
 */
export const awaitsAnnex = ({ own, dispatchedOn }: Pick<CaseNotice, 'own' | 'dispatchedOn'>): boolean =>
  own?.drawn !== undefined && own.sentBack !== undefined && dispatchedOn === null;

/** Whether it came back unserved and was not sent again: it was made in time all the same, and reached nobody (G235). */
export const cameBack = ({ attempts, servedOn }: CaseNotice): boolean =>
  servedOn === null && (attempts.at(-1)?.cameBackOn ?? null) !== null;

/** Whether it is on its way: it left, no word of its service came, and it did not come back. */
export const isOnItsWay = (notice: CaseNotice): boolean =>
  notice.dispatchedOn !== null && notice.servedOn === null && !cameBack(notice);

/** The day of the last try to deliver it. */
export const lastSentOn = (notice: CaseNotice | undefined): LocalDate | undefined => notice?.attempts.at(-1)?.on;

/** Whether the document of that id has left. */
export const wasSent = ({ notices }: { readonly notices: readonly CaseNotice[] }, id: string): boolean =>
  notices.some((notice) => notice.id === id && notice.dispatchedOn !== null);
