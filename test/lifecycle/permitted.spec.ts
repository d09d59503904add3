import type { Language } from '@gongkai/contracts';
import type { PermittedStep } from '@gongkai/lifecycle';
import { everybody, idOf, type Life, type StepInput } from '../support/life.js';
import { acceptedOn, asked, correctionAsked, feeAsked, signed } from '../support/roads.js';

const permitted = (life: Life, type: StepInput['type'], language?: Language): PermittedStep | undefined =>
  life.steps(everybody, language).permitted.find((step) => step.type === type);

/** What is told of a step before it is taken: the provision, how much, until when, about what. */
describe('the limit of a step', () => {
  test('an extension: how many days, and by when its notice has to leave', () => {
    const life = acceptedOn('2025-04-01');
    expect(permitted(life, 'proposeExtension')).toEqual({
      type: 'proposeExtension',
      article: 'REG 33(2)',
      limit: 'at most 20 working days, out by Tue 29 Apr',
      until: '2025-04-29',
    });
    expect(permitted(life, 'proposeExtension', 'zh-CN')?.limit).toBe('最多20个工作日，4月29日（周二）前发出');
    life.take({ type: 'proposeExtension', workingDays: 5, reason: 'many' });
    expect(permitted(life, 'approveExtension')?.limit).toBe('at most 5 working days, out by Tue 29 Apr');
  });

  test('a day of another year is told with its year', () => {
    const life = acceptedOn('2025-12-15');
    expect(permitted(life, 'dispatch')).toBeUndefined();
    expect(permitted(life, 'proposeExtension', 'zh-CN')?.limit).toBe('最多20个工作日，2026年1月13日（周二）前发出');
  });

  /** Past its last day a step stays open for what took place by then: the law looks at the day of the fact. */
  test.each<[string, StepInput, string, string]>([
    ['a correction notice', { type: 'sendCorrectionNotice', missing: 'which' }, '2025-03-12', 'correction-notice-late'],
    ['an extension', { type: 'approveExtension' }, '2025-03-31', 'extension-late'],
    ['a fee notice', { type: 'sendFeeNotice', basis: 'per_item', amount: 1 }, '2025-03-31', 'fee-notice-late'],
  ])('%s that is late today can still be recorded of an earlier day', (_name, step, until, code) => {
    const life = acceptedOn('2025-03-03').on('2025-04-02');
    life.take({ type: 'proposeExtension', workingDays: 5, reason: 'many', on: '2025-03-28' });
    expect(life.steps().refused.filter(({ type }) => type === step.type)).toEqual([]);
    const told = permitted(life, step.type);
    expect(told).toMatchObject({ until, limit: expect.stringContaining('only what was sent by') as string });
    expect(life.refusal(step).code).toBe(code);
    life.take({ ...step, dispatchedOn: until });
  });

  test('a correction and a payment: until when, and how much', () => {
    const corrected = acceptedOn('2025-03-03');
    correctionAsked(corrected, '2025-03-04', '2025-03-05', 5);
    expect(permitted(corrected, 'receiveCorrection')).toMatchObject({ until: '2025-03-12', limit: 'received by Wed 12 Mar' });
    const charged = acceptedOn('2025-03-03');
    feeAsked(charged, '2025-03-04', '2025-03-05', 200);
    expect(permitted(charged, 'recordPayment')).toMatchObject({ until: '2025-04-02', limit: '200 yuan, paid by Wed 2 Apr' });
  });

  test('a reply that is overdue is owed all the same', () => {
    const life = signed(acceptedOn('2025-03-03'), '2025-03-10').on('2025-04-02');
    expect(permitted(life, 'dispatch')).toMatchObject({
      until: '2025-03-31',
      limit: 'was due Mon 31 Mar; the reply is still owed',
    });
  });
});

describe('what a step can be about', () => {
  test('items: undecided ones first; for a review those that need it', () => {
    const life = acceptedOn('2025-03-03', ['a', 'b']);
    life.take({ type: 'decideItem', itemId: 'item-1', code: 'granted', fileIds: ['hash'] });
    const ids = (type: StepInput['type']): string[] => (permitted(life, type)?.subjects ?? []).map(({ id }) => id);
    expect([ids('decideItem'), ids('submitReview'), ids('split')]).toEqual([
      ['item-2', 'item-1'],
      ['item-1'],
      ['item-1', 'item-2'],
    ]);
    life.take({ type: 'submitReview', itemId: 'item-1' });
    expect(permitted(life, 'passReview')?.subjects).toEqual([{ field: 'itemId', id: 'item-1' }]);
  });

  test('letters: those not sent with their last day, those not served, those not answered', () => {
    const life = acceptedOn('2025-03-03');
    const notice = idOf(life.take({ type: 'sendCorrectionNotice', missing: 'which', dispatchedOn: null }));
    const letter = asked(life, 'askThirdParty', '2025-03-04');
    expect(permitted(life, 'dispatchNotice')?.subjects).toEqual([{ field: 'noticeId', id: notice, until: '2025-03-12' }]);
    expect(permitted(life, 'recordService')?.subjects).toEqual([{ field: 'consultationId', id: letter }]);
    expect(permitted(life, 'recordAnswer')?.subjects).toEqual([{ field: 'consultationId', id: letter }]);
  });

  test('the reply is served by its word; every subject named is one the step takes', () => {
    const life = signed(acceptedOn('2025-03-03'), '2025-03-10');
    life.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001925CN' });
    expect(permitted(life, 'recordService')?.subjects).toEqual([{ field: 'noticeId', id: 'reply' }]);
    life.take({ type: 'recordService', noticeId: 'reply', how: 'signed for' });
    const remedyId = idOf(life.take({ type: 'recordReconsiderationCopy' }));
    expect(permitted(life, 'answerRemedy')?.subjects).toEqual([{ field: 'remedyId', id: remedyId }]);
    expect(permitted(life, 'recordReconsiderationDecision')?.subjects).toEqual([{ field: 'remedyId', id: remedyId }]);
    expect(permitted(life, 'recordJudgment')).toBeUndefined();
  });

  test('to give an application up rests on what was waited for', () => {
    const paying = acceptedOn('2026-03-03');
    feeAsked(paying, '2026-03-19', '2026-03-20');
    expect(permitted(paying.on('2026-04-23'), 'closeAbandoned')).toMatchObject({ article: 'REG 42' });
    const correcting = acceptedOn('2026-03-03');
    correctionAsked(correcting, '2026-03-05', '2026-03-06');
    expect(permitted(correcting.on('2026-05-08'), 'closeAbandoned')).toMatchObject({ article: 'REG 30' });
  });
});
