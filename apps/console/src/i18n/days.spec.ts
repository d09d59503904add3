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

test('a day of another year says its year', () => {
  expect(dayWords['zh-CN'].dated('2027-01-07', '2026-12-10')).toBe('2027年1月7日');
  expect(dayWords['zh-CN'].dated('2026-12-31', '2026-12-10')).toBe('12月31日');
  expect(dayWords.en.dated('2027-01-07', '2026-12-10')).toBe('7 Jan 2027');
});

test('a span of days says both ends, one day alone itself', () => {
  expect(dayWords['zh-CN'].range('2026-04-08', '2026-04-10')).toBe('4月8日—4月10日');
  expect(dayWords.en.range('2026-04-08', '2026-04-08')).toBe('8 Apr');
});
