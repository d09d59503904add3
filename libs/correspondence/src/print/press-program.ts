/**
 * A program of its own that prints papers, started by `Press`: told a paper, it answers with its PDF and its
 * DOCX. Setting a page takes longer than a server may be busy with one request.
 */
import { docxOf } from './docx.js';
import { pdfPrinter, type PdfPrinter } from './pdf.js';
import type { Order } from './press.js';

/** Bytes of memory after which it gives up: a paper of a hundred pages needs less than half. */
const MEMORY = 768 * 1024 * 1024;
const LOOK_EVERY = 500;

let print: PdfPrinter | undefined;

async function answer(said: Uint8Array): Promise<void> {
  const { folder, families, paper } = JSON.parse(Buffer.from(said).toString('utf8')) as Order;
  print ??= pdfPrinter(folder, families);
  process.send?.({ pdf: print(paper), docx: await docxOf(paper) });
}

process.on('message', (said: Uint8Array) => void answer(said));
process.once('disconnect', () => process.exit());
setInterval(() => {
  if (process.memoryUsage.rss() > MEMORY) process.exit(1);
}, LOOK_EVERY);
process.send?.('ready');
