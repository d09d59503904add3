import type { PageProblem } from '@gongkai/contracts';
import { pagesOfTiff, type TiffPage } from './tiff-pages.js';

/** A page drawn for the screen, its pixels square; without a picture where nothing of it can be drawn. */
export type DrawnPage = {
  readonly number: number;
  readonly picture?: Uint8Array | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly problem?: PageProblem | undefined;
};

/** How many pages a scan has, counting one for each that is known to be wrong; and what can be said of it without drawing. */
export type Scan = {
  readonly pages: readonly TiffPage[];
  /** Pages, and one more where the file breaks off or has more than are drawn. */
  readonly total: number;
  readonly isCut: boolean;
};

/** Pages of a file that are drawn; nobody reads more on a screen. */
export const PAGES = 500;
/** What is drawn in one go, before others have their turn: pages, and bytes of them, unpacked. */
const TURN = { pages: 8, bytes: 64 * 1024 * 1024 };

/** Looks at a TIFF. */
export function inspectScan(content: Buffer): Scan {
  const { pages, isCut } = pagesOfTiff(content, PAGES);
  const isLonger = pages.length > PAGES;
  const shown = pages.slice(0, PAGES);
  return { pages: shown, total: shown.length + (isCut || isLonger ? 1 : 0), isCut };
}

/**
 * The numbers of the pages that are next, after so many that are done: one at least, while there are any.
 * @param scan of a file whose pages are not known beforehand, their number alone
 */
export function nextPages({ pages = [], total }: Partial<Scan> & Pick<Scan, 'total'>, done: number): number[] {
  const numbers: number[] = [];
  let bytes = 0;
  for (let number = done + 1; number <= total && numbers.length < TURN.pages; number += 1) {
    bytes += pages[number - 1]?.bytes ?? 0;
    if (numbers.length > 0 && bytes > TURN.bytes) break;
    numbers.push(number);
  }
  return numbers;
}
