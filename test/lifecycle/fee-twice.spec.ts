import { feeExplained, inheritanceOf, replay, type FactOf } from '@gongkai/lifecycle';
import { readFeeTariffs } from '@gongkai/platform';
import { localDate } from '@gongkai/calendar';
import { idOf, LAW, Life } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { acceptedOn, feeAsked } from '../support/roads.js';

const PER_ITEM = { type: 'sendFeeNotice', basis: 'per_item', finding: '14 in a month', itemsBefore: 0 } as const;
const tariffs = readFeeTariffs('config');

/** 14 items in a month, of which four are charged; the notice was served on 6 March. */
function asked(): Life {
  const items = Array.from({ length: 14 }, (_, at) => `item ${String(at)}`);
  const life = new Life(atCounter('2026-03-03'), { items, law: { ...LAW, tariffs } });
  life.on('2026-03-05').take({ type: 'accept' });
  const noticeId = idOf(life.take(PER_ITEM));
  life.on('2026-03-06').take({ type: 'recordService', noticeId, how: 'signed for' });
  return life;
}

/** One application is charged once (FEE 3). */
describe('a fee is not asked for twice', () => {
  test('by the same standard a corrected notice takes the place of one that is awaited', () => {
    asked().take({ ...PER_ITEM, itemsBefore: 2 });
  });

  test('once it was paid, for the same again; what is owed beyond it can be', () => {
    const life = asked();
    life.take({ type: 'recordPayment', amount: 400 });
    expect(life.refusal(PER_ITEM)).toEqual({ code: 'invalid-request', fields: ['itemsBefore fee-paid'] });
    life.take({ ...PER_ITEM, itemsBefore: 6 });
  });
});

describe('who has paid and is told of more owes the difference', () => {
  const paid = (): Life => {
    const life = asked();
    life.take({ type: 'recordPayment', amount: 400 });
    return life.on('2026-03-09');
  };
  const made = (life: Life, charged: object): FactOf<'FEE_NOTICE_MADE'> =>
    life.take({ ...PER_ITEM, ...charged }).fact as FactOf<'FEE_NOTICE_MADE'>;

  test('of the same items, which the notice explains by the tariff for all of them', () => {
    const life = paid();
    const fact = made(life, { itemsBefore: 6 });
    expect(fact).toMatchObject({ itemsBefore: 6, itemsNow: 14, amount: 600, paidBefore: 400 });
    expect(feeExplained(fact, tariffs)?.yuan).toBe(1000);
    expect(feeExplained({ ...fact, paidBefore: 0 }, tariffs)).toBeUndefined();
  });

  test('pays that and no more, and then owes nothing of those items', () => {
    const life = paid();
    const noticeId = idOf(life.take({ ...PER_ITEM, itemsBefore: 6 }));
    life.on('2026-03-10').take({ type: 'recordService', noticeId, how: 'signed for' });
    expect(life.refusal({ type: 'recordPayment', amount: 1000 }).fields).toEqual(['amount payment-over']);
    life.take({ type: 'recordPayment', amount: 600 });
    expect(life.ledger).toMatchObject({ clock: 'running', restartedOn: '2026-03-10' });
    expect(life.refusal({ ...PER_ITEM, itemsBefore: 6 }).fields).toEqual(['itemsBefore fee-paid']);
    expect(made(life.on('2026-03-11'), { itemsBefore: 7 })).toMatchObject({ amount: 100, paidBefore: 1000 });
    expect(life.replayed()).toEqual(life.now);
  });

  test('not of items that are counted on from them', () => {
    const fact = made(paid(), { itemsBefore: 14, itemsNow: 3 });
    expect([fact.amount, fact.paidBefore]).toEqual([300, undefined]);
  });

  test('and another amount than that is refused with it', () => {
    expect(paid().refusal({ ...PER_ITEM, itemsBefore: 6, amount: 1000 }).fields).toEqual(['amount fee-differs']);
    expect(made(paid(), { itemsBefore: 6, amount: 600 }).amount).toBe(600);
  });

  test('what an item that was taken out had paid counts there too, also as it was kept in former times', () => {
    const { round, ...inherited } = inheritanceOf(paid().now.file, localDate('2026-03-09'));
    const old = round.moves.feeNotices.map(({ noticeId, amount }) => ({ noticeId, amount }));
    for (const feeNotices of [round.moves.feeNotices, old]) {
      const behind = { ...inherited, round: { ...round, moves: { ...round.moves, feeNotices } } };
      const items = ['item 13'];
      const part = new Life(atCounter('2026-03-03'), { items, today: '2026-03-09', inherited: behind, law: { ...LAW, tariffs } });
      part.take({ type: 'accept' });
      expect(part.refusal({ ...PER_ITEM, itemsNow: 14 }).fields).toEqual(['itemsBefore fee-paid']);
    }
  });
});

describe('a notice that arrives after the fee was paid on an earlier one', () => {
  /** 500 by the item, served on 20 March; another notice, by the page, is on its way since the 25th. */
  const twice = (): { readonly life: Life; readonly second: string } => {
    const life = acceptedOn('2026-03-03');
    feeAsked(life, '2026-03-19', '2026-03-20', 500);
    const second = idOf(life.on('2026-03-25').take({ type: 'sendFeeNotice', basis: 'per_volume', amount: 300 }));
    return { life, second };
  };
  const noticeIn = ({ now }: Life, noticeId: string) => now.file.notices.find(({ id }) => id === noticeId);

  test('was served, and begins no wait: the period that the payment began runs on', () => {
    const { life, second } = twice();
    life.on('2026-03-26').take({ type: 'recordPayment', amount: 500 });
    expect(life.ledger).toMatchObject({ clock: 'running', restartedOn: '2026-03-26' });
    expect(life.standing.turn).toMatchObject({ role: 'caseworker', step: 'decideItem' });
    const { finalDue } = life.ledger;
    const { fact } = life.on('2026-03-27').take({ type: 'recordService', noticeId: second, how: 'signed for' });
    expect(fact.type).toBe('NOTICE_SERVED');
    expect(life.standing).toMatchObject({ state: 'accepted', clock: 'running' });
    expect([life.ledger.finalDue, life.ledger.restartedOn]).toEqual([finalDue, '2026-03-26']);
    expect(noticeIn(life, second)).toMatchObject({ servedOn: '2026-03-27', overtakenOn: '2026-03-26' });
    expect(life.replayed()).toEqual(life.now);
  });

  test('asks for nothing either where the payment is written down after its service', () => {
    const { life, second } = twice();
    life.on('2026-03-27').take({ type: 'recordService', noticeId: second, how: 'signed for' });
    expect(life.ledger).toMatchObject({ clock: 'awaiting_payment', feePaymentDue: '2026-04-27' });
    expect(life.on('2026-03-30').refusal({ type: 'recordPayment', on: '2026-03-26', amount: 300 })).toMatchObject({
      code: 'payment-partial',
    });
    life.take({ type: 'recordPayment', on: '2026-03-26', amount: 500 });
    expect(life.ledger).toMatchObject({ clock: 'running', restartedOn: '2026-03-26', feePaymentDue: '2026-04-20' });
    expect(noticeIn(life, second)).toMatchObject({ servedOn: '2026-03-27', overtakenOn: '2026-03-26' });
    expect(life.replayed()).toEqual(life.now);
  });

  test('is paid by what was paid after it came', () => {
    const { life, second } = twice();
    life.on('2026-03-27').take({ type: 'recordService', noticeId: second, how: 'signed for' });
    life.on('2026-03-30').take({ type: 'recordPayment', amount: 300 });
    expect(noticeIn(life, second)).not.toHaveProperty('overtakenOn');
    expect(life.refusal({ type: 'sendFeeNotice', basis: 'per_item', amount: 100 }).fields).toEqual(['basis standard-fixed']);
  });

  test('that has not left is not sent any more; that it had left before the payment can be told', () => {
    const life = acceptedOn('2026-03-03');
    feeAsked(life, '2026-03-19', '2026-03-20', 500);
    const second = { type: 'sendFeeNotice', basis: 'per_volume', amount: 300, dispatchedOn: null } as const;
    const noticeId = idOf(life.on('2026-03-25').take(second));
    life.on('2026-03-26').take({ type: 'recordPayment', amount: 500 });
    const sent = { type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'EA000001859CN' } as const;
    expect(life.on('2026-03-27').refusal(sent).fields).toEqual(['noticeId fee-paid-meanwhile']);
    life.take({ ...sent, dispatchedOn: '2026-03-25' });
  });

  test('is asked for no more by the post that brings it back: nobody has to send it again', () => {
    const { life, second } = twice();
    life.on('2026-03-26').take({ type: 'recordPayment', amount: 500 });
    life.on('2026-03-27').take({ type: 'recordReturn', noticeId: second, reason: 'refused' });
    expect(life.standing.turn).toMatchObject({ step: 'decideItem' });
  });

  test('began a wait where a journal of former times says so', () => {
    const { life, second } = twice();
    life.on('2026-03-26').take({ type: 'recordPayment', amount: 500 });
    life.on('2026-03-27').take({ type: 'recordService', noticeId: second, how: 'signed for' });
    const journal = life.journal.map(({ fact, ...entry }) => ({
      ...entry,
      fact: fact.type === 'NOTICE_SERVED' ? { ...fact, type: 'FEE_NOTICE_RECEIVED' as const } : fact,
    }));
    const former = replay(journal, life.law);
    expect(former.value).toMatchObject({ open: { fee: 'awaiting' } });
    expect(former.file.notices.find(({ id }) => id === second)).not.toHaveProperty('overtakenOn');
  });
});
