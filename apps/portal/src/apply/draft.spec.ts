import { applicationOf, emptyDraft } from './draft.js';

test('an agent shows any of the documents that applicants show; without a number none is named', () => {
  const draft = { ...emptyDraft(), agent: '何律', agentIdType: '护照' } as const;
  expect(applicationOf({ ...draft, agentIdNumber: 'E12345678' })).toMatchObject({
    applicant: { agent: '何律', agentIdType: '护照', agentIdNumber: 'E12345678' },
  });
  expect((applicationOf(draft) as { applicant: object }).applicant).not.toHaveProperty('agentIdType');
});
