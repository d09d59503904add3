import { emptyDraft, requestOf } from './draft.js';

test('a day of issue that nobody typed is left out, so that the answer says it is missing and not that it cannot be read', () => {
  expect(requestOf(emptyDraft(2027))).not.toHaveProperty('issuedOn');
  expect(requestOf({ ...emptyDraft(2027), issuedOn: 'x' })).toMatchObject({ issuedOn: 'x' });
});
