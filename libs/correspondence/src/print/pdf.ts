import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Block, Paper } from '../content/paper.js';
import { qrSvg } from './qr-code.js';
import { TEMPLATE } from './typst-template.js';

/** What prints a paper as PDF; with a bounded memory of what was printed before. */
export type PdfPrinter = (paper: Paper) => Buffer;

/** Papers after which nothing that was set before is remembered. */
const FORGET_AFTER = 50;

/** @param folder of the fonts. @param families their names, the first before the others */
export function pdfPrinter(folder: string, families: readonly string[]): PdfPrinter {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [folder] }] });
  let printed = 0;
  return (paper) => {
    const inputs = { paper: JSON.stringify({ ...paper, blocks: paper.blocks.map(drawn), fonts: families }) };
    const content = compiler.pdf({ mainFileContent: TEMPLATE, inputs }, { pdfStandard: 'a-2u' });
    printed += 1;
    if (printed % FORGET_AFTER === 0) compiler.evictCache(0);
    return content;
  };
}

/** With its code as a picture. */
const drawn = (block: Block): object => (block.type === 'code' ? { ...block, picture: qrSvg(block.code) } : block);
