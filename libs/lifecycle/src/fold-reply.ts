import type { CaseFile, CaseItem, ItemReview, Reply } from './case-file.js';
import { actingForOf, delegatedOnOf, type FactOf, type FactType } from './facts.js';
import { noProposal } from './fold-clock.js';
import { arrived, cameBackFor, lastTry, tried, updateNotice, withNotice } from './fold-tries.js';
import { closed, type Entry, type Folds } from './fold-step.js';
import { legalOnceSubmitted, NO_LEGAL_REVIEW } from './legal-standing.js';
import { originalOf } from './original.js';
import { withAttribute, type ReplyAttribute, type Saying } from './public-attribute.js';
import { isReleased } from './third-parties.js';

type ReplyFact = Extract<
  FactType,
  | 'ITEM_DECIDED'
  | `REVIEW_${string}`
  | `LEGAL_REVIEW_${string}`
  | 'SUBMITTED_FOR_APPROVAL'
  | 'APPROVAL_GIVEN'
  | 'APPROVED'
  | 'SENT_BACK'
  | `REPLY_${string}`
  | `PUBLIC_NOTICE_${string}`
>;

/** From the decision on each item to the reply that was served. */
export const foldReply: Folds<ReplyFact> = {
  ITEM_DECIDED: (file, { itemId, on, fileIds, type: _type, ...decision }, { actorId }) =>
    item(reply(file, { sentBackFor: null }), itemId, ({ review }) => ({
      decision: { ...decision, decidedOn: on, decidedBy: actorId },
      fileIds: fileIds ?? [],
      review: isReleased(decision) ? outdated(review, fileIds ?? []) : null,
    })),
  REVIEW_SUBMITTED: (file, fact, entry) =>
    item(saying(file, 'proposed', fact, entry), fact.itemId, () => ({
      fileIds: fact.fileIds,
      review: { status: 'pending', fileIds: fact.fileIds, ...originalOf(fact), submittedBy: entry.actorId },
    })),
  REVIEW_PASSED: (file, fact, entry) =>
    item(saying(file, 'opined', fact, entry), fact.itemId, ({ review }) => ({
      review: { ...submission(review), status: 'passed', fileIds: fact.fileIds, ...originalOf(fact), passedOn: fact.on },
    })),
  REVIEW_BLOCKED: (file, { itemId, reason }) =>
    item(file, itemId, ({ fileIds, review }) => ({
      review: { ...submission(review), status: 'blocked', fileIds, reason },
    })),

  SUBMITTED_FOR_APPROVAL: (file, fact, entry) =>
    reply(reached(saying(file, 'proposed', fact, entry), 'reply', fact.on), {
      submittedBy: entry.actorId,
      chain: fact.chain ?? null,
      legal: legalOnceSubmitted(file.round.reply.legal, fact.legalReview),
      approvals: [],
      approvedBy: null,
      approvedOn: null,
      approvedDraft: null,
      ...{ sentBackFor: null, sentBackDraft: null },
    }),
  LEGAL_REVIEW_PASSED: (file, fact, { actorId: by }) => {
    const { on, opinion, reason, draft } = fact;
    return reply(file, { legal: { asked: true, review: { by, actingFor: actingForOf(fact), on, opinion, reason, draft } } });
  },
  LEGAL_REVIEW_OBJECTED: (file, { reason: sentBackFor, draft: sentBackDraft }) =>
    reply(file, { submittedBy: null, chain: null, legal: NO_LEGAL_REVIEW, sentBackFor, sentBackDraft }),
  APPROVAL_GIVEN: (file, fact, entry) => reply(file, { approvals: withApproval(file, fact, entry) }),
  APPROVED: (file, fact, entry) =>
    reply(file, {
      ...{ approvals: withApproval(file, fact, entry), approvedBy: entry.actorId },
      ...{ approvedOn: fact.on, approvedDraft: fact.draft ?? null },
    }),
  // One that was signed keeps its number, and never leaves.
  SENT_BACK: (file, { reason, draft: sentBackDraft = null }) =>
    reply(file, {
      ...{ submittedBy: null, chain: null, approvals: [], approvedBy: null, approvedOn: null, approvedDraft: null },
      ...{ signedOn: null, noticeId: null, attribute: { ...file.round.reply.attribute, fixed: null } },
      // What was found stands for the same draft, should it come again.
      legal: { ...file.round.reply.legal, asked: false },
      ...{ sentBackFor: reason, sentBackDraft },
    }),
  // What was proposed meanwhile has nothing to extend any more.
  REPLY_SIGNED: (file, fact, entry) =>
    noProposal(
      reply(
        reached(
          withNotice(saying(file, 'fixed', fact, entry), 'reply', { ...fact, dispatchedOn: null }, fact.on),
          'delivery',
          fact.on,
        ),
        {
          signedOn: fact.on,
          noticeId: fact.noticeId,
        },
      ),
    ),
  REPLY_DISPATCHED: (file, { dispatchedOn, mode, ...by }) =>
    reply(replyTried(file, { dispatchedOn, mode, ...by }), {
      dispatchedOn: file.round.reply.dispatchedOn ?? dispatchedOn,
      mode,
      returnedOn: null,
    }),
  REPLY_HANDED_OVER: (file, { dispatchedOn, mode, ...by }) => {
    const madeOn = file.round.reply.dispatchedOn ?? dispatchedOn;
    const handedOver = replyNotice(replyTried(file, { dispatchedOn, mode, ...by }), { servedOn: dispatchedOn });
    return closed(reply(handedOver, { dispatchedOn: madeOn, servedOn: dispatchedOn, mode, returnedOn: null }), dispatchedOn);
  },
  REPLY_SERVED: (file, { on, fileIds }) =>
    closed(reply(replyArrived(replyNotice(file, { servedOn: on }), fileIds), { servedOn: on }), on),
  REPLY_RETURNED: (file, fact) =>
    reply(replyLast(file, cameBackFor(fact), fact.fileIds), { returnedOn: fact.on, cameBackOn: fact.on, publicNoticeOn: null }),
  PUBLIC_NOTICE_PUBLISHED: (file, { on, publishedIn, fileIds }) =>
    reply(replyTried(file, { dispatchedOn: on, mode: 'public_notice', publishedIn, fileIds }), {
      publicNoticeOn: on,
      returnedOn: null,
    }),
  PUBLIC_NOTICE_SERVED: (file, { on }) => closed(reply(replyNotice(file, { servedOn: on }), { servedOn: on }), on),
};

const withApproval = (
  { round }: CaseFile,
  fact: FactOf<'APPROVAL_GIVEN' | 'APPROVED'>,
  { actorId: by }: Entry,
): Reply['approvals'] => {
  const { on, reason, draft = null } = fact;
  const delegatedOn = delegatedOnOf(fact);
  const given = { by, actingFor: actingForOf(fact), on, reason, draft, ...(delegatedOn === undefined ? {} : { delegatedOn }) };
  return [...round.reply.approvals, given];
};

/** A review that was passed stands for its very files; of others it tells that they are others (REG 17). */
function outdated(review: ItemReview | null, fileIds: readonly string[]): ItemReview | null {
  const isPassed = review?.status === 'passed' || review?.status === 'changed';
  return isPassed && review.fileIds.join() !== fileIds.join() ? { ...review, status: 'changed' } : null;
}

const reply = (file: CaseFile, change: Partial<Reply>): CaseFile => ({
  ...file,
  round: { ...file.round, reply: { ...file.round.reply, ...change } },
});

/** What the fact says of the public attribute of the reply. */
function saying(
  file: CaseFile,
  place: keyof ReplyAttribute,
  fact: FactOf<ReplyFact> & Saying & { readonly on?: CaseFile['since'] },
  { actorId: by, today }: Entry,
): CaseFile {
  const speaker = { by, actingFor: actingForOf(fact), on: fact.on ?? today };
  return reply(file, { attribute: withAttribute(file.round.reply.attribute, place, fact, speaker) });
}

const replyNotice = (file: CaseFile, change: Parameters<typeof updateNotice>[2]): CaseFile =>
  file.round.reply.noticeId === null ? file : updateNotice(file, file.round.reply.noticeId, change);

const replyTried = (file: CaseFile, by: Parameters<typeof tried>[2]): CaseFile =>
  file.round.reply.noticeId === null ? file : tried(file, file.round.reply.noticeId, by);

const replyLast = (file: CaseFile, change: Parameters<typeof lastTry>[2], fileIds?: readonly string[]): CaseFile =>
  file.round.reply.noticeId === null ? file : lastTry(file, file.round.reply.noticeId, change, fileIds);

const replyArrived = (file: CaseFile, fileIds?: readonly string[]): CaseFile =>
  file.round.reply.noticeId === null ? file : arrived(file, file.round.reply.noticeId, fileIds);

const item = (file: CaseFile, id: string, change: (item: CaseItem) => Partial<CaseItem>): CaseFile => ({
  ...file,
  items: file.items.map((it) => (it.id === id ? { ...it, ...change(it) } : it)),
});

const submission = (review: ItemReview | null): Pick<ItemReview, 'submittedBy'> => ({ submittedBy: review?.submittedBy ?? '' });

const reached = (file: CaseFile, link: 'reply' | 'delivery', on: CaseFile['since']): CaseFile => ({
  ...file,
  reached: { ...file.reached, [link]: file.reached[link] ?? on },
});
