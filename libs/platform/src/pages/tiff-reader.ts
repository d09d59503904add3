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
export class CutOff extends Error {}

/** Numbers in the byte order of the file; those of BigTIFF are twice as wide. */
export class TiffReader {
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

/** What stands in the directory of a page: where the entry of each tag lies, and where the next directory is named. @throws CutOff */
export function directoryAt(
  reader: TiffReader,
  at: number,
): { readonly entries: ReadonlyMap<number, number>; readonly nextAt: number } {
  const count = reader.isBig ? reader.wide(at) : reader.short(at);
  if (count === 0 || count > ENTRIES) throw new CutOff();
  const [first, size] = reader.isBig ? [at + 8, 20] : [at + 2, 12];
  const entries = new Map<number, number>();
  for (let i = 0; i < count; i += 1) entries.set(reader.short(first + i * size), first + i * size);
  const nextAt = first + count * size;
  reader.place(nextAt);
  return { entries, nextAt };
}

/** The first value of an entry. */
export function valueAt(reader: TiffReader, entry: number): number {
  const { type, at } = placeOfValue(reader, entry);
  return numberAt(reader, type, at);
}

function numberAt(reader: TiffReader, type: number, at: number): number {
  if (type === RATIONAL) return reader.long(at) / Math.max(1, reader.long(at + 4));
  if (type === SHORT) return reader.short(at);
  if (SIZES[type] === 1) return reader.byte(at);
  return SIZES[type] === 8 ? reader.wide(at) : reader.long(at);
}

/** All values of an entry. @throws CutOff, also where there are more than so many */
export function valuesAt(reader: TiffReader, entry: number, most: number): number[] {
  const { type, at, count } = placeOfValue(reader, entry);
  const size = SIZES[type] ?? 4;
  if (count > most) throw new CutOff();
  return Array.from({ length: count }, (_, i) => numberAt(reader, type, at + i * size));
}

export function textAt(reader: TiffReader, entry: number): string {
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
