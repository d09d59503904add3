import type { LocalDate } from '@gongkai/calendar';
import type { DispatchMode } from '@gongkai/contracts';
import type { Approval, ChainInForce } from './chain-in-force.js';
import { NO_LEGAL_REVIEW, type LegalStanding } from './legal-standing.js';
import { NO_ATTRIBUTE, type ReplyAttribute } from './public-attribute.js';

/** How the reply of a round came about. */
export type Reply = {
  readonly noticeId: string | null;
  readonly submittedBy: string | null;
  /** The chain it was submitted under; null for the word of any one approver. */
  readonly chain: ChainInForce | null;
  /** What goes before the chain, where the organ asks for it. */
  readonly legal: LegalStanding;
  /** The approvals of its steps so far, in their order. */
  readonly approvals: readonly Approval[];
  readonly approvedBy: string | null;
  readonly approvedOn: LocalDate | null;
  /** The fingerprint of what was approved; null where nothing is, and of an approval from before it was taken. */
  readonly approvedDraft: string | null;
  /** What was to be changed, while nothing has been changed since it was sent back. */
  readonly sentBackFor: string | null;
  /** The fingerprint of the draft that was sent back last, until one is submitted again; null also where an older journal does not tell. */
  readonly sentBackDraft: string | null;
  /** To whom it may be given itself. */
  readonly attribute: ReplyAttribute;
  readonly signedOn: LocalDate | null;
  readonly dispatchedOn: LocalDate | null;
  readonly mode: DispatchMode | null;
  readonly servedOn: LocalDate | null;
  readonly returnedOn: LocalDate | null;
  /** Of the last return, also once it was sent again. */
  readonly cameBackOn: LocalDate | null;
  readonly publicNoticeOn: LocalDate | null;
};

export const NO_REPLY: Reply = {
  noticeId: null,
  submittedBy: null,
  chain: null,
  legal: NO_LEGAL_REVIEW,
  approvals: [],
  approvedBy: null,
  approvedOn: null,
  approvedDraft: null,
  sentBackFor: null,
  sentBackDraft: null,
  attribute: NO_ATTRIBUTE,
  signedOn: null,
  dispatchedOn: null,
  mode: null,
  servedOn: null,
  returnedOn: null,
  cameBackOn: null,
  publicNoticeOn: null,
};
