import { daysSeenFrom, dayWords } from './days.js';

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
  const [zh, en] = [daysSeenFrom('2026-12-10', 'zh-CN'), daysSeenFrom('2026-12-10', 'en')];
  expect([zh.short('2027-01-07'), zh.listed('2027-01-07')]).toEqual(['2027年1月7日', '2027年1月7日 周四']);
  expect([zh.short('2026-12-31'), zh.listed('2026-12-31')]).toEqual(['12月31日', '12月31日 周四']);
  expect([en.short('2027-01-07'), en.listed('2027-01-07')]).toEqual(['7 Jan 2027', 'Thu 7 Jan 2027']);
  expect(zh.range('2026-12-30', '2027-01-07')).toBe('12月30日—2027年1月7日');
  expect(en.range('2027-01-04', '2027-01-07')).toBe('4 Jan – 7 Jan 2027');
});

test('where there is little room, a range into another year names the year too', () => {
  const [zh, en] = [daysSeenFrom('2026-12-10', 'zh-CN'), daysSeenFrom('2026-12-10', 'en')];
  expect([zh.tickRange('2026-11-02', '2026-11-04'), en.tickRange('2026-11-02', '2026-11-04')]).toEqual([
    '11/2—11/4',
    '2 Nov – 4 Nov',
  ]);
  expect(zh.tickRange('2026-12-30', '2027-01-07')).toBe('12/30—2027/1/7');
  expect(en.tickRange('2026-12-30', '2027-01-07')).toBe('30 Dec – 7 Jan 2027');
  expect(zh.tickRange('2027-01-04', '2027-01-07')).toBe('2027/1/4—1/7');
});

test('a span of days says both ends, one day alone itself', () => {
  expect(dayWords['zh-CN'].range('2026-04-08', '2026-04-10')).toBe('4月8日—4月10日');
  expect(dayWords.en.range('2026-04-08', '2026-04-08')).toBe('8 Apr');
});
