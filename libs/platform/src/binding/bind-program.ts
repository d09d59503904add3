/**
 * A program of its own that makes one PDF of many papers, started by `Binder`: told one after the other, it answers each with the number of its
 * pages. A file that makes it fail, hang or fill the memory does so to nobody else.
 */
import sharp from 'sharp';
import { endBeyond } from '../pages/child-end.js';
import { CHILD_FILE } from '../pages/child-program.js';
import type { ToBind } from './binder.js';
import { BoundPdf } from './bound-pdf.js';

/** Bytes of memory after which it gives up. */
const MEMORY = 900 * 1024 * 1024;

endBeyond(MEMORY);
sharp.cache(false);
sharp.concurrency(1);

let bound: Promise<BoundPdf> | undefined;

async function answer(said: ToBind): Promise<number> {
  if ('begin' in said) bound = BoundPdf.begin(said.begin);
  const pdf = await bound;
  if (pdf === undefined) throw new Error('Nothing was begun.');
  if ('begin' in said) return 1;
  if ('done' in said) return pdf.writeTo(CHILD_FILE);
  if ('clean' in said) return pdf.addClean(Buffer.from(said.clean));
  if ('front' in said) return pdf.addFront(Buffer.from(said.front));
  return pdf.add(Buffer.from(said.paper));
}

process.on('message', (said: ToBind) => {
  answer(said).then(
    (answered) => process.send?.(answered),
    () => process.send?.('unreadable'),
  );
});
process.send?.('ready');
