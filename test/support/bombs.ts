import { constants, deflateRawSync } from 'node:zlib';
import { zipOf } from './zip.js';

const MEGABYTE = 1024 * 1024;

/** A stream that unpacks to so many megabytes of spaces; packed it has a thousandth of that. */
export function blanks(megabytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(MEGABYTE, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array<Buffer>(megabytes).fill(block), deflateRawSync(Buffer.alloc(0))]);
}

const pdf = (...objects: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(['%PDF-1.7\n', ...objects, '\nstartxref\n9\n%%EOF\n'].map((part) => Buffer.from(part)));

/** A page whose drawing unpacks to gigabytes. */
export function pdfBomb(): Buffer {
  const packed = Buffer.concat([Buffer.from([0x78, 0x9c]), blanks(4096), Buffer.alloc(4)]);
  const head = `1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n`;
  const page = `3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 595 842]>>endobj\n`;
  const stream = `4 0 obj<</Length ${packed.length}/Filter/FlateDecode>>stream\n`;
  return pdf(head, page, stream, packed, '\nendstream endobj\ntrailer<</Root 1 0 R>>');
}

/** More pages than anybody reads. */
export function longPdf(pages: number): Buffer {
  const kids = Array.from({ length: pages }, (_, i) => `${i + 3} 0 R`).join(' ');
  const each = Array.from({ length: pages }, (_, i) => `${i + 3} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n`);
  const head = `1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages}>>endobj\n`;
  return pdf(head, ...each, 'trailer<</Root 1 0 R>>');
}

/** Objects that are nowhere. */
export const pdfWithBrokenXref = (): Buffer =>
  pdf('xref\n0 3\n9999999999 65535 f\n8888888888 00000 n\nnonsense\n', 'trailer<</Root 7 0 R/Size 3/Prev 9>>');

/** Nobody here has its password. */
export const lockedPdf = (): Buffer =>
  pdf(
    '1 0 obj<</Type/Catalog>>endobj\n5 0 obj<</Filter/Standard/V 5/R 6/O(aaaa)/U(bbbb)/P -4>>endobj\n',
    'trailer<</Root 1 0 R/Encrypt 5 0 R/ID[<00><00>]>>',
  );

/** A letter that is an archive as well. */
export const pdfAndZip = (): Buffer => Buffer.concat([pdf('1 0 obj<<>>endobj\n'), zipOf({ 'run.js': 'alert(1)' })]);

/** A picture that is a script as well. */
export const gifAndScript = (): Buffer => Buffer.from('GIF89a/*\x01\x00\x01\x00*/=1;alert(1)//\x00;', 'latin1');

/** A picture with a page of the web behind its end. */
export const pngAndPage = (): Buffer =>
  Buffer.concat([
    Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
    Buffer.from('<html><script>alert(1)</script></html>'),
  ]);

const PARTS = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml':
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
};

/** A spreadsheet whose only sheet unpacks to a gigabyte. @param said what its directory says of that, in bytes */
export const spreadsheetBomb = (said: number): Buffer =>
  zipOf({ ...PARTS, 'xl/worksheets/sheet1.xml': { deflated: blanks(1024), size: said } });
