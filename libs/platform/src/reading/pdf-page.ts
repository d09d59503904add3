import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp, { type Sharp } from 'sharp';

/** Points to the inch, as a PDF counts. */
const POINTS = 72;
/** Dots to the inch that small print needs to be read. */
const DOTS = 200;
/** Dots of the longer side at most, however large the page says it is. */
const LONGEST = 3600;

/** A page of a PDF, in greys, and how many pages there are; no sheet where it cannot be drawn. */
export async function pageOfPdf(content: Buffer, number: number): Promise<{ total: number; sheet?: Sharp }> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(content);
  const total = document.getPageCount();
  if (number > total) return { total };
  const page = document.getPage(number - 1);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(DOTS / POINTS, LONGEST / Math.max(originalWidth, originalHeight));
  const { data, width, height } = await page.render({ scale, render: 'bitmap', colorSpace: 'Gray' });
  return { total, sheet: sharp(data, { raw: { width, height, channels: 1 } }) };
}
