import type { Command } from '@gongkai/contracts';
import type { CaseCommand, CaseNow, ClockCommand } from '@gongkai/lifecycle';
import type { Saying, Sayings } from './walk.js';

type Words<T extends CaseCommand['type']> = Omit<Extract<Command | ClockCommand, { type: T }>, 'type'>;

/** A command that needs no id. */
const say =
  <T extends CaseCommand['type']>(type: T, words: Words<T>, daysOn = 0): Sayings =>
  () => [{ command: { type, ...words } as unknown as CaseCommand, daysOn }];

/** A command for each thing of the case that it could name. */
const of =
  <T>(things: (now: CaseNow) => readonly T[], command: (one: T) => CaseCommand, daysOn = 0): Sayings =>
  (now) =>
    things(now).map((one): Saying => ({ command: command(one), daysOn }));

/** Later than every period that could run. */
const LONG_AFTER = 90;
const all =
  (...sayings: readonly Sayings[]): Sayings =>
  (now) =>
    sayings.flatMap((each) => each(now));

const UNTRACEABLE = { reason: 'moved', untraceable: true, sought: 'asked the police', fileIds: ['envelope'] };

const firstItems = ({ file }: CaseNow) => file.items.slice(0, 2);
const unsent = ({ file }: CaseNow) =>
  file.notices.filter(({ kind, dispatchedOn }) => kind !== 'reply' && dispatchedOn === null).slice(-1);
const unserved = ({ file }: CaseNow) =>
  file.notices
    .filter(({ kind, dispatchedOn, servedOn }) => kind !== 'reply' && dispatchedOn !== null && servedOn === null)
    .slice(-1);
const consultations = ({ file }: CaseNow) => file.consultations.slice(-1);
/** The day each has left, where it has. */
const sentLetters = (now: CaseNow) =>
  consultations(now).flatMap(({ id, dispatchedOn }) => (dispatchedOn === null ? [] : [{ id, dispatchedOn }]));

/** From the letter on the desk to the archive: the road of every case. */
export const course: Sayings = all(
  say('confirmReceipt', {}),
  say('register', {}),
  say('accept', {}),
  of(firstItems, ({ id }) => ({ type: 'decideItem', itemId: id, code: 'already_public', otherOrgan: '门户网站' })),
  of(firstItems, ({ id }) => ({ type: 'decideItem', itemId: id, code: 'granted', fileIds: ['hash'] })),
  of(firstItems, ({ id }) => ({ type: 'submitReview', itemId: id })),
  of(firstItems, ({ id }) => ({ type: 'passReview', itemId: id })),
  of(firstItems, ({ id }) => ({ type: 'blockReview', itemId: id, reason: 'no' })),
  say('submitForApproval', { unchanged: 'it stays so' }),
  say('sendBack', { reason: 'wording' }),
  say('approve', {}),
  say('signReply', {}),
  say('dispatch', { mode: 'other_organ', throughOrgan: 'the village' }),
  say('dispatch', { mode: 'in_person', signedBy: 'the applicant' }),
  say('recordService', { noticeId: 'reply', how: 'signed for' }),
  say('recordReturn', UNTRACEABLE),
  of(unserved, ({ id }) => ({ type: 'recordReturn', noticeId: id, ...UNTRACEABLE })),
  say('serveByPublicNotice', {}),
  of(unserved, ({ id }) => ({ type: 'serveByPublicNotice', noticeId: id })),
  say('completePublicNotice', {}, LONG_AFTER),
  say('file', { unproven: 'the slips lie in the paper folder' }),
  say('voidCase', { reason: 'logged twice' }),
);

/** The same road without its byways. */
export const highway: Sayings = all(
  say('confirmReceipt', {}),
  say('accept', {}),
  of(firstItems, ({ id }) => ({ type: 'decideItem', itemId: id, code: 'already_public', otherOrgan: '门户网站' })),
  say('submitForApproval', { unchanged: 'it stays so' }),
  say('reviewLegally', { opinion: 'agrees' }),
  say('reviewLegally', { opinion: 'objects', reason: 'the article' }),
  say('sendBack', { reason: 'wording' }),
  say('approve', {}),
  say('signReply', {}),
  say('dispatch', { mode: 'other_organ', throughOrgan: 'the village' }),
  say('recordService', { noticeId: 'reply', how: 'signed for' }),
  say('file', { unproven: 'the slips lie in the paper folder' }),
);

const FOUND = { facts: 'the minutes', severability: 'all of it is opinions' } as const;
const WITHHELD = { code: 'refused', ground: 'process_information', article: 'REG 16(2)', reasons: 'a draft', ...FOUND } as const;

const dispatchNotice = of(unsent, ({ id }) => ({
  type: 'dispatchNotice',
  noticeId: id,
  mode: 'other_organ',
  throughOrgan: 'the village',
}));
const proveNotice = of(sent, (noticeId) => ({ type: 'addProof', noticeId, fileIds: ['scan'] }));
const stampNotice = of(sent, (noticeId) => ({ type: 'addStamped', noticeId, fileIds: ['stamped'] }));
const serveNotice = of(unserved, ({ id }) => ({ type: 'recordService', noticeId: id, how: 'signed for' }));

/** What can go on beside the road, each walked together with every other. */
export const concerns = {
  correction: all(
    say('sendCorrectionNotice', { missing: 'which', dispatchedOn: null }),
    dispatchNotice,
    serveNotice,
    say('receiveCorrection', {}),
    of(inTime('correction'), (on) => ({ type: 'receiveCorrection', on })),
    say('endCorrectionPeriod', {}, LONG_AFTER),
    say('closeAbandoned', { cause: 'correction', unproven: 'lost' }, LONG_AFTER),
  ),
  fee: all(
    say('sendFeeNotice', { basis: 'per_item', amount: 100, dispatchedOn: null }),
    dispatchNotice,
    serveNotice,
    say('liftFee', { reason: 'none' }),
    say('recordPayment', { amount: 100 }),
    of(inTime('fee'), (on) => ({ type: 'recordPayment', on, amount: 100 })),
    say('endFeePeriod', {}, LONG_AFTER),
    say('closeAbandoned', { cause: 'fee', unproven: 'lost' }, LONG_AFTER),
  ),
  extension: all(
    say('proposeExtension', { workingDays: 5, reason: 'many' }),
    say('approveExtension', {}),
    say('refuseExtension', { reason: 'no' }),
    serveNotice,
  ),
  reasons: all(
    say('askReasons', { reason: 'too many' }),
    say('acceptReasons', { answer: 'for a study' }),
    say('rejectReasons', { answer: 'because', reason: 'none' }),
    say('setDelay', { until: '2025-04-30' as Words<'setDelay'>['until'] }),
  ),
  consultation: all(
    say('askThirdParty', { party: 'somebody', dispatchedOn: null }),
    dispatchNotice,
    serveNotice,
    of(consultations, ({ id }) => ({ type: 'recordAnswer', consultationId: id, answer: 'agree' })),
    of(consultations, ({ id }) => ({ type: 'recordAnswer', consultationId: id, answer: 'refuse', grounds: 'a secret' })),
    of(consultations, ({ id }) => ({ type: 'changePartyContact', consultationId: id, partyPhone: '1' })),
    of(consultations, ({ id }) => ({ type: 'takeBackLetter', consultationId: id, reason: 'not theirs' })),
    of(consultations, ({ id }) => ({ type: 'overrideThirdParty', consultationId: id, publicInterest: 'safety' })),
    of(sentLetters, ({ id, dispatchedOn: on }) => ({ type: 'noteAnswerCame', consultationId: id, on })),
    of(consultations, ({ id }) => ({ type: 'lapseConsultation', consultationId: id }), LONG_AFTER),
  ),
  byLink: all(
    of(consultations, ({ id }) => ({ type: 'noteAnswerDismissed', consultationId: id })),
    of(consultations, ({ id }) => ({ type: 'recordAnswer', consultationId: id, answer: 'agree' })),
  ),
  complaint: all(say('recordComplaint', {}), say('answerRemedy', {})),
  reconsideration: all(
    say('recordReconsiderationCopy', {}),
    say('updateRemedy', { appearing: [{ as: 'head', name: 'the head' }] }),
    say('recordReconsiderationDecision', { result: 'upheld' }),
    say('recordReconsiderationDecision', { result: 'annulled', actAnew: true }),
  ),
  litigation: all(
    say('recordSuitCopy', {}),
    say('recordJudgment', { result: 'dismissed', final: false }),
    say('recordJudgment', { result: 'dismissed' }),
    say('recordJudgment', { result: 'annulled', actAnew: true }),
  ),
  endings: all(
    say('withdraw', { how: 'letter' }),
    say('merge', { intoCaseId: 'another' }),
    say('split', { items: ['item-0'] }),
    say('withdrawItem', { itemId: 'item-0', how: 'letter' }),
  ),
  people: all(
    say('assign', { assignee: 'the-drafter' }),
    say('claim', {}),
    say('handBack', { reason: 'another unit' }),
    say('logContactAttempt', { how: 'phone', result: 'none' }),
    say('askUnit', { unit: 'the archive', person: 'another', task: 'look', workingDays: 3 }),
    of(unitsAsked, (requestId) => ({ type: 'recordUnitAnswer', requestId, answer: 'found' })),
  ),
  orders: all(
    say('issueOrder', { orderKind: 'explain', demand: 'how it stands', workingDays: 2 }),
    of(ordersOpen, (orderId) => ({ type: 'answerOrder', orderId, answer: 'so' })),
    of(ordersOpen, (orderId) => ({ type: 'repeatOrder', orderId, demand: 'and now', workingDays: 1 })),
    of(ordersOpen, (orderId) => ({ type: 'closeOrder', orderId })),
  ),
  doubts: all(
    of(waitingEntries, (entryId) => ({ type: 'confirmFact', entryId })),
    of(waitingEntries, (entryId) => ({ type: 'confirmFact', entryId, reject: 'the stamp says otherwise' })),
    say('giveLateReason', { reason: 'the mail room' }),
  ),
  withholding: all(
    of(firstItems, ({ id }) => ({ type: 'decideItem', itemId: id, ...WITHHELD })),
    of(firstItems, ({ id }) => ({ type: 'reviewWithholding', itemId: id, result: 'public', reason: 'it is over' })),
    // Only of what was given anything is published.
    say('publish', {}),
  ),
  papers: all(
    say('suggestPublication', {}),
    say('declinePublication', { reason: 'theirs alone' }),
    say('publish', {}),
    say('linkCase', { caseId: 'another' }),
    say('changeAgent', { agent: 'another' }),
    say('applyCalendar', { edition: 1, year: 2027, notice: 'of the next year' }),
    say('correctFact', { entryId: 'entry', fields: {}, reason: 'misread' }),
    say('recordSearch', { where: 'archive', words: 'all', result: 'none' }),
    say('note', { text: 'noted' }),
    say('markInapplicable', { line: 'envelope', reason: 'it came without' }),
    say('tick', { item: 'applicant_known', done: true }),
    proveNotice,
    stampNotice,
  ),
} as const;
export type Concern = keyof typeof concerns;

/** What left the organ last. */
function sent({ file }: CaseNow): readonly string[] {
  return file.notices.flatMap(({ id, attempts }) => (attempts.length > 0 ? [id] : [])).slice(-1);
}

/** A unit that owes an answer. */
function unitsAsked({ file }: CaseNow): readonly string[] {
  return file.unitRequests.filter(({ answeredOn }) => answeredOn === null).map(({ id }) => id);
}

/** The order that was given last, unless its supervisor has closed it. */
function ordersOpen({ file }: CaseNow): readonly string[] {
  return file.orders.flatMap(({ id, closed }) => (closed === null ? [id] : [])).slice(-1);
}

/** What waits for a second person. */
function waitingEntries({ file }: CaseNow): readonly string[] {
  return file.toConfirm.map(({ entryId }) => entryId);
}

/** The day a notice of that kind was served: an answer of that day is in time, whenever it is found. */
function inTime(kind: 'correction' | 'fee') {
  return ({ file }: CaseNow) =>
    file.notices
      .flatMap((notice) => (notice.kind === kind && notice.round === file.round.number ? (notice.servedOn ?? []) : []))
      .slice(-1);
}
