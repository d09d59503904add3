import { Refusal, type FieldProblem } from '@gongkai/contracts';
import type { Fonts } from '../print/fonts.js';
import { textsOf, type Paper } from './paper.js';

/** What is not seen on paper needs no letter in a font. */
const UNSEEN = /[\p{White_Space}\p{Cc}\p{Cf}\p{Variation_Selector}]/u;

/**
 * Every letter that is printed has to be in one of the fonts: what is in none would be a box on a paper that bears a seal.
 * @throws Refusal `invalid-request` with each letter that is not, and what it stands in
 */
export function checkGlyphs(paper: Paper, fonts: Pick<Fonts, 'has'>): void {
  const problems = lettersMissing(textsOf(paper), fonts);
  if (problems.length > 0) throw new Refusal('invalid-request', problems);
}

/** The letters of texts that no font has, each once. */
export function lettersMissing(texts: readonly string[], { has }: Pick<Fonts, 'has'>): FieldProblem[] {
  const missing = new Map<string, string>();
  for (const text of texts)
    for (const letter of text)
      if (!UNSEEN.test(letter) && !has(letter.codePointAt(0) ?? 0) && !missing.has(letter)) missing.set(letter, text);
  return [...missing].map(([letter, text]) => told(letter, text));
}

/** Letters before and after that say where it is. */
const AROUND = 6;

function told(letter: string, text: string): FieldProblem {
  const letters = Array.from(text);
  const at = letters.indexOf(letter);
  const code = `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const where = letters.slice(Math.max(0, at - AROUND), at + AROUND + 1).join('');
  return { path: 'paper', code: 'glyph-missing', facts: { letter, code, where } };
}
