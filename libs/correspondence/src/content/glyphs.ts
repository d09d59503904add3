import { Refusal, type FieldProblem } from '@gongkai/contracts';
import type { Fonts } from '../print/fonts.js';
import { textsOf, type Block, type Paper } from './paper.js';

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

/**
 * The same paper, with the code of each letter in its place that no font has: what somebody else has typed cannot be asked for again, and
 * must not keep the record of it from the file.
 */
export function spelledOut(paper: Paper, { has }: Pick<Fonts, 'has'>): Paper {
  const spelled = (text: string): string =>
    Array.from(text, (letter) =>
      UNSEEN.test(letter) || has(letter.codePointAt(0) ?? 0) ? letter : `〔${codeOf(letter)}〕`,
    ).join('');
  const inBlock = (block: Block): Block => {
    if (block.type === 'grid') return block;
    return block.type === 'table'
      ? { ...block, rows: block.rows.map((row) => row.map(spelled)) }
      : { ...block, text: spelled(block.text) };
  };
  return { ...paper, blocks: paper.blocks.map(inBlock) };
}

const codeOf = (letter: string): string => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Letters before and after that say where it is. */
const AROUND = 6;

function told(letter: string, text: string): FieldProblem {
  const letters = Array.from(text);
  const at = letters.indexOf(letter);
  const where = letters.slice(Math.max(0, at - AROUND), at + AROUND + 1).join('');
  return { path: 'paper', code: 'glyph-missing', facts: { letter, code: codeOf(letter), where } };
}
