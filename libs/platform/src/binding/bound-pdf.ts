import { writeSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { burntPicture } from '../redacting/burnt-page.js';
import { openSheets } from '../redacting/open-sheets.js';
import { releasedPdf } from '../redacting/released-pdf.js';
import { bindingPdfium, type BindingPdfium } from './binding-pdfium.js';
import { savePdf } from './save-pdf.js';
import { stampPage } from './stamp-page.js';

/** Papers that become one PDF: what is text stays text, pictures and scans become pages. */
export class BoundPdf {
  #pages = 0;
  #front = 0;

  private constructor(
    private readonly pdfium: BindingPdfium,
    private readonly document: number,
  ) {}

  static async begin(): Promise<BoundPdf> {
    const pdfium = await bindingPdfium();
    return new BoundPdf(pdfium, pdfium._FPDF_CreateNewDocument());
  }

  /**
   * Adds a paper at the end, its pages numbered on: by itself, for to write on a page takes PDFium as long as its document has pages.
   * @returns how many it has. @throws Error where it cannot be opened; then nothing is added
   */
  async add(content: Buffer): Promise<number> {
    const paper = await asPdf(content);
    const { pdfium, document } = this;
    const stamped = pdfium._FPDF_CreateNewDocument();
    try {
      const count = this.#import(stamped, paper, 0);
      for (let i = 0; i < count; i += 1) stampPage(pdfium, stamped, i, this.#pages + i + 1);
      if (pdfium._FPDF_ImportPages(document, stamped, 0, this.#pages) === 0) throw new Error('The PDF cannot be bound.');
      this.#pages += count;
      return count;
    } finally {
      pdfium._FPDF_CloseDocument(stamped);
    }
  }

  /** Puts a cover or a list before the papers; its pages bear no number. */
  addFront(content: Buffer): number {
    const count = this.#import(this.document, content, this.#front);
    this.#front += count;
    return count;
  }

  /** Writes it to an open file, piece by piece: it is as large as all papers together. @returns bytes */
  writeTo(file: number): number {
    let size = 0;
    savePdf(this.pdfium, this.document, (piece) => {
      writeAll(file, piece);
      size += piece.length;
    });
    return size;
  }

  #import(to: number, content: Buffer, at: number): number {
    const { pdfium } = this;
    const pointer = pdfium.wasmExports.malloc(content.length);
    if (pointer === 0) throw new Error('There is no memory left.');
    pdfium.HEAPU8.set(content, pointer);
    const opened = pdfium._FPDF_LoadMemDocument(pointer, content.length, 0);
    try {
      if (opened === 0 || pdfium._FPDF_ImportPages(to, opened, 0, at) === 0) throw new Error('The PDF cannot be opened.');
      return pdfium._FPDF_GetPageCount(opened);
    } finally {
      if (opened !== 0) pdfium._FPDF_CloseDocument(opened);
      pdfium.wasmExports.free(pointer);
    }
  }
}

/** A disk may take less at a time than it is given. */
function writeAll(file: number, piece: Uint8Array): void {
  for (let done = 0; done < piece.length;) done += writeSync(file, piece, done);
}

async function asPdf(content: Buffer): Promise<Buffer> {
  if (content.toString('latin1', 0, 1024).includes('%PDF-')) return content;
  const sheets = await openSheets(content);
  const pageAt = async (number: number) => {
    const sheet = await sheets.at(number, false);
    return { picture: await burntPicture(sheet), points: sheet.points, signs: [] };
  };
  return buffer(releasedPdf(sheets.total, pageAt));
}
