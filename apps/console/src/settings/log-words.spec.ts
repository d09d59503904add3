import { isLocalDate } from '@gongkai/calendar';
import { nameKeyOf } from './log-words.js';

test('whom work was handed over to is a name and no day', () => {
  expect([nameKeyOf('to', 'work-handed-over'), isLocalDate('唐以恒')]).toEqual(['field.handed-to', false]);
});

test('the end of an absence is a day', () => {
  expect(isLocalDate('2026-03-02')).toBe(true);
  expect(nameKeyOf('to', 'absence-entered')).toBe('field.to');
});
