const DIGITS = '〇一二三四五六七八九';
const SIGNS = '〇零一二三四五六七八九十百';
const NUMERAL = new RegExp(`[${SIGNS}]+(?=个?(?:工作|自然)?日|天|个月|周|个?星期|条|款|项|年|月)`, 'gu');
/** As money is written, and two of a measure. */
const OTHER_SIGNS: Readonly<Record<string, string>> = {
  ...{ 壹: '一', 贰: '二', 叁: '三', 肆: '四', 伍: '五', 陆: '六', 柒: '七', 捌: '八', 玖: '九', 拾: '十', 佰: '百' },
};
/** Of 03月09日. */
const LEADING = /(?<=[年月])0(?=\d[月日])/gu;
const TWO = /两(?=个?(?:月|年|周|星期|工作日|天|日))/gu;
/** The round nought of many keyboards, between the other signs of a number. */
const ROUND = new RegExp(`(?<=[${SIGNS}])[○◯OoＯ](?=[${SIGNS}○◯OoＯ])`, 'gu');
/** 第十四、十五条, 第（一）、（五）项: several that share the word behind them. */
const SHARED = new RegExp(`第[〔(（]?[${SIGNS}\\d]+[〕)）]?(?:[、,和及与至][〔(（]?[${SIGNS}\\d]+[〕)）]?)+(条|款|项)`, 'gu');
/** 第（七）项 as 第七项. */
const BRACKETED = /[(〔[【]([〇零一二三四五六七八九十百]+|\d+)[)〕\]】](?=项|款)/gu;
/** —2—, - 2 -, 第2页共3页: the foot of a page, in the middle of what goes on over it. */
const PAGE_NUMBERS = /[-—–－]+\s*\d{1,3}\s*[-—–－]+|第\s*\d{1,3}\s*页(?:\s*[,，/／]?\s*共\s*\d{1,3}\s*页)?/gu;

/** A text without what a line or a page leaves in it, every number in figures and every bracket of the same kind. */
export const figured = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(PAGE_NUMBERS, '')
    .replace(/\s/gu, '')
    .replace(/[壹贰叁肆伍陆柒捌玖拾佰]/gu, (sign) => OTHER_SIGNS[sign] ?? sign)
    .replace(ROUND, '〇')
    .replace(TWO, '二')
    .replace(SHARED, apart)
    .replace(BRACKETED, '$1')
    .replace(NUMERAL, (numeral) => String(valueOf(numeral)))
    .replace(LEADING, '')
    .replace(/[(【[]/gu, '〔')
    .replace(/[)】\]]/gu, '〕');

/** The same without any mark but the ends of sentences: two who write the same words in the same order write the same. */
export const squeezed = (text: string): string =>
  figured(text)
    .replace(/[;；]/gu, '。')
    .replace(/(?!。)[\p{P}\p{S}]/gu, '');

/** 第十四条、第十五条 of 第十四、十五条. */
const apart = (text: string, word: string): string =>
  [...text.matchAll(new RegExp(`[${SIGNS}\\d]+`, 'gu'))].map(([number]) => `第${number}${word}`).join('、');

/** 二十三 as 23, 二〇二六 as 2026. */
function valueOf(numeral: string): number | string {
  const signs = Array.from(numeral);
  if (!signs.some((sign) => sign in UNITS)) return signs.map(digitOf).join('');
  const value = signs.reduce((sum, sign, i) => sum + digitOf(sign) * (UNITS[signs[i + 1] ?? ''] ?? 1), 0);
  return signs[0] === '十' ? value + TEN : value;
}

/** Of 〇, of 零 and of a unit it is 0. */
const digitOf = (sign: string): number => Math.max(0, DIGITS.indexOf(sign));

const TEN = 10;
const UNITS: Readonly<Record<string, number>> = { 十: TEN, 百: 100 };
