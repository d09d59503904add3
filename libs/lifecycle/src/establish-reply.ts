import type { LocalDate } from '@gongkai/calendar';
import { isLastStep } from './chain-in-force.js';
import type { CaseFile, CaseItem, ItemReview } from './case-file.js';
import { checkDecision } from './check-decision.js';
import { draftOf, isAsSentBack } from './draft.js';
import type { Establishes, Making } from './establish-step.js';
import { notOutYet, unserved } from './establish-delivery.js';
import { namedBy, naming } from './original.js';
import { handsOf } from './postal.js';
import { checkWay } from './proof-of-way.js';
import { checkCameBack } from './returned.js';
import { fixing, opining, proposesAnew, proposing } from './public-attribute.js';

type ReplyStep =
  | 'decideItem'
  | 'submitReview'
  | 'passReview'
  | 'blockReview'
  | 'submitForApproval'
  | 'reviewLegally'
  | 'approve'
  | 'sendBack'
  | 'signReply'
  | 'dispatch'
  | 'recordReturn'
  | 'serveByPublicNotice';

/** Handing it over, or leaving it at the address before a witness, is dispatch and service in one (G235; CPL 89). */
export const SERVED_AT_ONCE: ReadonlySet<string> = new Set(['in_person', 'left_at_address']);

/** From the decision on each item to the reply that has left the organ. */
export const establishReply: Establishes<ReplyStep> = {
  decideItem: (command, making) => {
    itemOf(making, command.itemId);
    checkDecision(command, making);
    const { type: _type, note: _note, ...decision } = command;
    const on = making.days.past('on', command.on, making.file.round.order?.servedOn ?? making.ledger.receivedOn);
    return { type: 'ITEM_DECIDED', ...decision, on };
  },
  submitReview: ({ itemId, fileIds: given, ...said }, making) => {
    const fileIds = given ?? itemOf(making, itemId)?.fileIds ?? [];
    const original = naming(said, fileIds, making.days);
    return { type: 'REVIEW_SUBMITTED', itemId, fileIds, ...original, ...proposing(said, making.days) };
  },
  passReview: ({ itemId, on: given, redactionChecked, ...said }, making) => {
    const on = making.days.past('on', given, decidedOn(making, itemId));
    const { fileIds, ...named } = pendingReview(making, itemId);
    const opinion = opining(said, making.file.round.reply.attribute, making.days);
    const checked = redactionChecked === true ? { redactionChecked } : {};
    return { type: 'REVIEW_PASSED', on, itemId, fileIds, ...checked, ...namedBy(named), ...opinion };
  },
  blockReview: ({ itemId, reason }, making) => {
    pendingReview(making, itemId);
    return { type: 'REVIEW_BLOCKED', on: making.today, itemId, reason };
  },
  submitForApproval: ({ unchanged, ...said }, { today, chain, days, file, digest, legalReview }) => {
    const isSame = isAsSentBack(file, digest) && !proposesAnew(said, file.round.reply.attribute);
    days.knows(!isSame || unchanged !== undefined, 'unchanged', 'as-sent-back');
    return {
      ...{ type: 'SUBMITTED_FOR_APPROVAL', on: today },
      ...(chain === null ? {} : { chain }),
      ...(legalReview ? { legalReview: draftOf(file, digest) } : {}),
      ...(isSame && unchanged !== undefined ? { unchanged } : {}),
      ...proposing(said, days),
    };
  },
  reviewLegally: ({ on: given, opinion, reason, draft = '' }, { days, file, digest }) => {
    days.knows(opinion === 'agrees' || reason !== undefined, 'reason', 'required');
    const read = { on: days.past('on', given, readyOn(file)), draft: draft === '' ? draftOf(file, digest) : draft };
    if (opinion === 'objects') return { type: 'LEGAL_REVIEW_OBJECTED', ...read, reason: reason ?? '' };
    return { type: 'LEGAL_REVIEW_PASSED', ...read, opinion, ...(reason === undefined ? {} : { reason }) };
  },
  approve: ({ on, reason, draft }, { days, file, digest }) => ({
    type: isLastStep(file.round.reply) ? 'APPROVED' : 'APPROVAL_GIVEN',
    on: days.past('on', on, file.round.reply.approvals.at(-1)?.on ?? readyOn(file)),
    reason,
    draft: draft ?? draftOf(file, digest),
  }),
  // What was approved, where that is not what stands there now: then it has been changed already.
  sendBack: ({ reason }, { today, file, digest }) => ({
    ...{ type: 'SENT_BACK', on: today, reason },
    draft: file.round.reply.approvedDraft ?? draftOf(file, digest),
  }),
  signReply: ({ on, ...said }, { days, file, newId, noticeNumber }) => ({
    type: 'REPLY_SIGNED',
    on: days.past('on', on, file.round.reply.approvedOn),
    noticeId: newId(),
    number: noticeNumber,
    ...fixing(said, file.round.reply.attribute, days),
  }),
  dispatch: ({ dispatchedOn: given, mode, trackingNumber, carrier, ...said }, { days, file: { round, notices } }) => {
    const dispatchedOn = days.past('dispatchedOn', given, round.reply.returnedOn ?? round.reply.signedOn);
    const letter = notices.find(({ id }) => id === round.reply.noticeId);
    checkWay({ mode, trackingNumber, ...said, sentOn: dispatchedOn }, letter, days);
    return SERVED_AT_ONCE.has(mode)
      ? { type: 'REPLY_HANDED_OVER', dispatchedOn, mode, ...handsOf(said) }
      : { type: 'REPLY_DISPATCHED', dispatchedOn, mode, trackingNumber, carrier, ...handsOf(said) };
  },
  recordReturn: ({ noticeId = 'reply', on, reason, untraceable, sought }, making) => {
    const { reply } = making.file.round;
    // That nobody knows where somebody is can only be said by who has looked (CPL 95).
    making.days.knows(untraceable !== true || sought !== undefined, 'sought', 'required');
    const why = { reason, untraceable, ...(sought === undefined ? {} : { sought }) };
    if (noticeId === 'reply' || noticeId === reply.noticeId) {
      const letter = making.file.notices.find(({ id }) => id === reply.noticeId);
      return { type: 'REPLY_RETURNED', on: checkCameBack(on, letter, making.days), ...why };
    }
    return { type: 'NOTICE_RETURNED', noticeId, on: checkCameBack(on, unserved(making, noticeId), making.days), ...why };
  },
  serveByPublicNotice: ({ noticeId = 'reply', on, publishedIn }, making) => {
    const { reply } = making.file.round;
    if (noticeId === 'reply' || noticeId === reply.noticeId)
      return { type: 'PUBLIC_NOTICE_PUBLISHED', on: making.days.past('on', on, reply.returnedOn), publishedIn };
    return { type: 'NOTICE_PUBLISHED', noticeId, on: making.days.past('on', on, notOutYet(making, noticeId, on)), publishedIn };
  },
};

/** The day of the last decision, or of the last review that was passed: a reply is not approved before it (REG 17). */
const readyOn = ({ items, round }: CaseFile): LocalDate | null =>
  [
    ...items.flatMap(({ decision, review }) => [decision?.decidedOn ?? [], review?.passedOn ?? []]),
    round.reply.legal.review?.on ?? [],
  ]
    .flat()
    .sort()
    .at(-1) ?? null;

const decidedOn = ({ file: { items } }: Making, itemId: string): LocalDate | null =>
  items.find(({ id }) => id === itemId)?.decision?.decidedOn ?? null;

function itemOf({ file, days }: Making, id: string): CaseItem | undefined {
  const found = file.items.find((item) => item.id === id);
  days.knows(found !== undefined, 'itemId', 'unknown-item');
  return found;
}

function pendingReview(making: Making, id: string): Pick<ItemReview, 'fileIds' | 'original'> {
  const review = itemOf(making, id)?.review;
  making.days.knows(review?.status === 'pending', 'itemId', 'unknown-item');
  return review ?? { fileIds: [] };
}
