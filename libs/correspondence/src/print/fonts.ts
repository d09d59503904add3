import { readdirSync, readFileSync } from 'node:fs';
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
    .map((name) => readFont(readFileSync(join(folder, name))));
  if (fonts.length === 0) throw new Error(`There is no font in ${folder}: papers cannot be printed.`);
  const known = new Set(fonts.flatMap(({ letters }) => letters));
  return {
    has: (codePoint) => known.has(codePoint),
    families: [...new Set(fonts.map(({ family }) => family))],
  };
}

type Font = { readonly family: string; readonly letters: readonly number[] };

function readFont(file: Buffer): Font {
  const tables = new Map<string, number>();
  const count = file.readUInt16BE(4);
  for (let i = 0; i < count; i += 1) {
    const entry = 12 + i * 16;
    tables.set(file.toString('latin1', entry, entry + 4), file.readUInt32BE(entry + 8));
  }
  return { family: familyIn(file, tables.get('name') ?? 0), letters: lettersIn(file, tables.get('cmap') ?? 0) };
}

const WINDOWS = 3;
const UNICODE_FULL = 10;
const FAMILY = 1;
const TYPOGRAPHIC_FAMILY = 16;
const ENGLISH = 0x409;

/** The name of the family, as programs that set text call it. */
function familyIn(file: Buffer, table: number): string {
  const strings = table + file.readUInt16BE(table + 4);
  const names = Array.from({ length: file.readUInt16BE(table + 2) }, (_, i) => {
    const at = table + 6 + i * 12;
    const [platform = 0, , language = 0, id = 0, length = 0, offset = 0] = Array.from({ length: 6 }, (_one, j) =>
      file.readUInt16BE(at + j * 2),
    );
    const bytes = Buffer.from(file.subarray(strings + offset, strings + offset + length));
    return { platform, language, id, text: () => bytes.swap16().toString('utf16le') };
  }).filter(({ platform, language }) => platform === WINDOWS && language === ENGLISH);
  const found = names.find(({ id }) => id === TYPOGRAPHIC_FAMILY) ?? names.find(({ id }) => id === FAMILY);
  return found?.text() ?? '';
}

/** The letters of a font, from its table of all of Unicode (format 12). */
function lettersIn(file: Buffer, table: number): readonly number[] {
  const places = Array.from({ length: file.readUInt16BE(table + 2) }, (_, i) => table + 4 + i * 8);
  const full = places.find((at) => file.readUInt16BE(at) === WINDOWS && file.readUInt16BE(at + 2) === UNICODE_FULL);
  if (full === undefined) return [];
  const map = table + file.readUInt32BE(full + 4);
  return Array.from({ length: file.readUInt32BE(map + 12) }, (_, i) => map + 16 + i * 12).flatMap((group) => {
    const [from, to] = [file.readUInt32BE(group), file.readUInt32BE(group + 4)];
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}
