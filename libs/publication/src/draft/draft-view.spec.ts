import type { Person } from '@gongkai/casework';
import type { DraftRow } from './draft-rows.js';
import { isOwn } from './draft-view.js';

const deputy = { id: 'deputy', standsFor: [{ id: 'head' }] } as unknown as Person;
const row = (madeBy: string, reviewer: string): DraftRow =>
  ({ made_by: [madeBy], history: [{ did: 'pass', by: reviewer }] }) as unknown as DraftRow;

test.each([
  ['pass', row('head', ''), true],
  ['pass', row('somebody', ''), false],
  ['publish', row('somebody', 'head'), true],
  ['publish', row('somebody', 'reviewer'), false],
  ['return', row('head', ''), false],
] as const)('who signs for somebody cannot be the second person for what they did: %s %#', (move, of, expected) => {
  expect(isOwn(move, deputy, of)).toBe(expected);
});
