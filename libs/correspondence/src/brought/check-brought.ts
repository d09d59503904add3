import { articleInFull, type FieldCode, type FieldProblem } from '@gongkai/contracts';
import type { Grounds } from '@gongkai/statutes';
import { textsOf, type Paper } from '../content/paper.js';
import { MARK } from '../print/typography.js';
import { citedIn, citedText, isCited, ofRegulations, type Cited } from './cited.js';
import { isMarked } from './read-brought.js';
import { figured, squeezed } from './squeezed.js';

/** A reply that somebody brings: what it is called, and what is to be read on it; null where nothing can be read. */
export type Brought = { readonly name: string; readonly text: string | null };

/** What it has to say: the reply as it would be drawn, and who is answered under which decisions. */
export type Expected = {
  readonly paper: Paper;
  readonly applicant: string;
  /** The articles of what was decided, in words. */
  readonly articles: readonly string[];
  readonly grounds: Pick<Grounds, 'decisions' | 'grounds'>;
};

type Finding = { readonly code: FieldCode; readonly text?: string; readonly told?: string };

/** What of a reply that was not drawn here the case does not bear out: what it lacks, and what it says otherwise (REG 36, 37; ARL 23; ALL 46). */
export function problemsOfBrought({ name, text }: Brought, expected: Expected): readonly FieldProblem[] {
  const found = text === null ? [{ code: 'reply-unread' } as const] : CHECKS.flatMap((check) => check(text, expected));
  return found.map(({ code, ...facts }: Finding) => ({ path: 'fileIds', code, facts: { name, ...facts } }));
}

type Check = (text: string, expected: Expected) => readonly Finding[];

const remediesOf = ({ blocks }: Paper): readonly string[] =>
  blocks.flatMap((block) => (block.type === 'paragraph' && block.about === 'remedies' ? [block.text] : []));

/** Whom it is from and to. */
const names: Check = (text, { paper, applicant }) =>
  [applicant, paper.organ]
    .filter((name) => !squeezed(text).includes(squeezed(name)))
    .map((name) => ({ code: 'reply-lacks-name', text: name }));

const numbers: Check = (text, { paper: { number } }) => {
  if (number === null) return [];
  const [whole, plain] = [figured(text), figured(number)];
  const series = plain.slice(0, plain.indexOf('〔'));
  const other = [...whole.matchAll(/〔\d{4}〕第?\d+号/gu)]
    .map((match) => whole.slice(Math.max(0, match.index - series.length), match.index) + match[0])
    .find((one) => one.startsWith(series) && one !== plain);
  if (whole.includes(plain)) return [];
  return [
    other === undefined ? { code: 'reply-lacks-number', text: number } : { code: 'reply-says-number', text: other, told: number },
  ];
};

const DAY = /(\d{4})年(\d{1,2})月(\d{1,2})日/gu;
/** A day of which is said that the application was received. */
const RECEIVED = /(\d{4}年\d{1,2}月\d{1,2}日)[^。\d]{0,12}收到/gu;
const plainDay = (text: string): string =>
  text.replace(DAY, (_, year, month, date) => `${String(year)}年${Number(month)}月${Number(date)}日`);

/** The day of receipt and that of the signature. */
const days: Check = (text, { paper }) => {
  const [said, told] = [text, textsOf(paper).join('\n')].map((one) => plainDay(figured(one))) as [string, string];
  const receipts = [...told.matchAll(RECEIVED)].map(([, day = '']) => day);
  const owed = [...receipts, ...(paper.sealed === null ? [] : [plainDay(figured(paper.sealed.day))])];
  const wrong = [...said.matchAll(RECEIVED)].flatMap(([, day = '']) =>
    receipts.includes(day) || receipts.length === 0 ? [] : [day],
  );
  return [
    ...wrong.map((day) => ({ code: 'reply-says-day', text: day, told: receipts.join('、') }) as const),
    ...owed.filter((day) => !said.includes(day)).map((day) => ({ code: 'reply-lacks-day', text: day }) as const),
  ];
};

/** As the pack of the law writes it. */
const citedBy = (article: string): readonly Cited[] => citedIn(articleInFull(article, 'zh-CN'));

/** The articles of the decisions, and none of decisions that were not taken. */
const articles: Check = (text, { paper, articles: owed, grounds: { decisions, grounds } }) => {
  const said = citedIn(text);
  const told = citedIn(textsOf(paper).join('\n'));
  const lacking = owed.flatMap(citedIn).filter((one) => !isCited(one, said));
  const ofOthers = [...Object.values(decisions), ...Object.values(grounds)].flatMap(({ article }) => citedBy(article));
  const wrong = said.filter(
    (one) =>
      ofRegulations(one) &&
      !told.some((known) => isCited(one, [known]) || isCited(known, [one])) &&
      ofOthers.some((other) => isCited(other, [one])),
  );
  return [
    ...once(lacking).map((article) => ({ code: 'reply-lacks-article', text: article }) as const),
    ...once(wrong).map((article) => ({ code: 'reply-says-article', text: article, told: once(told).join('、') }) as const),
  ];
};

const once = (cited: readonly Cited[]): readonly string[] => [...new Set(cited.map(citedText))];

/** A sentence that tells a remedy: until when, or where, or that there is none. */
const REMEDY = /行政复议|行政诉讼|起诉/u;
const TELLS = /\d+(?:日|个月|天)[之以]?内|向[^。]{1,40}(?:申请行政复议|提起|起诉)|不得|不能|无权|最终/u;
const SHOWN = 60;

/** Every paragraph that tells remedies, word for word, and no other. */
const remedies: Check = (text, { paper }) => {
  const own = textsOf(paper).map((paragraph) => squeezed(paragraph).replace(/。+$/u, ''));
  const said = squeezed(text);
  const lacking = remediesOf(paper).filter((paragraph) => !said.includes(squeezed(paragraph).replace(/。+$/u, '')));
  const rest = own.filter((one) => one !== '').reduce((left, one) => left.replaceAll(one, '。'), said);
  const others = rest.split('。').filter((sentence) => REMEDY.test(sentence) && TELLS.test(sentence));
  return [
    ...lacking.map((paragraph) => ({ code: 'reply-lacks-remedy', text: paragraph }) as const),
    ...others.map((sentence) => ({ code: 'reply-says-remedy', text: sentence.slice(0, SHOWN) }) as const),
  ];
};

/** The mark of a preview, in a line of its own. */
const marks: Check = (text) => (isMarked(text) ? [{ code: 'reply-says-preview', text: MARK.draft }] : []);

const CHECKS: readonly Check[] = [marks, names, numbers, days, articles, remedies];
