import type { ColumnName } from './case-columns.js';

/** Pixels that the text of what is asked for needs, to be recognised. */
const SUBJECT = 250;
/** Which columns give way on a narrow screen, the first one first. The others say what is due and whose it is. */
const LEAST_NEEDED: readonly ColumnName[] = [
  'link',
  'used',
  'channel',
  'assignee',
  'received',
  'applicant',
  'state',
  'organ',
  'next',
  'turn',
];

type WidthOf = (name: ColumnName) => number | undefined;

/** Pixels that a table of these columns takes at least. */
export const roomFor = (columns: readonly ColumnName[], widthOf: WidthOf): number =>
  columns.reduce((sum, name) => sum + (widthOf(name) ?? SUBJECT), 0);

/** The columns that have room beside each other; the least needed ones are left out. @param room in pixels */
export function fitting(columns: readonly ColumnName[], widthOf: WidthOf, room: number): readonly ColumnName[] {
  const tooMuch = LEAST_NEEDED.find((name) => columns.includes(name));
  if (tooMuch === undefined || roomFor(columns, widthOf) <= room) return columns;
  return fitting(
    columns.filter((name) => name !== tooMuch),
    widthOf,
    room,
  );
}
