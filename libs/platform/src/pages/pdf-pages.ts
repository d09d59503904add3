import sharp from 'sharp';
import { pdfSheets } from '../redacting/pdf-sheets.js';
import { PAGES, type DrawnPage } from './scan.js';

const WEBP = { quality: 80, effort: 1 };

/** The pages of a PDF, for the screen. */
export type PdfPages = {
  /** As many as are drawn, and one more where there are more. */
  readonly total: number;
  /** As many as it has; none where it is broken, or asks for a password. */
  readonly whole: number;
  /** @param number from 1 */
  readonly draw: (number: number) => Promise<DrawnPage>;
};

/** Opens a PDF. One that is broken, or asks for a password, is one page that cannot be read. */
export async function openPdf(content: Buffer): Promise<PdfPages> {
  try {
    const sheets = await pdfSheets(content);
    const draw = async (number: number): Promise<DrawnPage> => {
      if (number > PAGES) return { number, problem: 'not-shown' };
      try {
        const { dots, width, height } = await sheets.at(number, false);
        const picture = await sharp(dots, { raw: { width, height, channels: 3 } })
          .webp(WEBP)
          .toBuffer();
        return { number, picture, width, height };
      } catch {
        return { number, problem: 'unreadable' };
      }
    };
    return { total: Math.max(1, Math.min(sheets.total, PAGES + 1)), whole: sheets.total, draw };
  } catch {
    return { total: 1, whole: 0, draw: (number) => Promise.resolve({ number, problem: 'unreadable' }) };
  }
}
