import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import sharp from 'sharp';
import type { Sheet } from './sheet.js';
import type { StayingSign } from './staying-signs.js';

/** The picture of a page as a PDF holds it. */
export type BurntPicture = {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Sixteen greys, packed without loss; or colours, as JPEG. */
  readonly kind: 'greys' | 'colours';
};

/** A page of a released file: what is left of it, and nothing else. */
export type BurntPage = {
  readonly picture: BurntPicture;
  /** Seventy-seconds of an inch. */
  readonly points: { readonly width: number; readonly height: number };
  readonly signs: readonly StayingSign[];
};

/** Channels of a dot that are further apart are a colour; where so many of a thousand dots are, the page is a coloured one. */
const [APART, COLOURED] = [40, 1];
/** Photographs need no more; sharp letters are no photographs and lose nothing. */
const QUALITY = 80;
/** Every so many dots are looked at. */
const SAMPLE = 3;

const pack = promisify(deflate);

/** The dots of a sheet as a PDF holds them. */
export async function burntPicture({ dots, width, height }: Sheet): Promise<BurntPicture> {
  if (!isColoured(dots)) return { bytes: await pack(sixteenGreys(dots, width, height)), width, height, kind: 'greys' };
  const picture = sharp(dots, { raw: { width, height, channels: 3 } });
  return {
    bytes: await picture.jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' }).toBuffer(),
    width,
    height,
    kind: 'colours',
  };
}

function isColoured(dots: Buffer): boolean {
  let [coloured, all] = [0, 0];
  for (let at = 0; at + 2 < dots.length; at += 3 * SAMPLE) {
    const [red = 0, green = 0, blue = 0] = [dots[at], dots[at + 1], dots[at + 2]];
    all += 1;
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > APART) coloured += 1;
  }
  return coloured * 1000 > all * COLOURED;
}

/** Two dots a byte; a row begins with a byte of its own. */
function sixteenGreys(dots: Buffer, width: number, height: number): Buffer {
  const row = Math.ceil(width / 2);
  const packed = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      const grey = Math.round((0.299 * (dots[at] ?? 0) + 0.587 * (dots[at + 1] ?? 0) + 0.114 * (dots[at + 2] ?? 0)) / 17);
      const to = y * row + (x >> 1);
      packed[to] = (packed[to] ?? 0) | (x % 2 === 0 ? grey << 4 : grey);
    }
  return packed;
}
