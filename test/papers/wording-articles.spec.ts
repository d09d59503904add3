import { readFonts } from '../../libs/correspondence/src/print/fonts.js';
import { lookAt } from '../../libs/correspondence/src/wording/lacks.js';
import { sources, tellingOf } from './worked-case.js';

const fonts = readFonts('config/fonts');

/** What is told of a correction notice in which something is written otherwise. */
function told(from: string, to: string): string[] {
  const content = sources.text('correction').replaceAll(from, to);
  const { lacks } = lookAt('correction', content, { sources, fonts, sample: tellingOf('correction') });
  return lacks.map(({ code, isGrave, message }) => `${code}${isGrave ? '!' : ''} ${message['zh-CN']}`);
}

test('a letter that cites another provision than the shipped one is looked at by somebody (REG 30)', () => {
  expect(told('第二十九条、第三十条', '第二十九条、第三十五条')).toEqual([
    'article-other 写有《政府信息公开条例》第35条，原来的文书没有引用这一条：请确认它确是这种文书的依据',
    'article-left-out 原来引用的《政府信息公开条例》第30条没有了：这种文书须写明依据，请确认不需要',
  ]);
  expect(told('第二十九条、第三十条', '有关条款')).toHaveLength(2);
});

test('what it says beside that is its own', () => {
  expect(told('需要帮助的', '本局工作日均可办理。需要帮助的')).toEqual([]);
});

test('a wording that names itself has no end, and is told so', () => {
  expect(told('sealed: true', 'sealed: true\nwhole: &whole [*whole]')).toEqual([expect.stringMatching(/^wrong! /)]);
});
