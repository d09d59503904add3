import type { Passage } from '@gongkai/casework';
import { allWords, isTiff } from '@gongkai/platform';
import { contentOf, isPdf, type BroughtTools } from './read-brought.js';

/** What the files that go out with a letter tell, and the places of those, from one on, of which not all could be read. */
export type Told = { readonly passages: readonly Passage[]; readonly unread: readonly number[] };

export const NOTHING_TOLD: Told = { passages: [], unread: [] };

/** Reads them one after the other. */
export async function toldBy(fileIds: readonly string[], tools: BroughtTools): Promise<Told> {
  const [passages, unread]: [Passage[], number[]] = [[], []];
  for (const [i, id] of fileIds.entries()) {
    const words = await wordsOf(id, tools);
    passages.push(...words.passages);
    if (!words.isWhole) unread.push(i + 1);
  }
  return { passages, unread };
}

type Words = { readonly passages: readonly Passage[]; readonly isWhole: boolean };

/** A picture has no words; one that is not there is missed elsewhere. */
const WORDLESS: Words = { passages: [], isWhole: true };

/**
 * Every word of a file, whether it is seen or not: beneath a black bar, in white, behind a scan. Whoever gets the file as it is finds them
 * (PIPL 28). Of a picture, and of a page of a PDF that is one, only an eye reads.
 */
async function wordsOf(fileId: string, { store, redactor }: BroughtTools): Promise<Words> {
  const content = await contentOf(store, fileId).catch(() => null);
  if (content === null || isPicture(content)) return WORDLESS;
  if (isPdf(content)) return wordsOfPdf(content, redactor);
  const text = allWords(content);
  return { passages: text === null ? [] : [{ where: 'file', page: null, text }], isWhole: text !== null };
}

/**
 * Times that a file is read on at most, some ten seconds each: whoever takes the step waits for it, and what stands before a server gives up
 * after a minute. Of a longer one a person looks at the rest.
 */
const TURNS = 4;

async function wordsOfPdf(content: Buffer, redactor: BroughtTools['redactor']): Promise<Words> {
  const passages: Passage[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const { pages, unreadable } = await redactor.look(content, passages.length + 1);
    passages.push(...pages.map(({ number, text }) => ({ where: 'file' as const, page: number, text: text.signs.join('') })));
    if (unreadable !== null || pages.length === 0) return { passages, isWhole: false };
    if (passages.length >= (pages[0]?.total ?? 0)) return { passages, isWhole: true };
  }
  return { passages, isWhole: false };
}

/** PNG, JPEG, GIF, BMP, WebP, HEIC and TIFF, by how they begin. */
const PICTURE = /^(?:\x89PNG|\xff\xd8\xff|GIF8|BM[\s\S]{4}\0\0\0\0|RIFF[\s\S]{4}WEBP|[\s\S]{4}ftyp(?:he|mi|ms))/;
const BEGIN = 16;

const isPicture = (content: Buffer): boolean => isTiff(content) || PICTURE.test(content.toString('latin1', 0, BEGIN));
