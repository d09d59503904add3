/** A page as its directory describes it. Sizes in pixels, resolutions in pixels to a unit that is the same for both. */
export type TiffPage = {
  /** Where its directory lies, and where that names the next one. */
  readonly at: number;
  readonly nextAt: number;
  readonly width: number;
  readonly height: number;
  readonly xResolution: number;
  readonly yResolution: number;
  /** Bytes of the page once it is unpacked, each dot in a byte at least. */
  readonly bytes: number;
  readonly isBilevel: boolean;
  /** 1 for upright; from 5 on, rows are columns. */
  readonly orientation: number;
  /** A smaller picture of another page. */
  readonly isThumbnail: boolean;
  /** What the writer says of it; fax servers put the sender's number here. */
  readonly description: string;
};

/** The pages of a file that can be found, and whether it ends before its last one. */
export type TiffPages = { readonly pages: readonly TiffPage[]; readonly isCut: boolean };

const TAG = {
  subfile: 254,
  width: 256,
  height: 257,
  bits: 258,
  description: 270,
  orientation: 274,
  samples: 277,
  xResolution: 282,
  yResolution: 283,
} as const;
/** Bytes of a value, by its type. */
const SIZES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 16: 8 };
const ASCII = 2;
const SHORT = 3;
const RATIONAL = 5;
/** A directory of more entries is none. */
const ENTRIES = 4096;
const TEXT = 200;
/** The version number of BigTIFF. */
const BIG = 43;

/** The file ends before what it promises. */
class CutOff extends Error {}

/** Numbers in the byte order of the file; those of BigTIFF are twice as wide. */
class TiffReader {
  readonly isBig: boolean;
  readonly #isLittle: boolean;

  /** @throws CutOff, as all that is read here */
  constructor(readonly content: Buffer) {
    this.#isLittle = content.toString('latin1', 0, 2) === 'II';
    this.isBig = this.short(2) === BIG;
  }

  byte(at: number): number {
    return this.content.readUInt8(this.#within(at, 1));
  }

  short(at: number): number {
    this.#within(at, 2);
    return this.#isLittle ? this.content.readUInt16LE(at) : this.content.readUInt16BE(at);
  }

  long(at: number): number {
    this.#within(at, 4);
    return this.#isLittle ? this.content.readUInt32LE(at) : this.content.readUInt32BE(at);
  }

  wide(at: number): number {
    this.#within(at, 8);
    return Number(this.#isLittle ? this.content.readBigUInt64LE(at) : this.content.readBigUInt64BE(at));
  }

  /** A place in the file. */
  place(at: number): number {
    return this.isBig ? this.wide(at) : this.long(at);
  }

  #within(at: number, size: number): number {
    if (at < 0 || at + size > this.content.length) throw new CutOff();
    return at;
  }

  /** A place that is written into a copy of the file. */
  writePlace(at: number, place: number): void {
    if (this.isBig) this.#writeWide(at, BigInt(place));
    else if (this.#isLittle) this.content.writeUInt32LE(place, at);
    else this.content.writeUInt32BE(place, at);
  }

  #writeWide(at: number, place: bigint): void {
    if (this.#isLittle) this.content.writeBigUInt64LE(place, at);
    else this.content.writeBigUInt64BE(place, at);
  }

  get firstAt(): number {
    return this.isBig ? 8 : 4;
  }
}

/** Whether a file begins as a TIFF does. */
export const isTiff = (content: Buffer): boolean =>
  ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(content.toString('latin1', 0, 4));

/**
 * Finds the pages of a TIFF, without drawing any.
 * @param limit pages that are looked for at most; one more tells that there are more
 */
export function pagesOfTiff(content: Buffer, limit: number): TiffPages {
  const found: TiffPage[] = [];
  const isCut = !follow(content, limit, found);
  const papers = found.filter(({ isThumbnail }) => !isThumbnail);
  return { pages: papers.length > 0 ? papers : found, isCut };
}

/** Goes from directory to directory. @returns whether it came to the last */
function follow(content: Buffer, limit: number, found: TiffPage[]): boolean {
  try {
    const reader = new TiffReader(content);
    const seen = new Set<number>();
    let at = reader.place(reader.firstAt);
    // A writer that died before its first page has left a place of zero.
    if (at === 0) return false;
    while (at !== 0 && !seen.has(at) && found.length <= limit) {
      seen.add(at);
      const page = pageAt(reader, at);
      found.push(page);
      at = reader.place(page.nextAt);
    }
    return true;
  } catch (error) {
    if (error instanceof CutOff) return false;
    throw error;
  }
}

function pageAt(reader: TiffReader, at: number): TiffPage {
  const count = reader.isBig ? reader.wide(at) : reader.short(at);
  if (count === 0 || count > ENTRIES) throw new CutOff();
  const [first, size] = reader.isBig ? [at + 8, 20] : [at + 2, 12];
  const entries = new Map<number, number>();
  for (let i = 0; i < count; i += 1) entries.set(reader.short(first + i * size), first + i * size);
  const nextAt = first + count * size;
  reader.place(nextAt);
  const number = (tag: number, other: number): number => {
    const entry = entries.get(tag);
    return entry === undefined ? other : valueAt(reader, entry);
  };
  const [width, height] = [number(TAG.width, 0), number(TAG.height, 0)];
  const [bits, samples] = [number(TAG.bits, 1), number(TAG.samples, 1)];
  const description = entries.get(TAG.description);
  return {
    at,
    nextAt,
    width,
    height,
    xResolution: number(TAG.xResolution, 0),
    yResolution: number(TAG.yResolution, 0),
    bytes: width * height * samples * Math.max(1, bits / 8),
    isBilevel: bits === 1 && samples === 1,
    orientation: number(TAG.orientation, 1),
    isThumbnail: (number(TAG.subfile, 0) & 1) === 1,
    description: description === undefined ? '' : textAt(reader, description),
  };
}

/** The first value of an entry. */
function valueAt(reader: TiffReader, entry: number): number {
  const { type, at } = placeOfValue(reader, entry);
  if (type === RATIONAL) return reader.long(at) / Math.max(1, reader.long(at + 4));
  if (type === SHORT) return reader.short(at);
  if (SIZES[type] === 1) return reader.byte(at);
  return SIZES[type] === 8 ? reader.wide(at) : reader.long(at);
}

function textAt(reader: TiffReader, entry: number): string {
  const { type, at, count } = placeOfValue(reader, entry);
  if (type !== ASCII) return '';
  const text = reader.content.toString('latin1', at, at + Math.min(count, TEXT));
  return text.replace(/\0[\s\S]*$/, '').trim();
}

/** A value that fits lies in the entry itself. */
function placeOfValue(reader: TiffReader, entry: number): { type: number; count: number; at: number } {
  const type = reader.short(entry + 2);
  const count = reader.isBig ? reader.wide(entry + 4) : reader.long(entry + 4);
  const [inside, room] = reader.isBig ? [entry + 12, 8] : [entry + 8, 4];
  const fits = (SIZES[type] ?? 4) * count <= room;
  return { type, count, at: fits ? inside : reader.place(inside) };
}

/**
 * Makes one page the only one of the file: what is wrong with others does not concern it. The content is changed; the page can be
 * chosen anew at any time, since each choice names its directory and its end.
 */
export function leaveOnly(content: Buffer, { at, nextAt }: TiffPage): void {
  const reader = new TiffReader(content);
  reader.writePlace(reader.firstAt, at);
  reader.writePlace(nextAt, 0);
}
