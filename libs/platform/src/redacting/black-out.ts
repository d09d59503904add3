import sharp, { type Sharp } from 'sharp';
import type { Area, Sheet } from './sheet.js';

/** What is withheld, and what stands on it, the longest first: the first that fits is written. */
export type BlackArea = Area & { readonly labels: readonly string[] };

/** Writing, as dots of grey: 255 where it is white. */
type Writing = { readonly dots: Buffer; readonly width: number; readonly height: number };
/** Dots of a sheet, the far ends not included. */
type Box = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };

/** Dots of the height of writing, at which a label is made and then shrunk to its place. */
const LARGE = 64;
/** Dots between which a label can be read and is no larger than the text around it. */
const [LEAST, MOST] = [12, 26];
/** Share of an area that a label may take. */
const SHARE = 0.9;

/** Writes labels in one font. */
export class Labels {
  readonly #made = new Map<string, Writing>();

  /** @param font a file */
  constructor(private readonly font: string) {}

  /** One of them, as large as fits; undefined where none can be read there. */
  async fitting(
    labels: readonly string[],
    room: { readonly width: number; readonly height: number },
  ): Promise<Writing | undefined> {
    for (const label of labels) {
      const made = await this.#make(label);
      const height = Math.floor(Math.min(MOST, room.height * SHARE, (made.height * room.width * SHARE) / made.width));
      if (height >= LEAST) return shrunk(made, height);
    }
    return undefined;
  }

  async #make(label: string): Promise<Writing> {
    const known = this.#made.get(label);
    if (known !== undefined) return known;
    const text = label.replace(/[&<>]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
    const writing = sharp({ text: { text, font: `Noto Serif SC ${String(LARGE)}px`, fontfile: this.font, dpi: 72 } });
    const made = await greyOf(writing);
    this.#made.set(label, made);
    return made;
  }
}

async function greyOf(writing: Sharp): Promise<Writing> {
  const { data, info } = await writing.extractChannel(0).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return { dots: data, width: info.width, height: info.height };
}

function shrunk({ dots, width, height: high }: Writing, height: number): Promise<Writing> {
  const raw = { width, height: high, channels: 1 } as const;
  return greyOf(sharp(dots, { raw }).resize({ height }).toColourspace('b-w'));
}

/** Makes areas of a sheet black, and writes on them why. @param sheet changed: nothing of what was there is left in its dots */
export async function blackOut(sheet: Sheet, areas: readonly BlackArea[], labels: Labels): Promise<void> {
  for (const area of areas) fill(sheet, boxOf(area, sheet), 0);
  // Only then: where areas overlap, none lies over the label of another.
  for (const area of areas) {
    const box = boxOf(area, sheet);
    const room = { width: box.x1 - box.x0, height: box.y1 - box.y0 };
    const writing = await labels.fitting(area.labels, room);
    if (writing !== undefined) write(sheet, box, writing);
  }
}

/** Every dot that an area touches. */
function boxOf({ left, top, width, height }: Area, sheet: Sheet): Box {
  const within = (dot: number, most: number): number => Math.max(0, Math.min(most, dot));
  return {
    x0: within(Math.floor(left * sheet.width), sheet.width),
    y0: within(Math.floor(top * sheet.height), sheet.height),
    x1: within(Math.ceil((left + width) * sheet.width), sheet.width),
    y1: within(Math.ceil((top + height) * sheet.height), sheet.height),
  };
}

function fill({ dots, width }: Sheet, { x0, y0, x1, y1 }: Box, value: number): void {
  for (let y = y0; y < y1; y += 1) dots.fill(value, (y * width + x0) * 3, (y * width + x1) * 3);
}

function write({ dots, width }: Sheet, { x0, y0, x1, y1 }: Box, writing: Writing): void {
  const left = x0 + Math.floor((x1 - x0 - writing.width) / 2);
  const top = y0 + Math.floor((y1 - y0 - writing.height) / 2);
  for (let y = 0; y < writing.height; y += 1)
    for (let x = 0; x < writing.width; x += 1) {
      const at = ((top + y) * width + left + x) * 3;
      dots.fill(writing.dots[y * writing.width + x] ?? 0, at, at + 3);
    }
}
