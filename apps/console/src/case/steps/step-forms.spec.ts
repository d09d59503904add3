import type { CaseView } from '@gongkai/contracts';
import { startValues } from './step-forms.js';

type Item = CaseView['items'][number];
type Review = NonNullable<Item['review']>;

const item = (id: string, status: Review['status'] | null): Item => ({
  id,
  description: id,
  decision: null,
  fileIds: [],
  review: status === null ? null : { status, fileIds: [], submittedBy: 'w' },
  remedy: null,
});

/** What the form proposes where both items can be submitted to review. */
function proposed(...items: readonly Item[]): unknown {
  const subjects = items.map(({ id }) => ({ field: 'itemId', id }));
  const permitted: CaseView['permitted'] = [{ type: 'submitReview', subjects } as CaseView['permitted'][number]];
  return startValues('submitReview', { permitted, items: [...items], delivery: 'post', clock: 'running' });
}

test('an item that is with the reviewer is not proposed again while another waits', () => {
  const [first, second] = [{ itemId: { field: 'itemId', id: '1' } }, { itemId: { field: 'itemId', id: '2' } }];
  expect(proposed(item('1', null), item('2', null))).toEqual(first);
  expect(proposed(item('1', 'pending'), item('2', null))).toEqual(second);
  expect(proposed(item('1', 'blocked'), item('2', 'pending'))).toEqual(first);
  expect(proposed(item('1', 'pending'), item('2', 'pending'))).toEqual(first);
});
