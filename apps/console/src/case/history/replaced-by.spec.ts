import type { JournalEntryView } from '@gongkai/contracts';
import { replacedBy } from './replaced-by.js';

const entry = (seq: number, type: string, fact: JournalEntryView['fact'] = {}) => ({ seq, type, fact });

test('an item decided anew takes the place of what was decided of it before, in the same round', () => {
  const [first, other] = [entry(1, 'ITEM_DECIDED', { itemId: 'a' }), entry(2, 'ITEM_DECIDED', { itemId: 'b' })];
  const anew = entry(4, 'ITEM_DECIDED', { itemId: 'a' });
  expect(replacedBy(anew, [first, other, anew])).toBe(first);
  expect(replacedBy(first, [first, other, anew])).toBeUndefined();
  expect(replacedBy(anew, [first, other, entry(3, 'ROUND_ORDERED'), anew])).toBeUndefined();
});

test('whoever holds a case takes it from whoever held it last, whatever the step', () => {
  const [claimed, assigned] = [entry(1, 'CLAIMED', { assignee: 'a' }), entry(3, 'ASSIGNED', { assignee: 'b' })];
  expect(replacedBy(assigned, [claimed, entry(2, 'ROUND_ORDERED'), assigned])).toBe(claimed);
  expect(replacedBy(entry(2, 'NOTED'), [claimed])).toBeUndefined();
});
