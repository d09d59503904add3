import sharp from 'sharp';
import { drawPage } from '../pages/page-picture.js';
import { inspectScan } from '../pages/scan.js';
import { isTiff } from '../pages/tiff-pages.js';
import { pdfSheets } from './pdf-sheets.js';
import type { Sheet, Sheets } from './sheet.js';

/** Dots of a picture that is unpacked: A3 at 600 dots to the inch is 70 million. */
const DOTS = 100_000_000;
/** Dots of the longer side: A4 at 300 dots to the inch is 3508. */
const LONGEST = 3600;
/** Points of the longer side of A4: what a picture is printed on. */
const SIDE = 842;

/** Opens a PDF, a scan or a picture. @throws Error where it cannot be opened */
export function openSheets(content: Buffer): Promise<Sheets> {
  if (isTiff(content)) return Promise.resolve(scanSheets(content));
  if (content.toString('latin1', 0, 1024).includes('%PDF-')) return pdfSheets(content);
  return Promise.resolve({ total: 1, at: () => sheetOf(content) });
}

function scanSheets(content: Buffer): Sheets {
  const scan = inspectScan(content);
  return {
    total: scan.total,
    at: async (number) => {
      const { picture, problem } = await drawPage(content, scan, number);
      // A page of which parts are lost hides what cannot be marked.
      if (picture === undefined || problem !== undefined) throw new Error('The page cannot be drawn.');
      return sheetOf(picture);
    },
  };
}

async function sheetOf(picture: Uint8Array): Promise<Sheet> {
  const size = { width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true } as const;
  const sheet = sharp(picture, { limitInputPixels: DOTS }).autoOrient().flatten({ background: '#ffffff' }).resize(size);
  const { data, info } = await sheet.toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const dots = info.channels === 3 ? data : thrice(data);
  const scale = SIDE / Math.max(width, height);
  return { width, height, dots, points: { width: width * scale, height: height * scale }, signs: [] };
}

function thrice(greys: Buffer): Buffer {
  const dots = Buffer.allocUnsafe(greys.length * 3);
  for (let at = 0; at < greys.length; at += 1) dots.fill(greys[at] ?? 0, at * 3, at * 3 + 3);
  return dots;
}
