import { localDate } from '@gongkai/calendar';
import { readFeeTariffs } from '@gongkai/platform';
import { idOf, LAW, Life, personOf } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { acceptedOn, feeAsked } from '../support/roads.js';

describe('a fee for an excessive number (REG 42; FEE)', () => {
  const notice = { type: 'sendFeeNotice', basis: 'per_item', finding: '35 in a month' } as const;
  const charging = () => new Life(atCounter('2026-03-03'), { law: { ...LAW, tariffs: readFeeTariffs('config') } });
  const opened = (): Life => {
    const life = charging();
    life.take({ type: 'accept' });
    return life;
  };

  test('is what the tariff says of what was counted by one standard', () => {
    const life = opened();
    const { fact } = life.take({ ...notice, itemsBefore: 34 });
    expect(fact).toMatchObject({ basis: 'per_item', finding: '35 in a month', itemsBefore: 34, itemsNow: 1, amount: 200 });
    const volume = opened().take({ ...notice, basis: 'per_volume', pages: 150, amount: 1700 });
    expect(volume.fact).toMatchObject({ pages: 150, amount: 1700 });
  });

  test.each([
    ['without a finding', { finding: undefined, itemsBefore: 34 }, ['finding finding-missing']],
    ['without what was counted', {}, ['itemsBefore required']],
    ['of another amount', { itemsBefore: 34, amount: 100 }, ['amount fee-differs']],
    ['of what is free', { itemsBefore: 9 }, ['itemsBefore below-threshold']],
    ['by both standards', { itemsBefore: 34, pages: 150 }, ['pages one-standard']],
  ])('is not asked for %s', (_name, change, fields) => {
    expect(opened().refusal({ ...notice, ...change })).toEqual({ code: 'invalid-request', fields });
  });
});

describe('a fee for what is withdrawn in part', () => {
  const awaited = (): Life => {
    const life = acceptedOn('2026-03-03', ['a', 'b']);
    feeAsked(life, '2026-03-05', '2026-03-06', 400);
    return life;
  };
  const turn = ({ standing }: Life) => [standing.turn.role, standing.turn.step];

  test('is asked for anew: the new notice counts what remains and has a period of its own', () => {
    const life = awaited();
    expect(turn(life)).toEqual(['applicant', 'recordPayment']);
    life.on('2026-03-10').take({ type: 'withdrawItem', itemId: 'item-2', how: 'by phone' });
    expect(turn(life)).toEqual(['approver', 'sendFeeNotice']);
    feeAsked(life, '2026-03-11', '2026-03-12', 200);
    expect(turn(life)).toEqual(['applicant', 'recordPayment']);
    expect(life.ledger.feePaymentDue).toBe('2026-04-10');
    life.on('2026-03-16').take({ type: 'recordPayment', amount: 200 });
    expect(turn(life)).toEqual(['caseworker', 'decideItem']);
  });

  test('is charged no more where what remains is free: the period begins anew, and the case goes on', () => {
    const life = awaited().on('2026-03-10');
    life.take({ type: 'withdrawItem', itemId: 'item-2', how: 'by phone' });
    life.on('2026-03-11').take({ type: 'liftFee', reason: 'what remains is below the threshold' });
    expect(life.standing).toMatchObject({ state: 'accepted', clock: 'running' });
    expect(turn(life)).toEqual(['caseworker', 'decideItem']);
    expect(life.ledger).toMatchObject({ restartedOn: '2026-03-11', finalDue: '2026-04-09' });
    expect(life.ledger.derivation.find(({ rule }) => rule === 'fee_lifted')?.article).toMatch(/^REG 42/);
    expect(life.refusal({ type: 'recordPayment', amount: 400 }).code).toBe('step-not-permitted');
    expect(life.replayed()).toEqual(life.now);
  });

  test('names the lifting where the tariff charges nothing for what remains, and a new notice where it does', () => {
    const charged = (itemsBefore: number, items: readonly string[], itemsNow?: number): Life => {
      const life = new Life(atCounter('2026-03-03'), { items, law: { ...LAW, tariffs: readFeeTariffs('config') } });
      life.take({ type: 'accept' });
      const notice = { type: 'sendFeeNotice', basis: 'per_item', finding: '12 in a month', itemsBefore, itemsNow } as const;
      const noticeId = idOf(life.on('2026-03-05').take(notice));
      life.on('2026-03-06').take({ type: 'recordService', noticeId, how: 'signed for' });
      life.on('2026-03-09').take({ type: 'withdrawItem', itemId: 'item-2', how: 'by phone' });
      return life;
    };
    // The first ten of a month are free.
    expect(turn(charged(9, ['a', 'b']))).toEqual(['approver', 'liftFee']);
    expect(turn(charged(9, ['a', 'b', 'c']))).toEqual(['approver', 'sendFeeNotice']);
    // Counted in units of its own, of which nobody can tell how many were withdrawn.
    expect(turn(charged(5, ['a', 'b'], 6))).toEqual(['approver', 'sendFeeNotice']);
    const life = charged(9, ['a', 'b']);
    life.take({ type: 'liftFee', reason: 'the tenth of the month is free' });
    expect(turn(life)).toEqual(['caseworker', 'decideItem']);
    expect(life.replayed()).toEqual(life.now);
  });

  test('abandons nothing once its period is over: it is lifted, and asked for anew where one is owed', () => {
    const life = awaited().on('2026-03-10');
    life.take({ type: 'withdrawItem', itemId: 'item-2', how: 'by phone' });
    life.on('2026-04-27');
    expect(turn(life)).toEqual(['approver', 'liftFee']);
    expect(life.refusal({ type: 'closeAbandoned', cause: 'fee', unproven: 'lost' })).toMatchObject({
      code: 'fee-to-correct',
      article: 'REG 42',
    });
    life.take({ type: 'liftFee', reason: 'it counted what was withdrawn' });
    expect(life.ledger.restartedOn).toBe('2026-04-27');
    feeAsked(life, '2026-04-28', '2026-04-29', 200);
    expect(turn(life)).toEqual(['applicant', 'recordPayment']);
    expect(life.replayed()).toEqual(life.now);
  });

  test('that is lifted while its notice is on its way has stopped nothing, also when it arrives', () => {
    const life = acceptedOn('2026-03-03', ['a', 'b']);
    const noticeId = idOf(life.take({ type: 'sendFeeNotice', basis: 'per_item', amount: 400 }));
    const { finalDue } = life.ledger;
    life.on('2026-03-04').take({ type: 'liftFee', reason: 'counted wrongly' });
    life.on('2026-03-06').take({ type: 'recordService', noticeId, how: 'signed for' });
    expect(life.standing).toMatchObject({ state: 'accepted', clock: 'running' });
    expect([life.ledger.finalDue, life.ledger.restartedOn]).toEqual([finalDue, undefined]);
    expect(life.replayed()).toEqual(life.now);
  });

  test('is corrected while its notice is still on its way: the one it replaces asks for nothing when it arrives', () => {
    const life = acceptedOn('2026-03-03', ['a', 'b']);
    const send = (amount: number) => idOf(life.take({ type: 'sendFeeNotice', basis: 'per_item', amount }));
    const first = send(400);
    expect(life.refusal({ type: 'sendFeeNotice', basis: 'per_item', amount: 400 })).toMatchObject({
      reason: 'fee-notice-stands',
    });
    life.on('2026-03-04').take({ type: 'withdrawItem', itemId: 'item-2', how: 'by phone' });
    const second = send(200);
    life.on('2026-03-05').take({ type: 'recordService', noticeId: first, how: 'signed for' });
    expect(life.standing).toMatchObject({ state: 'accepted', clock: 'running' });
    life.on('2026-03-06').take({ type: 'recordService', noticeId: second, how: 'signed for' });
    expect(life.standing).toMatchObject({ state: 'awaiting_payment', clock: 'awaiting_payment' });
    life.on('2026-03-09').take({ type: 'recordPayment', amount: 200 });
    expect(life.standing).toMatchObject({ state: 'accepted', clock: 'running' });
    expect(life.replayed()).toEqual(life.now);
  });

  test('paid before an item was withdrawn, or after, nothing is to be asked for any more', () => {
    const before = awaited().on('2026-03-09');
    before.take({ type: 'recordPayment', amount: 400 });
    before.on('2026-03-10').take({ type: 'withdrawItem', itemId: 'item-2', how: 'by phone' });
    const after = awaited().on('2026-03-09');
    after.take({ type: 'withdrawItem', itemId: 'item-2', how: 'by phone' });
    after.on('2026-03-10').take({ type: 'recordPayment', amount: 400 });
    for (const life of [before, after]) expect(turn(life)).toEqual(['caseworker', 'decideItem']);
  });
});

describe('reasons for an excessive number (REG 35)', () => {
  test('accepted: the reply is due on the day the leader sets', () => {
    const life = acceptedOn('2025-03-03').on('2025-03-05');
    expect(life.refusal({ type: 'setDelay', until: '2025-05-30' })).toMatchObject({ code: 'step-not-permitted' });
    const found = {
      requestsThisMonth: 34,
      requestsThisYear: 90,
      itemsThisMonth: 120,
      threshold: '10 a month',
      similar: '2025-7',
    };
    const asked = life.take({ type: 'askReasons', reason: '34 in a month', ...found });
    expect(asked.fact).toMatchObject({ type: 'REASONS_ASKED', reason: '34 in a month', ...found });
    expect(life.ledger.finalDue).toBe('2025-03-31');
    life.on('2025-03-10').take({ type: 'acceptReasons', answer: 'for a study' });
    expect(life.refusal({ type: 'setDelay', until: '2025-03-07' })).toEqual({
      code: 'invalid-request',
      fields: ['until until-before-set'],
    });
    life.take({ type: 'setDelay', until: '2025-05-30' });
    expect(life.ledger.finalDue).toBe('2025-05-30');
    expect(life.now.file.notices.map(({ kind }) => kind)).toEqual(['explain_reasons', 'delay']);
    expect(life.refusal({ type: 'setDelay', until: '2025-05-29' })).toEqual({ code: 'delay-shorter', article: 'REG 35' });
    // A Saturday, and the first day of the Dragon Boat holiday; the Saturday before a long one may be worked.
    for (const until of ['2025-06-07', '2025-05-31'])
      expect(life.refusal({ type: 'setDelay', until })).toEqual({ code: 'delay-on-holiday', article: 'REG 35' });
    expect(life.law.calendar.rollForward(localDate('2025-05-31'))).toBe('2025-06-03');
  });

  test('a reply that is late stays late: the delay is told while it is due, by the day of the fact', () => {
    const life = acceptedOn('2025-03-03').on('2025-03-05');
    life.take({ type: 'askReasons', reason: 'too many' });
    life.take({ type: 'acceptReasons', answer: 'for a study' });
    life.on('2025-04-02');
    expect(life.refusal({ type: 'setDelay', until: '2025-05-30' })).toEqual({ code: 'delay-late', article: 'REG 35' });
    expect(life.refusal({ type: 'setDelay', until: '2025-05-30', dispatchedOn: '2025-04-01' }).code).toBe('delay-late');
    expect(life.standing.light).toBe('overdue');
    life.take({ type: 'setDelay', until: '2025-05-30', dispatchedOn: '2025-03-31' });
    expect(life.ledger.finalDue).toBe('2025-05-30');
  });

  test('a delay that is not told moves nothing, and is told in time', () => {
    const life = acceptedOn('2025-03-03').on('2025-03-05');
    life.take({ type: 'askReasons', reason: 'too many' });
    life.take({ type: 'acceptReasons', answer: 'for a study' });
    const noticeId = idOf(life.take({ type: 'setDelay', until: '2025-05-30', dispatchedOn: null }));
    expect(life.ledger.finalDue).toBe('2025-03-31');
    const notice = { type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'EA000001254CN' } as const;
    life.on('2025-04-01');
    expect(life.refusal(notice)).toEqual({ code: 'delay-late', article: 'REG 35' });
    life.take({ ...notice, dispatchedOn: '2025-03-28' });
    expect(life.ledger.finalDue).toBe('2025-05-30');
  });

  test('rejected: every item is answered so, and whoever rejected does not approve', () => {
    const life = acceptedOn('2025-03-03').on('2025-03-05');
    life.take({ type: 'askReasons', reason: 'too many' });
    life.take({ type: 'rejectReasons', answer: 'my right', reason: 'none given' });
    expect(life.now.file.items).toMatchObject([{ decision: { code: 'excessive_no_reason' } }]);
    life.take({ type: 'submitForApproval' });
    expect(life.refusal({ type: 'approve' })).toEqual({ code: 'self-approval', article: 'REG 17' });
  });

  test('are judged once they are on record, or once the applicant was asked and the time for them is over', () => {
    const life = acceptedOn('2025-03-03').on('2025-03-05');
    const found = { reason: '34 in a month' };
    expect(() => life.take({ type: 'askReasons' })).toThrow();
    expect(() => life.take({ type: 'askReasons', reason: ' ' })).toThrow();
    const noticeId = idOf(life.take({ type: 'askReasons', ...found, dispatchedOn: null }));
    const unserved = { code: 'reasons-notice-unserved', article: 'REG 35' };
    const rejected = { type: 'rejectReasons', reason: 'nothing was said' } as const;
    const accepted = { type: 'acceptReasons', answer: 'for a study' } as const;
    for (const step of [rejected, accepted]) {
      expect(life.refusal(step)).toEqual(unserved);
      expect(life.steps().refused).toContainEqual(expect.objectContaining({ type: step.type, code: 'reasons-notice-unserved' }));
    }
    life.on('2025-03-06').take({ type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'E1' });
    expect(life.refusal(rejected)).toEqual(unserved);
    life.on('2025-03-07').take({ type: 'recordService', noticeId, how: 'signed for' });
    // 7 working days after Friday 7 March, and two more for letters in the mail.
    life.on('2025-03-20');
    expect(life.refusal(rejected)).toEqual({ code: 'reasons-awaited', article: 'REG 35' });
    expect(life.refusal({ type: 'acceptReasons' })).toEqual({ code: 'invalid-request', fields: ['answer required'] });
    expect(life.refusal({ ...accepted, answeredOn: '2025-03-06' })).toMatchObject({ code: 'invalid-request' });
    expect(life.refusal({ ...rejected, answeredOn: '2025-03-11' })).toMatchObject({ fields: ['answer required'] });
    life.on('2025-03-21').take(rejected);
    expect(life.now.file.items).toMatchObject([{ decision: { code: 'excessive_no_reason' } }]);
  });

  test('an explanation is kept with what was found of it, and is judged as soon as it has come', () => {
    const life = acceptedOn('2025-03-03').on('2025-03-05');
    life.take({ type: 'askReasons', reason: 'too many' });
    const said = { answer: 'for a study', answeredOn: '2025-03-06' };
    const { fact } = life.on('2025-03-07').take({ type: 'acceptReasons', ...said, reason: 'a doctoral thesis' });
    expect(fact).toMatchObject({ type: 'REASONS_ACCEPTED', ...said, reason: 'a doctoral thesis' });
    expect(life.replayed()).toEqual(life.now);
  });

  test('a delay has to be reasonable: a year after receipt at most, or after a restart', () => {
    const life = acceptedOn('2025-03-03').on('2025-03-05');
    life.take({ type: 'askReasons', reason: 'too many' });
    life.take({ type: 'acceptReasons', answer: 'for a study' });
    expect(life.refusal({ type: 'setDelay', until: '2026-03-04' })).toEqual({ code: 'delay-too-long', article: 'REG 35' });
    expect(life.refusal({ type: 'setDelay', until: '2030-01-04' }).code).toBe('delay-too-long');
    life.take({ type: 'setDelay', until: '2026-03-03' });
    expect(life.ledger.finalDue ?? life.ledger.provisionalFinalDue).toBe('2026-03-03');
  });

  test('nobody is answered so who was not asked, or whose reasons the head has not rejected', () => {
    const life = acceptedOn('2025-03-03');
    const decided = { type: 'decideItem', itemId: 'item-1', code: 'excessive_no_reason', reasons: 'too many' } as const;
    expect(life.refusal(decided)).toEqual({ code: 'reasons-not-asked', article: 'REG 35' });
    life.take({ type: 'askReasons', reason: 'too many' });
    expect(life.refusal(decided)).toEqual({ code: 'reasons-not-rejected', article: 'REG 35' });
    life.take({ type: 'rejectReasons', answer: 'my right', reason: 'that bears nothing' });
    life.take(decided);
    expect(life.now.file.items).toMatchObject([{ decision: { code: 'excessive_no_reason', reasons: 'too many' } }]);
  });

  test('rejected, and then decided anew by the caseworker: whoever rejected wrote nothing of it any more', () => {
    const life = acceptedOn('2025-03-03').on('2025-03-05');
    life.take({ type: 'askReasons', reason: 'too many' });
    life.take({ type: 'rejectReasons', answer: 'my right', reason: 'none given' });
    life.take({ type: 'decideItem', itemId: 'item-1', code: 'already_public', otherOrgan: '门户网站' });
    life.take({ type: 'submitForApproval' });
    expect(life.steps(personOf('approver')).permitted.map(({ type }) => type)).toContain('approve');
    life.take({ type: 'approve' });
    life.take({ type: 'signReply' });
    expect(life.standing.state).toBe('signed');
  });
});
