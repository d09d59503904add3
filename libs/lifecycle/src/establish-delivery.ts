import type { LocalDate } from '@gongkai/calendar';
import type { CommandOf } from '@gongkai/contracts';
import type { CaseConsultation, CaseNotice } from './case-file.js';
import { cameBack, lastSentOn } from './case-notice.js';
import type { DayCheck } from './day-check.js';
import { publicNoticeOver } from './delivery.js';
import { isNoticeWithoutEffect } from './due.js';
import { consultationOf } from './establish-consultation.js';
import type { Establishes, Making } from './establish-step.js';
import type { CaseFact } from './facts.js';
import { feeToServe } from './fee-notices.js';
import { handsOf } from './postal.js';
import { checkProof, checkWay } from './proof-of-way.js';

/** How the documents other than the reply leave and arrive, and what proves it of all of them. */
export const establishDelivery: Establishes<'dispatchNotice' | 'addProof' | 'addStamped' | 'recordService'> = {
  dispatchNotice: ({ noticeId, dispatchedOn, mode, trackingNumber, carrier, ...said }, making) => {
    const day = making.days.past('dispatchedOn', dispatchedOn, notOutYet(making, noticeId, dispatchedOn));
    checkMadeBefore(day, noticeId, making);
    checkWay({ mode, trackingNumber, ...said, sentOn: day }, noticeNamed(making, noticeId), making.days);
    return {
      type: 'NOTICE_DISPATCHED',
      noticeId,
      dispatchedOn: day,
      mode,
      trackingNumber,
      carrier,
      ...handsOf(said),
    };
  },
  addProof: ({ type: _type, note: _note, fileIds = [], noticeId, ...said }, making) => {
    making.days.knows(fileIds.length > 0 || Object.keys(said).length > 0, 'fileIds', 'no-proof');
    const notice = noticeNamed(making, noticeId);
    making.days.knows(notice !== undefined, 'noticeId', 'unknown-notice');
    making.days.knows(notice === undefined || notice.attempts.length > 0, 'noticeId', 'not-dispatched');
    if (notice !== undefined) checkProof({ ...said, fileIds }, notice, making.days);
    return { type: 'PROOF_ADDED', noticeId, ...said };
  },
  addStamped: ({ fileIds = [], noticeId, differs }, { days, file, made }) => {
    // As long as nobody knows whether it is drawn anew, no file is missed.
    days.knows(fileIds.length > 0 || made === undefined, 'fileIds', 'required');
    days.knows(
      file.notices.some(({ id }) => id === noticeId),
      'noticeId',
      'unknown-notice',
    );
    return { type: 'STAMPED_ADDED', noticeId, ...(differs === undefined ? {} : { differs }) };
  },
  recordService: (command, making) => ({ ...recordService(command, making), ...despiteMail(command) }),
};

const noticeNamed = ({ file }: Making, noticeId: string): CaseNotice | undefined =>
  file.notices.find(({ id }) => id === noticeId);

function noticeOf({ file, days }: Making, id: string): CaseNotice | undefined {
  const found = file.notices.find((notice) => notice.id === id && notice.kind !== 'reply');
  days.knows(found !== undefined, 'noticeId', 'unknown-notice');
  return found;
}

/** Service of a letter, a notice, or (with `reply` or nothing named) of the reply itself. */
function recordService({ noticeId, consultationId, on, how, turnedUp }: CommandOf<'recordService'>, making: Making): CaseFact {
  making.days.knows(noticeId === undefined || consultationId === undefined, 'noticeId', 'one-of');
  const id = consultationId ?? noticeId ?? 'reply';
  const { reply } = making.file.round;
  if (id === 'reply' || id === reply.noticeId) return replyServed({ on, how, turnedUp }, making);
  const notice = unserved(making, id);
  const day = making.days.past('on', on, lastSentOn(notice));
  const early = whilePublished(notice, { on: day, turnedUp }, making);
  if (consultationId !== undefined) checkServedBeforeAnswer(day, consultationOf(making, consultationId), making);
  return { ...servedFact(notice, { id, on: day, how }, making), ...early };
}

type SaidServed = Pick<CommandOf<'recordService'>, 'on' | 'how' | 'turnedUp'>;

/** It stays in the record that somebody knew better than the mail. */
const despiteMail = ({ mailFailed }: CommandOf<'recordService'>): { readonly mailFailed?: true } =>
  mailFailed === true ? { mailFailed } : {};

function replyServed({ on, how, turnedUp }: SaidServed, making: Making): CaseFact {
  const { reply } = making.file.round;
  const day = making.days.past('on', on, reply.dispatchedOn);
  const early = whilePublished(noticeNamed(making, reply.noticeId ?? ''), { on: day, turnedUp }, making);
  return { type: 'REPLY_SERVED', on: day, how, ...early };
}

/** Before its public notice is over a document counts as served only where somebody says that the addressee has it (CPL 95). */
function whilePublished(
  notice: CaseNotice | undefined,
  { on, turnedUp }: { readonly on: LocalDate } & Pick<SaidServed, 'turnedUp'>,
  { days, statute }: Making,
): { readonly turnedUp?: true } {
  const over = notice === undefined ? null : publicNoticeOver(notice, { statute });
  if (over === null || on >= over) return {};
  if (turnedUp !== true) days.add({ path: 'turnedUp', code: 'public-notice-runs', facts: { on: over } });
  return { turnedUp: true };
}

function checkServedBeforeAnswer(on: LocalDate, letter: CaseConsultation | undefined, { days }: Making): void {
  const later = letter?.answeredOn ?? null;
  if (later !== null && on > later) days.add({ path: 'on', code: 'after-later-fact', facts: { later } });
}

/**
 * What stands against sending a document that is made, or came back.
 * @param leftOn the day on which it leaves; today where it is not said
 * @returns the day before which it was not sent: of its return, else of the receipt
 */
export function notOutYet(making: Making, id: string, leftOn: LocalDate = making.today): LocalDate | null {
  const { days, file, ledger } = making;
  const notice = noticeOf(making, id);
  if (notice === undefined) return ledger.receivedOn;
  if (notice.dispatchedOn !== null && !cameBack(notice))
    days.add({ path: 'noticeId', code: 'already-dispatched', facts: { on: notice.dispatchedOn } });
  // Nobody is asked any more once the reply is approved: what they say could not be heeded.
  else days.knows(notice.kind !== 'consultation' || file.round.reply.approvedBy === null, 'noticeId', 'approved-already');
  checkOwed(notice, leftOn, days);
  return notice.attempts.at(-1)?.cameBackOn ?? ledger.receivedOn;
}

/** Who has paid is not asked for the same once more (FEE 3). */
function checkOwed({ overtakenOn }: CaseNotice, leftOn: LocalDate, days: DayCheck): void {
  if (overtakenOn !== undefined && leftOn > overtakenOn)
    days.add({ path: 'noticeId', code: 'fee-paid-meanwhile', facts: { on: overtakenOn } });
}

/** A document other than the reply that is on its way; of another one it says what stands against its service or return. */
export function unserved(making: Making, id: string): CaseNotice | undefined {
  const notice = noticeOf(making, id);
  making.days.knows(notice?.dispatchedOn !== null, 'noticeId', 'not-dispatched');
  making.days.knows(notice === undefined || !cameBack(notice), 'noticeId', 'came-back');
  if (notice?.servedOn) making.days.add({ path: 'noticeId', code: 'already-served', facts: { on: notice.servedOn } });
  return notice;
}

/** What was made here on a day has its number and its seal of that day, and left no earlier; one recorded late says its day as it is made. */
function checkMadeBefore(day: LocalDate, id: string, { days, file }: Making): void {
  const { madeOn = day } = file.notices.find((notice) => notice.id === id) ?? {};
  if (day < madeOn) days.add({ path: 'dispatchedOn', code: 'sent-before-made', facts: { on: madeOn } });
}

type Served = { readonly id: string; readonly on: CaseNotice['madeOn']; readonly how: string };

type Present = Pick<Making, 'file' | 'ledger' | 'statute'>;

/** What the service of a notice is as a fact: one of an earlier round, one that left too late or was replaced begins no wait. */
export function serviceFactOf(notice: CaseNotice, present: Present): ServiceFact {
  if (notice.kind === 'reply') return 'REPLY_SERVED';
  if (notice.kind === 'consultation') return 'CONSULTATION_RECEIVED';
  return notice.round === present.file.round.number ? begunBy(notice, present) : 'NOTICE_SERVED';
}

function begunBy({ id, kind, dispatchedOn }: CaseNotice, { file, ledger, statute }: Present): NoticeServed {
  if (kind === 'fee' && feeToServe(file)?.id === id) return 'FEE_NOTICE_RECEIVED';
  const begins = kind === 'correction' && dispatchedOn !== null && !isNoticeWithoutEffect(dispatchedOn, ledger, statute);
  return begins ? 'CORRECTION_NOTICE_RECEIVED' : 'NOTICE_SERVED';
}
type ServiceFact = 'REPLY_SERVED' | 'CONSULTATION_RECEIVED' | NoticeServed;
type NoticeServed = 'CORRECTION_NOTICE_RECEIVED' | 'FEE_NOTICE_RECEIVED' | 'NOTICE_SERVED';

/** The service of a notice as a fact. */
export function servedFact(notice: CaseNotice | undefined, { id, on, how }: Served, present: Present): CaseFact {
  if (notice?.kind === 'consultation') return { type: 'CONSULTATION_RECEIVED', on, consultationId: id, how };
  const type = notice === undefined ? 'NOTICE_SERVED' : (serviceFactOf(notice, present) as NoticeServed);
  return { type, on, noticeId: id, how };
}
