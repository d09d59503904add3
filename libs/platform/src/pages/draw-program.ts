/**
 * A program of its own that draws pages, started by `PageDrawer`: told a content, then numbers, it answers each with the page. A file that
 * makes it fail, hang or fill the memory does so to nobody else.
 */
import { endBeyond } from './child-end.js';
import { drawPage } from './page-picture.js';
import { inspectScan } from './scan.js';

/** Bytes of memory after which it gives up: the largest page that is drawn needs less than half. */
const MEMORY = 768 * 1024 * 1024;

endBeyond(MEMORY);

let [content, scan] = [Buffer.alloc(0), inspectScan(Buffer.alloc(0))];
process.on('message', (said: unknown) => {
  if (said instanceof Uint8Array) {
    content = Buffer.from(said);
    scan = inspectScan(content);
  } else if (typeof said === 'number') void drawPage(content, scan, said).then((page) => process.send?.(page));
});
process.send?.('ready');
