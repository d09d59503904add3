import { writeSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { burntPicture } from '../redacting/burnt-page.js';
import { openSheets } from '../redacting/open-sheets.js';
import { releasedPdf } from '../redacting/released-pdf.js';
import { stayingSigns } from '../redacting/staying-signs.js';
import { bindingPdfium, type BindingPdfium } from './binding-pdfium.js';
import { cleanPages } from './clean-pages.js';
import { DatedPieces } from './dated-pieces.js';
import { savePdf } from './save-pdf.js';
import { saysMore } from './says-more.js';
import { stampPage } from './stamp-page.js';

/** Papers that become one PDF: what is text stays text, pictures and scans become pages. */
export class BoundPdf {
  #pages = 0;
  #front = 0;

  private constructor(
    private readonly pdfium: BindingPdfium,
    private readonly document: number,
    private readonly moment: string,
  ) {}

  /** @param moment when the PDF says that it was made, `YYYYMMDDhhmmss` */
  static async begin(moment: string): Promise<BoundPdf> {
    const pdfium = await bindingPdfium();
    return new BoundPdf(pdfium, pdfium._FPDF_CreateNewDocument(), moment);
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

  /**
   * Adds what the pages of a paper show, and nothing that its file says beside them. Where a page carries more than it shows, pictures of all
   * pages are added, with the text that is seen on them.
   * @returns how many it has. @throws Error where it cannot be opened
   */
  async addClean(content: Buffer): Promise<number> {
    const drawn = this.#drawnAnew(await asPdf(content));
    const count = this.#import(this.document, drawn ?? (await asPictures(content)), this.#pages);
    this.#pages += count;
    return count;
  }

  /** Null where it says more than its pages show. */
  #drawnAnew(content: Buffer): Buffer | null {
    const { pdfium } = this;
    const clean = pdfium._FPDF_CreateNewDocument();
    const pieces: Buffer[] = [];
    try {
      withDocument(pdfium, content, (opened) => cleanPages(pdfium, opened, clean));
      savePdf(pdfium, clean, (piece) => pieces.push(Buffer.from(piece)));
    } finally {
      pdfium._FPDF_CloseDocument(clean);
    }
    const drawn = Buffer.concat(pieces);
    return saysMore(drawn) ? null : drawn;
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
    const dated = new DatedPieces(this.moment, (piece) => {
      writeAll(file, piece);
      size += piece.length;
    });
    savePdf(this.pdfium, this.document, (piece) => dated.take(piece));
    dated.end();
    return size;
  }

  #import(to: number, content: Buffer, at: number): number {
    const { pdfium } = this;
    return withDocument(pdfium, content, (opened) => {
      if (pdfium._FPDF_ImportPages(to, opened, 0, at) === 0) throw new Error('The PDF cannot be opened.');
      return pdfium._FPDF_GetPageCount(opened);
    });
  }
}

/** A PDF that is open for as long as something needs it. @throws Error where it cannot be opened */
function withDocument<T>(pdfium: BindingPdfium, content: Buffer, work: (opened: number) => T): T {
  const pointer = pdfium.wasmExports.malloc(content.length);
  if (pointer === 0) throw new Error('There is no memory left.');
  pdfium.HEAPU8.set(content, pointer);
  const opened = pdfium._FPDF_LoadMemDocument(pointer, content.length, 0);
  try {
    if (opened === 0) throw new Error('The PDF cannot be opened.');
    return work(opened);
  } finally {
    if (opened !== 0) pdfium._FPDF_CloseDocument(opened);
    pdfium.wasmExports.free(pointer);
  }
}

/** A disk may take less at a time than it is given. */
function writeAll(file: number, piece: Uint8Array): void {
  for (let done = 0; done < piece.length;) done += writeSync(file, piece, done);
}

const asPdf = (content: Buffer): Promise<Buffer> =>
  content.toString('latin1', 0, 1024).includes('%PDF-') ? Promise.resolve(content) : asPictures(content);

/** A PDF of pictures of its pages, with the text that is seen on them. */
async function asPictures(content: Buffer): Promise<Buffer> {
  const sheets = await openSheets(content);
  const pageAt = async (number: number) => {
    const sheet = await sheets.at(number, true);
    return { picture: await burntPicture(sheet), points: sheet.points, signs: stayingSigns(sheet.signs, []) };
  };
  return buffer(releasedPdf(sheets.total, pageAt));
}
