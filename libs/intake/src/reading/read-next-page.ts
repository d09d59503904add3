import type { FileStore, PageReader, Sealer, Statement } from '@gongkai/platform';
import { MOST_PAGES, nextToRead, pageRead } from './reading-statements.js';

type Parts = {
  readonly store: Pick<FileStore, 'read'>;
  readonly sealer: Sealer;
  /** null where this installation reads nothing. */
  readonly reader: Pick<PageReader, 'read'> | null;
};

type Next = { readonly fileId: string; readonly done: number; readonly total: number | null };

type Read = <Row extends object>(statement: Statement) => Promise<Row[]>;

/** Where a page that was read lies, sealed. */
export const placeOf = (fileId: string, number: number): string => `page_reading:${fileId}:${String(number)}`;

/**
 * Reads the page that is next, of whatever file: one at a time in all the installation, for it takes a processor for seconds. One that cannot
 * be read is told as such, and not tried again.
 * @returns what is to be written
 */
export async function readNextPage(read: Read, { store, sealer, reader }: Parts): Promise<readonly Statement[]> {
  const [next] = reader === null ? [] : await read<Next>(nextToRead);
  if (reader === null || next === undefined) return [];
  const { fileId, done } = next;
  const number = done + 1;
  const content = await contentOf(store, fileId);
  const page = content === undefined ? undefined : await keepingAwake(read, reader.read(content, number));
  if (page === undefined) return pageRead({ fileId, number, total: next.total ?? number, sealed: null });
  const { total, ...text } = page;
  return pageRead({ fileId, number, total: Math.min(total, MOST_PAGES), sealed: sealer.seal(text, placeOf(fileId, number)) });
}

/** Milliseconds: a transaction that says nothing for half a minute is ended. */
const SILENCE = 10_000;

/** Waits for something that takes longer than a job usually may. */
async function keepingAwake<T>(read: Read, work: Promise<T>): Promise<T> {
  const timer = setInterval(() => void read({ text: 'SELECT 1' }).catch(() => undefined), SILENCE);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
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
