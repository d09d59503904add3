import { replay } from '@gongkai/lifecycle';
import { LAW, type Life } from '../support/life.js';
import { acceptedOn } from '../support/roads.js';

const FOUND = { code: 'search-found', article: 'REG 36(4)' };
const search = (life: Life, searched: string, itemIds?: readonly string[]): void => {
  life.take({
    type: 'recordSearch',
    where: 'archive',
    words: 'minutes',
    result: searched,
    searched,
    ...(itemIds ? { itemIds } : {}),
  });
};
const absent = (itemId: string, more: object = {}) => ({ type: 'decideItem', itemId, code: 'not_existing', ...more }) as const;
const SUBMIT = { type: 'submitForApproval' } as const;

describe('what a search found', () => {
  test('is not told not to exist, but after a later search or with a word of why it is not meant', () => {
    const life = acceptedOn('2026-03-02');
    search(life, 'found');
    expect(life.now.file.items).toMatchObject([{ searchFound: true }]);
    expect(life.refusal(absent('item-1'))).toEqual(FOUND);
    life.take(absent('item-1', { unlikeFound: 'the minutes of another year' }));
    expect(replay(life.journal, LAW)).toEqual(life.now);
    search(life, 'nothing');
    life.take(absent('item-1'));
    life.take(SUBMIT);
  });

  test('is recorded for who has searched, where somebody else writes it down', () => {
    const life = acceptedOn('2026-03-02');
    const searchedBy = '档案室王敏';
    life.take({ type: 'recordSearch', where: 'archive', words: 'minutes', result: 'nothing', searchedBy, on: '2026-03-02' });
    expect(life.journal.at(-1)?.fact).toMatchObject({ type: 'SEARCH_RECORDED', searchedBy, on: '2026-03-02' });
    expect(replay(life.journal, LAW)).toEqual(life.now);
  });

  test('after it was decided keeps the draft back', () => {
    const life = acceptedOn('2026-03-02');
    search(life, 'nothing');
    life.take(absent('item-1'));
    search(life, 'found');
    expect(life.refusal(SUBMIT)).toEqual(FOUND);
    expect(life.steps().refused).toContainEqual(expect.objectContaining({ type: 'submitForApproval', ...FOUND }));
    expect(life.standing.turn).toMatchObject({ role: 'caseworker', step: 'decideItem' });
  });

  test('after the draft was submitted is its approver’s to send back', () => {
    const life = acceptedOn('2026-03-02');
    search(life, 'nothing');
    life.take(absent('item-1'));
    life.take(SUBMIT);
    expect(life.standing.turn).toMatchObject({ role: 'approver', step: 'approve' });
    search(life, 'found');
    expect(life.refusal({ type: 'approve' })).toEqual(FOUND);
    expect(life.standing.turn).toMatchObject({ role: 'approver', step: 'sendBack' });
    life.take({ type: 'sendBack', reason: 'it was found' });
    expect(life.standing.turn).toMatchObject({ role: 'caseworker', step: 'decideItem' });
  });

  test('nowhere but for another item lets nothing be told not to exist', () => {
    const life = acceptedOn('2026-03-02', ['a', 'b']);
    search(life, 'nothing', ['item-1']);
    expect(life.refusal(absent('item-2'))).toEqual({ code: 'search-missing', article: 'REG 36(4)' });
    life.take(absent('item-1'));
    life.take({ type: 'recordSearch', where: 'archive', words: 'minutes', result: 'nothing' });
    life.take(absent('item-2'));
    expect(replay(life.journal, LAW)).toEqual(life.now);
  });

  test('for one item says nothing of another, nor does a search of which nobody says what came of it', () => {
    const life = acceptedOn('2026-03-02', ['a', 'b']);
    search(life, 'found', ['item-1']);
    life.take({ type: 'recordSearch', where: 'archive', words: 'minutes', result: 'one' });
    expect(life.refusal(absent('item-1'))).toEqual(FOUND);
    life.take(absent('item-2'));
    const unknown = { type: 'recordSearch', where: 'x', words: 'x', result: 'x', itemIds: ['elsewhere'] } as const;
    expect(life.refusal(unknown).fields).toEqual(['itemIds.0 unknown-item']);
  });
});
