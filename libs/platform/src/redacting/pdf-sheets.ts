import { loadPdfium, type Pdfium } from './pdfium.js';
import { signsOf } from './pdf-signs.js';
import type { Sheet, Sheets } from './sheet.js';

/** Points to the inch, and dots to it that small print needs. */
const [POINTS, DOTS] = [72, 200];
/** Dots of the longer side at most, however large the page says it is. */
const LONGEST = 3600;
/** Four bytes a dot, annotations too, red before blue. */
const BGRX = 3;
const FLAGS = 0x01 | 0x10;
const WHITE = 0xffffffff;
const [AS_SHOWN, FLATTENED] = [0, 1];
const TEXT = 1;
const FORM = 5;
const ACTUAL_TEXT = Buffer.from('ActualText\0');
/** Forms within forms: deeper than any writer puts them. */
const DEEPEST = 8;

/** Opens a PDF. @throws Error where it cannot be opened: it is broken, or asks for a password */
export async function pdfSheets(content: Buffer): Promise<Sheets> {
  const pdfium = await loadPdfium();
  const pointer = pdfium.wasmExports.malloc(content.length);
  pdfium.HEAPU8.set(content, pointer);
  const document = pdfium._FPDF_LoadMemDocument(pointer, content.length, 0);
  if (document === 0) throw new Error('The PDF cannot be opened.');
  return {
    total: pdfium._FPDF_GetPageCount(document),
    at: (number, tellsSeen) => Promise.resolve(sheetAt(pdfium, document, { index: number - 1, tellsSeen })),
  };
}

type Wanted = { readonly index: number; readonly tellsSeen: boolean };

/** What is filled into a form and what is noted on a page become a part of it: else its words are seen, or missing, and never found. */
function flatPage(pdfium: Pdfium, document: number, index: number): number {
  const page = pdfium._FPDF_LoadPage(document, index);
  if (page === 0 || pdfium._FPDFPage_Flatten(page, AS_SHOWN) !== FLATTENED) return page;
  // What was added is known of the page once it is opened again.
  pdfium._FPDF_ClosePage(page);
  return pdfium._FPDF_LoadPage(document, index);
}

function sheetAt(pdfium: Pdfium, document: number, { index, tellsSeen }: Wanted): Sheet {
  const page = flatPage(pdfium, document, index);
  if (page === 0) throw new Error('The page cannot be opened.');
  try {
    const points = { width: pdfium._FPDF_GetPageWidth(page), height: pdfium._FPDF_GetPageHeight(page) };
    const scale = Math.min(DOTS / POINTS, LONGEST / Math.max(points.width, points.height));
    const size = { width: Math.max(1, Math.round(points.width * scale)), height: Math.max(1, Math.round(points.height * scale)) };
    forgetWordsBehind(pdfium, page);
    const dots = draw(pdfium, page, size);
    // The text is asked for while it is on the page, and the page then drawn without it.
    const { signs, close } = signsOf(pdfium, page, size);
    if (tellsSeen) hideText(pdfium, page);
    const bare = tellsSeen ? draw(pdfium, page, size) : dots;
    close();
    return { ...size, dots, points, signs: signs({ dots, bare, width: size.width }) };
  } finally {
    pdfium._FPDF_ClosePage(page);
  }
}

type Size = { readonly width: number; readonly height: number };

/** Three bytes a dot. */
function draw(pdfium: Pdfium, page: number, { width, height }: Size): Buffer {
  const bytes = width * height * 4;
  const pointer = pdfium.wasmExports.malloc(bytes);
  if (pointer === 0) throw new Error('There is not enough memory for the page.');
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, BGRX, pointer, width * 4);
  try {
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS);
    return withoutFourth(pdfium.HEAPU8, pointer, width * height);
  } finally {
    pdfium._FPDFBitmap_Destroy(bitmap);
    pdfium.wasmExports.free(pointer);
  }
}

function withoutFourth(heap: Uint8Array, from: number, count: number): Buffer {
  const dots = Buffer.allocUnsafe(count * 3);
  for (let i = 0, at = from, to = 0; i < count; i += 1, at += 4, to += 3) {
    dots[to] = heap[at] ?? 0;
    dots[to + 1] = heap[at + 1] ?? 0;
    dots[to + 2] = heap[at + 2] ?? 0;
  }
  return dots;
}

/** Takes all text off the page, as far as it can be reached: what stays cannot be told from a picture, and is not handed on as text. */
const hideText = (pdfium: Pdfium, page: number): void =>
  forEachObject(pdfium, page, (object) => {
    if (pdfium._FPDFPageObj_GetType(object) === TEXT) pdfium._FPDFPageObj_SetIsActive(object, 0);
  });

/** Forgets the words that a writer has put behind what is drawn (`ActualText`): nobody sees them, and what is seen is not found for them. */
function forgetWordsBehind(pdfium: Pdfium, page: number): void {
  const name = pdfium.wasmExports.malloc(ACTUAL_TEXT.length);
  pdfium.HEAPU8.set(ACTUAL_TEXT, name);
  forEachObject(pdfium, page, (object) => {
    for (let at = pdfium._FPDFPageObj_CountMarks(object) - 1; at >= 0; at -= 1)
      pdfium._FPDFPageObjMark_RemoveParam(object, pdfium._FPDFPageObj_GetMark(object, at), name);
  });
  pdfium.wasmExports.free(name);
}

type Act = (object: number) => void;

function forEachObject(pdfium: Pdfium, page: number, act: Act): void {
  for (let at = 0; at < pdfium._FPDFPage_CountObjects(page); at += 1)
    visit(pdfium, pdfium._FPDFPage_GetObject(page, at), { act, depth: 0 });
}

function visit(pdfium: Pdfium, object: number, { act, depth }: { readonly act: Act; readonly depth: number }): void {
  act(object);
  if (pdfium._FPDFPageObj_GetType(object) !== FORM || depth > DEEPEST) return;
  for (let at = 0; at < pdfium._FPDFFormObj_CountObjects(object); at += 1)
    visit(pdfium, pdfium._FPDFFormObj_GetObject(object, at), { act, depth: depth + 1 });
}
