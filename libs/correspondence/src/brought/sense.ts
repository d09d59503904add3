import type { Sense } from '@gongkai/statutes';
import { figured } from './squeezed.js';

/** What makes the words behind it say the opposite: 不予公开 is a phrase by itself, 不属于予以公开的范围 none of disclosure. */
const DENIED =
  /(?:不|未|没有|无|非)(?:能|属于|应当?|得|宜|可以?|符合|适合|同意|具备|在|再|是|予|会|需要?|必|构成|曾|经)?(?:能|当|予|进行)?$/u;
const BEFORE = 8;

/** Marks within a sentence part its clauses, and a denial does not reach beyond one; quotes and brackets do not. */
const clauses = (text: string): string =>
  figured(text)
    .replace(/不予以/gu, '不予')
    .replace(/["“”'‘’《》〈〉〔〕*_]/gu, '');

/** How often a text, made plain, says a phrase and does not deny it. */
export function timesSaid(phrase: string, text: string): number {
  let [times, at] = [0, text.indexOf(phrase)];
  while (at >= 0) {
    if (!DENIED.test(text.slice(Math.max(0, at - BEFORE), at))) times += 1;
    at = text.indexOf(phrase, at + phrase.length);
  }
  return times;
}

/** How a text differs from the decision that it is to tell. */
export type Turned = {
  /** Of each of these one should stand there, and none does. */
  readonly lacks: readonly (readonly string[])[];
  /** These say another decision. */
  readonly says: readonly string[];
};

/**
 * Holds what is told of an item against the sense of its decision.
 * @param told the same as it is known to be right: what it says itself is no fault, and what it leaves out is not asked for
 */
export function turnedIn(text: string, { says, never }: Sense, told: string | null): Turned {
  const said = clauses(text);
  const right = told === null ? null : clauses(told);
  const isSaid = (one: string, phrases: readonly string[]): boolean => phrases.some((phrase) => timesSaid(phrase, one) > 0);
  return {
    lacks: says.filter((phrases) => !isSaid(said, phrases) && (right === null || isSaid(right, phrases))),
    says: never.filter((phrase) => timesSaid(phrase, said) > (right === null ? 0 : timesSaid(phrase, right))),
  };
}
