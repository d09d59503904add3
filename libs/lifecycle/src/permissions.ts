import type { CommandType, Role } from '@gongkai/contracts';
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
  recordPayment: ['caseworker'],
  decideItem: ['caseworker'],
  submitReview: ['caseworker'],
  passReview: ['reviewer'],
  blockReview: ['reviewer'],
  submitForApproval: ['caseworker'],
  approve: ['approver'],
  sendBack: ['approver'],
  signReply: ['approver'],
  dispatch: ['caseworker'],
  recordReturn: ['caseworker'],
  serveByPublicNotice: ['caseworker'],
  addProof: ['caseworker', 'clerk'],
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
  answerRemedy: ['caseworker'],
  suggestPublication: ['caseworker', 'clerk'],
  declinePublication: ['caseworker'],
  publish: ['approver'],
  reviewWithholding: ['caseworker'],
  file: ['archivist'],
  note: ['clerk', 'caseworker', 'reviewer', 'legal', 'approver', 'supervisor', 'archivist', 'admin'],
} as const satisfies Record<CommandType, readonly Role[]>;

/** Steps that only an approver whose post bears `ogi_head` may take (REG 33). */
export const headOnly: ReadonlySet<CommandType> = new Set(['approveExtension', 'refuseExtension']);

/** A correction that moves a date is an approver's to confirm; who else logs applications may look at one logged late. */
export const mayConfirm = ({ reason }: EntryToConfirm, roles: readonly Role[]): boolean =>
  reason === 'logged-late' || roles.includes('approver');

/** Who acts: a person in an organ, or the alarm clock. */
export type Actor = { readonly id: string; readonly roles: readonly Role[]; readonly ogiHead: boolean };

/** Whether a person may take a step at all; whether the case may is asked next. */
export function mayTake(actor: Actor, step: CommandType): boolean {
  const roles: readonly Role[] = permissions[step];
  return actor.roles.some((role) => roles.includes(role)) && (!headOnly.has(step) || actor.ogiHead);
}
