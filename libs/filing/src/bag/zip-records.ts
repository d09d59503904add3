/** A file as the directory of a ZIP names it. */
export type ZipEntry = { readonly name: Buffer; readonly crc: number; readonly size: number; readonly offset: number };

const [STORED, UTF8_AND_LATER, VERSION, VERSION_64] = [0, 0x0808, 20, 45];
/** Who made it is a Unix: of an archive from DOS unzip takes the names for another encoding, and no manifest finds them any more. */
const UNIX = 3 << 8;
/** A plain file, as Unix has it: read by everybody, written by its owner. */
const PLAIN_FILE = 0o100644 * 0x10000;
const [MOST_16, MOST_32] = [0xffff, 0xffffffff];

type Field = readonly [bytes: 2 | 4 | 8, value: number];

/** Numbers one after the other, the lowest byte first. */
function record(...fields: readonly Field[]): Buffer {
  const made = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 8) made.writeBigUInt64LE(BigInt(value), at);
    else made.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return made;
}

/** A moment as DOS wrote it, in UTC: time, then day. */
function dosTime(at: Date): readonly [Field, Field] {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return [
    [2, time],
    [2, day],
  ];
}

/** What stands before a file; how long it is, is told behind it. */
export const localHead = (name: Buffer, at: Date): Buffer =>
  Buffer.concat([
    record([4, 0x04034b50], [2, VERSION], [2, UTF8_AND_LATER], [2, STORED], ...dosTime(at), [4, 0], [4, 0], [4, 0]),
    record([2, name.length], [2, 0]),
    name,
  ]);

/** What stands behind a file. */
export const localEnd = ({ crc, size }: Pick<ZipEntry, 'crc' | 'size'>): Buffer =>
  record([4, 0x08074b50], [4, crc], [4, size], [4, size]);

/** A file in the directory; one that begins behind four gigabytes has its place told in a field of its own. */
export function directoryEntry({ name, crc, size, offset }: ZipEntry, at: Date): Buffer {
  const isFar = offset >= MOST_32;
  const place = isFar ? record([2, 1], [2, 8], [8, offset]) : Buffer.alloc(0);
  const version = isFar ? VERSION_64 : VERSION;
  return Buffer.concat([
    record([4, 0x02014b50], [2, UNIX | version], [2, version], [2, UTF8_AND_LATER], [2, STORED], ...dosTime(at)),
    record([4, crc], [4, size], [4, size], [2, name.length], [2, place.length], [2, 0], [2, 0], [2, 0], [4, PLAIN_FILE]),
    record([4, isFar ? MOST_32 : offset]),
    name,
    place,
  ]);
}

type Directory = { readonly count: number; readonly size: number; readonly offset: number };

/** The end; where the numbers do not fit, after an end that has room for them. */
export function archiveEnd({ count, size, offset }: Directory): Buffer {
  const isLarge = count >= MOST_16 || offset >= MOST_32 || size >= MOST_32;
  const [few, short, near] = [Math.min(count, MOST_16), Math.min(size, MOST_32), Math.min(offset, MOST_32)];
  const end = record([4, 0x06054b50], [2, 0], [2, 0], [2, few], [2, few], [4, short], [4, near], [2, 0]);
  if (!isLarge) return end;
  return Buffer.concat([
    record(
      [4, 0x06064b50],
      [8, 44],
      [2, VERSION_64],
      [2, VERSION_64],
      [4, 0],
      [4, 0],
      [8, count],
      [8, count],
      [8, size],
      [8, offset],
    ),
    record([4, 0x07064b50], [4, 0], [8, offset + size], [4, 1]),
    end,
  ]);
}
