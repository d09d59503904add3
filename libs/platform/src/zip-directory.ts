/** The end record of an archive, without its comment. */
export const END_BYTES = 22;
const END_MARK = 0x06054b50;
const ENTRY = { mark: 0x02014b50, bytes: 46 };

/** The end record of a ZIP archive, by which its directory is found; null where there is none. @param tail the end of the archive, or all of it */
export function endRecordIn(tail: Buffer): Buffer | null {
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) if (tail.readUInt32LE(at) === END_MARK) return tail.subarray(at);
  return null;
}

/** What a directory says of one part: its name, how it is packed, in how many bytes, and where. */
export type ZipEntry = { readonly name: string; readonly method: number; readonly length: number; readonly at: number };

/** The entries of a directory, up to the first that is none. */
export function entriesIn(directory: Buffer): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; at + ENTRY.bytes <= directory.length && directory.readUInt32LE(at) === ENTRY.mark;) {
    const nameEnd = at + ENTRY.bytes + directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + ENTRY.bytes, nameEnd),
      method: directory.readUInt16LE(at + 10),
      length: directory.readUInt32LE(at + 20),
      at: directory.readUInt32LE(at + 42),
    });
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}
