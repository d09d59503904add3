import { createHash } from 'node:crypto';
import { caseMachine, MACHINE_VERSION } from '@gongkai/lifecycle';
import { idOf, Life } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { correctionAsked, feeAsked, GRANTED, served, signed } from '../support/roads.js';

/** The version, and the shape that cases are stored in under it. */
const RECORDED = { version: 49, shape: '04dbeb0d5a88d672' };

/** Every path of a value, without its values and its places in lists. */
const pathsIn = (value: unknown, at = ''): string[] => {
  if (Array.isArray(value)) return value.flatMap((one) => pathsIn(one, `${at}[]`));
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, `${at}.${key}`));
};

/** A case in which a good deal has happened. */
function rich(): Life {
  const life = new Life(atCounter('2026-03-02'), { items: ['a', 'b'] });
  life.take({ type: 'accept' });
  life.take({ type: 'claim' });
  life.take({ type: 'tick', item: 'applicant_known', done: true });
  const order = { type: 'issueOrder', orderKind: 'explain', demand: 'x', workingDays: 2 } as const;
  life.take(order);
  const orderId = life.now.file.orders[0]?.id;
  life.take({ type: 'answerOrder', orderId, answer: 'x' });
  life.take({ type: 'closeOrder', orderId, remark: 'x' });
  life.take({ type: 'recordSearch', where: 'x', words: 'x', result: 'x' });
  correctionAsked(life, '2026-03-03', '2026-03-04');
  life.on('2026-03-05').take({ type: 'receiveCorrection' });
  feeAsked(life, '2026-03-06', '2026-03-09');
  life.on('2026-03-10').take({ type: 'recordPayment', amount: 200 });
  const consultationId = idOf(life.take({ type: 'askThirdParty', party: 'the firm', itemIds: ['item-1', 'item-2'] }));
  life.take({ type: 'recordService', consultationId, how: 'EMS' });
  life.on('2026-03-12').take({ type: 'recordAnswer', consultationId, answer: 'refuse' });
  life.take({ type: 'overrideThirdParty', consultationId, itemIds: ['item-1', 'item-2'], publicInterest: 'safety' });
  life.take({ type: 'dispatchNotice', noticeId: life.now.file.notices.at(-1)?.id, mode: 'ems', trackingNumber: 'EA000001859CN' });
  life.take({ type: 'proposeExtension', workingDays: 10, reason: 'many' });
  life.take({ type: 'approveExtension' });
  served(signed(life, '2026-03-16', [GRANTED]), '2026-03-16', '2026-03-18');
  life.on('2026-03-20').take({ type: 'recordReconsiderationCopy' });
  life.on('2026-04-20').take({ type: 'recordReconsiderationDecision', result: 'annulled', actAnew: true });
  return life;
}

test('an older case is told again wherever chart or case have another shape than its version knew', () => {
  const paths = [...new Set(pathsIn(rich().now.file))].sort();
  const shape = createHash('sha256')
    .update(JSON.stringify([paths, caseMachine.config]))
    .digest('hex')
    .slice(0, 16);
  // Whoever changes it raises MACHINE_VERSION, if that has not been done since the last release, and records both here.
  expect({ version: MACHINE_VERSION, shape }).toEqual(RECORDED);
});
