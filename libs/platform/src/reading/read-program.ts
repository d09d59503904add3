/**
 * A program of its own that reads pages, started by `PageReader`: told a content, then a number, it answers with what stands on that page.
 * A file that makes it fail, hang or fill the memory does so to nobody else.
 */
import { endBeyond } from '../pages/child-end.js';
import { openEngine } from './engine.js';
import { pageToRead } from './page-to-read.js';
import type { PageText } from './page-text.js';

/** Bytes of memory after which it gives up. */
const MEMORY = 900 * 1024 * 1024;

endBeyond(MEMORY);

const engine = await openEngine();
let content = Buffer.alloc(0);

async function read(number: number): Promise<PageText> {
  const page = await pageToRead(content, number);
  if (page.picture === undefined) return { total: page.total, ratio: 1, lines: [] };
  return { total: page.total, ratio: page.ratio, lines: await engine(page.picture) };
}

process.on('message', (said: unknown) => {
  if (said instanceof Uint8Array) content = Buffer.from(said);
  else if (typeof said === 'number')
    read(said).then(
      (page) => process.send?.(page),
      () => process.send?.('unreadable'),
    );
});
process.send?.('ready');
