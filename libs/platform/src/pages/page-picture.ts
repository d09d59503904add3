import type { Sharp, SharpOptions } from 'sharp';
import type { PageProblem } from '@gongkai/contracts';
import { leaveOnly, pagesOfTiff, type TiffPage } from './tiff-pages.js';

/** A page drawn for the screen, its pixels square; without a picture where nothing of it can be drawn. */
export type DrawnPage = {
  readonly number: number;
  readonly picture?: Buffer;
  readonly width?: number;
  readonly height?: number;
  readonly problem?: PageProblem;
};

/** Pages of a file that are drawn; nobody reads more on a screen. */
const PAGES = 500;
/** Bytes of one page, unpacked: A3 in colour at 600 dots to the inch is 209 million. */
const BYTES = 256 * 1024 * 1024;
/** Pixels of the longer side on the screen: A4 at 300 dots to the inch is 3508. */
const LONGEST = 3600;
/** How unequal resolutions have to be to matter (fine fax is 204 x 196), and beyond what they are errors: such a page is drawn as it is. */
const UNEQUAL = { from: 1.05, to: 8 };
const SECONDS = 20;
/** A sheet with a share of black in between says white where it means black: no letter is that dark, and a spoilt sheet is darker. */
const NEGATIVE = { from: 0.75, to: 0.999 };
const WHITE = 255;

/** How many pages a scan has, counting one for each that is known to be wrong; and what can be said of it without drawing. */
export type Scan = {
  readonly pages: readonly TiffPage[];
  /** Pages, and one more where the file breaks off or has more than are drawn. */
  readonly total: number;
  readonly isCut: boolean;
};

/** Looks at a TIFF. */
export function inspectScan(content: Buffer): Scan {
  const { pages, isCut } = pagesOfTiff(content, PAGES);
  const isLonger = pages.length > PAGES;
  const shown = pages.slice(0, PAGES);
  return { pages: shown, total: shown.length + (isCut || isLonger ? 1 : 0), isCut };
}

let lastDrawn: Promise<unknown> = Promise.resolve();

/**
 * Draws a page, one at a time in a process, so that its memory stays bounded. Damage is no error: what can be read is drawn, and what is wrong is said.
 * @param content changed meanwhile: one page is drawn after the other
 * @param number from 1
 */
export function drawPage(content: Buffer, scan: Scan, number: number): Promise<DrawnPage> {
  const drawn = lastDrawn.then(() => drawNow(content, scan, number));
  lastDrawn = drawn.catch(() => undefined);
  return drawn;
}

async function drawNow(content: Buffer, scan: Scan, number: number): Promise<DrawnPage> {
  const page = scan.pages[number - 1];
  if (page === undefined) return { number, problem: scan.isCut ? 'missing' : 'not-shown' };
  if (page.width === 0 || page.height === 0) return { number, problem: 'unreadable' };
  if (page.bytes > BYTES) return { number, problem: 'too-large' };
  leaveOnly(content, page);
  try {
    return { number, ...(await pictureOf(content, page, 'error')) };
  } catch {
    return { number, ...(await remainsOf(content, page)) };
  }
}

type Picture = Pick<DrawnPage, 'picture' | 'width' | 'height'>;

/** What is left of a damaged page: an even sheet is nothing. */
async function remainsOf(content: Buffer, page: TiffPage): Promise<Picture & { problem: PageProblem }> {
  try {
    const { channels } = await (await open(content, 'none')).stats();
    if (channels.every(({ min, max }) => min === max)) return { problem: 'unreadable' };
    return { ...(await pictureOf(content, page, 'none')), problem: 'damaged' };
  } catch {
    return { problem: 'unreadable' };
  }
}

async function pictureOf(content: Buffer, page: TiffPage, failOn: 'error' | 'none'): Promise<Picture> {
  const [isNegative, sheet] = [page.isBilevel && (await isMostlyBlack(content, failOn)), await open(content, failOn)];
  const { width, height, isShrunk } = sizeOnScreen(page);
  // Black and white stays so, unless it has to become smaller: then greys keep thin strokes.
  const isInk = page.isBilevel && !isShrunk;
  const size = { width, height, fit: 'fill', kernel: isInk ? 'nearest' : 'lanczos3' } as const;
  const drawn = sheet.autoOrient().resize(size).flatten({ background: '#ffffff' });
  const picture = await (isNegative ? drawn.negate() : drawn)
    .toColourspace(page.isBilevel ? 'b-w' : 'srgb')
    .webp(isInk ? { lossless: true, effort: 0 } : { quality: 80, effort: 1 })
    .timeout({ seconds: SECONDS })
    .toBuffer();
  return { picture, width, height };
}

async function isMostlyBlack(content: Buffer, failOn: 'error' | 'none'): Promise<boolean> {
  const { channels } = await (await open(content, failOn)).stats();
  const black = 1 - (channels[0]?.mean ?? WHITE) / WHITE;
  return black > NEGATIVE.from && black < NEGATIVE.to;
}

type Size = { readonly width: number; readonly height: number; readonly isShrunk: boolean };

/** Square pixels: the coarser direction is stretched to the finer, and all of it shrunk to what a screen needs. */
function sizeOnScreen({ width, height, xResolution: x, yResolution: y, orientation }: TiffPage): Size {
  const unequal = x > 0 && y > 0 ? Math.max(x / y, y / x) : 1;
  const isStretched = unequal > UNEQUAL.from && unequal < UNEQUAL.to;
  const [across, down] = isStretched ? [(width * Math.max(x, y)) / x, (height * Math.max(x, y)) / y] : [width, height];
  const shrink = Math.min(1, LONGEST / Math.max(across, down));
  const [a, b] = [Math.max(1, Math.round(across * shrink)), Math.max(1, Math.round(down * shrink))];
  return { width: orientation >= 5 ? b : a, height: orientation >= 5 ? a : b, isShrunk: shrink < 1 };
}

/** Loaded when the first page is drawn: most processes never draw one. It keeps nothing, and takes one thread. */
async function open(content: Buffer, failOn: 'error' | 'none'): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  const options: SharpOptions = { failOn, limitInputPixels: BYTES, sequentialRead: true };
  return sharp(content, options);
}
