import type { Pdfium } from './pdfium.js';
import type { Area, Sign, Turn } from './sheet.js';

type Size = { readonly width: number; readonly height: number };
/** The page with its text and without, three bytes a dot. */
type Pictures = { readonly dots: Buffer; readonly bare: Buffer; readonly width: number };
/** In the units of the page. */
type Rectangle = { readonly left: number; readonly right: number; readonly bottom: number; readonly top: number };
/** Dots, both ends included. */
type DotBox = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
type Found = Omit<Sign, 'isSeen'> & { readonly box: DotBox | null; readonly isDrawn: boolean };

/** Text that is drawn with no colour at all, as beneath a scan: none of it is on the picture. */
const UNDRAWN: ReadonlySet<number> = new Set([3, 7]);
/** Bytes of a double, and of the four that a rectangle is told in. */
const DOUBLE = 8;
const RECTANGLE = 4 * DOUBLE;
/** Units of the page along a line, by which it is told whither the line runs. */
const FAR = 1000;
/** Dots by which a picture has to differ to be another one. */
const DIFFERENCE = 24;

/**
 * The characters of a page and where they stand, as the page is turned and cut. What is told of whether they are seen needs the page with its
 * text and without; `close` before the page is closed.
 */
export function signsOf(
  pdfium: Pdfium,
  page: number,
  size: Size,
): { readonly signs: (pictures: Pictures) => Sign[]; readonly close: () => void } {
  const text = pdfium._FPDFText_LoadPage(page);
  const scratch = pdfium.wasmExports.malloc(RECTANGLE);
  const reader = { pdfium, page, size, text, scratch };
  const count = text === 0 ? 0 : pdfium._FPDFText_CountChars(text);
  const found = Array.from({ length: Math.max(0, count) }, (_, at) => signAt(reader, at));
  return {
    signs: (pictures) => found.map(({ box, isDrawn, ...sign }) => ({ ...sign, isSeen: isDrawn && differs(pictures, box) })),
    close: () => {
      pdfium.wasmExports.free(scratch);
      if (text !== 0) pdfium._FPDFText_ClosePage(text);
    },
  };
}

type Reader = {
  readonly pdfium: Pdfium;
  readonly page: number;
  readonly size: Size;
  readonly text: number;
  readonly scratch: number;
};

const SEPARATOR: Found = { text: ' ', area: null, ink: null, turn: 0, box: null, isDrawn: false };

function signAt(reader: Reader, at: number): Found {
  const { pdfium, text, size } = reader;
  const sign = String.fromCodePoint(pdfium._FPDFText_GetUnicode(text, at));
  const tight = tightBox(reader, at);
  if (tight === null || sign.trim() === '') return SEPARATOR;
  const object = pdfium._FPDFText_GetTextObject(text, at);
  const isDrawn = object !== 0 && !UNDRAWN.has(pdfium._FPDFTextObj_GetTextRenderMode(object));
  const box = onSheet(reader, tight);
  const all = around(box, onSheet(reader, looseBox(reader, at) ?? tight));
  return { text: sign, area: shares(all, size), ink: shares(box, size), turn: turnAt(reader, at), box, isDrawn };
}

const shares = ({ x0, y0, x1, y1 }: DotBox, { width, height }: Size): Area => ({
  left: x0 / width,
  top: y0 / height,
  width: (x1 - x0) / width,
  height: (y1 - y0) / height,
});

/** The box of the ink; null for what PDFium has put between words by itself. */
function tightBox({ pdfium, text, scratch }: Reader, at: number): Rectangle | null {
  const [left, right, bottom, top] = [0, 1, 2, 3].map((i) => scratch + i * DOUBLE) as [number, number, number, number];
  if (pdfium._FPDFText_GetCharBox(text, at, left, right, bottom, top) === 0) return null;
  const [l = 0, r = 0, b = 0, t = 0] = new Float64Array(pdfium.HEAPU8.buffer, scratch, 4);
  return r > l || t > b ? { left: l, right: r, bottom: b, top: t } : null;
}

/** The box that belongs to it in its line, as high as its font. */
function looseBox({ pdfium, text, scratch }: Reader, at: number): Rectangle | null {
  if (pdfium._FPDFText_GetLooseCharBox(text, at, scratch) === 0) return null;
  const [left = 0, top = 0, right = 0, bottom = 0] = new Float32Array(pdfium.HEAPU8.buffer, scratch, 4);
  return { left, right, bottom, top };
}

/** From the page to a dot of its picture, however it is turned and cut. */
function dotAt({ pdfium, page, size, scratch }: Reader, x: number, y: number): [number, number] {
  pdfium._FPDF_PageToDevice(page, 0, 0, size.width, size.height, 0, x, y, scratch, scratch + 4);
  const [a = 0, b = 0] = new Int32Array(pdfium.HEAPU8.buffer, scratch, 2);
  return [a, b];
}

function onSheet(reader: Reader, { left, right, bottom, top }: Rectangle): DotBox {
  const [[ax, ay], [bx, by]] = [dotAt(reader, left, bottom), dotAt(reader, right, top)];
  return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
}

/** Whither its line runs, however the page is turned; PDFium measures clockwise. */
function turnAt(reader: Reader, at: number): Turn {
  const angle = reader.pdfium._FPDFText_GetCharAngle(reader.text, at);
  const [[ax, ay], [bx, by]] = [dotAt(reader, 0, 0), dotAt(reader, FAR * Math.cos(angle), -FAR * Math.sin(angle))];
  const quarters = Math.round(Math.atan2(by - ay, bx - ax) / (Math.PI / 2));
  return ((quarters + 4) % 4) as Turn;
}

const around = (one: DotBox, other: DotBox): DotBox => ({
  x0: Math.min(one.x0, other.x0),
  y0: Math.min(one.y0, other.y0),
  x1: Math.max(one.x1, other.x1),
  y1: Math.max(one.y1, other.y1),
});

/** Whether the picture is another one there without the text. What stands beside the sheet is not on it. */
function differs({ dots, bare, width }: Pictures, box: DotBox | null): boolean {
  if (box === null) return false;
  const height = dots.length / 3 / width;
  const [x0, x1] = [Math.max(0, box.x0), Math.min(width - 1, box.x1)];
  for (let y = Math.max(0, box.y0); y <= Math.min(height - 1, box.y1); y += 1)
    for (let at = (y * width + x0) * 3; at < (y * width + x1 + 1) * 3; at += 1)
      if (Math.abs((dots[at] ?? 0) - (bare[at] ?? 0)) > DIFFERENCE) return true;
  return false;
}
