import { articleInFull, type FieldProblem } from '@gongkai/contracts';
import { textsOf, type Paper } from '../content/paper.js';
import { MARK } from '../print/typography.js';
import { citedIn, citedText, isCited, type Cited } from './cited.js';
import { contacts } from './contacts-said.js';
import { days } from './days-said.js';
import type { Check, Expected, Finding } from './finding.js';
import { items } from './items-said.js';
import { otherItems } from './other-items.js';
import { isMarked } from './read-brought.js';
import { tellsRemedy } from './remedy-sentences.js';
import { figured, squeezed } from './squeezed.js';

/** A reply that somebody brings: what it is called, and what is to be read on it; null where nothing can be read. */
export type Brought = { readonly name: string; readonly text: string | null };

/** What of a reply that was not drawn here the case does not bear out: what it lacks, and what it says otherwise (REG 36, 37; ARL 23; ALL 46). */
export function problemsOfBrought({ name, text }: Brought, expected: Expected): readonly FieldProblem[] {
  const found = text === null ? [{ code: 'reply-unread' } as const] : CHECKS.flatMap((check) => check(text, expected));
  return found.map(({ code, ...facts }: Finding) => ({ path: 'fileIds', code, facts: { name, ...facts } }));
}

const remediesOf = ({ blocks }: Paper): readonly string[] =>
  blocks.flatMap((block) => (block.type === 'paragraph' && block.about === 'remedies' ? [block.text] : []));

/** Whom it is from and to. */
const names: Check = (text, { paper, applicant }) =>
  [applicant, paper.organ]
    .filter((name) => !squeezed(text).includes(squeezed(name)))
    .map((name) => ({ code: 'reply-lacks-name', text: name }));

/** 城管依申请〔2026〕39号, with as much before it as the name of a series may have; words may stand before that. */
const NUMBERED = /([\p{Script=Han}A-Za-z]{0,12})(〔\d{4}〕第?\d+号)/gu;

type Numbered = { readonly before: string; readonly number: string };
const numbersIn = (text: string): readonly Numbered[] =>
  [...figured(text).matchAll(NUMBERED)].map(([, before = '', number = '']) => ({ before, number: number.replace('第', '') }));

/** Whether two numbers are of one series, whatever words stand before its name. */
const isAlike = (one: Numbered, other: Numbered): boolean =>
  one.before !== '' && other.before !== '' && one.before.slice(-2) === other.before.slice(-2);

/** Whether it is another of them with words that stand right before it, as the title of the paper does. */
const isRunOn = (one: Numbered, known: readonly Numbered[]): boolean =>
  known.some(({ before, number }) => number === one.number && before !== one.before && one.before.endsWith(before));

/** The number of the reply, and of a series that the case bears out no other number. */
const numbers: Check = (text, { paper }) => {
  const known = numbersIn([paper.number ?? '', ...textsOf(paper)].join('\n'));
  const others = numbersIn(text).filter(
    (one) => known.some((told) => isAlike(one, told)) && !known.some((told) => isAlike(one, told) && told.number === one.number),
  );
  if (others.length > 0) {
    const told = [...new Set(known.filter((one) => !isRunOn(one, known)).map(({ before, number }) => before + number))].join(
      '、',
    );
    return [...new Set(others.map(({ before, number }) => before + number))].map((one) => ({
      code: 'reply-says-number',
      text: one,
      told,
    }));
  }
  return paper.number === null || figured(text).includes(figured(paper.number))
    ? []
    : [{ code: 'reply-lacks-number', text: paper.number }];
};

/** As the pack of the law writes it. */
const citedBy = (article: string): readonly Cited[] => citedIn(articleInFull(article, 'zh-CN'));

/** The articles of the decisions, and besides those that any reply may name no other. */
const articles: Check = (text, { paper, articles: owed, grounds: { citable } }) => {
  const said = citedIn(text);
  const told = citedIn(textsOf(paper).join('\n'));
  const lacking = owed.flatMap(citedIn).filter((one) => !isCited(one, said));
  const admitted = [...told, ...citedBy(citable.articles)];
  const wrong = said.filter(
    (one) =>
      !citable.laws.some((law) => one.of.endsWith(law)) &&
      !admitted.some((known) => isCited(one, [known]) || isCited(known, [one])),
  );
  return [
    ...once(lacking).map((article) => ({ code: 'reply-lacks-article', text: article }) as const),
    ...once(wrong).map((article) => ({ code: 'reply-says-article', text: article, told: once(told).join('、') }) as const),
  ];
};

const once = (cited: readonly Cited[]): readonly string[] => [...new Set(cited.map(citedText))];

const SHOWN = 60;

/** Every paragraph that tells remedies, word for word, and no other. */
const remedies: Check = (text, { paper }) => {
  const own = textsOf(paper).map((paragraph) => squeezed(paragraph).replace(/。+$/u, ''));
  const said = squeezed(text);
  const lacking = remediesOf(paper).filter((paragraph) => !said.includes(squeezed(paragraph).replace(/。+$/u, '')));
  const rest = own.filter((one) => one !== '').reduce((left, one) => left.replaceAll(one, '。'), said);
  const others = rest.split('。').filter(tellsRemedy);
  return [
    ...lacking.map((paragraph) => ({ code: 'reply-lacks-remedy', text: paragraph }) as const),
    ...others.map((sentence) => ({ code: 'reply-says-remedy', text: sentence.slice(0, SHOWN) }) as const),
  ];
};

/** The mark of a preview, in a line of its own. */
const marks: Check = (text) => (isMarked(text) ? [{ code: 'reply-says-preview', text: MARK.draft }] : []);

const CHECKS: readonly Check[] = [marks, names, numbers, days, articles, items, otherItems, contacts, remedies];
