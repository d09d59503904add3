import type { PageText, ReadWord } from '@gongkai/platform';

/** One character on a page. */
export type Sign = ReadWord & {
  /** How far it stands from the one before it in its row, in heights of the row. */
  readonly gap: number;
};

/** Signs that stand side by side, whatever the engine made of them; heights and places in widths of the page. */
export type Row = {
  readonly text: string;
  readonly signs: readonly Sign[];
  readonly middle: number;
  readonly height: number;
};

type Line = { readonly words: readonly ReadWord[]; readonly middle: number; readonly height: number };

/** Lines that overlap by so much of their height are one row. */
const SAME_ROW = 0.55;
/** A line that lies over another by so much of its width is the same one. */
const SAME_PLACE = 0.6;
/** Stands for a character of two units, so that places in the text are places among the signs. */
const RARE = '〓';
/** Fewer signs do not tell how a page lies. */
const TELLING = 8;

/** Lays what was read in rows, from top to bottom, as if the page lay straight. */
export function rowsOf({ lines, ratio }: Pick<PageText, 'lines' | 'ratio'>): Row[] {
  const slope = slopeOf(lines, ratio);
  const straight = lines.flatMap((words) => (words.length === 0 ? [] : [lineOf(words, ratio, slope)]));
  const groups: Line[][] = [];
  for (const line of straight.sort((a, b) => a.middle - b.middle)) {
    const last = groups.at(-1);
    if (last !== undefined && belongsTo(last, line)) last.push(line);
    else groups.push([line]);
  }
  return groups.map(rowOf);
}

const belongsTo = (group: readonly Line[], { middle, height }: Line): boolean =>
  group.some((line) => Math.abs(line.middle - middle) < SAME_ROW * Math.min(line.height, height));

/** How much lower the right end of the lines is than the left, by the width of the page: half of them more, half of them less. */
function slopeOf(lines: PageText['lines'], ratio: number): number {
  const slopes = lines.flatMap((words) => {
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined || words.length < TELLING) return [];
    const across = centre(last) - centre(first);
    return across <= 0 ? [] : [((level(last) - level(first)) * ratio) / across];
  });
  return median(slopes);
}

function lineOf(words: readonly ReadWord[], ratio: number, slope: number): Line {
  const middle = median(words.map((word) => level(word) * ratio - centre(word) * slope));
  return { words, middle, height: median(words.map(({ box }) => box.height)) * ratio };
}

function rowOf(group: readonly Line[]): Row {
  const height = median(group.map((line) => line.height));
  const words = once(group)
    .flatMap((line) => line.words)
    .flatMap(plain)
    .sort((a, b) => a.box.left - b.box.left);
  const signs = words.map((word, i) => ({ ...word, gap: gapBefore(word, words[i - 1], height) }));
  const text = signs.map((sign) => (sign.text.length === 1 ? sign.text : RARE)).join('');
  return { text, signs, middle: median(group.map((line) => line.middle)), height };
}

const gapBefore = ({ box }: ReadWord, before: ReadWord | undefined, height: number): number =>
  before === undefined || height === 0 ? Infinity : (box.left - before.box.left - before.box.width) / height;

/** Of what the engine has read twice, in two lines that lie over each other, the longer line. */
function once(group: readonly Line[]): Line[] {
  const kept: Line[] = [];
  for (const line of [...group].sort((a, b) => b.words.length - a.words.length))
    if (!kept.some((other) => overlap(other, line) > SAME_PLACE * widthOf(line))) kept.push(line);
  return kept;
}

const leftOf = ({ words }: Line): number => Math.min(...words.map(({ box }) => box.left));
const rightOf = ({ words }: Line): number => Math.max(...words.map(({ box }) => box.left + box.width));
const widthOf = (line: Line): number => rightOf(line) - leftOf(line);
const overlap = (one: Line, other: Line): number => Math.min(rightOf(one), rightOf(other)) - Math.max(leftOf(one), leftOf(other));

/** Full-width figures and letters as plain ones; one character for each sign, none for what is blank. No prison is asked about, but maps are. */
function plain(word: ReadWord): ReadWord[] {
  const text = word.text
    .normalize('NFKC')
    .replace(/[\s|‖]/gu, '')
    .replace('囹', '图');
  const signs = Array.from(text);
  if (signs.length === 0) return [];
  const width = word.box.width / signs.length;
  return signs.map((sign, i) => ({ ...word, text: sign, box: { ...word.box, left: word.box.left + i * width, width } }));
}

const centre = ({ box }: ReadWord): number => box.left + box.width / 2;
const level = ({ box }: ReadWord): number => box.top + box.height / 2;

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
