/**
 * A program of its own that draws pages, started by `PageDrawer`: told a content, then numbers, it answers each with the page, and `COUNT` with
 * how many there are. A file that makes it fail, hang or fill the memory does so to nobody else.
 */
import { endBeyond } from './child-end.js';
import { COUNT } from './draw-helper.js';
import { isPdf } from './is-pdf.js';
import { drawPage } from './page-picture.js';
import { inspectScan, type DrawnPage } from './scan.js';

/** Bytes of memory after which it gives up: the largest page that is drawn needs less than half. */
const MEMORY = 768 * 1024 * 1024;

endBeyond(MEMORY);

type Pages = { readonly total: number; readonly whole: number; readonly draw: (number: number) => Promise<DrawnPage> };

let opened: Promise<Pages> | undefined;

/** What draws PDFs is loaded for them alone: faxes are TIFFs. */
async function open(content: Buffer): Promise<Pages> {
  if (isPdf(content)) return (await import('./pdf-pages.js')).openPdf(content);
  const scan = inspectScan(content);
  return { total: scan.total, whole: scan.pages.length, draw: (number) => drawPage(content, scan, number) };
}

type Count = { readonly number: number; readonly total: number | undefined; readonly whole: number | undefined };

async function answer(number: number): Promise<DrawnPage | Count | undefined> {
  const pages = await opened;
  return number === COUNT ? { number, total: pages?.total, whole: pages?.whole } : pages?.draw(number);
}

process.on('message', (said: unknown) => {
  if (said instanceof Uint8Array) opened = open(Buffer.from(said));
  else if (typeof said === 'number') void answer(said).then((page) => process.send?.(page));
});
process.send?.('ready');
