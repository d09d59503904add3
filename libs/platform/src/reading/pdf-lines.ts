import type { BurntPage } from '../redacting/burnt-page.js';
import type { PageRedactor } from '../redacting/page-redactor.js';
import { properSigns } from '../redacting/plain-text.js';

type Sign = BurntPage['signs'][number];

/** A number of a page, at its head or foot: `1`, `- 1 -`, `— 1 —`. */
const PAGE_NUMBER = /^[\s\p{Pd}]*\d{1,3}[\s\p{Pd}]*$/u;

/**
 * What is to be read on a PDF, line by line as it is printed, without the numbers of its pages. Words that nobody sees are none.
 * @param most pages that are read; a PDF of more is not, nor one whose pages cannot all be opened in time
 * @returns '' where its pages are pictures; null where it cannot be read
 */
export async function pdfLines(content: Buffer, redactor: Pick<PageRedactor, 'burn'>, most: number): Promise<string | null> {
  const { pages, unreadable } = await redactor.burn(content, 1, () => []);
  const total = pages[0]?.total ?? 0;
  if (unreadable !== null || total === 0 || total > most || pages.length < total) return null;
  return pages.flatMap(({ page }) => withoutNumber(linesOf(page.signs))).join('\n');
}

const withoutNumber = (lines: readonly string[]): readonly string[] =>
  lines.filter((line, at) => !((at === 0 || at === lines.length - 1) && PAGE_NUMBER.test(line)));

/** The signs of each line. A PDF tells no ends of lines: a sign that stands beside none of the line before it begins another. */
function linesOf(signs: readonly Sign[]): readonly string[] {
  let text = '';
  let last: Sign | undefined;
  for (const sign of signs) {
    if (last !== undefined && !standsBeside(sign, last)) text += '\n';
    text += sign.text;
    last = sign;
  }
  return properSigns(text).split('\n');
}

/** Whether the middle of a sign lies within the height of another one, to the right of where that begins. */
function standsBeside({ area }: Sign, { area: before }: Sign): boolean {
  const middle = area.top + area.height / 2;
  return middle >= before.top && middle <= before.top + before.height && area.left >= before.left;
}
