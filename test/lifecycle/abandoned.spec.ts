import { lacksOf } from '@gongkai/lifecycle';
import type { Life } from '../support/life.js';
import { abandoned, acceptedOn, correctionAsked, feeAsked } from '../support/roads.js';

/** A case whose applicant was told to correct or to pay, and has done neither: the period is over. */
const told: Readonly<Record<'correction' | 'fee', () => readonly [life: Life, noticeId: string]>> = {
  correction: () => over(acceptedOn('2026-03-02'), (life) => correctionAsked(life, '2026-03-03', '2026-03-04')),
  fee: () => over(acceptedOn('2026-03-02'), (life) => feeAsked(life, '2026-03-03', '2026-03-04')),
};

function over(life: Life, tell: (life: Life) => string): readonly [Life, string] {
  const noticeId = tell(life);
  return [life.on('2026-05-11'), noticeId];
}

describe.each(['correction', 'fee'] as const)('nobody has abandoned anything who was not told (%s)', (cause) => {
  const close = { type: 'closeAbandoned', cause } as const;

  test('where nothing proves that the notice arrived, why is kept; a program that says nothing is not refused: the day it arrived is on record', () => {
    const [silent] = told[cause]();
    expect(silent.take(close).fact).not.toHaveProperty('unproven');
    expect(silent.now.file.notices.flatMap(lacksOf)).not.toEqual([]);
    const [life] = told[cause]();
    expect(life.take(abandoned(cause)).fact).toMatchObject({ unproven: 'lost' });
    expect(life.replayed()).toEqual(life.now);
  });

  test('once the proof is added, no word is asked for, and none is kept', () => {
    const [life, noticeId] = told[cause]();
    const way = { mode: 'ems', trackingNumber: 'EA000001232CN', fileIds: ['slip'] } as const;
    life.take({ type: 'addProof', noticeId, ...way });
    expect(life.take(close).fact).not.toHaveProperty('unproven');
  });
});
