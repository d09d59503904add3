import type { LocalDate } from '@gongkai/calendar';
import type { CaseRow } from '@gongkai/contracts';
import { dueOf } from './due.js';

const day = (text: string): LocalDate => text as LocalDate;
const turn: CaseRow['turn'] = {
  who: null,
  since: day('2026-11-26'),
  days: 0,
  step: null,
  sentBackFor: null,
  due: null,
  daysLeft: null,
};
const plain = { turn, finalDue: null, provisional: null, cautious: null, provisionalCautious: null, light: 'green' } as const;

test('a misaddressed letter is worked to the earlier reading, the other stands beside it', () => {
  const both = { ...plain, finalDue: day('2026-12-24'), cautious: day('2026-12-14') };
  expect(dueOf(both)).toEqual({ day: '2026-12-14', mark: 'cautious', otherwise: '2026-12-24' });
  expect(dueOf({ ...plain, cautious: day('2026-12-14') })).toEqual({ day: '2026-12-14', mark: 'cautious', otherwise: null });
  expect(dueOf({ ...both, cautious: day('2026-12-24') })).toEqual({ day: '2026-12-24', mark: null, otherwise: null });
});

test('of two estimates of one letter the earlier one says that it is both', () => {
  const both = { ...plain, provisional: day('2027-01-15'), provisionalCautious: day('2027-01-08') };
  expect(dueOf(both)).toEqual({ day: '2027-01-08', mark: 'cautious-provisional', otherwise: '2027-01-15' });
});

test('an estimate says so, and so does the date of a clock that stands', () => {
  expect(dueOf({ ...plain, provisional: day('2027-01-08') })).toMatchObject({ day: '2027-01-08', mark: 'provisional' });
  expect(dueOf({ ...plain, finalDue: day('2026-12-24'), light: 'stopped' })).toMatchObject({ mark: 'forecast' });
});

test('of a reply that is challenged, the answer to the remedy is due', () => {
  const challenged = { ...plain, finalDue: day('2026-12-24'), turn: { ...turn, due: day('2026-12-31') } };
  expect(dueOf(challenged)).toEqual({ day: '2026-12-31', mark: null, otherwise: null });
});

test('a reply that came back is due again on the day of its next try', () => {
  const returned = {
    ...plain,
    finalDue: day('2026-12-24'),
    turn: { ...turn, step: 'dispatch' as const, due: day('2026-12-31') },
  };
  expect(dueOf(returned)).toEqual({ day: '2026-12-31', mark: 'again', otherwise: null });
});

test('without a date nothing is due', () => {
  expect(dueOf(plain)).toBeNull();
});
