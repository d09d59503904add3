import type { Command, CommandType, NoticeKind } from '@gongkai/contracts';
import { arrivalDay } from '@gongkai/statutes';
import { consultationsHere } from './case-file.js';
import { establishConfirmation } from './confirmation.js';
import { DayCheck } from './day-check.js';
import { establishClock } from './establish-clock.js';
import { establishDelivery } from './establish-delivery.js';
import { establishRemedy } from './establish-remedies.js';
import { establishReply } from './establish-reply.js';
import type { Establish, Establishes, Making } from './establish-step.js';
import type { CaseFact, Noted } from './facts.js';
import { establishFiling } from './establish-filing.js';
import { paperMarks, type PaperMarks } from './own-paper.js';
import { HELD_BY_ANOTHER, refusalFor } from './reasons.js';
import { establishOrder } from './order-steps.js';
import { establishInapplicable } from './inapplicable.js';
import { establishTick } from './ticks.js';
import { withheldItems } from './withheld.js';
import { searchRecorded } from './searches.js';

const establishes: Establishes<CommandType> = {
  confirmReceipt: (command, { days }) => ({
    type: 'RECEIPT_CONFIRMED',
    confirmedOn: days.past('confirmedOn', command.confirmedOn),
    confirmedBy: command.confirmedBy,
    confirmedHow: command.confirmedHow,
  }),
  logContactAttempt: ({ on, how, result }, { days, file }) => ({
    type: 'CONTACT_ATTEMPTED',
    on: days.past('on', on, arrivalDay(file.receipt)),
    how,
    result,
  }),
  register: (_command, { today }) => ({ type: 'REGISTERED', on: today }),
  accept: ({ on }, { days, ledger }) => ({ type: 'ACCEPTED', on: days.past('on', on, ledger.receivedOn) }),
  assign: ({ assignee }) => ({ type: 'ASSIGNED', assignee }),
  claim: (_command, { actorId }) => ({ type: 'CLAIMED', assignee: actorId }),
  handBack: ({ reason, to = 'pool' }, { file: { assignee, assignedBy }, actorId }) => {
    if (assignee !== actorId) throw refusalFor(HELD_BY_ANOTHER);
    return { type: 'HANDED_BACK', reason, assigner: assignedBy, assignee: to === 'pool' ? null : assignedBy };
  },
  askUnit: ({ unit, person, task, workingDays }, { newId, today, actorId, days, file }) => {
    days.knows(person !== actorId, 'person', 'asks-oneself');
    const open = file.unitRequests.find((one) => one.answeredOn === null && one.person === person && isSameTask(one.task, task));
    if (open !== undefined) days.add({ path: 'task', code: 'asked-already', facts: { unit: open.unit, on: open.askedOn } });
    return { ...{ type: 'UNIT_ASKED', requestId: newId(), on: today }, ...{ unit, person, task, workingDays } };
  },
  recordUnitAnswer: ({ requestId, on, answer }, { days, file }) => {
    const asked = file.unitRequests.find(({ id, answeredOn }) => id === requestId && answeredOn === null);
    days.knows(asked !== undefined, 'requestId', 'unknown-request');
    return { type: 'UNIT_ANSWERED', requestId, on: days.past('on', on, asked?.askedOn), answer };
  },
  recordSearch: searchRecorded,
  withdraw: ({ on, how }, { days, file }) => ({ type: 'WITHDRAWN', on: days.past('on', on, arrivalDay(file.receipt)), how }),
  merge: ({ intoCaseId }, { today }) => ({ type: 'MERGED', on: today, intoCaseId }),
  withdrawItem: ({ itemId, on, how }, { days, file }) => {
    days.knows(
      file.items.some(({ id }) => id === itemId),
      'itemId',
      'unknown-item',
    );
    return { type: 'ITEM_WITHDRAWN', on: days.past('on', on, arrivalDay(file.receipt)), itemId, how };
  },
  split: ({ items, consultations, inPart }, { newId, file, days }) => {
    days.knows(
      items.every((id) => file.items.some((item) => item.id === id)),
      'items',
      'unknown-item',
    );
    const split = [...new Set(items)];
    days.knows(split.length < file.items.length, 'items', 'all-items');
    const letters = consultationsHere(file).filter(({ dispatchedOn }) => dispatchedOn !== null);
    days.knows(
      (consultations ?? []).every((id) => letters.some((one) => one.id === id)),
      'consultations',
      'unknown-consultation',
    );
    return { type: 'SPLIT', items: split, newCaseId: newId(), consultations, inPart };
  },
  linkCase: ({ caseId }) => ({ type: 'CASE_LINKED', caseId }),
  changeAgent: ({ on }, { days, file, newId }) => ({
    type: 'AGENT_CHANGED',
    on: days.past('on', on, arrivalDay(file.receipt)),
    applicantId: newId(),
  }),
  voidCase: ({ reason }, { today }) => ({ type: 'VOIDED', on: today, reason }),
  correctFact: ({ entryId, fields, reason }) => ({ type: 'FACT_CORRECTED', entryId, fields, reason, moves: false }),
  confirmFact: establishConfirmation,
  giveLateReason: ({ reason }, { today }) => ({ type: 'LATE_REASON_GIVEN', on: today, reason }),
  // Who does not decide it takes down what an applicant suggests.
  suggestPublication: ({ reason, byApplicant }, { today, roles }) => ({
    ...{ type: 'PUBLICATION_SUGGESTED', on: today, reason },
    ...((byApplicant ?? !roles.includes('caseworker')) ? { byApplicant: true } : {}),
  }),
  declinePublication: ({ reason }, { today }) => ({ type: 'PUBLICATION_DECLINED', on: today, reason }),
  reviewWithholding: ({ itemId, on, result, reason }, { days, file }) => {
    const withheld = withheldItems(file).find(({ item }) => item.id === itemId);
    days.knows(withheld !== undefined, 'itemId', 'unknown-item');
    return { type: 'WITHHOLDING_REVIEWED', on: days.past('on', on, withheld?.since), itemId, result, reason };
  },
  publish: ({ on, address }, { days, file }) => ({
    type: 'PUBLISHED',
    on: days.past('on', on, arrivalDay(file.receipt)),
    address,
  }),
  file: establishFiling,
  note: ({ text, note, mentions, cameIn }, { days }) => {
    days.knows(text !== undefined || note !== undefined, 'text', 'required');
    return {
      ...{ type: 'NOTED', text: text ?? note ?? '' },
      ...(mentions === undefined ? {} : { mentions: [...new Set(mentions)] }),
      ...(cameIn === true ? { cameIn } : {}),
    };
  },
  tick: establishTick,
  markInapplicable: establishInapplicable,
  ...establishClock,
  ...establishDelivery,
  ...establishReply,
  ...establishRemedy,
  ...establishOrder,
};

/**
 * The fact that a command states, with every field checked against the case.
 * @throws Refusal `invalid-request` with the fields that do not fit
 */
export function establish(command: Command, making: Omit<Making, 'days'>): CaseFact {
  const days = new DayCheck(making.today);
  const fact = (establishes[command.type] as Establish<CommandType>)(command, { ...making, days });
  const isLetter = noticeKindOf[command.type] !== undefined;
  const marks = paperMarks(command, fact, { ...making, days, isLetter });
  days.settle();
  const noted: CaseFact & Noted & PaperMarks = { ...fact, ...addedTo(command), ...marks };
  return noted;
}

/** The same help in other spacing is the same help. */
const isSameTask = (one: string, other: string): boolean => one.replaceAll(/\s/gu, '') === other.replaceAll(/\s/gu, '');

/** Why what is told in its files may go out; what nothing was found in says nothing of it. */
const particularsIn = (command: Command): Pick<Noted, 'particulars'> =>
  'particulars' in command && command.particulars !== undefined ? { particulars: command.particulars } : {};

/** What was added to a step; of a decision and a review the files are what they are about, and part of the fact. */
function addedTo(command: Command): Noted {
  const { type, note } = command;
  const fileIds = 'fileIds' in command ? command.fileIds : undefined;
  return {
    ...(note === undefined || type === 'note' ? {} : { note }),
    ...particularsIn(command),
    ...(fileIds === undefined || type === 'decideItem' || type === 'submitReview' ? {} : { fileIds }),
  };
}

/** The steps that make an outgoing document, and of which kind: the desk draws its number. */
export const noticeKindOf: Partial<Record<CommandType, NoticeKind>> = {
  sendCorrectionNotice: 'correction',
  askThirdParty: 'consultation',
  askJointProducer: 'consultation',
  askOtherOrgan: 'consultation',
  askSecrecyAuthority: 'consultation',
  overrideThirdParty: 'third_party_disclosure',
  approveExtension: 'extension',
  askReasons: 'explain_reasons',
  setDelay: 'delay',
  sendFeeNotice: 'fee',
  liftFee: 'fee_lifted',
  signReply: 'reply',
};
