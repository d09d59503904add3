import { inflateSync } from 'node:zlib';

/**
 * What a picture or a text may carry that no page shows: who took a photograph and where (EXIF, XMP, IPTC), what a writer has put behind
 * words, and the notes of a program about its own objects.
 */
const TELLTALES = ['/Metadata', '/PieceInfo', 'ActualText', '/Alt', 'Exif\0\0', 'http://ns.adobe.com/', 'Photoshop 3.0'];
const STREAM = /\/Length (\d+)[^]{0,400}?>>\s*stream\r?\n/g;

const tells = (text: string): boolean => TELLTALES.some((telltale) => text.includes(telltale));

/**
 * Whether a PDF says more than its pages show.
 * @param pdf as PDFium writes it: no object is hidden in a packed one
 */
export function saysMore(pdf: Buffer): boolean {
  const text = pdf.toString('latin1');
  return tells(text) || [...text.matchAll(STREAM)].some((found) => tells(unpacked(pdf, found)));
}

function unpacked(pdf: Buffer, { 0: dictionary, 1: length, index }: RegExpExecArray): string {
  const from = index + dictionary.length;
  try {
    return inflateSync(pdf.subarray(from, from + Number(length))).toString('latin1');
  } catch {
    // It is not packed so: what it says was found already.
    return '';
  }
}
