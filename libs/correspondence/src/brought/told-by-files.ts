import type { Passage } from '@gongkai/casework';
import { allWords, isTiff } from '@gongkai/platform';
import { contentOf, isPdf, type BroughtTools } from './read-brought.js';

/** What the files that go out with a letter tell, and the places of those, from one on, of which not all could be read. */
export type Told = { readonly passages: readonly Passage[]; readonly unread: readonly number[] };

export const NOTHING_TOLD: Told = { passages: [], unread: [] };

/** Reads them one after the other. */
export async function toldBy(fileIds: readonly string[], tools: BroughtTools): Promise<Told> {
  const [passages, unread]: [Passage[], number[]] = [[], []];
  const left = { turns: TURNS };
  for (const [i, id] of fileIds.entries()) {
    const words = await wordsOnce(id, tools, left);
    passages.push(...words.passages);
    if (!words.isWhole) unread.push(i + 1);
  }
  return { passages, unread };
}

type Words = { readonly passages: readonly Passage[]; readonly isWhole: boolean };

/** As many files are remembered with their words. */
const REMEMBERED = 20;
/** By where they lie: the id of a file is that of its content. */
const remembered = new WeakMap<BroughtTools['store'], Map<string, Words>>();

/** A step is looked at before it is taken, and with each field that is filled in: its files are read once for all of that. */
async function wordsOnce(fileId: string, tools: BroughtTools, left: Left): Promise<Words> {
  const known = remembered.get(tools.store) ?? new Map<string, Words>();
  remembered.set(tools.store, known);
  const words = known.get(fileId) ?? (await wordsOf(fileId, tools, left));
  if (!words.isWhole) return words;
  known.set(fileId, words);
  for (const [oldest] of known) if (known.size > REMEMBERED) known.delete(oldest);
  return words;
}

/** A picture has no words; one that is not there is missed elsewhere. */
const WORDLESS: Words = { passages: [], isWhole: true };

/**
 * Every word of a file, whether it is seen or not: beneath a black bar, in white, behind a scan. Whoever gets the file as it is finds them
 * (PIPL 28). Of a picture, and of a page of a PDF that is one, only an eye reads.
 */
async function wordsOf(fileId: string, { store, redactor }: BroughtTools, left: Left): Promise<Words> {
  const content = await contentOf(store, fileId).catch(() => null);
  if (content === null || isPicture(content)) return WORDLESS;
  if (isPdf(content)) return wordsOfPdf(content, redactor, left);
  const text = allWords(content);
  return { passages: text === null ? [] : [{ where: 'file', page: null, text }], isWhole: text !== null };
}

/**
 * Times that the files of a letter are read on, all together, some ten seconds each: whoever takes the step waits for it, and what stands
 * before a server gives up after a minute. At what is longer a person looks.
 */
const TURNS = 3;

/** How often they may still be read on. */
type Left = { turns: number };

async function wordsOfPdf(content: Buffer, redactor: BroughtTools['redactor'], left: Left): Promise<Words> {
  const passages: Passage[] = [];
  for (; left.turns > 0; left.turns -= 1) {
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
