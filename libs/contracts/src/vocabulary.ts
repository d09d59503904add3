import { z } from 'zod';

/** Who does what; a person may hold several. */
export const ROLES = [
  'clerk',
  'caseworker',
  'reviewer',
  'legal',
  'approver',
  'supervisor',
  'archivist',
  'admin',
  'auditor',
  'assessor',
] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Titles that a post of an approver may bear, from the desk upwards: chains of approval name them. */
export const POST_TITLES = ['unit_head', 'office_director', 'leader'] as const;
export const PostTitle = z.enum(POST_TITLES);
export type PostTitle = z.infer<typeof PostTitle>;

/** Whose a step of approval is: that of a title, or any approver's. */
export const ApprovalStep = z.enum(['approver', ...POST_TITLES]);
export type ApprovalStep = z.infer<typeof ApprovalStep>;

/** What a legal reviewer says of a draft: it may go on, with remarks or without, or it has to be changed. */
export const LEGAL_OPINIONS = ['agrees', 'remarks', 'objects'] as const;
export const LegalOpinion = z.enum(LEGAL_OPINIONS);
export type LegalOpinion = z.infer<typeof LegalOpinion>;

/** Whose turn it can be: a role of the office, or somebody outside; `remedy_organ` decides on a remedy, organ or court. */
export const Holder = z.enum([...ROLES, 'applicant', 'consulted', 'post', 'remedy_organ']);
export type Holder = z.infer<typeof Holder>;

/** Where a case stands (办件状态). */
export const CASE_STATES = [
  'unconfirmed',
  'received',
  'registered',
  'accepted',
  'awaiting_correction',
  'awaiting_payment',
  'approving',
  'signed',
  'dispatched',
  'returned',
  'closed',
  'filed',
] as const;
export const CaseState = z.enum(CASE_STATES);
export type CaseState = z.infer<typeof CaseState>;

/** The five links of the work (环节). */
export const LINKS = ['acceptance', 'handling', 'reply', 'delivery', 'filing'] as const;
export const Link = z.enum(LINKS);
export type Link = z.infer<typeof Link>;

/** The lights (红黄绿灯), by working days left. */
export const LIGHTS = ['green', 'yellow', 'red', 'overdue', 'stopped', 'none'] as const;
export const Light = z.enum(LIGHTS);
export type Light = z.infer<typeof Light>;

/** Why information is withheld (REG 14, 15, 16), and matters with an access rule of their own (REG 36(7)). */
export const GROUNDS = [
  'state_secret',
  'prohibited_by_law',
  'three_security_one_stability',
  'third_party_rights',
  'internal_affairs',
  'process_information',
  'enforcement_file',
  'administrative_query',
] as const;
export const Ground = z.enum(GROUNDS);
export type Ground = z.infer<typeof Ground>;

/** What can be answered to an item that is neither given nor withheld (REG 30, 35-39). */
const OTHER_ANSWERS = [
  'already_public',
  'not_existing',
  'not_this_organ',
  'needs_processing',
  'still_unclear',
  'disguised_complaint',
  'repeated',
  'publication',
  'excessive_no_reason',
  'confirm_or_reissue',
  'special_rule',
] as const;

/** How a case ends without an answer. */
const ENDINGS = ['abandoned_correction', 'abandoned_fee', 'withdrawn', 'merged', 'other'] as const;

/** What an organ may answer about one item, in the order of the annual report. */
export const ANSWER_CODES = ['granted', 'partly_granted', 'refused', ...OTHER_ANSWERS] as const;
export const AnswerCode = z.enum(ANSWER_CODES);
export type AnswerCode = z.infer<typeof AnswerCode>;

/** Outcomes that carry no ground. */
export const PLAIN_CODES = ['granted', ...OTHER_ANSWERS, ...ENDINGS] as const;

/** How a case or an item ended: an answer, or an end without one. */
export const DECISION_CODES = [...PLAIN_CODES, 'partly_granted', 'refused'] as const;
export const DecisionCode = z.enum(DECISION_CODES);
export type DecisionCode = z.infer<typeof DecisionCode>;

/** What goes out in writing, each with its own number series. */
export const NOTICE_KINDS = [
  'correction',
  'extension',
  'consultation',
  'explain_reasons',
  'delay',
  'fee',
  'fee_lifted',
  'third_party_disclosure',
  'reply',
] as const;
export const NoticeKind = z.enum(NOTICE_KINDS);
export type NoticeKind = z.infer<typeof NoticeKind>;

const TO_OTHERS: readonly unknown[] = ['consultation', 'third_party_disclosure'] satisfies NoticeKind[];
/** Whether a document goes to the applicant, and not to somebody who is consulted. */
export const isToApplicant = (kind: NoticeKind): boolean => !TO_OTHERS.includes(kind);

/** How a document leaves the organ (G235). Only the postal enterprise carries official documents. */
export const DispatchMode = z.enum([
  'in_person',
  'ems',
  'registered_mail',
  'other_organ',
  'email',
  'portal',
  'fax',
  'left_at_address',
]);
export type DispatchMode = z.infer<typeof DispatchMode>;

const ELECTRONIC = ['email', 'portal', 'fax'] as const satisfies DispatchMode[];
/** Whether a document goes by electronic means, to which whoever it is for has to have agreed (CPL 90). */
export const isElectronic = (mode: unknown): mode is (typeof ELECTRONIC)[number] =>
  (ELECTRONIC as readonly unknown[]).includes(mode);

/** What the file of a delivered document lacks: its proof, by the way it went. */
export const DELIVERY_LACKS = [
  'mode',
  'tracking-number',
  'signature',
  'through-organ',
  'witness',
  'publication',
  'paper',
] as const;
export const DeliveryLack = z.enum(DELIVERY_LACKS);
export type DeliveryLack = z.infer<typeof DeliveryLack>;
