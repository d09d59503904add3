import type { PageSigns } from '@gongkai/platform';
import { plainText } from '@gongkai/platform';
import type { MarkPlace, RedactionMark } from '@gongkai/contracts';
import type { Deed } from './redaction-rows.js';

type Named = {
  readonly source: { readonly name: string };
  readonly marks: readonly RedactionMark[];
  readonly history: readonly Deed[];
};

/** Signs that a name may have. */
const LONGEST = 180;
/** What stands for what is withheld; that it is always as long tells nothing of it. */
const WITHHELD = '××';
/** Of a short text every pair of signs counts, of a longer one only what is longer: two signs of a paragraph are in a name by chance. */
const [SHORT, OF_SHORT, OF_LONG] = [12, 2, 3];

/**
 * What the released file of a redaction is called: as who submitted it last said, else as its source without what is withheld. It goes out
 * with the file, is printed in the reply, and is read before the file is (REG 15, 37).
 * @param withheld without it the words alone that were looked for
 */
export function releasedName({ source, marks, history }: Named, withheld?: Withheld): string {
  const known = withheld ?? { words: wordsOf(marks), areas: [] };
  const said = history.findLast(({ did }) => did === 'submit')?.name;
  return said !== undefined && withheldIn(said, known) === undefined ? said : nameWithout(source.name, known);
}

/** What is withheld: the words that were looked for, and what stands under the areas that were drawn. */
export type Withheld = { readonly words: readonly string[]; readonly areas: readonly string[] };

/** @param signsOf what is written on a page; undefined for a page without text */
export async function withheldBy(
  marks: readonly RedactionMark[],
  signsOf: (page: number) => Promise<PageSigns | undefined>,
): Promise<Withheld> {
  const drawn = marks.filter(({ words }) => words === undefined).flatMap(({ places }) => places);
  const areas: string[] = [];
  for (const page of new Set(drawn.map((place) => place.page))) {
    const signs = await signsOf(page);
    const here = drawn.filter((place) => place.page === page);
    if (signs !== undefined) areas.push(...here.map((place) => textUnder(place, signs)).filter((text) => text !== ''));
  }
  return { words: wordsOf(marks), areas };
}

const wordsOf = (marks: readonly RedactionMark[]): readonly string[] => marks.flatMap(({ words }) => words ?? []);

/** The signs whose middle lies in it. */
function textUnder({ left, top, width, height }: MarkPlace, { signs, places }: PageSigns): string {
  const isIn = (at: number): boolean => {
    const [x = 0, y = 0, wide = 0, high = 0] = places.slice(at * 4, at * 4 + 4);
    return wide > 0 && within(x + wide / 2, left, width) && within(y + high / 2, top, height);
  };
  return plainText(signs.filter((_, at) => isIn(at)).join(''));
}

const within = (middle: number, from: number, length: number): boolean => middle >= from && middle <= from + length;

/** The name of a file as it is released, with nothing in it that is withheld. */
export function nameWithout(source: string, withheld: Withheld): string {
  const name = source.replace(/\.[^.]{1,10}$/, '').slice(0, LONGEST);
  return `${masked(name, withheld)}（公开版）.pdf`;
}

/** What of a name is withheld, for who has written it themselves; undefined where nothing is. */
export function withheldIn(name: string, { words, areas }: Withheld): string | undefined {
  const plain = plainText(name);
  return [...words, ...areas].find((text) => plainText(text).length > 1 && plain.includes(plainText(text)));
}

function masked(name: string, { words, areas }: Withheld): string {
  const { text, origins } = plainOf(name);
  const isCut = new Set<number>();
  // With what stands between.
  const cut = (from: number, length: number): void => {
    for (let at = origins[from] ?? 0; at <= (origins[from + length - 1] ?? 0); at += 1) isCut.add(at);
  };
  for (const word of words.map(plainText).filter((plain) => plain !== ''))
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) cut(at, word.length);
  for (const area of areas) {
    const least = area.length <= SHORT ? OF_SHORT : OF_LONG;
    for (let at = 0; at + least <= text.length; at += 1) if (area.includes(text.slice(at, at + least))) cut(at, least);
  }
  return Array.from(name, (sign, at) => (isCut.has(at) ? (isCut.has(at - 1) ? '' : WITHHELD) : sign)).join('');
}

/** A text as it is compared, each of its units with the sign that it comes from. */
function plainOf(name: string): { readonly text: string; readonly origins: readonly number[] } {
  const units = Array.from(name).flatMap((sign, at) => Array.from(plainText(sign), (unit) => ({ unit, at })));
  return {
    text: units.map(({ unit }) => unit).join(''),
    origins: units.flatMap(({ unit, at }) => Array.from({ length: unit.length }, () => at)),
  };
}
