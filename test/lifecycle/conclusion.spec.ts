import { conclusionAhead, conclusionOf } from '@gongkai/lifecycle';
import { Life } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { acceptedOn, GRANTED, REFUSED, served, signed, type Decided } from '../support/roads.js';

const refusedCase = (): Life => served(signed(acceptedOn('2026-02-09'), '2026-03-05', [REFUSED]), '2026-03-06', '2026-03-10');

describe('what annual reports count', () => {
  test('the answer of the first round stays, in its year, whatever is decided anew (counting rule 5)', () => {
    const life = refusedCase();
    const first = { on: '2026-03-06', outcome: 'refused', reason: 'process_information' };
    expect(conclusionOf(life.now.file)).toEqual(first);
    life.on('2026-04-20').take({ type: 'recordReconsiderationCopy' });
    life.on('2026-06-15').take({ type: 'recordReconsiderationDecision', result: 'annulled', actAnew: true });
    expect(conclusionOf(life.now.file)).toEqual(first);
    served(signed(life, '2026-06-20'), '2026-06-20', '2026-06-22');
    expect(life.standing.outcome).toBe('already_public');
    expect(conclusionOf(life.now.file)).toEqual(first);
  });

  test('where nothing had been answered, the answer that was ordered is the first', () => {
    const life = acceptedOn('2026-02-09').on('2026-03-17');
    life.take({ type: 'recordReconsiderationCopy', on: '2026-03-16' });
    life.on('2026-05-11').take({ type: 'recordReconsiderationDecision', result: 'ordered', actAnew: true });
    expect(conclusionOf(life.now.file)).toBeNull();
    served(signed(life, '2026-05-18'), '2026-05-18', '2026-05-19');
    expect(conclusionOf(life.now.file)).toEqual({ on: '2026-05-18', outcome: 'already_public', reason: null });
  });

  test('what is given in part says whether the rest is held at all', () => {
    const ended = (rest: Decided): unknown => {
      const life = signed(acceptedOn('2026-02-09', ['a', 'b']), '2026-03-05', [GRANTED, rest]);
      return conclusionOf(served(life, '2026-03-06', '2026-03-10').now.file);
    };
    expect(ended({ code: 'not_this_organ', reasons: 'the tax office has it', otherOrgan: 'tax, 12366' })).toMatchObject({
      outcome: 'partly_granted',
      reason: 'not_held',
    });
    expect(ended(REFUSED)).toMatchObject({ outcome: 'partly_granted', reason: null });
  });

  test('how it would be counted is said once all of it is decided, and no more once it is over', () => {
    const life = acceptedOn('2026-02-09', ['a', 'b']).on('2026-03-02');
    const [first = '', second = ''] = life.now.file.items.map(({ id }) => id);
    life.take({ type: 'decideItem', itemId: first, ...GRANTED });
    expect(conclusionAhead(life.now.file)).toBeNull();
    life.take({ type: 'decideItem', itemId: second, ...REFUSED });
    expect(conclusionAhead(life.now.file)).toEqual({ outcome: 'partly_granted', reason: null });
    const over = served(signed(life, '2026-03-05', [GRANTED, REFUSED]), '2026-03-06', '2026-03-10');
    expect(conclusionAhead(over.now.file)).toBeNull();
  });

  test('what was no application is not counted', () => {
    const life = new Life(atCounter('2026-02-09'));
    life.take({ type: 'voidCase', reason: 'a letter of thanks' });
    expect(life.standing.outcome).toBe('other');
    expect(conclusionOf(life.now.file)).toBeNull();
  });
});
