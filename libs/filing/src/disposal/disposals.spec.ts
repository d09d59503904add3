import type { Person } from '@gongkai/casework';
import type { DisposalRow } from './disposal-rows.js';
import { isOwnWitness, objectionTo } from './disposals.js';

const deputy = { id: 'deputy', organId: 'organ', roles: ['approver'], standsFor: [{ id: 'head' }] } as unknown as Person;
const listedBy = (by: string): DisposalRow =>
  ({ organ_id: 'organ', state: 'listed', history: [{ did: 'list', by }] }) as unknown as DisposalRow;

test.each([
  ['oneself', 'deputy', 'self-approval'],
  ['whom one signs for', 'head', 'self-approval'],
  ['somebody else', 'archivist', undefined],
])('who approves a disposal is a second person: listed by %s', (_, by, code) => {
  expect(objectionTo('approve', listedBy(by), deputy)?.code).toBe(code);
});

test.each([
  ['周敏', true],
  ['区档案馆 周敏', true],
  ['区档案馆周敏', true],
  ['周敏（档案科）', true],
  ['区档案馆 周敏华', false],
  ['区档案馆 李四', false],
])('who destroys is not their own witness: %s', (witness, isOwn) => {
  expect(isOwnWitness({ move: 'carry-out', witness }, { name: '周敏' })).toBe(isOwn);
});
