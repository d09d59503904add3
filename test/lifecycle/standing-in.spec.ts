import type { Actor } from '@gongkai/lifecycle';
import { Life, personOf } from '../support/life.js';
import { atCounter } from '../support/play.js';

const holder = personOf('caseworker');
const substitute: Actor = { id: 'the-substitute', roles: ['caseworker', 'clerk'], ogiHead: false, substituteFor: [holder.id] };
const inHand = (): Life => {
  const life = new Life(atCounter('2026-03-02'));
  life.take({ type: 'accept' });
  life.take({ type: 'claim' }, holder);
  return life;
};
const SEARCH = { type: 'recordSearch', where: '档案室', words: '会议纪要', result: '找到' } as const;

describe('a substitute who takes the steps of whoever is away', () => {
  test('takes them by their own post, and the entry says for whom; made again from its journal the case is the same', () => {
    const life = inHand();
    expect(life.take({ type: 'decideItem', itemId: 'item-1', code: 'granted' }, substitute).fact).toMatchObject({
      type: 'ITEM_DECIDED',
      standingInFor: holder.id,
    });
    expect(JSON.stringify(life.now.file)).not.toContain('standingInFor');
    expect(life.replayed()).toEqual(life.now);
  });

  test('says nothing of it with a case that somebody else holds or nobody, nor in what everybody does in their own name', () => {
    const elsewhere: Actor = { ...substitute, substituteFor: ['another'] };
    expect(inHand().take(SEARCH, elsewhere).fact).not.toHaveProperty('standingInFor');
    expect(inHand().take(SEARCH, holder).fact).not.toHaveProperty('standingInFor');
    expect(inHand().take({ type: 'note', text: '已电话联系' }, substitute).fact).not.toHaveProperty('standingInFor');
    const pool = new Life(atCounter('2026-03-02'));
    expect(pool.take({ type: 'accept' }, substitute).fact).not.toHaveProperty('standingInFor');
  });
});
