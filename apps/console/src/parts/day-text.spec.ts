import { localDate } from '@gongkai/calendar';
import { dayText } from './day-text.js';

const friday = localDate('2026-05-29');

test.each([
  ['zh-CN', 'long', '2026年5月29日（周五）'],
  ['zh-CN', 'list', '5月29日 周五'],
  ['zh-CN', 'short', '5月29日'],
  ['zh-CN', 'weekday', '周五'],
  ['en', 'long', 'Fri 29 May 2026'],
  ['en', 'list', 'Fri 29 May'],
  ['en', 'short', '29 May'],
  ['en', 'weekday', 'Fri'],
] as const)('in %s, %s, a day reads %s', (language, style, text) => {
  expect(dayText(friday, language, style)).toBe(text);
});
