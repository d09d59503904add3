import { ANSWER_CODES, articleInFull } from '@gongkai/contracts';
import type { Grounds } from '@gongkai/statutes';
import { citedIn, citedText, isCited, type Cited } from '../brought/cited.js';
import { isAboutRemedies, sentencesOf, tellsRemedy } from '../brought/remedy-sentences.js';
import { turnedIn } from '../brought/sense.js';
import type { ReplySource, Source } from '../content/source.js';
import { graveLack, stringsOf, type Lack } from './grave-lack.js';

const COURT = /法院/u;
const SHOWN = 30;

/**
 * Sentences of a wording that tell remedies and are not shipped: their periods, organs and courts follow from what is decided, and are
 * never typed (ARL 20, 23; ALL 46). In a letter none speaks of them at all.
 */
export function remediesTyped(source: Source | ReplySource, shipped: Source | ReplySource): readonly Lack[] {
  const known = new Set(stringsOf(shipped).flatMap(sentencesOf));
  const speaks = (one: string): boolean => isAboutRemedies(one) || COURT.test(one);
  // Who is asked for an opinion may well be told until when to object; who is answered is not.
  const closes = (one: string): boolean => 'decisions' in source && tellsRemedy(one);
  const tells = source.form === 'letter' ? (one: string) => speaks(one) || closes(one) : tellsRemedy;
  const typed = stringsOf(source).flatMap((text) =>
    sentencesOf(text).some((one) => !known.has(one) && tells(one)) ? [text] : [],
  );
  return [...new Set(typed)].map((text) => graveLack('remedy-typed', { where: text.slice(0, SHOWN) }));
}

/** Decisions of which a wording tells another, or does not tell that they are taken (REG 36-39). */
export function turned(source: Source | ReplySource, shipped: Source | ReplySource, { decisions }: Grounds): readonly Lack[] {
  if (!('decisions' in source && 'decisions' in shipped)) return [];
  const [own, right] = [source.decisions, shipped.decisions];
  return ANSWER_CODES.flatMap((code) => {
    const { name, sense } = decisions[code];
    const { lacks, says } = turnedIn(stringsOf(own[code]).join('\n'), sense, stringsOf(right[code]).join('\n'));
    const told = [...lacks.map((some) => `应写明“${some.join('”或者“')}”`), ...says.map((one) => `写有“${one}”`)];
    const toldEn = [...lacks.map((some) => `it should say “${some.join('” or “')}”`), ...says.map((one) => `it says “${one}”`)];
    return told.length === 0 ? [] : [graveLack('decision-turned', { ...name, told: told.join('，'), toldEn: toldEn.join(', ') })];
  });
}

/**
 * Provisions that a wording of a decision types and the shipped one does not: on which it rests follows from what is decided (REG 36, 37). What any
 * reply may cite is admitted.
 */
export function articlesTyped(
  source: Source | ReplySource,
  shipped: Source | ReplySource,
  { decisions, citable }: Grounds,
): readonly Lack[] {
  if (!('decisions' in source && 'decisions' in shipped)) return [];
  const [own, right] = [source.decisions, shipped.decisions];
  const admitted = citedIn(articleInFull(citable.articles, 'zh-CN'));
  return ANSWER_CODES.flatMap((code) => {
    const known = [...admitted, ...citedIn(stringsOf(right[code]).join('\n'))];
    const typed = citedIn(stringsOf(own[code]).join('\n')).filter(
      (one) => !citable.laws.some((law) => one.of.endsWith(law)) && !isCited(one, known),
    );
    return [...new Set(typed.map(citedText))].map((article) => graveLack('article-typed', { ...decisions[code].name, article }));
  });
}

const citedAnywhere = (source: Source | ReplySource): readonly Cited[] => citedIn(stringsOf(source).join('\n'));

/**
 * Provisions that a letter cites and the shipped one does not, and those that it cites no more: somebody has to look, for an office may cite more than
 * that. Those of a decision follow from it (`articlesTyped`).
 */
export function articlesChanged(source: Source | ReplySource, shipped: Source | ReplySource): readonly Lack[] {
  if ('decisions' in shipped || shipped.form !== 'letter') return [];
  const [own, right] = [citedAnywhere(source), citedAnywhere(shipped)];
  const apart = (some: readonly Cited[], others: readonly Cited[], code: 'article-other' | 'article-left-out'): readonly Lack[] =>
    [...new Set(some.filter((one) => !isCited(one, others)).map(citedText))].map((article) => ({
      ...graveLack(code, { article }),
      isGrave: false,
    }));
  return [...apart(own, right, 'article-other'), ...apart(right, own, 'article-left-out')];
}

/** Whoever gets it has to see whose it is and of which day. */
export const unsealed = (source: Source | ReplySource, shipped: Source | ReplySource): readonly Lack[] =>
  shipped.sealed && !source.sealed ? [graveLack('seal-missing', {})] : [];
