import type { BindingPdfium } from './binding-pdfium.js';

/** What is filled into a form and noted on a page becomes a part of it: seen, and found, or gone. */
const AS_SHOWN = 0;

/**
 * Draws the pages of an open PDF on new ones, as they are looked at: of the file around them (who wrote it, with what, its forms, notes,
 * attachments, scripts, bookmarks and earlier revisions) nothing comes along, nor of what a page says of itself.
 * @returns how many @throws Error where a page cannot be drawn
 */
export function cleanPages(pdfium: BindingPdfium, from: number, to: number): number {
  const count = pdfium._FPDF_GetPageCount(from);
  for (let i = 0; i < count; i += 1) cleanPage(pdfium, { from, to, index: i });
  return count;
}

type Place = { readonly from: number; readonly to: number; readonly index: number };

function cleanPage(pdfium: BindingPdfium, { from, to, index }: Place): void {
  const { width, height } = flattened(pdfium, from, index);
  const drawn = pdfium._FPDF_NewXObjectFromPage(to, from, index);
  if (drawn === 0) throw new Error('The page cannot be drawn.');
  const page = pdfium._FPDFPage_New(to, index, width, height);
  pdfium._FPDFPage_InsertObject(page, pdfium._FPDF_NewFormObjectFromXObject(drawn));
  pdfium._FPDFPage_GenerateContent(page);
  pdfium._FPDF_ClosePage(page);
  pdfium._FPDF_CloseXObject(drawn);
}

/** @returns how large the page is as it is looked at: turned, and cut to what is shown of it; points */
function flattened(pdfium: BindingPdfium, from: number, index: number): { readonly width: number; readonly height: number } {
  const page = pdfium._FPDF_LoadPage(from, index);
  if (page === 0) throw new Error('The page cannot be opened.');
  pdfium._FPDFPage_Flatten(page, AS_SHOWN);
  const size = { width: pdfium._FPDF_GetPageWidth(page), height: pdfium._FPDF_GetPageHeight(page) };
  pdfium._FPDF_ClosePage(page);
  return size;
}
