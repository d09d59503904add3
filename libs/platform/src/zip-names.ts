import { open, type FileHandle } from 'node:fs/promises';

/** The end record of an archive is 22 bytes and a comment of at most 65 535. */
const END_BYTES = 22;
const TAIL_BYTES = END_BYTES + 0xffff;
const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const ENTRY_BYTES = 46;
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
    return length > DIRECTORY_LIMIT || offset + length > size ? [] : namesIn(await bytesOf(handle, offset, length));
  } finally {
    await handle.close();
  }
}

async function bytesOf(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function endRecordIn(tail: Buffer): Buffer | null {
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END_MARK) return tail.subarray(at);
  }
  return null;
}

function namesIn(directory: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length && directory.readUInt32LE(at) === ENTRY_MARK;) {
    const nameEnd = at + ENTRY_BYTES + directory.readUInt16LE(at + 28);
    names.push(directory.toString('utf8', at + ENTRY_BYTES, nameEnd));
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return names;
}
