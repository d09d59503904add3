import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pdftotext } from './tools.js';

/** What one of Debian's tools for PDFs says. */
export const pdfTool = (name: string, ...given: readonly string[]): string =>
  execFileSync(path.join(path.dirname(pdftotext()), name), given, { encoding: 'utf8' });

/** All that Debian's tools get out of a file: text, metadata, attachments, pictures, fonts, and the file itself. */
export const allOfPdf = (file: string): string =>
  [
    pdfTool('pdftotext', '-layout', file, '-'),
    pdfTool('pdftotext', '-raw', file, '-'),
    pdfTool('pdfinfo', '-meta', '-js', file),
    pdfTool('pdfdetach', '-list', file),
  ].join() +
  pdfTool('pdffonts', file) +
  readFileSync(file, 'latin1');
