import sharp, { type Sharp, type SharpOptions } from 'sharp';
import type { PageProblem } from '@gongkai/contracts';
import type { DrawnPage, Scan } from './scan.js';
import { leaveOnly, type TiffPage } from './tiff-pages.js';

/** Bytes of one page, unpacked: A3 in colour at 600 dots to the inch is 209 million. */
const BYTES = 256 * 1024 * 1024;
/** Pixels of the longer side on the screen: A4 at 300 dots to the inch is 3508. */
const LONGEST = 3600;
/** How unequal resolutions have to be to matter (fine fax is 204 x 196), and beyond what they are errors: such a page is drawn as it is. */
const UNEQUAL = { from: 1.05, to: 8 };
/** A sheet with a share of black in between says white where it means black: no letter is that dark, and a spoilt sheet is darker. */
const NEGATIVE = { from: 0.75, to: 0.999 };
const WHITE = 255;
/** Every so many dots are looked at to know that. */
const SAMPLE = 7;
/** A picture of ink is far sooner made as PNG, and as small. */
const PNG = { compressionLevel: 6 };
const WEBP = { quality: 80, effort: 1 };

// It keeps nothing, and takes one thread.
sharp.cache(false);
sharp.concurrency(1);

/**
 * Draws a page. Damage is no error: what can be read is drawn, and what is wrong is said.
 * @param content changed meanwhile: one page is drawn after the other
 * @param number from 1
 */
export async function drawPage(content: Buffer, scan: Scan, number: number): Promise<DrawnPage> {
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
    const { channels } = await open(content, 'none').stats();
    if (channels.every(({ min, max }) => min === max)) return { problem: 'unreadable' };
    return { ...(await pictureOf(content, page, 'none')), problem: 'damaged' };
  } catch {
    return { problem: 'unreadable' };
  }
}

async function pictureOf(content: Buffer, page: TiffPage, failOn: 'error' | 'none'): Promise<Picture> {
  const { width, height, isShrunk } = sizeOnScreen(page);
  // Black and white stays so, unless it has to become smaller: then greys keep thin strokes.
  const isInk = page.isBilevel && !isShrunk;
  const size = { width, height, fit: 'fill', kernel: isInk ? 'nearest' : 'lanczos3' } as const;
  const sheet = open(content, failOn).autoOrient().resize(size).flatten({ background: '#ffffff' });
  const drawn = page.isBilevel ? await blackOnWhite(sheet.toColourspace('b-w')) : sheet.toColourspace('srgb');
  const picture = await (isInk ? drawn.png(PNG) : drawn.webp(WEBP)).toBuffer();
  return { picture, width, height };
}

/** A sheet of one channel, turned round where it says white for black. */
async function blackOnWhite(sheet: Sharp): Promise<Sharp> {
  const { data, info } = await sheet.extractChannel(0).raw().toBuffer({ resolveWithObject: true });
  let [sum, dots] = [0, 0];
  for (let at = 0; at < data.length; at += SAMPLE) [sum, dots] = [sum + (data[at] ?? WHITE), dots + 1];
  const black = 1 - sum / (dots * WHITE);
  const drawn = sharp(data, { raw: { width: info.width, height: info.height, channels: 1 } }).toColourspace('b-w');
  return black > NEGATIVE.from && black < NEGATIVE.to ? drawn.negate() : drawn;
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

const open = (content: Buffer, failOn: SharpOptions['failOn']): Sharp =>
  sharp(content, { failOn, limitInputPixels: BYTES, sequentialRead: true });
