import { open, type FileHandle } from 'node:fs/promises';
import { END_BYTES, endRecordIn, entriesIn } from './zip-directory.js';

/** The end record and a comment of at most 65 535 bytes. */
const TAIL_BYTES = END_BYTES + 0xffff;
/** An office document has a few dozen parts; what says more about itself is not looked into. */
const DIRECTORY_LIMIT = 4 * 1024 * 1024;

/** The names of what a ZIP archive says it contains, by its directory; none where it has no directory that can be read. */
export async function zipNames(file: string): Promise<readonly string[]> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const tail = await bytesOf(handle, Math.max(0, size - TAIL_BYTES), Math.min(size, TAIL_BYTES));
    const end = endRecordIn(tail);
    if (end === null) return [];
    const [length, offset] = [end.readUInt32LE(12), end.readUInt32LE(16)];
    if (length > DIRECTORY_LIMIT || offset + length > size) return [];
    return entriesIn(await bytesOf(handle, offset, length)).map(({ name }) => name);
  } finally {
    await handle.close();
  }
}

async function bytesOf(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
