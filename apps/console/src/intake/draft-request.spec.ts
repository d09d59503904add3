import type { LocalDate } from '@gongkai/calendar';
import { newDraft } from './draft.js';
import { applicationOf } from './draft-request.js';

const today = '2026-11-26' as LocalDate;
const draft = newDraft({ channel: 'registered_mail', contactWith: '何晓雯' });

test('a day that was not typed is missing, not misread', () => {
  expect(applicationOf(draft, today).receipt).toEqual({ channel: 'registered_mail' });
  expect(applicationOf({ ...draft, arrivedOn: '5-40' }, today).receipt).toMatchObject({ signedOn: '5-40' });
});
