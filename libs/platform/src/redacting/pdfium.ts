import { PDFiumLibrary } from '@hyzyla/pdfium';

/** The functions of PDFium that are called here; handles and pointers are numbers. */
export type Pdfium = {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: { readonly malloc: (size: number) => number; readonly free: (pointer: number) => void };
  readonly _FPDF_LoadMemDocument: (content: number, size: number, password: number) => number;
  readonly _FPDF_GetPageCount: (document: number) => number;
  readonly _FPDF_LoadPage: (document: number, index: number) => number;
  readonly _FPDF_ClosePage: (page: number) => void;
  readonly _FPDF_GetPageWidth: (page: number) => number;
  readonly _FPDF_GetPageHeight: (page: number) => number;
  readonly _FPDFBitmap_CreateEx: (
    ...given: [width: number, height: number, format: number, pointer: number, stride: number]
  ) => number;
  readonly _FPDFBitmap_FillRect: Drawing<[left: number, top: number, width: number, height: number, colour: number]>;
  readonly _FPDFBitmap_Destroy: (bitmap: number) => void;
  readonly _FPDF_RenderPageBitmap: Drawing<
    [page: number, x: number, y: number, width: number, height: number, turn: number, flags: number]
  >;
  readonly _FPDF_PageToDevice: (
    ...given: [page: number, x: number, y: number, width: number, height: number, turn: number, ...place: Place, ...to: Pair]
  ) => number;
  readonly _FPDFPage_Flatten: (page: number, use: number) => number;
  readonly _FPDFPage_CountObjects: (page: number) => number;
  readonly _FPDFPage_GetObject: (page: number, at: number) => number;
  readonly _FPDFPageObj_GetType: (object: number) => number;
  readonly _FPDFPageObj_SetIsActive: (object: number, isActive: number) => number;
  readonly _FPDFPageObj_CountMarks: (object: number) => number;
  readonly _FPDFPageObj_GetMark: (object: number, at: number) => number;
  readonly _FPDFPageObjMark_RemoveParam: (object: number, mark: number, name: number) => number;
  readonly _FPDFFormObj_CountObjects: (object: number) => number;
  readonly _FPDFFormObj_GetObject: (object: number, at: number) => number;
  readonly _FPDFTextObj_GetTextRenderMode: (object: number) => number;
  readonly _FPDFText_LoadPage: (page: number) => number;
  readonly _FPDFText_ClosePage: (text: number) => void;
  readonly _FPDFText_CountChars: (text: number) => number;
  readonly _FPDFText_GetUnicode: (text: number, at: number) => number;
  readonly _FPDFText_GetTextObject: (text: number, at: number) => number;
  readonly _FPDFText_GetCharBox: (
    ...given: [text: number, at: number, left: number, right: number, bottom: number, top: number]
  ) => number;
  readonly _FPDFText_GetCharAngle: (text: number, at: number) => number;
  readonly _FPDFText_GetLooseCharBox: (text: number, at: number, rectangle: number) => number;
};
type Drawing<Given extends number[]> = (bitmap: number, ...given: Given) => void;
type Place = [x: number, y: number];
type Pair = [x: number, y: number];

/** PDFium as its package has compiled it, below the few things that the package itself offers: text with its places is not among them. */
export async function loadPdfium(): Promise<Pdfium> {
  const library = await PDFiumLibrary.init();
  return (library as unknown as { readonly module: Pdfium }).module;
}
