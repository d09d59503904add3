import { withBytes, type BindingPdfium } from './binding-pdfium.js';

/** Points: of the letters, from the upper edge to their feet, and from the right edge to their end. */
const [SIZE, DOWN, ASIDE] = [11, 30, 30];
/** Of the size of a letter, that a figure of Helvetica is wide. */
const FIGURE = 0.556;
/** Places on a page are whole numbers for PDFium: parts of a point. */
const PARTS = 100;

type Point = readonly [x: number, y: number];

/** Writes the number of a page in its upper right corner, as it is seen: a page that is turned has it there too. @param index from 0 */
export function stampPage(pdfium: BindingPdfium, document: number, index: number, number: number): void {
  const page = pdfium._FPDF_LoadPage(document, index);
  if (page === 0) throw new Error('The page cannot be opened.');
  const text = String(number);
  const [width, height] = [pdfium._FPDF_GetPageWidth(page), pdfium._FPDF_GetPageHeight(page)];
  const left = Math.max(0, width - ASIDE - text.length * SIZE * FIGURE);
  const at = (x: number, y: number): Point => onPage(pdfium, page, { width, height, x, y });
  const [[x, y], [toX, toY]] = [at(left, DOWN), at(left + 1, DOWN)];
  const [a, b] = [toX - x, toY - y];
  const font = Buffer.from('Helvetica\0', 'latin1');
  const object = withBytes(pdfium, font, (pointer) => pdfium._FPDFPageObj_NewTextObj(document, pointer, SIZE));
  withBytes(pdfium, Buffer.from(`${text}\0`, 'utf16le'), (pointer) => pdfium._FPDFText_SetText(object, pointer));
  pdfium._FPDFPageObj_Transform(object, a, b, -b, a, x, y);
  pdfium._FPDFPage_InsertObject(page, object);
  pdfium._FPDFPage_GenerateContent(page);
  pdfium._FPDF_ClosePage(page);
}

type Seen = { readonly width: number; readonly height: number; readonly x: number; readonly y: number };

/** Where a place that is seen lies in the space of the page. @param seen points from the upper left corner */
function onPage(pdfium: BindingPdfium, page: number, { width, height, x, y }: Seen): Point {
  const [wide, high, right, down] = [width, height, x, y].map((length) => Math.round(length * PARTS)) as [
    number,
    number,
    number,
    number,
  ];
  return withBytes(pdfium, Buffer.alloc(16), (pointer) => {
    pdfium._FPDF_DeviceToPage(page, 0, 0, wide, high, 0, right, down, pointer, pointer + 8);
    const found = Buffer.from(pdfium.HEAPU8.slice(pointer, pointer + 16));
    return [found.readDoubleLE(0), found.readDoubleLE(8)];
  });
}
