import { draftOf } from '@gongkai/lifecycle';
import { sha256 } from '@gongkai/platform';
import { idOf, type Life } from '../support/life.js';
import { acceptedOn, correctionAsked, feeAsked } from '../support/roads.js';

const approve = (life: Life): Life => {
  life.take({ type: 'decideItem', itemId: 'item-1', code: 'already_public', otherOrgan: '门户网站' });
  life.take({ type: 'submitForApproval' });
  life.take({ type: 'approve' });
  return life;
};
const sendBack = (life: Life): Life => {
  life.take({ type: 'sendBack', reason: 'wording' });
  return life;
};

/** What was under way when a reply was approved is under way still when it comes back. */
describe('a reply that is sent back after its approval', () => {
  test.each([
    ['correction', { type: 'sendCorrectionNotice', missing: 'which' }, 'awaiting_correction'],
    ['fee', { type: 'sendFeeNotice', basis: 'per_item', amount: 100 }, 'awaiting_payment'],
  ] as const)('a %s notice in the mail can be served', (_name, step, state) => {
    const life = acceptedOn('2025-03-03');
    const noticeId = idOf(life.take(step));
    sendBack(approve(life));
    life.on('2025-03-05').take({ type: 'recordService', noticeId, how: 'signed for' });
    expect(life.standing.state).toBe(state);
    expect(life.replayed()).toEqual(life.now);
  });

  test('served while it is approved: it is not signed before the answer has come', () => {
    const life = acceptedOn('2025-03-03');
    const noticeId = idOf(life.take({ type: 'sendCorrectionNotice', missing: 'which' }));
    approve(life);
    life.on('2025-03-05').take({ type: 'recordService', noticeId, how: 'signed for' });
    expect(life.standing).toMatchObject({ state: 'awaiting_correction', turn: { role: 'applicant' } });
    expect(life.refusal({ type: 'signReply' })).toEqual({
      code: 'step-not-permitted',
      reason: 'correction-awaited',
      article: 'REG 30',
    });
    life.on('2025-03-07').take({ type: 'receiveCorrection' });
    expect(life.standing).toMatchObject({ state: 'approving', turn: { role: 'approver', step: 'signReply' } });
    life.take({ type: 'signReply' });
  });

  test('a proposed extension can be decided, asked reasons can be judged', () => {
    const life = acceptedOn('2025-03-03');
    life.take({ type: 'proposeExtension', workingDays: 5, reason: 'many' });
    life.take({ type: 'askReasons', reason: 'too many' });
    sendBack(approve(life));
    expect(life.standing.turn).toMatchObject({ step: 'approveExtension' });
    life.take({ type: 'approveExtension' });
    life.take({ type: 'acceptReasons', answer: 'for a study' });
    life.take({ type: 'setDelay', until: '2025-05-30' });
  });
});

test('from its approval on nothing new begins, and the refusal says what to do', () => {
  const life = approve(acceptedOn('2025-03-03', ['a', 'b'].slice(0, 1)));
  const refused = { code: 'step-not-permitted', reason: 'reply-approved' };
  expect(life.refusal({ type: 'sendCorrectionNotice', missing: 'which' })).toEqual(refused);
  expect(life.refusal({ type: 'askThirdParty', party: 'somebody' })).toEqual(refused);
  expect(life.refusal({ type: 'proposeExtension', workingDays: 5, reason: 'many' })).toEqual(refused);
  expect(life.refusal({ type: 'sendFeeNotice', basis: 'per_item', amount: 1 })).toEqual(refused);
  expect(life.refusal({ type: 'askReasons', reason: 'too many' })).toEqual(refused);
  expect(life.refusal({ type: 'merge', intoCaseId: 'another' })).toEqual(refused);
  expect(life.refusal({ type: 'split', items: ['item-1'] })).toEqual(refused);
  expect(life.steps().permitted.map(({ type }) => type)).toEqual(expect.arrayContaining(['sendBack', 'signReply', 'assign']));
});

test('a fee notice in the mail survives that the case was closed for want of a correction and opened again', () => {
  const life = acceptedOn('2025-03-03');
  const fee = idOf(life.take({ type: 'sendFeeNotice', basis: 'per_item', amount: 100 }));
  correctionAsked(life, '2025-03-03', '2025-03-04', 5);
  life.on('2025-03-20').take({ type: 'closeAbandoned', cause: 'correction', unproven: 'lost' });
  life.take({ type: 'receiveCorrection', on: '2025-03-10' });
  life.on('2025-03-21').take({ type: 'recordService', noticeId: fee, how: 'signed for' });
  expect(life.standing.state).toBe('awaiting_payment');
});

test('and a correction notice that it was closed for want of payment', () => {
  const life = acceptedOn('2025-03-03');
  const correction = idOf(life.take({ type: 'sendCorrectionNotice', missing: 'which' }));
  feeAsked(life, '2025-03-03', '2025-03-04', 100);
  life.on('2025-04-10').take({ type: 'closeAbandoned', cause: 'fee', unproven: 'lost' });
  life.take({ type: 'recordPayment', on: '2025-03-10', amount: 100 });
  life.on('2025-04-11').take({ type: 'recordService', noticeId: correction, how: 'signed for' });
  expect(life.standing.state).toBe('awaiting_correction');
});

test('what is approved is bound to the draft that was read; of another one the approval falls', () => {
  const life = acceptedOn('2026-02-09');
  life.take({ type: 'decideItem', itemId: 'item-1', code: 'already_public', otherOrgan: '门户网站' });
  life.take({ type: 'submitForApproval' });
  const read = draftOf(life.now.file, sha256);
  const { file } = life.now;
  const changed = { ...file, delivery: 'portal' };
  life.now = { ...life.now, file: changed };
  expect(life.refusal({ type: 'approve', draft: read })).toEqual({ code: 'draft-changed', article: 'REG 17' });
  life.now = { ...life.now, file };
  life.take({ type: 'approve', draft: read });
  expect(life.now.file.round.reply).toMatchObject({ approvedDraft: read });
  life.now = { ...life.now, file: { ...life.now.file, delivery: 'portal' } };
  expect(life.refusal({ type: 'signReply' })).toEqual({ code: 'draft-changed', article: 'REG 17' });
  expect(life.steps().refused.find(({ type }) => type === 'signReply')).toMatchObject({ code: 'draft-changed' });
  life.take({ type: 'sendBack', reason: 'changed' });
  life.take({ type: 'submitForApproval' });
  life.take({ type: 'approve' });
  life.take({ type: 'signReply' });
});

describe('a draft that was sent back', () => {
  const decided = { type: 'decideItem', itemId: 'item-1', code: 'already_public', otherOrgan: '门户网站' } as const;
  const again = { type: 'submitForApproval' } as const;
  const refused = { code: 'invalid-request', fields: ['unchanged as-sent-back'] };
  const sentBack = (): Life => {
    const life = acceptedOn('2025-03-03');
    life.take(decided);
    life.take(again);
    return sendBack(life);
  };

  test('does not come again as it was, decided the same or not at all, without a word of why', () => {
    const life = sentBack();
    expect(life.refusal(again)).toEqual(refused);
    life.take(decided);
    expect(life.refusal(again)).toEqual(refused);
    const unchanged = 'the wording is that of the Regulations';
    expect(life.take({ ...again, unchanged }).fact).toMatchObject({ type: 'SUBMITTED_FOR_APPROVAL', unchanged });
    expect(life.replayed()).toEqual(life.now);
  });

  test('comes again changed without one, and keeps none that was typed; sent back once more it is asked again', () => {
    const life = sentBack();
    life.take({ ...decided, otherOrgan: '门户网站“信息公开”栏目' });
    expect(life.take({ ...again, unchanged: 'x' }).fact).not.toHaveProperty('unchanged');
    sendBack(life);
    expect(life.refusal(again)).toEqual(refused);
  });

  test('after its approval too; another attribute is a change', () => {
    const life = sendBack(approve(acceptedOn('2025-03-03')));
    expect(life.refusal(again)).toEqual(refused);
    expect(life.refusal({ ...again, attribute: 'on_application' })).toEqual(refused);
    life.take({ ...again, attribute: 'public' });
  });

  test('of which an older journal does not tell how it was comes again as before', () => {
    const life = sentBack();
    Object.assign(life.journal.at(-1) ?? {}, { fact: { type: 'SENT_BACK', on: '2025-03-03', reason: 'wording' } });
    expect(life.replayed().file.round.reply).toMatchObject({ sentBackFor: 'wording', sentBackDraft: null });
  });
});
