import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { BurntPage, BurntPicture } from './burnt-page.js';
import type { Turn } from './sheet.js';
import type { StayingSign } from './staying-signs.js';

const pack = promisify(deflate);

/** Numbers of the objects that are there once; those of the pages follow. */
const [CATALOG, PAGES, FONT, LETTERS, MEANINGS] = [1, 2, 3, 4, 5];
const [FIRST_PAGE, PER_PAGE] = [6, 3];
/** Meanings that one section may tell. */
const SECTION = 100;
/** A letter is as high as its line without what hangs below. */
const RISE = 0.8;

/** Writes a PDF from its beginning to its end, and knows where each object lies. */
class Writing {
  readonly #places = new Map<number, number>();
  #length = 0;

  text(text: string): Buffer {
    return this.bytes(Buffer.from(text, 'latin1'));
  }

  bytes(bytes: Uint8Array): Buffer {
    this.#length += bytes.length;
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  begin(number: number): Buffer {
    this.#places.set(number, this.#length);
    return this.text(`${String(number)} 0 obj\n`);
  }

  /** The table of objects, and where it lies. */
  end(): Buffer {
    const [start, size] = [this.#length, this.#places.size + 1];
    const rows = Array.from({ length: size - 1 }, (_, i) => `${String(this.#places.get(i + 1)).padStart(10, '0')} 00000 n \n`);
    const table = `xref\n0 ${String(size)}\n0000000000 65535 f \n${rows.join('')}`;
    return this.text(
      `${table}trailer\n<< /Size ${String(size)} /Root ${String(CATALOG)} 0 R >>\nstartxref\n${String(start)}\n%%EOF\n`,
    );
  }
}

/** The letters of all pages, numbered in the order in which they come; a font that draws nothing means them. */
class Alphabet {
  readonly #numbers = new Map<string, number>();

  /** As four figures of base sixteen; undefined for the one after the last that there is room for. */
  codeOf(text: string): string | undefined {
    const known = this.#numbers.get(text) ?? (this.#numbers.size < 0xfffe ? this.#numbers.size + 1 : undefined);
    if (known === undefined) return undefined;
    this.#numbers.set(text, known);
    return hex(known);
  }

  meanings(): string {
    const pairs = [...this.#numbers].map(([text, number]) => `<${hex(number)}> <${utf16(text)}>`);
    const sections: string[] = [];
    for (let at = 0; at < pairs.length; at += SECTION) {
      const some = pairs.slice(at, at + SECTION);
      sections.push(`${String(some.length)} beginbfchar\n${some.join('\n')}\nendbfchar\n`);
    }
    return `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Meanings def\n/CMapType 2 def
1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${sections.join('')}endcmap\nend\nend\n`;
  }
}

const hex = (number: number): string => number.toString(16).padStart(4, '0');
const utf16 = (text: string): string => Array.from({ length: text.length }, (_, i) => hex(text.charCodeAt(i))).join('');

/**
 * A PDF of pages that are pictures, with the text that stays, unseen, over them. It says nothing of who made it, when and from what, and one
 * page is held at a time.
 */
export async function* releasedPdf(total: number, pageAt: (number: number) => Promise<BurntPage>): AsyncGenerator<Buffer> {
  const writing = new Writing();
  const alphabet = new Alphabet();
  yield writing.text('%PDF-1.7\n');
  yield writing.bytes(Uint8Array.of(0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a));
  for (let number = 1; number <= total; number += 1) yield* pageObjects(writing, await pageAt(number), number, alphabet);
  const kids = Array.from({ length: total }, (_, i) => `${String(FIRST_PAGE + i * PER_PAGE)} 0 R`).join(' ');
  yield* plain(writing, CATALOG, `<< /Type /Catalog /Pages ${String(PAGES)} 0 R >>`);
  yield* plain(writing, PAGES, `<< /Type /Pages /Count ${String(total)} /Kids [${kids}] >>`);
  yield* plain(
    writing,
    FONT,
    `<< /Type /Font /Subtype /Type0 /BaseFont /Unseen /Encoding /Identity-H
/DescendantFonts [${String(LETTERS)} 0 R] /ToUnicode ${String(MEANINGS)} 0 R >>`,
  );
  yield* plain(
    writing,
    LETTERS,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Unseen /DW 1000 /CIDToGIDMap /Identity
/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
/FontDescriptor << /Type /FontDescriptor /FontName /Unseen /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0
/Ascent 800 /Descent -200 /CapHeight 800 /StemV 80 >> >>`,
  );
  yield* stream(writing, MEANINGS, '/Filter /FlateDecode', await pack(alphabet.meanings()));
  yield writing.end();
}

async function* pageObjects(writing: Writing, page: BurntPage, number: number, alphabet: Alphabet): AsyncGenerator<Buffer> {
  const at = FIRST_PAGE + (number - 1) * PER_PAGE;
  const { picture, points } = page;
  yield* plain(
    writing,
    at,
    `<< /Type /Page /Parent ${String(PAGES)} 0 R /MediaBox [0 0 ${size(points.width)} ${size(points.height)}]
/Resources << /XObject << /P ${String(at + 2)} 0 R >> /Font << /F ${String(FONT)} 0 R >> >> /Contents ${String(at + 1)} 0 R >>`,
  );
  yield* stream(writing, at + 1, '/Filter /FlateDecode', await pack(contentOf(page, alphabet)));
  yield* stream(writing, at + 2, dictionaryOf(picture), picture.bytes);
}

const KINDS: Readonly<Record<BurntPicture['kind'], string>> = {
  greys: '/ColorSpace /DeviceGray /BitsPerComponent 4 /Filter /FlateDecode',
  colours: '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode',
};

const dictionaryOf = ({ width, height, kind }: BurntPicture): string =>
  `/Type /XObject /Subtype /Image /Width ${String(width)} /Height ${String(height)} ${KINDS[kind]}`;

function contentOf({ points, signs }: BurntPage, alphabet: Alphabet): string {
  const letters = signs.flatMap((sign) => letterOf(sign, points, alphabet) ?? []);
  const text = letters.length === 0 ? '' : `BT 3 Tr ${letters.join('\n')} ET\n`;
  return `q ${size(points.width)} 0 0 ${size(points.height)} 0 0 cm /P Do Q\n${text}`;
}

/** How letters are turned, and where on the edge of its place each begins: shares of its width and height, from the left bottom corner. */
const TURNED: Readonly<Record<Turn, { readonly matrix: string; readonly x: number; readonly y: number }>> = {
  0: { matrix: '1 0 0 1', x: 0, y: 1 - RISE },
  1: { matrix: '0 -1 1 0', x: 1 - RISE, y: 1 },
  2: { matrix: '-1 0 0 -1', x: 1, y: RISE },
  3: { matrix: '0 1 -1 0', x: RISE, y: 0 },
};

/** A letter in its place, turned as its line: as high as the line, and as wide as it is. */
function letterOf({ text, area, turn }: StayingSign, points: BurntPage['points'], alphabet: Alphabet): string | undefined {
  const [across, down] = [area.width * points.width, area.height * points.height];
  const code = alphabet.codeOf(text);
  if (code === undefined || across <= 0 || down <= 0) return undefined;
  const [wide, high] = turn % 2 === 0 ? [across, down] : [down, across];
  const { matrix, x, y } = TURNED[turn];
  const [left, bottom] = [area.left * points.width, points.height * (1 - area.top) - down];
  const place = `${matrix} ${size(left + x * across)} ${size(bottom + y * down)}`;
  return `/F ${size(high)} Tf ${size((100 * wide) / high)} Tz ${place} Tm <${code}> Tj`;
}

const size = (number: number): string => String(Math.round(number * 100) / 100);

function* plain(writing: Writing, number: number, text: string): Generator<Buffer> {
  yield writing.begin(number);
  yield writing.text(`${text}\nendobj\n`);
}

function* stream(writing: Writing, number: number, dictionary: string, bytes: Uint8Array): Generator<Buffer> {
  yield writing.begin(number);
  yield writing.text(`<< ${dictionary} /Length ${String(bytes.length)} >>\nstream\n`);
  yield writing.bytes(bytes);
  yield writing.text('\nendstream\nendobj\n');
}
