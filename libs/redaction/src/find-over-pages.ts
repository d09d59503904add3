import type { MarkPlace } from '@gongkai/contracts';
import { plainText, type PageSigns } from '@gongkai/platform';
import { isSameLine, placesOf, type Place } from './find-words.js';

/** A page by its number, and what is written on it. */
export type NumberedPage = { readonly number: number; readonly signs: PageSigns };
type Line = { readonly text: string; readonly top: number; readonly signs: readonly number[]; readonly place: Place };

/** Share of the height of a page, above and below, in which what each page repeats stands. */
const EDGE = 0.15;
/** Shares of it by which such a line may stand elsewhere on the next page. */
const MOVED = 0.02;

/**
 * Where words begin on one page and end on the next, between what pages repeat: their numbers, heads and feet. Chinese is broken anywhere, a
 * name too.
 */
export function findOverPages(before: NumberedPage, after: NumberedPage, words: string): MarkPlace[][] {
  const wanted = plainText(words);
  const [old, next] = [linesIn(before.signs), linesIn(after.signs)];
  const [end, start] = [bodyOf(old, next), bodyOf(next, old)];
  const found: MarkPlace[][] = [];
  for (let cut = 1; cut < wanted.length; cut += 1) {
    if (!end.text.endsWith(wanted.slice(0, cut)) || !start.text.startsWith(wanted.slice(cut))) continue;
    const [last, first] = [end.origins.slice(-cut), start.origins.slice(0, wanted.length - cut)];
    found.push([...placesOf(before.signs, last, before.number), ...placesOf(after.signs, first, after.number)]);
  }
  return found;
}

/** What is written between heads and feet, each unit with the sign it belongs to. */
function bodyOf(lines: readonly Line[], others: readonly Line[]): { readonly text: string; readonly origins: readonly number[] } {
  const body = lines.filter((line) => !isRepeated(line, others));
  return { text: body.map(({ text }) => text).join(''), origins: body.flatMap(({ signs }) => signs) };
}

/** A head, a foot or the number of a page: at its edge, and on the other page as well but for its figures. */
function isRepeated({ top, text }: Line, others: readonly Line[]): boolean {
  if (top > EDGE && top < 1 - EDGE) return false;
  const said = withoutFigures(text);
  return others.some((other) => Math.abs(other.top - top) < MOVED && withoutFigures(other.text) === said);
}

const withoutFigures = (text: string): string => text.replaceAll(/[\p{N}〇一二三四五六七八九十百]/gu, '');

/** The lines of a page in the order in which they are written, each with the sign that each unit of its text belongs to. */
function linesIn({ signs, places }: PageSigns): readonly Line[] {
  const lines: Line[] = [];
  signs.forEach((sign, at) => {
    const here = lineOf(plainText(sign), at, places.slice(at * 4, at * 4 + 4));
    const last = lines.at(-1);
    if (here.text === '' || here.place.width === 0) return;
    if (last === undefined || !isSameLine(last.place, here.place)) lines.push(here);
    else lines[lines.length - 1] = { ...here, text: last.text + here.text, top: last.top, signs: [...last.signs, ...here.signs] };
  });
  return lines;
}

/** One sign as the beginning of a line. */
function lineOf(text: string, at: number, [left = 0, top = 0, width = 0, height = 0]: readonly number[]): Line {
  return { text, top, signs: Array.from({ length: text.length }, () => at), place: { left, top, width, height } };
}
