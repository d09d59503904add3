import type { PageSigns } from '@gongkai/platform';
import { findWords } from './find-words.js';

/** Lines of characters, each a hundredth wide and two high, two hundredths apart; a blank stands nowhere. */
function page(...lines: readonly string[]): PageSigns {
  const all = lines.flatMap((line, row) => [...Array.from(line, (sign, at) => ({ sign, at, row })), { sign: ' ', at: 0, row }]);
  return {
    signs: all.map(({ sign }) => sign),
    places: all.flatMap(({ sign, at, row }) => (sign === ' ' ? [0, 0, 0, 0] : [0.1 + at * 0.01, 0.1 + row * 0.04, 0.01, 0.02])),
  };
}

test('words are found each time, wide or narrow, with blanks between them or without', () => {
  const found = findWords(page('张三的电话１３９ 0000', '张 三，Zhang'), '张三', 4);
  expect(found.map((places) => places.map(({ top }) => Math.round(top * 100)))).toEqual([[10], [14]]);
  expect(found[0]?.[0]).toEqual({ page: 4, left: 0.0976, top: 0.0976, width: 0.0248, height: 0.0248 });
  expect(findWords(page('１３９ 0000'), '1390000', 1)).toHaveLength(1);
  expect(findWords(page('zhang'), 'ＺＨＡＮＧ', 1)).toHaveLength(1);
});

test.each([
  ['a hyphen at the end of a line', page('Zhang\u0002', 'San'), 'Zhang-San', 2],
  ['a hyphen that somebody types and somebody does not', page('6222-0212'), '6222 0212', 1],
  ['signs that nobody sees', page('张\u200b三\u00ad丰'), '张三丰', 1],
  ['the dot of a name', page('买买提•吐尔逊'), '买买提·吐尔逊', 1],
  ['radicals that stand for characters', page('⻢⻓⺠，⼭'), '马长民，山', 1],
])('%s keeps no word from being found', (_, signs, words, places) => {
  expect(findWords(signs, words, 1).map((found) => found.length)).toEqual([places]);
});

test('a line that runs down is one place', () => {
  const places = Array.from('张三丰', (_, at) => [0.5, 0.1 + at * 0.015, 0.02, 0.014]).flat();
  expect(findWords({ signs: Array.from('张三丰'), places }, '张三丰', 1)[0]).toHaveLength(1);
});

test('what goes over the end of a line has a place on each; far apart in one line are two', () => {
  const [broken] = findWords(page('住址：新桥', '村四组'), '新桥村', 1);
  expect(broken).toHaveLength(2);
  const [apart] = findWords(page('甲          乙'), '甲乙', 1);
  expect(apart).toHaveLength(2);
});

test('blanks alone are no words', () => {
  expect(findWords(page('张三'), '  ', 1)).toEqual([]);
});
