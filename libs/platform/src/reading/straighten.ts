import sharp from 'sharp';
import type { ReadBox } from './page-text.js';

/** Greys, row by row. */
export type Greys = { readonly dots: Buffer; readonly width: number; readonly height: number };
/** Dots of a picture, from its left top corner. */
export type Corners = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
/** A page that lies straight, and where something on it stood on the page as it came. */
export type Straightened = Greys & { readonly boxOf: (corners: Corners) => ReadBox };

/** Darker than this is ink. */
const INK = 128;
/** Dots to one that is looked at. */
const EVERY = 3;
/** Degrees that are tried, to either side, in steps; then finer ones around the best. */
const [MOST, COARSE, FINE] = [4, 0.5, 0.1];
/** Less is straight. */
const LEAST = 0.3;

/** Turns a page so that its lines lie level, as far as a feeder pulls a sheet askew. */
export async function straightened(page: Greys): Promise<Straightened> {
  const angle = skewOf(page);
  if (Math.abs(angle) < LEAST) return { ...page, boxOf: (corners) => boxAround(corners, middleOf(corners), page) };
  const raw = { width: page.width, height: page.height, channels: 1 } as const;
  const turned = sharp(page.dots, { raw }).rotate(-angle, { background: '#ffffff' }).greyscale().toColourspace('b-w');
  const { data, info } = await turned.raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
  const back = ([x, y]: Place): Place => {
    const [across, down] = [x - width / 2, y - height / 2];
    return [page.width / 2 + across * cos - down * sin, page.height / 2 + across * sin + down * cos];
  };
  return { dots: data, width, height, boxOf: (corners) => boxAround(corners, back(middleOf(corners)), page) };
}

type Place = readonly [x: number, y: number];
const middleOf = ({ x0, y0, x1, y1 }: Corners): Place => [(x0 + x1) / 2, (y0 + y1) / 2];

/** As large as it is, around another middle: a character that lies a little askew is no larger. */
function boxAround({ x0, y0, x1, y1 }: Corners, [x, y]: Place, page: Greys): ReadBox {
  const share = (dots: number, of: number): number => Math.round((dots / of) * 100_000) / 100_000;
  const [width, height] = [x1 - x0, y1 - y0];
  return {
    left: share(x - width / 2, page.width),
    top: share(y - height / 2, page.height),
    width: share(width, page.width),
    height: share(height, page.height),
  };
}

/** Degrees by which the lines of a page fall to the right: at that angle its rows are emptiest and fullest. */
function skewOf({ dots, width, height }: Greys): number {
  const ink: [number, number][] = [];
  for (let y = 0; y < height; y += EVERY)
    for (let x = 0; x < width; x += EVERY) if ((dots[y * width + x] ?? INK) < INK) ink.push([x, y]);
  const best = (angles: readonly number[]): number =>
    angles
      .map((angle) => ({ angle, sharpness: sharpnessAt(ink, angle, height) }))
      .reduce((most, each) => (each.sharpness > most.sharpness ? each : most), { angle: 0, sharpness: 0 }).angle;
  const coarse = best(steps(0, MOST, COARSE));
  return best(steps(coarse, COARSE, FINE));
}

const steps = (middle: number, most: number, step: number): number[] =>
  Array.from({ length: 2 * Math.round(most / step) + 1 }, (_, i) => middle - most + i * step);

function sharpnessAt(ink: readonly (readonly [number, number])[], angle: number, height: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const rows = new Float64Array(Math.ceil((2 * height) / EVERY) + 1);
  for (const [x, y] of ink) {
    const row = Math.round((y - x * slope + height / 2) / EVERY);
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1;
  }
  return rows.reduce((sum, count) => sum + count * count, 0);
}
