import type { Area, Sign, Turn } from './sheet.js';

/** What is written together: a number or a word of letters goes as a whole where a part of it goes. */
const JOINED = /^[\p{Script=Latin}\p{N}@._\-/]$/u;

/** A character that stays, where, and whither its line runs. */
export type StayingSign = { readonly text: string; readonly area: Area; readonly turn: Turn };

/** The characters that are seen, and that no area touches. */
export function stayingSigns(signs: readonly Sign[], areas: readonly Area[]): StayingSign[] {
  const isCut = signs.map(({ ink }) => ink !== null && areas.some((marked) => touches(ink, marked)));
  spread(signs, isCut);
  return signs.flatMap(({ text, area, turn, isSeen }, at) =>
    area === null || !isSeen || isCut[at] === true ? [] : [{ text, area, turn }],
  );
}

/** From each that is cut to all it is written together with, to either side. */
function spread(signs: readonly Sign[], isCut: boolean[]): void {
  const joins = (at: number): boolean => JOINED.test(signs[at]?.text ?? '');
  const along = (at: number, before: number): void => {
    if (isCut[before] === true && joins(at) && joins(before)) isCut[at] = true;
  };
  for (let at = 1; at < signs.length; at += 1) along(at, at - 1);
  for (let at = signs.length - 2; at >= 0; at -= 1) along(at, at + 1);
}

const touches = (one: Area, other: Area): boolean =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height;
