import type { Language, Text } from './text.js';

/** What instruments are called, by their codes. */
type Names = Readonly<Record<string, Text>>;

/** How an instrument is called beside a date. */
const instruments: Names = {
  REG: { 'zh-CN': '条例', en: 'REG' },
  REG2007: { 'zh-CN': '原条例', en: 'REG 2007' },
  FEE: { 'zh-CN': '收费办法', en: 'FEE' },
  ARL: { 'zh-CN': '行政复议法', en: 'ARL' },
  'ARL-IR': { 'zh-CN': '行政复议法实施条例', en: 'ARL-IR' },
  ALL: { 'zh-CN': '行政诉讼法', en: 'ALL' },
  ALL1989: { 'zh-CN': '原行政诉讼法', en: 'ALL 1989' },
  SPC2000: { 'zh-CN': '法释〔2000〕8号', en: 'SPC 2000' },
  SPC2018: { 'zh-CN': '法释〔2018〕1号', en: 'SPC 2018' },
  SPC25: { 'zh-CN': '法释〔2025〕8号', en: 'SPC 2025' },
  GC26: { 'zh-CN': '指导案例26号', en: 'Guiding Case 26' },
  G207: { 'zh-CN': '国办公开办函〔2015〕207号', en: 'G207' },
  G235: { 'zh-CN': '国办公开办函〔2016〕235号', en: 'G235' },
  G19: { 'zh-CN': '国办公开办函〔2017〕19号', en: 'G19' },
  FMT19: { 'zh-CN': '国办公开办函〔2019〕60号', en: 'FMT19' },
  FMT21: { 'zh-CN': '国办公开办函〔2021〕30号', en: 'FMT21' },
  CC: { 'zh-CN': '民法典', en: 'CC' },
  CPL: { 'zh-CN': '民事诉讼法', en: 'CPL' },
  HOL: { 'zh-CN': '放假办法', en: 'HOL' },
  WORK: { 'zh-CN': '工作时间规定', en: 'WORK' },
  SEC: { 'zh-CN': '保守国家秘密法', en: 'SEC' },
  ARCH: { 'zh-CN': '档案法', en: 'ARCH' },
  EGOV: { 'zh-CN': '在线政务服务规定', en: 'EGOV' },
  POST: { 'zh-CN': '邮政法', en: 'POST' },
};

/** What a paper for a citizen calls them, where they are mentioned for the first time. */
const inFull: Names = {
  REG: {
    'zh-CN': '《中华人民共和国政府信息公开条例》',
    en: "Regulations of the People's Republic of China on Open Government Information,",
  },
  REG2007: {
    'zh-CN': '《中华人民共和国政府信息公开条例》（2007年公布）',
    en: "Regulations of the People's Republic of China on Open Government Information (2007),",
  },
  G207: letter(2015, 207),
  G235: letter(2016, 235),
  G19: letter(2017, 19),
};

/** The letters by which the State Council's office explains the Regulations. */
function letter(year: number, number: number): Text {
  return {
    'zh-CN': `国办公开办函〔${year}〕${number}号`,
    en: `Letter [${year}] No. ${number} of the disclosure office of the State Council General Office`,
  };
}

/** Articles with one paragraph whose numbered parts are items (项), not paragraphs (款). */
const ITEMISED: ReadonlySet<string> = new Set(['REG 31', 'REG 36']);

const CITED = /^(?<code>\S+)(?: (?<number>\d+)(?<parts>(?:\(\d+\))*))?$/;

/**
 * The provisions that a date or a step rests on, as people write them: `REG 33(2); FEE 6` → 条例第三十三条第二款、收费办法第六条.
 * What is not written like that is left as it is.
 */
export const articleText = (article: string, language: Language): string => provisions(article, language, instruments);

/** The same, with the Regulations by their full title. */
export const articleInFull = (article: string, language: Language): string =>
  provisions(article, language, { ...instruments, ...inFull });

const provisions = (article: string, language: Language, names: Names): string =>
  article
    .split(';')
    .map((part) => provision(part.trim(), language, names))
    .join(language === 'zh-CN' ? '、' : '; ');

function provision(cited: string, language: Language, names: Names): string {
  const { code = '', number, parts = '' } = CITED.exec(cited)?.groups ?? {};
  const instrument = names[code];
  if (instrument === undefined) return cited;
  if (number === undefined) return instrument[language];
  if (language === 'en') return `${instrument.en} Art. ${number}${parts}`;
  return `${instrument['zh-CN']}第${chinese(Number(number))}条${unitsOf(parts, ITEMISED.has(`${code} ${number}`))}`;
}

/** `(2)` → 第二款, `(1)(4)` → 第一款第四项. */
function unitsOf(parts: string, itemised: boolean): string {
  const numbers = parts.match(/\d+/g) ?? [];
  const units = itemised && numbers.length === 1 ? ['项'] : ['款', '项'];
  return numbers.map((part, i) => `第${chinese(Number(part))}${units[i] ?? '项'}`).join('');
}

const ones = (value: number): string => '零一二三四五六七八九'.charAt(value);

/** Below 1000, as articles are numbered: 十, 三十三, 二百零三. */
function chinese(value: number): string {
  if (value < 10) return ones(value);
  if (value < 100) return `${value < 20 ? '' : ones(Math.floor(value / 10))}十${value % 10 === 0 ? '' : ones(value % 10)}`;
  return `${ones(Math.floor(value / 100))}百${afterHundreds(value % 100)}`;
}

const afterHundreds = (rest: number): string => {
  if (rest < 10) return rest === 0 ? '' : `零${ones(rest)}`;
  return rest < 20 ? `一${chinese(rest)}` : chinese(rest);
};
