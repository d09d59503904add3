/**
 * A program of its own that draws pages, started by `PageDrawer`: told a content, then numbers, it answers each with the page. A file that
 * makes it fail, hang or fill the memory does so to nobody else.
 */
import { drawPage } from './page-picture.js';
import { inspectScan } from './scan.js';

/** Bytes of memory after which it gives up: the largest page that is drawn needs less than half. */
const MEMORY = 768 * 1024 * 1024;
const LOOK_EVERY = 100;

// A picture that is being unpacked cannot be interrupted, and a regular end would wait for it.
const end = (): void => void process.kill(process.pid, 'SIGKILL');

let [content, scan] = [Buffer.alloc(0), inspectScan(Buffer.alloc(0))];
process.on('message', (said: unknown) => {
  if (said instanceof Uint8Array) {
    content = Buffer.from(said);
    scan = inspectScan(content);
  } else if (typeof said === 'number') void drawPage(content, scan, said).then((page) => process.send?.(page));
});
process.once('disconnect', end);
setInterval(() => {
  if (process.memoryUsage.rss() > MEMORY) end();
}, LOOK_EVERY);
process.send?.('ready');
