/**
 * A program of its own that looks at pages and makes parts of them black, started by `PageRedactor`: told a content and the font of labels, then
 * pages, it answers each. A file that makes it fail, hang or fill the memory does so to nobody else.
 */
import sharp from 'sharp';
import { endBeyond } from '../pages/child-end.js';
import type { BurntAnswer, LookedPage, PageSigns } from './answers.js';
import { blackOut, Labels } from './black-out.js';
import { burntPicture } from './burnt-page.js';
import { openSheets } from './open-sheets.js';
import type { PageToRedact } from './page-redactor.js';
import type { Sheet, Sheets } from './sheet.js';
import { stayingSigns } from './staying-signs.js';

/** Bytes of memory after which it gives up: the largest page needs less than half. */
const MEMORY = 900 * 1024 * 1024;
/** Dots of the longer side on the screen. */
const LONGEST = 1800;

endBeyond(MEMORY);
sharp.cache(false);
sharp.concurrency(1);

let opened: Promise<Sheets> = Promise.reject(new Error('Nothing was told.'));
opened.catch(() => undefined);
let labels = new Labels('');

async function answer({ number, areas }: PageToRedact): Promise<LookedPage | BurntAnswer> {
  const sheets = await opened;
  const sheet = await sheets.at(number, areas !== undefined);
  const place = { number, total: sheets.total };
  if (areas === undefined) return { ...place, ...(await screenOf(sheet)), text: textOf(sheet) };
  const signs = stayingSigns(sheet.signs, areas);
  await blackOut(sheet, areas, labels);
  return { ...place, page: { picture: await burntPicture(sheet), points: sheet.points, signs } };
}

async function screenOf({ dots, width, height }: Sheet): Promise<Pick<LookedPage, 'picture' | 'width' | 'height'>> {
  const size = { width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true } as const;
  const picture = sharp(dots, { raw: { width, height, channels: 3 } }).resize(size);
  const { data, info } = await picture.webp({ quality: 75, effort: 1 }).toBuffer({ resolveWithObject: true });
  return { picture: data, width: info.width, height: info.height };
}

const EXACT = 100_000;
const round = (share: number): number => Math.round(share * EXACT) / EXACT;

const textOf = ({ signs }: Sheet): PageSigns => ({
  signs: signs.map(({ text }) => text),
  places: signs.flatMap(({ area }) => (area === null ? [0, 0, 0, 0] : [area.left, area.top, area.width, area.height].map(round))),
});

process.on('message', (said: Uint8Array | { readonly font: string } | PageToRedact) => {
  if (said instanceof Uint8Array) {
    opened = openSheets(Buffer.from(said));
    opened.catch(() => undefined);
  } else if ('font' in said) labels = new Labels(said.font);
  else
    answer(said).then(
      (page) => process.send?.(page),
      () => process.send?.('unreadable'),
    );
});
process.send?.('ready');
