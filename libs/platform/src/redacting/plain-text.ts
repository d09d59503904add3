/**
 * Radicals that files write in the place of the characters that look the same (Unicode, Equivalent_Unified_Ideograph): ⻢ for 马. Each stands
 * before its character; those of the older block are told by the normal form.
 */
const RADICALS =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民' +
  '⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤' +
  '⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨' +
  '⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀';
const CHARACTERS: ReadonlyMap<string, string> = new Map(
  Array.from({ length: RADICALS.length / 2 }, (_, at) => [RADICALS.charAt(at * 2), RADICALS.charAt(at * 2 + 1)]),
);

/** What nobody reads, what breaks a word at the end of a line, and what one writer puts between figures or names and another does not. */
const BETWEEN = /[\s\p{Cc}\p{Cf}\p{Pd}·•‧・]/gu;

/** A text as texts of pages are compared: wide or narrow, large or small letters, broken over lines, with hyphens, dots and gaps or without. */
export const plainText = (text: string): string => properSigns(text).toLowerCase().replace(BETWEEN, '');

/** A text with the signs that are meant: narrow ones for wide ones, characters for the radicals that look the same. */
export const properSigns = (text: string): string =>
  text.normalize('NFKC').replace(/[\u2e80-\u2eff]/gu, (radical) => CHARACTERS.get(radical) ?? radical);
