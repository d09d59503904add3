import type { LocalDate } from '@gongkai/calendar';
import type { CommandType, PostTitle, Role } from '@gongkai/contracts';
import type { EntryToConfirm } from './case-file.js';

/**
 * Who may take which step (REG 4: the OGI unit runs the process; REG 33: its head consents to extensions).
 * What the case may do is the chart's business.
 */
export const permissions = {
  confirmReceipt: ['clerk', 'caseworker'],
  logContactAttempt: ['clerk', 'caseworker'],
  register: ['clerk'],
  accept: ['caseworker'],
  assign: ['supervisor', 'caseworker'],
  claim: ['caseworker'],
  handBack: ['caseworker'],
  sendCorrectionNotice: ['caseworker'],
  receiveCorrection: ['clerk', 'caseworker'],
  closeAbandoned: ['caseworker'],
  askUnit: ['caseworker'],
  recordUnitAnswer: ['caseworker'],
  recordSearch: ['caseworker'],
  askThirdParty: ['caseworker'],
  askJointProducer: ['caseworker'],
  askOtherOrgan: ['caseworker'],
  askSecrecyAuthority: ['caseworker'],
  recordAnswer: ['caseworker'],
  changePartyContact: ['caseworker', 'clerk'],
  takeBackLetter: ['caseworker'],
  overrideThirdParty: ['approver'],
  proposeExtension: ['caseworker'],
  approveExtension: ['approver'],
  refuseExtension: ['approver'],
  dispatchNotice: ['caseworker'],
  recordService: ['clerk', 'caseworker'],
  askReasons: ['caseworker'],
  acceptReasons: ['approver'],
  rejectReasons: ['approver'],
  setDelay: ['approver'],
  sendFeeNotice: ['approver'],
  liftFee: ['approver'],
  recordPayment: ['caseworker'],
  decideItem: ['caseworker'],
  submitReview: ['caseworker'],
  passReview: ['reviewer'],
  blockReview: ['reviewer'],
  submitForApproval: ['caseworker'],
  reviewLegally: ['legal'],
  approve: ['approver'],
  sendBack: ['approver'],
  signReply: ['approver'],
  dispatch: ['caseworker'],
  recordReturn: ['caseworker'],
  serveByPublicNotice: ['caseworker'],
  addProof: ['caseworker', 'clerk'],
  addStamped: ['caseworker', 'clerk'],
  withdraw: ['caseworker'],
  withdrawItem: ['caseworker'],
  merge: ['caseworker'],
  split: ['caseworker'],
  linkCase: ['caseworker'],
  changeAgent: ['clerk', 'caseworker'],
  voidCase: ['approver'],
  correctFact: ['caseworker'],
  confirmFact: ['approver', 'caseworker', 'clerk'],
  giveLateReason: ['clerk', 'caseworker'],
  recordComplaint: ['caseworker'],
  recordReconsiderationCopy: ['caseworker'],
  recordReconsiderationDecision: ['caseworker'],
  recordSuitCopy: ['caseworker'],
  recordJudgment: ['caseworker'],
  updateRemedy: ['caseworker'],
  answerRemedy: ['caseworker'],
  suggestPublication: ['caseworker', 'clerk'],
  declinePublication: ['caseworker'],
  publish: ['approver'],
  reviewWithholding: ['caseworker'],
  markInapplicable: ['archivist', 'caseworker'],
  file: ['archivist'],
  issueOrder: ['supervisor'],
  answerOrder: ['caseworker'],
  repeatOrder: ['supervisor'],
  closeOrder: ['supervisor'],
  tick: ['clerk', 'caseworker', 'reviewer', 'legal', 'approver', 'archivist'],
  note: ['clerk', 'caseworker', 'reviewer', 'legal', 'approver', 'supervisor', 'archivist', 'admin'],
} as const satisfies Record<CommandType, readonly Role[]>;

/** Steps that only an approver whose post bears `ogi_head` may take (REG 33). */
export const headOnly: ReadonlySet<CommandType> = new Set(['approveExtension', 'refuseExtension']);

/** A correction that moves a date, and a letter that was not drawn here, are an approver's to confirm; who else handles applications may look at what was logged or entered late. */
export const mayConfirm = ({ reason }: EntryToConfirm, roles: readonly Role[]): boolean =>
  (reason !== 'fact-corrected' && reason !== 'own-paper') || roles.includes('approver');

/** A person with what their posts allow. */
export type Hand = {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly ogiHead: boolean;
  /** The titles that their posts bear. */
  readonly titles?: readonly PostTitle[];
  /** Of somebody's for whom a person acts: the day they were given to that person. */
  readonly delegatedOn?: LocalDate;
};

/** Who acts, and for whom they may act as well. */
export type Actor = Hand & {
  readonly standsFor?: readonly Hand[];
  /** Ids of those who are away today and have named this person as their substitute. */
  readonly substituteFor?: readonly string[];
};

/** Everybody takes these in their own name, also with a case of somebody whom they stand in for. */
const OWN_NAME: ReadonlySet<CommandType> = new Set(['assign', 'claim', 'handBack', 'confirmFact', 'note']);

/** Whether a step is one of whoever holds a case: another who takes it while they are away does so in their place. */
export const isOfHolder = (step: CommandType): boolean =>
  (permissions[step] as readonly Role[]).includes('caseworker') && !OWN_NAME.has(step);

/** What somebody can act by: their own posts first. */
export const handsOf = (actor: Actor): readonly Hand[] => [actor, ...(actor.standsFor ?? [])];

/** Whether these posts are enough for a step. */
export function mayTakeAlone({ roles: held, ogiHead }: Hand, step: CommandType): boolean {
  const roles: readonly Role[] = permissions[step];
  return held.some((role) => roles.includes(role)) && (!headOnly.has(step) || ogiHead);
}

/** Whether a person may take a step at all; whether the case may is asked next. */
export const mayTake = (actor: Actor, step: CommandType): boolean => handsOf(actor).some((hand) => mayTakeAlone(hand, step));
