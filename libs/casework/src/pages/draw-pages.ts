import type { JobPayload } from '@gongkai/contracts';
import { inspectScan, isPdf, nextPages, type FileStore, type PageDrawer, type Statement } from '@gongkai/platform';
import { pagesDone, readCopies, type Copies } from './copies.js';

/** Where the scans lie, and who draws them. */
export type DrawingParts = { readonly store: FileStore; readonly drawer: Pick<PageDrawer, 'draw' | 'count'> };

/**
 * Draws the next pages of a scan or a PDF for the screen: not all, for it must not keep its row for long. What is drawn is kept before it is told.
 * @returns what is to be written
 */
export async function drawPages(
  { fileId }: JobPayload<'draw-pages'>,
  read: <Row extends object>(statement: Statement) => Promise<Row[]>,
  { store, drawer }: DrawingParts,
): Promise<readonly Statement[]> {
  const [copies] = await read<Copies>(readCopies(fileId));
  if (copies === undefined || copies.done === copies.total) return [];
  const content = await contentOf(fileId, store);
  const scan = isPdf(content) ? { total: copies.total ?? (await drawer.count(content)) } : inspectScan(content);
  const drawn = await drawer.draw({ fileId, content }, nextPages(scan, copies.done));
  return [pagesDone(fileId, copies.done, scan.total, drawn)];
}

async function contentOf(fileId: string, store: FileStore): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await store.read(fileId)) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
