import {
  keepingAwake,
  type FileStore,
  type JobRun,
  type PageReader,
  type SealedTable,
  type Sealer,
  type Statement,
} from '@gongkai/platform';
import { nextToRead, pageRead } from './reading-statements.js';

type Parts = {
  readonly store: Pick<FileStore, 'read'>;
  readonly sealer: Sealer;
  /** null where this installation reads nothing. */
  readonly reader: Pick<PageReader, 'read'> | null;
};

type Next = { readonly fileId: string; readonly done: number; readonly total: number | null };

/** Where a page that was read lies, sealed. */
export const placeOf = (fileId: string, number: number): string => `page_reading:${fileId}:${String(number)}`;

/** What pages say lies sealed, too. */
export const PAGE_READINGS: SealedTable = {
  table: 'page_reading',
  key: { file_id: 'text', number: 'integer' },
  placeOf: ({ file_id, number }) => placeOf(String(file_id), Number(number)),
};

/**
 * Reads the page that is next, of whatever file: one at a time in all the installation, for it takes a processor for seconds. One that cannot
 * be read is told as such, and not tried again.
 * @returns what is to be written
 */
export async function readNextPage(read: JobRun['read'], { store, sealer, reader }: Parts): Promise<readonly Statement[]> {
  const [next] = reader === null ? [] : await read<Next>(nextToRead);
  if (reader === null || next === undefined) return [];
  const { fileId, done } = next;
  const number = done + 1;
  const content = await contentOf(store, fileId);
  const page = content === undefined ? undefined : await keepingAwake(read, reader.read(content, number));
  if (page === undefined) return pageRead({ fileId, number, total: next.total ?? number, sealed: null });
  const { total, ...text } = page;
  return pageRead({ fileId, number, total, sealed: sealer.seal(text, placeOf(fileId, number)) });
}

/** undefined where the file is gone, or was changed on the disk. */
async function contentOf(store: Parts['store'], fileId: string): Promise<Buffer | undefined> {
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of await store.read(fileId)) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks);
  } catch {
    return undefined;
  }
}
