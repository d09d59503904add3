import { createHash, type Hash } from 'node:crypto';
import { inspectScan } from './scan.js';
import { isTiff } from './tiff-pages.js';
import { CutOff, directoryAt, TiffReader, valueAt, valuesAt } from './tiff-reader.js';

/** Where the packed dots of a page lie, in strips or in tiles. */
const STRIPS = { at: 273, sizes: 279 };
const TILES = { at: 324, sizes: 325 };
/** How the dots are to be read: width, height, coding, sense, order of bits, what the coding may do. */
const READ_BY = [256, 257, 259, 262, 266, 292];
/** Of one file; most pages are one strip. */
const MOST_STRIPS = 100_000;

/**
 * Hex, the same for the same pages of a TIFF, whatever is written beside them: when the picture was made, by what program, what the file is
 * called. Scanned again, or packed another way, the same sheets are other pages.
 * @returns undefined for what is no TIFF, or cannot be followed to its end
 */
export function printOfPages(content: Buffer): string | undefined {
  const { pages, isCut } = isTiff(content) ? inspectScan(content) : { pages: [], isCut: true };
  if (isCut || pages.length === 0) return undefined;
  const print = new Print(content);
  try {
    for (const { at } of pages) print.add(at);
    return print.done();
  } catch (error) {
    if (error instanceof CutOff) return undefined;
    throw error;
  }
}

class Print {
  readonly #reader: TiffReader;
  readonly #hash: Hash = createHash('sha256');
  /** Pages of one file may name the same bytes; there are no more to read than it has. */
  #bytesLeft: number;
  #stripsLeft = MOST_STRIPS;

  constructor(private readonly content: Buffer) {
    this.#reader = new TiffReader(content);
    this.#bytesLeft = content.length;
  }

  /** @throws CutOff, also for a page without dots */
  add(at: number): void {
    const { entries } = directoryAt(this.#reader, at);
    const valueOf = (tag: number): number => {
      const entry = entries.get(tag);
      return entry === undefined ? 0 : valueAt(this.#reader, entry);
    };
    const before = this.#bytesLeft;
    this.#hash.update(READ_BY.map(valueOf).join());
    for (const { at: places, sizes } of [STRIPS, TILES]) this.#addParts(entries.get(places), entries.get(sizes));
    if (this.#bytesLeft === before) throw new CutOff();
  }

  #addParts(places: number | undefined, sizes: number | undefined): void {
    if (places === undefined || sizes === undefined) return;
    const lengths = valuesAt(this.#reader, sizes, this.#stripsLeft);
    this.#stripsLeft -= lengths.length;
    for (const [i, from] of valuesAt(this.#reader, places, lengths.length).entries()) this.#addPart(from, lengths[i] ?? 0);
  }

  #addPart(from: number, length: number): void {
    this.#bytesLeft -= length;
    if (this.#bytesLeft < 0 || from + length > this.content.length) throw new CutOff();
    this.#hash.update(this.content.subarray(from, from + length));
  }

  done(): string {
    return this.#hash.digest('hex');
  }
}
