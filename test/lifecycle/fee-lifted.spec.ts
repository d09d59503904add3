import { localDate } from '@gongkai/calendar';
import { inheritanceOf } from '@gongkai/lifecycle';
import { idOf, Life } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { acceptedOn, feeAsked } from '../support/roads.js';

/** T on Tuesday 3 March, the reply due on the 31st; the fee notice served on the 6th. */
const awaited = (): Life => {
  const life = acceptedOn('2026-03-03', ['a', 'b']);
  feeAsked(life, '2026-03-05', '2026-03-06', 400);
  return life;
};
const lift = (life: Life, day: string, more: object = {}) =>
  life.on(day).take({ type: 'liftFee', reason: 'counted for another applicant', ...more });
const because = ({ ledger }: Life) => ledger.derivation.find(({ deadline }) => deadline === 'feeLiftedOn');

describe('a fee that was asked in error and is taken back (REG 42)', () => {
  test('has moved nothing: the reply is due as if it had never been asked, and the ledger says so', () => {
    const life = awaited();
    expect(life.ledger).toMatchObject({ clock: 'awaiting_payment', finalDue: null });
    lift(life, '2026-03-11');
    expect(life.standing).toMatchObject({ state: 'accepted', clock: 'running' });
    expect(life.ledger).toMatchObject({ replyDue: '2026-03-31', finalDue: '2026-03-31', feeLiftedOn: '2026-03-11' });
    expect([life.ledger.restartedOn, life.ledger.feePaymentDue]).toEqual([undefined, undefined]);
    expect(because(life)).toMatchObject({ rule: 'fee_lifted_in_error', from: '2026-03-06', due: '2026-03-11', counted: null });
    expect(because(life)?.article).toMatch(/^REG 42/);
    expect(life.ledger.derivation.find(({ deadline }) => deadline === 'finalDue')).toMatchObject({
      from: '2026-03-03',
      counted: 20,
    });
    expect(life.replayed()).toEqual(life.now);
  });

  test('leaves the office no more time than it had: a reply that was due meanwhile is late', () => {
    const life = awaited();
    lift(life, '2026-04-02');
    expect(life.ledger.finalDue).toBe('2026-03-31');
    expect(life.standing.light).toBe('overdue');
  });

  test('keeps the extension that was given before it', () => {
    const life = acceptedOn('2026-03-03', ['a', 'b']).on('2026-03-04');
    life.take({ type: 'proposeExtension', workingDays: 5, reason: 'the archive moves' });
    life.take({ type: 'approveExtension' });
    const { finalDue } = life.ledger;
    feeAsked(life, '2026-03-05', '2026-03-06', 400);
    lift(life, '2026-03-11');
    expect([life.ledger.finalDue, finalDue]).toEqual(['2026-04-08', '2026-04-08']);
  });

  test('after one that was paid, more is asked for by the same standard alone (FEE 3)', () => {
    const life = awaited().on('2026-03-09');
    const other = { type: 'sendFeeNotice', basis: 'per_volume', amount: 100 } as const;
    life.take({ type: 'recordPayment', amount: 400 });
    expect(life.refusal(other)).toMatchObject({ fields: ['basis standard-fixed'] });
    const again = feeAsked(life, '2026-03-10', '2026-03-11', 100);
    expect(life.now.file.round.moves.feeNotices.at(-1)).toMatchObject({ noticeId: again, basis: 'per_item' });
    expect(life.replayed()).toEqual(life.now);
  });

  test('before it is paid, another standard takes its place', () => {
    const life = awaited();
    lift(life, '2026-03-09');
    life.take({ type: 'sendFeeNotice', basis: 'per_volume', amount: 100 });
  });

  test('after one that was paid leaves the restart of the payment as it was', () => {
    const life = awaited().on('2026-03-09');
    life.take({ type: 'recordPayment', amount: 400 });
    const { finalDue, feePaymentDue } = life.ledger;
    feeAsked(life, '2026-03-10', '2026-03-11', 100);
    lift(life, '2026-03-13');
    expect(life.ledger).toMatchObject({ restartedOn: '2026-03-09', finalDue, feePaymentDue, feeLiftedOn: '2026-03-13' });
    expect(life.replayed()).toEqual(life.now);
  });

  test('is asked for anew while the reply is due, and then begins a wait of its own', () => {
    const life = awaited();
    lift(life, '2026-03-11');
    feeAsked(life, '2026-03-12', '2026-03-13', 100);
    expect(life.ledger).toMatchObject({ clock: 'awaiting_payment', feePaymentDue: '2026-04-13' });
    life.on('2026-03-16').take({ type: 'recordPayment', amount: 100 });
    expect(life.ledger).toMatchObject({ clock: 'running', restartedOn: '2026-03-16' });
    expect(because(life)).toBeUndefined();
  });

  test('after its period was over is no abandonment either', () => {
    const life = awaited().on('2026-05-11');
    expect(life.standing.clock).toBe('deemed_abandoned');
    lift(life, '2026-05-11');
    expect(life.standing).toMatchObject({ clock: 'running', light: 'overdue' });
  });

  test('goes along with what is taken out of the case', () => {
    const life = awaited();
    lift(life, '2026-03-11');
    const inherited = inheritanceOf(life.on('2026-03-12').now.file, localDate('2026-03-12'));
    const part = new Life(atCounter('2026-03-03'), { items: ['b'], today: '2026-03-12', inherited });
    expect(part.ledger).toMatchObject({ finalDue: '2026-03-31', feeLiftedOn: '2026-03-11' });
  });
});

describe('what was rightly asked (FEE)', () => {
  test('and is owed no more since an item was withdrawn lets the period begin anew', () => {
    const life = awaited().on('2026-03-10');
    life.take({ type: 'withdrawItem', itemId: 'item-2', how: 'by phone' });
    const { fact } = lift(life, '2026-03-11');
    expect(fact).toMatchObject({ inError: false });
    expect(life.ledger).toMatchObject({ restartedOn: '2026-03-11', finalDue: '2026-04-09' });
    expect(because(life)).toBeUndefined();
  });

  test('was not, where whoever lifts it says so, although an item was withdrawn as well', () => {
    const life = awaited().on('2026-03-10');
    life.take({ type: 'withdrawItem', itemId: 'item-2', how: 'by phone' });
    lift(life, '2026-03-11', { inError: true });
    expect(life.ledger).toMatchObject({ finalDue: '2026-03-31', feeLiftedOn: '2026-03-11' });
    expect(life.replayed()).toEqual(life.now);
  });
});

test('the applicant is told in writing that nothing is to be paid: a notice that leaves and is served like any other', () => {
  const life = awaited();
  const noticeId = idOf(lift(life, '2026-03-11', { dispatchedOn: null }));
  const noticeNow = () => life.now.file.notices.find(({ id }) => id === noticeId);
  expect(noticeNow()).toMatchObject({ kind: 'fee_lifted', madeOn: '2026-03-11', dispatchedOn: null });
  life.take({ type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'E1' });
  life.on('2026-03-13').take({ type: 'recordService', noticeId, how: 'signed for' });
  expect(noticeNow()).toMatchObject({ dispatchedOn: '2026-03-11', servedOn: '2026-03-13' });
  expect(life.ledger.finalDue).toBe('2026-03-31');
});
