import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Which letters the fonts of a folder have, and what the fonts are called. */
export type Fonts = { readonly has: (codePoint: number) => boolean; readonly families: readonly string[] };

const isFont = (name: string): boolean => /\.(ttf|otf)$/i.test(name);

/**
 * Reads every font file of a folder; where one lacks a letter the next is taken, in order of their names.
 * @throws Error where there is none
 */
export function readFonts(folder: string): Fonts {
  const fonts = readdirSync(folder)
    .filter(isFont)
    .sort()
    .map((name) => readFont(join(folder, name)));
  if (fonts.length === 0) throw new Error(`There is no font in ${folder}: papers cannot be printed.`);
  return {
    has: (codePoint) => fonts.some(({ letters }) => isWithin(letters, codePoint)),
    families: [...new Set(fonts.map(({ family }) => family))],
  };
}

/** First and last of each run of letters, in order. */
type Letters = Uint32Array;
type Font = { readonly family: string; readonly letters: Letters };

/** Whether a run has it: looked for by halves. */
function isWithin(letters: Letters, codePoint: number): boolean {
  let [low, high] = [0, letters.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((letters[middle * 2 + 1] ?? 0) < codePoint) low = middle + 1;
    else high = middle;
  }
  return low < letters.length / 2 && (letters[low * 2] ?? 0) <= codePoint;
}

const ENTRY_BYTES = 16;
const HEAD_BYTES = 12;

/** Of a large file, only the tables that tell what it is called and which letters it has. */
function readFont(path: string): Font {
  const file = openSync(path, 'r');
  const part = (at: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length);
    readSync(file, bytes, 0, length, at);
    return bytes;
  };
  try {
    const count = part(0, HEAD_BYTES).readUInt16BE(4);
    const directory = part(HEAD_BYTES, count * ENTRY_BYTES);
    const table = (tag: string): Buffer => {
      const entry = directory.indexOf(tag, 0, 'latin1');
      return entry < 0 ? Buffer.alloc(HEAD_BYTES) : part(directory.readUInt32BE(entry + 8), directory.readUInt32BE(entry + 12));
    };
    return { family: familyIn(table('name')), letters: lettersIn(table('cmap')) };
  } finally {
    closeSync(file);
  }
}

const WINDOWS = 3;
const UNICODE_FULL = 10;
const FAMILY = 1;
const TYPOGRAPHIC_FAMILY = 16;
const ENGLISH = 0x409;

/** The name of the family, as programs that set text call it. */
function familyIn(table: Buffer): string {
  const strings = table.readUInt16BE(4);
  const names = Array.from({ length: table.readUInt16BE(2) }, (_, i) => {
    const at = 6 + i * 12;
    const [platform = 0, , language = 0, id = 0, length = 0, offset = 0] = Array.from({ length: 6 }, (_one, j) =>
      table.readUInt16BE(at + j * 2),
    );
    const bytes = Buffer.from(table.subarray(strings + offset, strings + offset + length));
    return { platform, language, id, text: () => bytes.swap16().toString('utf16le') };
  }).filter(({ platform, language }) => platform === WINDOWS && language === ENGLISH);
  const found = names.find(({ id }) => id === TYPOGRAPHIC_FAMILY) ?? names.find(({ id }) => id === FAMILY);
  return found?.text() ?? '';
}

/** The letters of a font, from its table of all of Unicode (format 12). */
function lettersIn(table: Buffer): Letters {
  const places = Array.from({ length: table.readUInt16BE(2) }, (_, i) => 4 + i * 8);
  const full = places.find((at) => table.readUInt16BE(at) === WINDOWS && table.readUInt16BE(at + 2) === UNICODE_FULL);
  if (full === undefined) return new Uint32Array();
  const map = table.readUInt32BE(full + 4);
  const letters = new Uint32Array(table.readUInt32BE(map + 12) * 2);
  for (let i = 0; i < letters.length; i += 1) letters[i] = table.readUInt32BE(map + 16 + (i >> 1) * 12 + (i & 1) * 4);
  return letters;
}
