import { spawnSync } from 'node:child_process';
import { pdftotext } from './tools.js';
import { unzipped } from './unzipped.js';

/** Without what a line break adds: a paper breaks its lines where it likes. */
export const squeezed = (text: string): string => text.replace(/\s/g, '');

/** The text of a PDF without its lines and the numbers of its pages, as an independent program reads it. */
export function readPdf(content: Buffer): string {
  const { stdout, status } = spawnSync(pdftotext(), ['-raw', '-', '-'], { input: content, encoding: 'utf8' });
  expect(status).toBe(0);
  return squeezed(stdout.replace(/—\s*\d+\s*—/g, ''));
}

/** The text of a DOCX without its lines. */
export const readDocx = (content: Buffer): string =>
  squeezed(
    unzipped(content, 'word/document.xml')
      .replace(/<w:p[ >]/g, '\n<')
      .replace(/<[^>]+>/g, ''),
  );
