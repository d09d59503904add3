import type { Life } from '../support/life.js';
import { acceptedOn, REFUSED, served, signed } from '../support/roads.js';

describe('a remedy that has ended', () => {
  const dueOf = ({ now, others }: Life): string[] =>
    others.flatMap(({ deadline, metOn, about }) =>
      metOn === null && about !== undefined && now.file.remedies.some(({ id }) => id === about) ? [deadline] : [],
    );
  const challenged = (type: 'recordReconsiderationCopy' | 'recordSuitCopy'): Life => {
    const life = served(signed(acceptedOn('2026-02-09'), '2026-03-05', [REFUSED]), '2026-03-06', '2026-03-10').on('2026-04-20');
    life.take(type === 'recordSuitCopy' ? { type } : { type, track: 'ordinary', acceptedOn: '2026-04-16' });
    return life;
  };

  test('asks for no answer and no decision any more, also where it was never answered; the suit after it is open', () => {
    const life = challenged('recordReconsiderationCopy');
    expect(dueOf(life)).toEqual(['reconsiderationDecisionDue', 'reconsiderationAnswerDue']);
    life.on('2026-05-18').take({ type: 'recordReconsiderationDecision', result: 'upheld' });
    expect(dueOf(life)).toEqual(['suitAfterReconsiderationUntil']);
  });

  test('asks for no defence once it was judged for good, and shows what was done in time as done', () => {
    const life = challenged('recordSuitCopy');
    expect(dueOf(life)).toEqual(['defenceDue']);
    life.on('2026-07-20').take({ type: 'recordJudgment', result: 'dismissed' });
    expect(dueOf(life)).toEqual([]);
    const answered = challenged('recordSuitCopy');
    answered.on('2026-04-22').take({ type: 'answerRemedy' });
    answered.on('2026-07-20').take({ type: 'recordJudgment', result: 'dismissed' });
    expect(answered.others.find(({ deadline }) => deadline === 'defenceDue')).toMatchObject({ metOn: '2026-04-22' });
  });
});
