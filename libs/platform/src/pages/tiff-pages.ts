import { CutOff, directoryAt, textAt, TiffReader, valueAt } from './tiff-reader.js';

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
  const { entries, nextAt } = directoryAt(reader, at);
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

/**
 * Makes one page the only one of the file: what is wrong with others does not concern it. The content is changed; the page can be
 * chosen anew at any time, since each choice names its directory and its end.
 */
export function leaveOnly(content: Buffer, { at, nextAt }: TiffPage): void {
  const reader = new TiffReader(content);
  reader.writePlace(reader.firstAt, at);
  reader.writePlace(nextAt, 0);
}
