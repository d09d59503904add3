import { replay } from '@gongkai/lifecycle';
import { LAW, type Life } from '../support/life.js';
import { REFUSED, acceptedOn, asked, correctionAsked, served, signed } from '../support/roads.js';

/** A refusal that was annulled: our answer anew is due 15 working days after 2 March 2026, on the 23rd, or when nothing was said, 20. */
function orderedAnew(by: 'reconsideration' | 'court', redoWorkingDays?: number): Life {
  const life = served(signed(acceptedOn('2025-12-01'), '2025-12-10', [REFUSED]), '2025-12-11', '2025-12-15').on('2026-01-12');
  const period = redoWorkingDays === undefined ? {} : { redoWorkingDays };
  if (by === 'court') {
    life.take({ type: 'recordSuitCopy' });
    life.on('2026-03-02').take({ type: 'recordJudgment', result: 'annulled', actAnew: true, ...period });
  } else {
    life.take({ type: 'recordReconsiderationCopy' });
    life.on('2026-03-02').take({ type: 'recordReconsiderationDecision', result: 'annulled', actAnew: true, ...period });
  }
  return life;
}

const EXTENSION = { type: 'proposeExtension', workingDays: 20, reason: 'many records' } as const;

describe('a period that a decision or a judgment has set (ARL 77; ALL 94)', () => {
  test.each([
    ['reconsideration', 'ARL 77'],
    ['court', 'ALL 94'],
  ] as const)('%s: nothing of ours lengthens it, and every step says why', (by, article) => {
    const life = orderedAnew(by, 15);
    expect(life.ledger).toMatchObject({ finalDue: '2026-03-23' });
    life.on('2026-03-04');
    const refused = { code: 'period-ordered', article };
    expect(life.refusal(EXTENSION)).toEqual(refused);
    expect(life.refusal({ type: 'sendCorrectionNotice', missing: 'which' })).toEqual(refused);
    const steps = life.steps().refused.filter(({ code }) => code === 'period-ordered');
    expect(steps.map(({ type }) => type).sort()).toEqual(['proposeExtension', 'sendCorrectionNotice', 'sendFeeNotice']);
    expect(steps[0]).toMatchObject({ article, reason: expect.stringContaining('15') });
  });

  test('who is consulted is asked, and the ordered day stays: lit, watched, and not stopped', () => {
    const life = orderedAnew('court', 15);
    asked(life, 'askThirdParty', '2026-03-03', '2026-03-04');
    life.on('2026-03-18');
    expect(life.ledger).toMatchObject({ clock: 'running', finalDue: '2026-03-23', consultations: [{ excludedWorkingDays: 0 }] });
    expect(life.standing).toMatchObject({ clock: 'running', light: 'yellow', daysLeft: 3, budgetDays: 15, stoppedDays: 0 });
    expect(life.watched).toContainEqual(expect.objectContaining({ deadline: 'finalDue', due: '2026-03-23' }));
    life.on('2026-03-24');
    expect(life.standing).toMatchObject({ light: 'overdue' });
  });

  test('a case that was extended or corrected in such a round before is told again by its ordered day', () => {
    const life = orderedAnew('reconsideration');
    correctionAsked(life, '2026-03-03', '2026-03-04');
    life.on('2026-03-10').take({ type: 'receiveCorrection' });
    life.take(EXTENSION);
    life.take({ type: 'approveExtension' });
    expect(life.ledger.finalDue).not.toBe('2026-03-23');
    const journal = life.journal.map((entry) =>
      entry.fact.type === 'ROUND_ORDERED' ? { ...entry, fact: { ...entry.fact, redoWorkingDays: 15 } } : entry,
    );
    life.now = replay(journal, LAW);
    expect(life.ledger).toMatchObject({ clock: 'running', finalDue: '2026-03-23', extendedDue: null });
    expect(life.ledger).not.toHaveProperty('restartedOn');
  });
});

test('an order that names no period opens that of an application, with all that belongs to it (REG 33)', () => {
  const life = orderedAnew('court');
  expect(life.ledger).toMatchObject({ finalDue: '2026-03-30' });
  life.on('2026-03-04').take(EXTENSION);
  life.take({ type: 'approveExtension' });
  expect(life.ledger).toMatchObject({ finalDue: '2026-04-28' });
});
