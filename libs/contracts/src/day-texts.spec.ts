import { localDate } from '@gongkai/calendar';
import { dayInWords } from './day-texts.js';
import { limitOf } from './limit-texts.js';
import { reasonOf, renderProblem } from './problem-texts.js';
import { Refusal } from './problems.js';

const day = localDate;
const today = day('2026-11-26');

test.each([
  ['zh-CN', '2026-11-19', '11月19日（周四）'],
  ['zh-CN', '2027-01-03', '2027年1月3日（周日）'],
  ['en', '2026-11-19', 'Thu 19 Nov'],
  ['en', '2027-01-03', 'Sun 3 Jan 2027'],
] as const)('%s: %s is told as %s', (language, date, words) => {
  expect(dayInWords(day(date), language, today)).toBe(words);
});

test('without the office’s day a day is told with its year', () => {
  expect(dayInWords(day('2026-11-19'), 'zh-CN')).toBe('2026年11月19日（周四）');
  expect(dayInWords(day('2026-11-19'), 'en')).toBe('Thu 19 Nov 2026');
});

test('refusals, problems of fields and limits use these words, and what was typed stays as it is', () => {
  const late = { code: 'extension-late', details: { facts: { due: '2026-11-19' } } } as const;
  expect(reasonOf(late, 'zh-CN', today)).toBe('延期须在11月19日（周四）前发出，现已逾期，不能延期');
  const early = { path: 'on', code: 'before-earlier-fact', facts: { earlier: '2025-12-31' } } as const;
  expect(renderProblem(new Refusal('invalid-request', [early]), 'en', today).fields?.[0]?.message).toBe(
    'Earlier than Wed 31 Dec 2025, the day of the step before it; check both dates',
  );
  const unknown = { path: '', code: 'unknown-statute', facts: { name: '2026-11-19' } } as const;
  expect(renderProblem(new Refusal('invalid-request', [unknown]), 'zh-CN', today).detail).toBe('没有“2026-11-19”这部规则');
  expect(limitOf({ key: 'sent-by', until: day('2026-11-19') }, 'zh-CN', today)).toBe('11月19日（周四）前发出');
});

test('provisions are told in the language of whoever reads', () => {
  const wrong = { path: 'article', code: 'article-not-of-decision', facts: { articles: 'REG 14; REG 36(3)' } } as const;
  const told = (language: 'zh-CN' | 'en') =>
    renderProblem(new Refusal('invalid-request', [wrong]), language).fields?.[0]?.message;
  expect(told('zh-CN')).toBe('依据应为条例第十四条、条例第三十六条第三项');
  expect(told('en')).toMatch(/^The decision rests on REG .*14; REG .*36/);
});

test('a day of a calendar that is not published is never told without saying so', () => {
  const until = day('2027-01-08');
  expect(limitOf({ key: 'sent-by', until, provisional: true }, 'zh-CN', today)).toBe('2027年1月8日（周五，暂定）前发出');
  const details = { facts: { due: '2027-01-08' }, estimates: ['due'] };
  expect(reasonOf({ code: 'payment-late', details }, 'en', today)).toBe('Payment was due by Fri 8 Jan 2027 (provisional)');
});
