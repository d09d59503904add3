import type { TiffPage } from './tiff-pages.js';
import { CutOff, directoryAt, TiffReader, valuesAt } from './tiff-reader.js';

/** Where the dots of a page lie, in strips or in tiles, and how many bytes each takes. */
const DATA = [
  { at: 273, bytes: 279 },
  { at: 324, bytes: 325 },
] as const;
/** Strips or tiles of one page at most: each line of a large drawing may be one. */
const MOST = 100_000;

/** Whether all the dots of these pages are in the file: one that was cut off may end with all its directories before them. */
export function hasAllData(content: Buffer, pages: readonly Pick<TiffPage, 'at'>[]): boolean {
  try {
    const reader = new TiffReader(content);
    return pages.every(({ at }) => {
      const { entries } = directoryAt(reader, at);
      return DATA.every((tags) => endOf(reader, entries, tags) <= content.length);
    });
  } catch (error) {
    if (error instanceof CutOff) return false;
    throw error;
  }
}

/** @throws CutOff where the file ends before it says where they lie */
function endOf(reader: TiffReader, entries: ReadonlyMap<number, number>, tags: (typeof DATA)[number]): number {
  const [places, sizes] = [tags.at, tags.bytes].map((tag) => {
    const entry = entries.get(tag);
    return entry === undefined ? [] : valuesAt(reader, entry, MOST);
  });
  return (places ?? []).reduce((end, place, i) => Math.max(end, place + (sizes?.[i] ?? 0)), 0);
}
