import { applicationOf, askedOf, emptyDraft, keyed } from './draft.js';
import { stillWrong } from './still-wrong.js';

const draft = { ...emptyDraft(), organ: 'bureau', files: [{ id: 'a', name: '身份证.pdf' }], powerOfAttorney: 'a' };

test('what was handed to one organ does not go to another', () => {
  expect(askedOf(draft, 'bureau')).toBe(draft);
  const elsewhere = askedOf(draft, 'housing');
  expect(elsewhere).toEqual({ ...draft, organ: 'housing', files: [], powerOfAttorney: '', leftBehind: ['身份证.pdf'] });
  expect(askedOf(elsewhere, 'street').leftBehind).toEqual(['身份证.pdf']);
});

test('sent again it has the same key; sent with other words another one, for what was sent first may be there', () => {
  const first = keyed(draft);
  expect(keyed(first)).toBe(first);
  expect(keyed({ ...first, name: '沈知远' }).key).not.toBe(first.key);
});

describe('what is wrong is told until it is touched', () => {
  const wrong = { name: '', 'how.email': '', phone: '', idNumber: '', 'items.0.description': '' };
  const left = (change: object): string[] => Object.keys(stillWrong(wrong, draft, { ...draft, ...change }));

  test.each([
    ['a field of its own', { name: '沈知远' }, ['how.email', 'phone', 'idNumber', 'items.0.description']],
    ['another way to be reached', { email: 's@example.org' }, ['name', 'idNumber', 'items.0.description']],
    ['a document in place of its number', { files: [] }, ['name', 'how.email', 'phone', 'items.0.description']],
    ['an item', { items: [{ ...draft.items[0], description: '台账' }] }, ['name', 'how.email', 'phone', 'idNumber']],
    ['nothing that was wrong', { agent: '何晓雯' }, Object.keys(wrong)],
  ])('%s', (_, change, expected) => expect(left(change)).toEqual(expected));
});

test('an agent shows any of the documents that applicants show; without a number none is named', () => {
  const draft = { ...emptyDraft(), agent: '何律', agentIdType: '护照' } as const;
  expect(applicationOf({ ...draft, agentIdNumber: 'E12345678' })).toMatchObject({
    applicant: { agent: '何律', agentIdType: '护照', agentIdNumber: 'E12345678' },
  });
  expect((applicationOf(draft) as { applicant: object }).applicant).not.toHaveProperty('agentIdType');
});
