import { readFeeTariffs } from '@gongkai/platform';
import { idOf, LAW, Life } from '../support/life.js';
import { atCounter } from '../support/play.js';

const PER_ITEM = { type: 'sendFeeNotice', basis: 'per_item', finding: '14 in a month', itemsBefore: 0 } as const;

/** 14 items in a month, of which four are charged; the notice was served on 6 March. */
function asked(): Life {
  const items = Array.from({ length: 14 }, (_, at) => `item ${String(at)}`);
  const life = new Life(atCounter('2026-03-03'), { items, law: { ...LAW, tariffs: readFeeTariffs('config') } });
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
