import type { PageSigns } from '@gongkai/platform';
import { findOverPages } from './find-over-pages.js';

/** Lines of characters at their heights, each character a hundredth wide and two high. */
function page(...lines: readonly (readonly [top: number, text: string])[]): PageSigns {
  const all = lines.flatMap(([top, text]) => Array.from(text, (sign, at) => ({ sign, top, left: 0.1 + at * 0.01 })));
  return {
    signs: all.map(({ sign }) => sign),
    places: all.flatMap(({ top, left }) => [left, top, 0.01, 0.02]),
  };
}
const over = (before: PageSigns, after: PageSigns, words: string): (readonly number[])[] =>
  findOverPages({ number: 3, signs: before }, { number: 4, signs: after }, words).map((places) =>
    places.map(({ page: number }) => number),
  );

test('a name that is broken by the end of a page is found, its parts on both', () => {
  expect(over(page([0.9, '投诉人张三']), page([0.1, '丰反映']), '张三丰')).toEqual([[3, 4]]);
  expect(over(page([0.9, '投诉人张']), page([0.1, '三丰反映']), '张三丰')).toEqual([[3, 4]]);
  expect(over(page([0.9, '投诉人李']), page([0.1, '三丰反映']), '张三丰')).toEqual([]);
});

test('between them stands what pages repeat', () => {
  const before = page([0.05, '核查报告'], [0.9, '投诉人张三'], [0.95, '—3—']);
  const after = page([0.05, '核查报告'], [0.1, '丰反映'], [0.95, '—4—']);
  expect(over(before, after, '张三丰')).toEqual([[3, 4]]);
  const numbered = page([0.95, '第3页，共9页'], [0.88, '投诉人张三']);
  expect(over(numbered, page([0.95, '第4页，共9页'], [0.1, '丰反映']), '张三丰')).toEqual([[3, 4]]);
});

test('a short line that two pages have by chance is no foot of theirs', () => {
  expect(over(page([0.5, '张三']), page([0.5, '丰']), '张三丰')).toEqual([[3, 4]]);
});
