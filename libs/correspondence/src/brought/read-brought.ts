import { docxText, hasAllData, isTiff, pagesOfTiff, type PageRedactor } from '@gongkai/platform';
import { MARK } from '../print/typography.js';

/** Where files lie, and who opens them. */
export type BroughtTools = {
  readonly store: { readonly read: (id: string) => Promise<AsyncIterable<unknown>> };
  readonly redactor: Pick<PageRedactor, 'burn' | 'look'>;
};

/**
 * What is to be read on a file that somebody brings; null where that is nothing, or not all of it: a scan, another kind of document, a page
 * without words. Words that nobody sees, as beneath a scan, are none.
 * @throws Refusal `file-altered`
 */
export async function readBrought(fileId: string, { store, redactor }: BroughtTools): Promise<string | null> {
  const content = await contentOf(store, fileId);
  if (!isPdf(content)) return docxText(content);
  const { pages, unreadable } = await redactor.burn(content, 1, () => []);
  const texts = pages.map(({ page }) => textOf(page));
  const isWhole = unreadable === null && pages.length > 0 && pages.length === pages[0]?.total;
  return isWhole && texts.every((text) => text.trim() !== '') ? texts.join('\n') : null;
}

/** What can be told of a file that is a scan or was printed: how many pages it has, null where nobody can tell, and what is to be read on them. */
export type Sheets = {
  readonly pages: number | null;
  readonly text: string;
  /** It is a PDF or a TIFF, and a page of it cannot be opened, or it ends before its last one. */
  readonly isBroken?: true;
};

/** The pages of a file, as far as it is a PDF or a picture of one; one that is not there has none. */
export async function sheetsOf(fileId: string, { store, redactor }: BroughtTools): Promise<Sheets> {
  const content = await contentOf(store, fileId).catch(() => null);
  if (content === null) return { pages: null, text: '' };
  if (isTiff(content)) return sheetsOfTiff(content);
  return isPdf(content) ? sheetsOfPdf(content, redactor) : { pages: isPicture(content) ? 1 : null, text: '' };
}

async function sheetsOfPdf(content: Buffer, redactor: Pick<BroughtTools['redactor'], 'burn'>): Promise<Sheets> {
  const { pages, unreadable, isGivenUp } = await redactor.burn(content, 1, () => []);
  // What took too long may be as whole as any: nobody can tell.
  if (unreadable !== null && isGivenUp !== true) return { pages: null, text: '', isBroken: true };
  return { pages: pages[0]?.total ?? null, text: pages.map(({ page }) => textOf(page)).join('\n') };
}

/** Pages of one scan at most: more are counted as so many. */
const MOST = 10_000;

/** As a scanner or a fax makes it, of one page or of many; nothing is to be read on it. */
function sheetsOfTiff(content: Buffer): Sheets {
  const { pages, isCut } = pagesOfTiff(content, MOST);
  return isCut || pages.length === 0 || !hasAllData(content, pages)
    ? { pages: null, text: '', isBroken: true }
    : { pages: pages.length, text: '' };
}

/** PNG and JPEG, which are one page each. */
const isPicture = (content: Buffer): boolean => /^(?:\x89PNG|\xff\xd8\xff)/.test(content.toString('latin1', 0, HEAD));

/**
 * Whether a file bears the mark of a preview, on any page that can be read. One that is not there, or that cannot be read, bears none: who
 * names it is told so elsewhere.
 */
export async function isMarkedPreview(fileId: string, { store, redactor }: BroughtTools): Promise<boolean> {
  const content = await contentOf(store, fileId).catch(() => null);
  if (content === null) return false;
  if (!isPdf(content)) return isMarked(docxText(content) ?? '');
  const { pages } = await redactor.burn(content, 1, () => []);
  return pages.some(({ page }) => isMarked(textOf(page)));
}

/** Whether a text has the mark of a preview in a line of its own. */
export const isMarked = (text: string): boolean => text.split('\n').some((line) => line.trim() === MARK.draft);

/** Whether a file says that it is a PDF. */
export const isPdf = (content: Buffer): boolean => content.toString('latin1', 0, HEAD).includes('%PDF-');

/** In seventy-seconds of an inch: no letter of a reply is as high. What is was drawn across the page, and is no part of its lines. */
const ACROSS = 60;

type Page = Awaited<ReturnType<BroughtTools['redactor']['burn']>>['pages'][number]['page'];

/** What is to be read on a page, and in a line of its own what lies across it, as the mark of a preview does. */
function textOf({ signs, points }: Page): string {
  const isAcross = ({ area }: Page['signs'][number]): boolean => area.height * points.height > ACROSS;
  const [lines, across] = [signs.filter((sign) => !isAcross(sign)), signs.filter(isAcross)];
  return [lines, across].map((some) => some.map(({ text }) => text).join('')).join('\n');
}

const HEAD = 1024;

/** @throws Refusal `file-altered` where the bytes are not those that the id stands for, Error where there are none */
export async function contentOf(store: BroughtTools['store'], fileId: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await store.read(fileId)) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
