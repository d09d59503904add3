import type { JobPayload, PageView } from '@gongkai/contracts';
import { drawPage, inspectScan, type FileStore, type PageStore, type Scan, type Statement } from '@gongkai/platform';
import { pagesDone, readCopies, type Copies } from './copies.js';

/** Where the scans lie, and where their pictures go. */
export type DrawingParts = { readonly store: FileStore; readonly pageStore: PageStore };

/** A job draws so much, then lets others go first: pages, and bytes of them, unpacked. It must not keep its row for long. */
const SLICE = { pages: 8, bytes: 64 * 1024 * 1024 };

/**
 * Draws the next pages of a scan for the screen. What is drawn is kept before it is told.
 * @returns what is to be written
 */
export async function drawPages(
  { fileId }: JobPayload<'draw-pages'>,
  read: <Row extends object>(statement: Statement) => Promise<Row[]>,
  { store, pageStore }: DrawingParts,
): Promise<readonly Statement[]> {
  const [copies] = await read<Copies>(readCopies(fileId));
  if (copies === undefined || copies.done === copies.total) return [];
  const content = await contentOf(fileId, store);
  const scan = inspectScan(content);
  const drawn: PageView[] = [];
  for (const number of slice(scan, copies.done)) {
    const { picture, ...page } = await drawPage(content, scan, number);
    if (picture !== undefined) await pageStore.save(fileId, number, picture);
    drawn.push(page);
  }
  return [pagesDone(fileId, copies.done, scan.total, drawn)];
}

/** The numbers of the next pages: one at least. */
function slice({ pages, total }: Scan, done: number): number[] {
  const numbers: number[] = [];
  let bytes = 0;
  for (let number = done + 1; number <= total && numbers.length < SLICE.pages; number += 1) {
    bytes += pages[number - 1]?.bytes ?? 0;
    if (numbers.length > 0 && bytes > SLICE.bytes) break;
    numbers.push(number);
  }
  return numbers;
}

async function contentOf(fileId: string, store: FileStore): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await store.read(fileId)) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
