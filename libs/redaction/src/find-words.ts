import type { MarkPlace } from '@gongkai/contracts';
import { plainText, type PageSigns } from '@gongkai/platform';

export type Place = Omit<MarkPlace, 'page'>;
/** Characters that are looked at, each with the sign of the page it belongs to. */
type Plain = { readonly text: string; readonly origins: readonly number[] };

/** Shares of the height of a line by which a mark is higher and wider than what it covers. */
const EDGE = 0.12;
/** Characters whose lines overlap by so much of their height stand in one line. */
const SAME_LINE = 0.5;
/** Lines of a table or a column that are so far apart, in heights, are two places. */
const GAP = 3;
/** Shares of the page by which the edges of characters of one upright line may differ. */
const STACKED = 0.002;

/** Where words stand on a page, wide or narrow, large or small letters, with or without blanks and hyphens; over several lines too. */
export function findWords({ signs, places }: PageSigns, words: string, page: number): MarkPlace[][] {
  const wanted = plain(Array.from(words)).text;
  if (wanted === '') return [];
  const { text, origins } = plain(signs);
  const found: MarkPlace[][] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    // With what stands between: the hyphen at the end of a line goes too.
    const [first = 0, last = 0] = [origins[at], origins[at + wanted.length - 1]];
    const marked = placesOf(
      { signs, places },
      Array.from({ length: last - first + 1 }, (_, i) => first + i),
      page,
    );
    if (marked.length > 0) found.push(marked);
  }
  return found;
}

/** What covers signs of a page: a place for each line that they take. */
export const placesOf = ({ places }: PageSigns, signs: readonly number[], page: number): MarkPlace[] =>
  linesOf(signs.map((sign) => placeAt(places, sign))).map((line) => ({ page, ...widened(line) }));

function plain(signs: readonly string[]): Plain {
  const [text, origins]: [string[], number[]] = [[], []];
  signs.forEach((sign, at) => {
    for (const unit of plainText(sign)) {
      text.push(unit);
      origins.push(...Array.from({ length: unit.length }, () => at));
    }
  });
  return { text: text.join(''), origins };
}

const placeAt = (places: readonly number[], sign: number): Place => {
  const [left = 0, top = 0, width = 0, height = 0] = places.slice(sign * 4, sign * 4 + 4);
  return { left, top, width, height };
};

function linesOf(places: readonly Place[]): Place[] {
  const lines: Place[] = [];
  for (const place of places.filter(({ width, height }) => width > 0 && height > 0)) {
    const last = lines.at(-1);
    if (last !== undefined && isSameLine(last, place)) lines[lines.length - 1] = around(last, place);
    else lines.push(place);
  }
  return lines;
}

export function isSameLine(line: Place, place: Place): boolean {
  const overlap = Math.min(line.top + line.height, place.top + place.height) - Math.max(line.top, place.top);
  const gap = Math.max(place.left - line.left - line.width, line.left - place.left - place.width);
  return (overlap > SAME_LINE * Math.min(line.height, place.height) && gap < GAP * place.height) || isStacked(line, place);
}

/** In a line that runs up or down: one over the other, edge to edge. */
function isStacked(line: Place, place: Place): boolean {
  const differs = Math.max(Math.abs(line.left - place.left), Math.abs(line.width - place.width));
  const gap = Math.max(place.top - line.top - line.height, line.top - place.top - place.height);
  return differs < STACKED && gap < place.width;
}

function around(one: Place, other: Place): Place {
  const [left, top] = [Math.min(one.left, other.left), Math.min(one.top, other.top)];
  const right = Math.max(one.left + one.width, other.left + other.width);
  const bottom = Math.max(one.top + one.height, other.top + other.height);
  return { left, top, width: right - left, height: bottom - top };
}

/** A little larger than what it covers, and within the page. */
function widened({ left, top, width, height }: Place): Place {
  const edge = EDGE * Math.min(width, height);
  const within = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 100_000) / 100_000;
  const [x, y] = [within(left - edge), within(top - edge)];
  return { left: x, top: y, width: within(left + width + edge - x), height: within(top + height + edge - y) };
}
