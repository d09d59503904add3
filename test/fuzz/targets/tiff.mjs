import fc from 'fast-check';
import { seldom } from '../arbitrary.mjs';
import { hasAllData } from '../../../dist/libs/platform/src/pages/tiff-data.js';
import { leaveOnly } from '../../../dist/libs/platform/src/pages/tiff-pages.js';
import { drawPage } from '../../../dist/libs/platform/src/pages/page-picture.js';
import { inspectScan, nextPages, PAGES } from '../../../dist/libs/platform/src/pages/scan.js';

/** Milliseconds: a file is looked at while others wait. */
const AT_MOST = 2000;
const SMALL = 100_000;
const TAGS = [254, 256, 257, 258, 259, 262, 270, 273, 274, 277, 278, 279, 282, 283, 296, 322, 323, 324, 325, 60_000];
const number = fc.oneof(fc.nat(300), fc.constantFrom(0, 1, 8, 255, 65_535, 2 ** 31, 2 ** 32 - 1), fc.nat(2 ** 32 - 1));
const entry = fc.record({
  tag: fc.constantFrom(...TAGS),
  type: fc.oneof(fc.integer({ min: 1, max: 18 }), number),
  count: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, number),
  value: number,
});
/** As a scanner writes it: a page of some dots, in one strip. */
const plain = fc.record({
  width: fc.integer({ min: 1, max: 64 }),
  height: fc.integer({ min: 1, max: 64 }),
  more: fc.array(entry, { maxLength: 3 }),
});
const file = fc.record({
  isLittle: fc.boolean(),
  isBig: fc.boolean(),
  pages: fc.array(plain, { minLength: 0, maxLength: 4 }),
  changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
  cut: seldom(fc.nat(2000)),
});

/** Scans that were damaged, cut off or made up: looked at in no time, and drawn or said to be damaged. */
export const tiff = {
  name: 'TIFF',
  arbitrary: file,
  check: async (given) => {
    const content = written(given);
    const begun = performance.now();
    const scan = inspectScan(content);
    const isWhole = hasAllData(content, scan.pages);
    const took = performance.now() - begun;
    if (took > AT_MOST) throw new Error(`It took ${Math.round(took)} ms to look at ${content.length} bytes.`);
    if (typeof isWhole !== 'boolean' || scan.total > PAGES + 1) throw new Error(JSON.stringify(scan));
    for (let done = 0; done < scan.total; done += nextPages(scan, done).length)
      if (nextPages(scan, done).length === 0) throw new Error(`No page is next after ${done}.`);
    for (const [i, page] of scan.pages.entries()) await drawn(content, { scan, page, number: i + 1 });
  },
};

async function drawn(content, { scan, page, number: nth }) {
  const copy = Buffer.from(content);
  leaveOnly(copy, page);
  if (inspectScan(copy).pages.length > 1) throw new Error('More than one page is left.');
  if (page.bytes > SMALL) return;
  const { picture, problem } = await drawPage(Buffer.from(content), scan, nth);
  if (picture === undefined && problem === undefined) throw new Error('Neither a picture nor what is wrong.');
}

/** The bytes of a file, in the byte order and width that were asked for. */
function written({ isLittle, isBig, pages, changes, cut }) {
  const parts = new Parts({ isLittle, isBig });
  for (const page of pages) parts.page(page);
  const content = parts.content();
  for (const [at, byte] of changes) content[at % content.length] = byte;
  return cut === null ? content : content.subarray(0, cut);
}

class Parts {
  constructor({ isLittle, isBig }) {
    Object.assign(this, { isLittle, isBig, bytes: [] });
    this.text(isLittle ? 'II' : 'MM');
    this.number(isBig ? 43 : 42, 2);
    if (isBig) for (const value of [8, 0]) this.number(value, 2);
    this.link = this.bytes.length;
    this.place(0);
  }

  text(letters) {
    this.bytes.push(...Buffer.from(letters, 'latin1'));
  }

  number(value, size, at = this.bytes.length) {
    const bytes = Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** i) % 256);
    const ordered = this.isLittle ? bytes : bytes.toReversed();
    for (const [i, byte] of ordered.entries()) this.bytes[at + i] = byte;
  }

  place(value, at) {
    this.number(value, this.isBig ? 8 : 4, at);
  }

  page({ width, height, more }) {
    const dots = this.bytes.length;
    const row = Math.ceil(width / 8);
    for (let i = 0; i < row * height; i += 1) this.bytes.push((i * 37) % 256);
    const long = (tag, value) => ({ tag, type: 4, count: 1, value });
    const usual = [
      long(256, width),
      long(257, height),
      long(258, 1),
      long(259, 1),
      long(262, 1),
      long(273, dots),
      long(277, 1),
      long(278, height),
      long(279, row * height),
    ];
    const entries = [...usual, ...more].sort((a, b) => a.tag - b.tag);
    this.place(this.bytes.length, this.link);
    this.number(entries.length, this.isBig ? 8 : 2);
    for (const { tag, type, count, value } of entries) {
      this.number(tag, 2);
      this.number(type, 2);
      this.place(count);
      this.#value(type, value);
    }
    this.link = this.bytes.length;
    this.place(0);
  }

  /** A short one stands at the left of its place. */
  #value(type, value) {
    const room = this.isBig ? 8 : 4;
    const size = type === 3 ? 2 : room;
    this.number(value, size);
    for (let i = size; i < room; i += 1) this.bytes.push(0);
  }

  content() {
    return Buffer.from(this.bytes);
  }
}
