import { createRequire } from 'node:module';
import path from 'node:path';
import type { Block, Worker } from 'tesseract.js';
import type { PageText, ReadBox } from './page-text.js';
import type { Corners } from './straighten.js';

/** The language data lies in its package as it was published, and is unpacked in memory: nothing is fetched, and nothing is kept. */
const LANGUAGE = '@tesseract.js-data/chi_sim';
const ENGINE = 'tesseract.js';

const require = createRequire(import.meta.url);

/** Whether the packages are there that read: npm may have left them out, for they are optional. */
export function canRead(): boolean {
  try {
    return [ENGINE, LANGUAGE].every((name) => require.resolve(name) !== '');
  } catch {
    return false;
  }
}

/** A picture, and where something on it stands on the page. */
export type PictureToRead = { readonly picture: Buffer; readonly boxOf: (corners: Corners) => ReadBox };
/** Reads pictures. */
export type Engine = (picture: PictureToRead) => Promise<PageText['lines']>;

/** Loads the engine and its language. @throws Error where they are not installed */
export async function openEngine(): Promise<Engine> {
  const { createWorker, OEM, PSM } = await import('tesseract.js');
  const { code, gzip, langPath } = require(LANGUAGE) as { code: string; gzip: boolean; langPath: string };
  const worker: Worker = await createWorker(code, OEM.LSTM_ONLY, {
    langPath: path.normalize(langPath),
    gzip,
    cacheMethod: 'none',
  });
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO });
  return async ({ picture, boxOf }) => {
    const { data } = await worker.recognize(picture, {}, { blocks: true, text: false });
    return linesOf(data.blocks ?? [], boxOf);
  };
}

const linesOf = (blocks: readonly Block[], boxOf: PictureToRead['boxOf']): PageText['lines'] =>
  blocks
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ lines }) => lines)
    .map(({ words }) =>
      words
        .flatMap(({ symbols }) => symbols)
        .map(({ text, confidence, bbox }) => ({ text, confidence: Math.round(confidence) / 100, box: boxOf(bbox) })),
    );
