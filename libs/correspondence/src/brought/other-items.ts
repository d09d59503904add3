import { textsOf } from '../content/paper.js';
import { decisionPhrases } from './decision-phrases.js';
import type { Check } from './finding.js';
import { timesSaid } from './sense.js';
import { figured } from './squeezed.js';

/** 申请共有三项, 申请包括3个事项. */
const COUNTED =
  /(?:申请|事项)[^。；]{0,6}(?:共|计|有|包括|分为)[^。；\d]{0,3}(\d{1,3}|[一二三四五六七八九十]{1,3})(?:个?事?项|件|份)/gu;
/** 《…》, and whether an article follows: then it is a law that is cited. */
const TITLED = /《([^《》]{2,60})》(?!第\d+条)/gu;
/** What is cited by its name alone. */
const INSTRUMENT = /(?:法|条例|规定|规则|办法|细则|解释|通知|意见|公约)$/u;
const SIGNS = '一二三四五六七八九十';
/** 三、 or 第三项 at the head of what it tells. */
const HEADED = new RegExp(`(?:^|[。；\n])\\s*(?:([${SIGNS}]{1,3})、|第([${SIGNS}]{1,3}|\\d{1,2})项[:：、，])`, 'gu');

const TEN = 10;

/** 三 and 十二 as numbers. */
function numberOf(signs: string): number {
  if (/^\d+$/u.test(signs)) return Number(signs);
  const [tens = '', ones = ''] = signs.includes('十') ? signs.split('十') : ['', signs];
  const few = ones === '' ? 0 : SIGNS.indexOf(ones) + 1;
  if (!signs.includes('十')) return few;
  return (tens === '' ? 1 : SIGNS.indexOf(tens) + 1) * TEN + few;
}

const tellsDecision = (text: string, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => timesSaid(phrase, text) > 0);

/** How many items it says there are. */
const counted: Check = (text, { paper, items }) => {
  const told = figured(textsOf(paper).join('。'));
  return [...figured(text).matchAll(COUNTED)]
    .filter(([whole, number = '']) => numberOf(number) !== items.length && !told.includes(whole))
    .map(([whole]) => ({ code: 'reply-says-item', text: whole, told: String(items.length) }));
};

/** Something that bears a title, of which a decision is told and the case says nothing. */
const titled: Check = (text, expected) => {
  const known = figured(
    [
      ...textsOf(expected.paper),
      ...expected.items.flatMap(({ description, said }) => [description, ...said.map((one) => one.text)]),
    ].join(''),
  );
  const phrases = decisionPhrases(expected);
  return figured(text)
    .split(/[。；]/u)
    .filter((sentence) => tellsDecision(sentence, phrases))
    .flatMap((sentence) => [...sentence.matchAll(TITLED)].map(([, title = '']) => title))
    .filter((title) => !INSTRUMENT.test(title) && !known.includes(title))
    .map((title) => ({ code: 'reply-says-item', text: `《${title}》`, told: String(expected.items.length) }));
};

/** A heading with a number behind the last item, and a decision under it. */
const headed: Check = (text, expected) => {
  const { items } = expected;
  const phrases = decisionPhrases(expected);
  const found = [...text.matchAll(HEADED)];
  return found.flatMap(({ index, 1: sign, 2: ordinal }, i) => {
    const section = text.slice(index, found[i + 1]?.index).replace(/^[。；\s]+/u, '');
    if (numberOf(sign ?? ordinal ?? '') <= Math.max(1, items.length) || !tellsDecision(section, phrases)) return [];
    return [{ code: 'reply-says-item' as const, text: section.slice(0, SHOWN), told: String(items.length) }];
  });
};

const SHOWN = 30;

/** Nothing is answered beside what was decided (REG 36): what has no item has no review and no approval. */
export const otherItems: Check = (text, expected) => [counted, titled, headed].flatMap((check) => check(text, expected));
