import { isClear, isNumberFormat, numberPattern, USUAL_NUMBER_FORMAT, writeNumber } from './number-format.js';

const of2026 = { prefix: '城管依申请', year: 2026, n: 21 };

test.each([
  [USUAL_NUMBER_FORMAT, '城管依申请〔2026〕21号'],
  ['{prefix}{year}-{n:4}', '城管依申请2026-0021'],
  ['第{n}号（{prefix}，{year}）', '第21号（城管依申请，2026）'],
])('a number in the format %s reads %s, and is known by its pattern', (format, number) => {
  expect(isNumberFormat(format)).toBe(true);
  expect(writeNumber(format, of2026)).toBe(number);
  expect(number).toMatch(new RegExp(numberPattern(format, ['城管', '城管依申请'])));
  expect(number).not.toMatch(new RegExp(numberPattern(format, ['城管'])));
  expect(writeNumber(format, { ...of2026, n: 12_345 })).toContain('12345');
});

test.each([
  '',
  '{year}-{n}',
  '{prefix}〔{year}〕号',
  '{prefix}{year}-{n}-{n}',
  '{prefix}{year}{n}',
  '{prefix}{year}0{n}',
  '{prefix} {year}-{n}',
  '{prefix}{year:4}-{n}',
  '{prefix}{year}-{n:9}',
  '{prefix}{year}-{n}{',
  '{prefix}{year}-{n}{month}',
  `{prefix}{year}-{n}${'号'.repeat(60)}`,
])('“%s” is no format', (format) => {
  expect(isNumberFormat(format)).toBe(false);
});

test('a prefix that ends in a digit does not run into the year', () => {
  expect(isClear('{prefix}{year}-{n}', '执法2')).toBe(false);
  expect(isClear(USUAL_NUMBER_FORMAT, '执法2')).toBe(true);
});
