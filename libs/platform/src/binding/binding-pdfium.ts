import { loadPdfium, type Pdfium } from '../redacting/pdfium.js';

type Matrix = [a: number, b: number, c: number, d: number, x: number, y: number];

/** What PDFium is asked for when papers are bound; handles and pointers are numbers. */
export type BindingPdfium = Pdfium & {
  readonly wasmExports: { readonly __indirect_function_table: { readonly set: (index: number, value: unknown) => void } };
  readonly _FPDF_CreateNewDocument: () => number;
  readonly _FPDF_CloseDocument: (document: number) => void;
  readonly _FPDF_ImportPages: (to: number, from: number, range: number, at: number) => number;
  readonly _FPDF_DeviceToPage: (
    ...given: [
      page: number,
      ...box: [number, number, number, number],
      turn: number,
      ...at: [number, number],
      ...to: [number, number],
    ]
  ) => number;
  readonly _FPDF_NewXObjectFromPage: (to: number, from: number, index: number) => number;
  readonly _FPDF_NewFormObjectFromXObject: (drawn: number) => number;
  readonly _FPDF_CloseXObject: (drawn: number) => void;
  readonly _FPDFPage_New: (document: number, index: number, width: number, height: number) => number;
  readonly _FPDFPageObj_NewTextObj: (document: number, font: number, size: number) => number;
  readonly _FPDFText_SetText: (object: number, text: number) => number;
  readonly _FPDFPageObj_Transform: (object: number, ...matrix: Matrix) => void;
  readonly _FPDFPage_InsertObject: (page: number, object: number) => void;
  readonly _FPDFPage_GenerateContent: (page: number) => number;
  readonly _FPDF_SaveAsCopy: (document: number, writer: number, flags: number) => number;
};

/** PDFium with what binding needs of it. */
export const bindingPdfium = async (): Promise<BindingPdfium> => (await loadPdfium()) as BindingPdfium;

/** Bytes in the memory of PDFium, for as long as something needs them. */
export function withBytes<T>(pdfium: Pdfium, bytes: Uint8Array, work: (pointer: number) => T): T {
  const pointer = pdfium.wasmExports.malloc(bytes.length);
  try {
    pdfium.HEAPU8.set(bytes, pointer);
    return work(pointer);
  } finally {
    pdfium.wasmExports.free(pointer);
  }
}
