const DIGITS = '〇一二三四五六七八九';
const NUMERAL = /[〇零一二三四五六七八九十百]+(?=日|天|个月|条|款|项|年|月)/gu;
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
    .replace(BRACKETED, '$1')
    .replace(NUMERAL, (numeral) => String(valueOf(numeral)))
    .replace(/[(【[]/gu, '〔')
    .replace(/[)】\]]/gu, '〕');

/** The same without any mark but the ends of sentences: two who write the same words in the same order write the same. */
export const squeezed = (text: string): string =>
  figured(text)
    .replace(/[;；]/gu, '。')
    .replace(/(?!。)[\p{P}\p{S}]/gu, '');

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
