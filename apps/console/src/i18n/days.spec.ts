import { dayWords } from './days.js';

const friday = '2026-05-29';

test.each([
  ['zh-CN', 'full', '2026年5月29日（周五）'],
  ['zh-CN', 'listed', '5月29日 周五'],
  ['zh-CN', 'short', '5月29日'],
  ['zh-CN', 'weekday', '周五'],
  ['zh-CN', 'tick', '5/29'],
  ['en', 'full', 'Fri 29 May 2026'],
  ['en', 'listed', 'Fri 29 May'],
  ['en', 'short', '29 May'],
  ['en', 'weekday', 'Fri'],
  ['en', 'month', 'May 2026'],
] as const)('in %s, %s, a day reads %s', (language, style, text) => {
  expect(dayWords[language][style](friday)).toBe(text);
});

test('a span of days says both ends, one day alone itself', () => {
  expect(dayWords['zh-CN'].range('2026-04-08', '2026-04-10')).toBe('4月8日—4月10日');
  expect(dayWords.en.range('2026-04-08', '2026-04-08')).toBe('8 Apr');
});
