import { spawnSync } from 'node:child_process';
import type { Paper } from '../../libs/correspondence/src/content/paper.js';
import { compose } from '../../libs/correspondence/src/content/compose.js';
import { readFonts } from '../../libs/correspondence/src/print/fonts.js';
import { pdfPrinter } from '../../libs/correspondence/src/print/pdf.js';
import { pdftotext, suiteNeeding } from '../support/tools.js';
import { sources, tellingOf } from './worked-case.js';

const FONTS = 'config/fonts';
const print = pdfPrinter(FONTS, readFonts(FONTS).families);
const WORD = 'zhang.san.legal.department@yunchuan-construction-group.com.cn';

type Seen = { readonly text: string; readonly right: number };

/** The words of a PDF and how far to the right each goes, in points. */
function seenIn(paper: Paper): readonly Seen[] {
  const { stdout } = spawnSync(pdftotext(), ['-bbox', '-', '-'], { input: print(paper), encoding: 'utf8' });
  return [...stdout.matchAll(/xMax="([\d.]+)"[^>]*>([^<]*)</gu)].map(([, right, text = '']) => ({ text, right: Number(right) }));
}

/** The registration form of the worked case with one more row of four cells. */
const withRow = (row: readonly string[]): Paper => {
  const paper = compose(sources.of('registration_form'), tellingOf('registration_form'), false);
  const added = paper.blocks.map((one) =>
    one.type === 'table' && one.widths.length === row.length ? { ...one, rows: [...one.rows, row] } : one,
  );
  expect(added).not.toEqual(paper.blocks);
  return { ...paper, blocks: added };
};

suiteNeeding('pdftotext')('a word that is wider than its place is broken, and nothing of it is lost', () => {
  test('in the last cell of a row it stays within the page', () => {
    const seen = seenIn(withRow(['电子邮箱', '无', '电子邮箱', WORD]));
    const paperEdge = (210 - 26) * (72 / 25.4);
    expect(Math.max(...seen.map(({ right }) => right))).toBeLessThanOrEqual(paperEdge + 1);
    const parts = seen.filter(({ text }) => WORD.includes(text));
    expect(parts.map(({ text }) => text).join('')).toContain(WORD);
  });

  test('in a paragraph as well, without a letter between', () => {
    const token = 'b'.repeat(130);
    const paper = compose(sources.of('receipt_slip'), tellingOf('receipt_slip'), false);
    const seen = seenIn({ ...paper, blocks: [{ type: 'paragraph', text: `见${token}。` }, ...paper.blocks] });
    expect(seen.map(({ text }) => text).join('')).toContain(token);
  });
});
