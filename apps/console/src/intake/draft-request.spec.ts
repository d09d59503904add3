import type { LocalDate } from '@gongkai/calendar';
import { newDraft } from './draft.js';
import { draftFrom } from './draft-from.js';
import { applicationOf } from './draft-request.js';
import { spotProblem, spotSteps } from './spot.js';

const today = '2026-11-26' as LocalDate;
const draft = newDraft({ channel: 'registered_mail', contactWith: '何晓雯' });

test('a day that was not typed is missing, not misread', () => {
  expect(applicationOf(draft, today).receipt).toEqual({ channel: 'registered_mail' });
  expect(applicationOf({ ...draft, arrivedOn: '5-40' }, today).receipt).toMatchObject({ signedOn: '5-40' });
});

test('what the applicant suggests goes along, with its reason where there is one (REG 44)', () => {
  const typed = { ...draft, suggestReason: ' 多人关心 ' };
  expect(applicationOf(typed, today)).not.toHaveProperty('suggestion');
  expect(applicationOf({ ...typed, suggests: true }, today).suggestion).toEqual({ reason: '多人关心' });
  expect(applicationOf({ ...draft, suggests: true }, today).suggestion).toEqual({});
});

describe('an answer on the spot', () => {
  const items = [{ id: 'a' }, { id: 'b' }] as Parameters<typeof spotSteps>[2]['items'];
  const lies = { spotPages: '3页', spotPlace: '窗口' };
  const given = { ...draft, channel: 'in_person', arrivedOn: '今', spot: 'granted', spotWhat: ' 台账一份 ', ...lies } as const;
  const types = (one: typeof draft) => spotSteps(one, today, { items }).map(({ type }) => type);

  test('of paper goes to review, of what is public to approval', () => {
    const shown = { original: '台账一份', originalPages: '3页', originalPlace: '窗口' };
    expect(spotSteps(given, today, { items }).slice(2)).toEqual([
      { type: 'decideItem', itemId: 'a', code: 'granted', reasons: '台账一份' },
      { type: 'decideItem', itemId: 'b', code: 'granted', reasons: '台账一份' },
      { type: 'submitReview', itemId: 'a', ...shown },
      { type: 'submitReview', itemId: 'b', ...shown },
    ]);
    const told = spotSteps({ ...given, spot: 'already_public' }, today, { items });
    expect(told.slice(-2)).toEqual([
      { type: 'decideItem', itemId: 'b', code: 'already_public', otherOrgan: '台账一份' },
      { type: 'submitForApproval' },
    ]);
  });

  test('is marked from the first, and so is one that a caseworker is asked for: nothing but the application is sent then', () => {
    expect(applicationOf(given, today).receipt).toMatchObject({ onTheSpot: true });
    const asked = { ...given, spot: 'waits', spotWhat: '' } as const;
    expect(applicationOf(asked, today).receipt).toMatchObject({ onTheSpot: true });
    expect([types(asked), spotProblem(asked, today, 'en')]).toEqual([[], null]);
    for (const other of [{ ...given, spot: 'later' } as const, { ...given, arrivedOn: '昨' }])
      expect(applicationOf(other, today).receipt).not.toHaveProperty('onTheSpot');
  });

  test('is one of that day, at the counter, and says what was answered', () => {
    expect([types({ ...given, arrivedOn: '昨' }), types({ ...given, channel: 'fax' })]).toEqual([[], []]);
    expect(spotProblem(given, today, 'en')).toBeNull();
    expect(spotProblem({ ...given, spotWhat: ' ' }, today, 'en')?.fields).toMatchObject([{ path: 'spotWhat', code: 'required' }]);
    expect(spotProblem({ ...given, spotPages: '' }, today, 'en')?.fields).toMatchObject([
      { path: 'spotPages', code: 'required' },
    ]);
  });
});

test.each([
  ['苏晓明 13800000001', '苏晓明', '13800000001'],
  ['0871-65172200', '', '0871-65172200'],
  ['12345热线', '', ''],
])('a work order of %s names its caller', (sender, name, phone) => {
  const order = { source: 'hotline', arrivedOn: today, sender, files: [] } as unknown as Parameters<typeof draftFrom>[0];
  expect(draftFrom(order, '申请人本人')).toMatchObject({ channel: 'in_person', oral: false, name, phone });
});
