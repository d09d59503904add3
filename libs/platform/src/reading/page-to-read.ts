import sharp, { type Sharp } from 'sharp';
import { drawPage } from '../pages/page-picture.js';
import { inspectScan } from '../pages/scan.js';
import { isTiff } from '../pages/tiff-pages.js';
import type { PictureToRead } from './engine.js';
import { pageOfPdf } from './pdf-page.js';
import { straightened } from './straighten.js';
import { withoutRules } from './without-rules.js';

/** Dots of the longer side: A4 at 200 dots to the inch is 2339, and more does not read better. */
const LONGEST = 2400;
/** Dots of a picture that is unpacked: A3 at 600 dots to the inch is 70 million. */
const DOTS = 100_000_000;

/** A page as it is read: in greys, straight, without the rules of its tables; its height by its width; how many pages its file has. */
export type PageToRead =
  | { readonly total: number; readonly picture?: undefined }
  | { readonly total: number; readonly ratio: number; readonly picture: PictureToRead };

/** @param number from 1 @throws Error where the file cannot be opened */
export async function pageToRead(content: Buffer, number: number): Promise<PageToRead> {
  const { total, sheet } = await sheetOf(content, number);
  if (sheet === undefined) return { total };
  const size = { width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true } as const;
  const grey = sheet.flatten({ background: '#ffffff' }).resize(size).greyscale().toColourspace('b-w');
  const { data, info } = await grey.raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== 1) throw new Error(`A page in greys has one channel, not ${String(info.channels)}.`);
  const { dots, width, height, boxOf } = await straightened({ dots: data, width: info.width, height: info.height });
  const raw = { width, height, channels: 1 } as const;
  const picture = await sharp(withoutRules(dots, width), { raw }).png({ compressionLevel: 1 }).toBuffer();
  return { total, ratio: info.height / info.width, picture: { picture, boxOf } };
}

function sheetOf(content: Buffer, number: number): Promise<{ total: number; sheet?: Sharp }> {
  if (isTiff(content)) return pageOfTiff(content, number);
  if (content.toString('latin1', 0, 1024).includes('%PDF-')) return pageOfPdf(content, number);
  return Promise.resolve({ total: 1, sheet: sharp(content, { limitInputPixels: DOTS }).autoOrient() });
}

async function pageOfTiff(content: Buffer, number: number): Promise<{ total: number; sheet?: Sharp }> {
  const scan = inspectScan(content);
  const { picture } = await drawPage(content, scan, number);
  return { total: scan.total, ...(picture === undefined ? {} : { sheet: sharp(picture) }) };
}
