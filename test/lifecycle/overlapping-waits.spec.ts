import { idOf, Life } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { acceptedOn, acceptedWithoutFees, correctionAsked, feeAsked, GRANTED, signed } from '../support/roads.js';

describe('the fee may be switched off', () => {
  test('then its steps are refused with the article', () => {
    const life = acceptedWithoutFees('2026-03-03');
    expect(life.refusal({ type: 'sendFeeNotice', basis: 'per_item', amount: 10 })).toEqual({
      code: 'fee-not-enabled',
      article: 'REG 42',
    });
  });
});

describe('what is asked of the applicant while something else is awaited (REG 30; FEE)', () => {
  test('a fee notice cannot halt a clock that is halted already', () => {
    const life = acceptedOn('2025-06-03');
    correctionAsked(life, '2025-06-09', '2025-06-10');
    expect(life.refusal({ type: 'sendFeeNotice', basis: 'per_item', amount: 10 })).toEqual({
      code: 'clock-not-running',
      article: 'REG 42',
    });
    expect(life.steps().refused).toContainEqual(expect.objectContaining({ type: 'sendFeeNotice', code: 'clock-not-running' }));
  });

  test('nor a correction notice one that waits for payment: it was served, and begins no wait', () => {
    const life = new Life(atCounter('2025-06-03'));
    const correction = idOf(life.take({ type: 'sendCorrectionNotice', missing: 'which' }));
    feeAsked(life, '2025-06-04', '2025-06-05');
    const { fact } = life.on('2025-06-06').take({ type: 'recordService', noticeId: correction, how: 'signed for' });
    expect(fact).toMatchObject({ type: 'NOTICE_SERVED', noticeId: correction, on: '2025-06-06' });
    expect(life.standing).toMatchObject({ state: 'awaiting_payment', clock: 'awaiting_payment' });
    life.on('2025-06-09').take({ type: 'recordPayment', amount: 200 });
    expect(life.standing).toMatchObject({ state: 'received', clock: 'running' });
    expect(life.refusal({ type: 'sendCorrectionNotice', missing: 'which' }).code).toBe('second-correction');
    expect(life.replayed()).toEqual(life.now);
  });

  test('a fee notice that arrives while a correction is awaited asks for nothing, and can be made anew afterwards', () => {
    const life = acceptedOn('2025-06-03');
    const noticeId = idOf(life.take({ type: 'sendFeeNotice', basis: 'per_item', amount: 200 }));
    correctionAsked(life, '2025-06-03', '2025-06-05');
    life.on('2025-06-09').take({ type: 'recordService', noticeId, on: '2025-06-06', how: 'signed for' });
    expect(life.standing).toMatchObject({ state: 'awaiting_correction', clock: 'awaiting_correction' });
    life.on('2025-06-10').take({ type: 'receiveCorrection' });
    expect(life.standing).toMatchObject({ state: 'accepted', clock: 'running' });
    feeAsked(life, '2025-06-11', '2025-06-12');
    expect(life.standing).toMatchObject({ state: 'awaiting_payment', clock: 'awaiting_payment' });
  });

  test('nor does one that is told late and of an earlier day take back what is waited for by the record', () => {
    const life = acceptedOn('2025-06-03');
    const noticeId = idOf(life.take({ type: 'sendFeeNotice', basis: 'per_item', amount: 200 }));
    correctionAsked(life, '2025-06-03', '2025-06-09');
    life.on('2025-06-10').take({ type: 'recordService', noticeId, on: '2025-06-05', how: 'signed for' });
    expect(life.standing).toMatchObject({ state: 'awaiting_correction', clock: 'awaiting_correction' });
  });

  test('a notice that arrives when the reply is signed was served, and stops nothing', () => {
    const life = acceptedOn('2025-06-03');
    const noticeId = idOf(life.take({ type: 'sendFeeNotice', basis: 'per_item', amount: 200 }));
    signed(life, '2025-06-05', [GRANTED]);
    const served = { type: 'recordService', noticeId, how: 'signed for' } as const;
    expect(life.steps().permitted.find(({ type }) => type === 'recordService')?.subjects).toEqual([
      { field: 'noticeId', id: noticeId },
    ]);
    expect(life.on('2025-06-06').take(served).fact.type).toBe('NOTICE_SERVED');
    expect(life.standing).toMatchObject({ state: 'signed', clock: 'running' });
  });
});
