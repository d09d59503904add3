import { replay } from '@gongkai/lifecycle';
import { LAW, type Life } from '../support/life.js';
import { acceptedOn, REFUSED, served, signed } from '../support/roads.js';

const FILE = { type: 'file', unproven: 'the slips lie in the paper folder' } as const;
const AGENT = { type: 'changeAgent', agent: '何律' } as const;
const closed = (): Life => served(signed(acceptedOn('2026-03-02'), '2026-03-10', [REFUSED]), '2026-03-11', '2026-03-12');
const filed = (): Life => {
  const life = closed();
  life.take(FILE);
  return life.on('2026-03-20');
};

/** What is filed is locked: what comes is added, and acts that belong to the handling are over (REG 45; ADR 190). */
describe('after filing', () => {
  test('another agent is named only while a remedy is open, for whom they appear in it', () => {
    const open = closed();
    open.take(AGENT);
    const life = filed();
    expect(life.refusal(AGENT)).toEqual({ code: 'step-not-permitted', reason: 'agent-after-filing', article: 'REG 45' });
    expect(life.steps().refused).toContainEqual(
      expect.objectContaining({ type: 'changeAgent', code: 'step-not-permitted', article: 'REG 45' }),
    );
    life.take({ type: 'recordReconsiderationCopy', track: 'summary' });
    life.take(AGENT);
    expect(replay(life.journal, LAW)).toEqual(life.now);
    life.on('2026-04-20').take({ type: 'recordReconsiderationDecision', result: 'upheld' });
    expect(life.refusal(AGENT)).toMatchObject({ reason: 'agent-after-filing' });
  });

  test('the suggestion to publish is a later act and is taken, answered and carried out', () => {
    const life = filed();
    life.take({ type: 'suggestPublication' });
    life.take({ type: 'declinePublication', reason: 'theirs alone' });
    expect(life.standing.state).toBe('filed');
  });

  test('nothing of the handling is done any more', () => {
    const life = filed();
    for (const step of [
      { type: 'recordSearch', where: 'archive', words: 'all', result: 'none' },
      { type: 'decideItem', itemId: 'item-1', code: 'granted' },
      { type: 'tick', item: 'applicant_known', done: true },
      { type: 'markInapplicable', line: 'envelope', reason: 'it came without' },
      { type: 'withdraw', how: 'letter' },
    ])
      expect(life.refusal(step as never)).toMatchObject({ code: 'step-not-permitted' });
    life.take({ type: 'note', text: 'what was found later is added' });
  });
});
