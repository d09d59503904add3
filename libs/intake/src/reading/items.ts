import type { Label } from './labels.js';
import type { Row, Sign } from './rows.js';

/** A row with the labels found on it. */
export type LabelledRow = Row & { readonly labels: readonly Label[] };

/** Heights of a row that part one cell from the next. */
export const CELL = 1.2;
/** Heights of a row between two rows of one paragraph, at most. */
const PARAGRAPH = 2.2;
/** Signs that may be left of a label whose end was misread. */
const REST = 3;

/**
 * What is asked for, each piece by itself: all from the label on to the next one, parted where the lines are numbered.
 * @param at the row of the label
 */
export function itemsFrom(rows: readonly LabelledRow[], at: number, label: Label): Sign[][] {
  const lines = linesOf(rows, at, label).filter((line) => line.length > 0);
  const isParted = lines.some((line) => ordinalOf(line)?.value === 2);
  const items: Sign[][] = [];
  for (const line of lines) {
    const ordinal = isParted ? ordinalOf(line) : undefined;
    if (ordinal?.value === items.length + 1) items.push(line.slice(ordinal.length));
    else if (items.length === 0) items.push([...line]);
    else items.at(-1)?.push(...line);
  }
  return items;
}

const CHINESE = '一二三四五六七八九十';
const ORDINAL = /^(?:(\d{1,2})[.,、。:)]|\((\d{1,2})[)】]|\(([一二三四五六七八九十])[)】]|([一二三四五六七八九十])[、.,])/u;

/** The number that a line begins with, and how many signs it takes. */
function ordinalOf(line: readonly Sign[]): { value: number; length: number } | undefined {
  const match = ORDINAL.exec(line.map(({ text }) => text).join(''));
  if (match === null) return undefined;
  const [mark, ...groups] = match;
  const said = groups.find(Boolean) ?? '';
  return { value: /^\d/.test(said) ? Number(said) : CHINESE.indexOf(said) + 1, length: mark.length };
}

/** What belongs to the label, line by line: beside it and below, and above it where it stands in the middle of its cell. */
function linesOf(rows: readonly LabelledRow[], at: number, label: Label): Sign[][] {
  const row = rows[at];
  if (row === undefined) return [];
  const beside = afterLabel(row, label);
  const below = rowsBelow(rows, at).map((each) => afterLabels(each));
  if (hasColon(row, label)) return [beside, ...below];
  const left = Math.min(1, ...[beside, ...below].flatMap((line) => columnIn(line, endOf(row, label))));
  const above = rowsAbove(rows, at, left).map(({ signs }) => signs);
  return [...above, beside, ...below].map((line) => line.filter(({ box }) => box.left > left - 2 * box.width));
}

/** Where a column begins right of a label, as far as a line tells. */
const columnIn = (line: readonly Sign[], right: number): number[] =>
  line.filter(({ gap, box }) => gap >= CELL && box.left > right).map(({ box }) => box.left);

const endOf = ({ signs }: Row, { to }: Label): number => signs[to - 1]?.box.left ?? 0;
const hasColon = ({ text }: Row, { to }: Label): boolean => /^.{0,3}[:;]/u.test(text.slice(to));

/** Signs after a label, as far as the next one; without what parts them, and without the end of the label where that was misread. */
export function afterLabel({ signs, labels }: LabelledRow, label: Label): Sign[] {
  const next = labels.find(({ from }) => from >= label.to);
  const value = signs.slice(label.to, next?.from);
  const rest = value.slice(restOf(label, value));
  const begin = rest.findIndex(({ text: sign }) => !/[\s:;,.'"“”_~—\-=]/u.test(sign));
  return begin < 0 ? [] : rest.slice(begin);
}

/** How many signs still belong to the label: as far as a colon or a new cell, which are near; or all, where an item would be no longer. */
function restOf({ leads }: Label, value: readonly Sign[]): number {
  const near = value.slice(0, REST + 1);
  const colon = near.findIndex(({ text }) => /[:;]/.test(text));
  const cell = near.findIndex(({ gap }) => gap >= CELL);
  if (colon < 0 && cell < 0) return leads === 'items' && value.length <= REST ? value.length : 0;
  return Math.max(colon + 1, cell);
}

/** A label that goes on in a row below is no text. */
function afterLabels(row: LabelledRow): Sign[] {
  const label = row.labels.at(-1);
  return label === undefined ? [...row.signs] : afterLabel(row, label);
}

const rowsBelow = (rows: readonly LabelledRow[], at: number): LabelledRow[] => {
  const rest = rows.slice(at + 1);
  const end = rest.findIndex(({ labels }) => labels.some(({ leads }) => leads !== 'items'));
  return rest.slice(0, end < 0 ? undefined : end);
};

/** Rows of the same paragraph, in the same column. */
function rowsAbove(rows: readonly LabelledRow[], at: number, left: number): LabelledRow[] {
  const first = rows.slice(0, at).findLastIndex((row, i) => !isText(row, left) || !isNear(row, rows[i + 1]));
  return rows.slice(first + 1, at);
}

/** Whether a row is text of a column, and has no label of its own. @param left where the column begins */
const isText = ({ labels, signs: [first] }: LabelledRow, left: number): boolean =>
  labels.length === 0 && first !== undefined && first.box.left > left - 2 * first.box.width;

const isNear = (row: Row, under: Row | undefined): boolean =>
  under !== undefined && under.middle - row.middle < PARAGRAPH * row.height;

/** Whether a text that begins at `left` goes on in the next row. */
export const goesOn = (row: LabelledRow | undefined, next: LabelledRow | undefined, left: number): boolean =>
  row !== undefined && next !== undefined && isNear(row, next) && isText(next, left);
