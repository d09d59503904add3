import type { Person } from '@gongkai/casework';
import type { RedactionRow } from './redaction-rows.js';
import { isOwn } from './redaction-view.js';

const deputy = { id: 'deputy', standsFor: [{ id: 'head' }] } as unknown as Person;
const row = (markedBy: string, submittedBy: string): RedactionRow =>
  ({ marked_by: [markedBy], history: [{ did: 'submit', by: submittedBy }] }) as unknown as RedactionRow;

test.each([
  ['marked by whom one signs for', row('head', 'somebody'), true],
  ['sent to be checked by whom one signs for', row('somebody', 'head'), true],
  ['marked by somebody else', row('somebody', 'somebody'), false],
])('who checks a redaction is a second person: %s', (_, of, expected) => {
  expect(isOwn(deputy, of)).toBe(expected);
});
