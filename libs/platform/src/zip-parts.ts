import { inflateRawSync } from 'node:zlib';

const END = { mark: 0x06054b50, bytes: 22 };
const ENTRY = { mark: 0x02014b50, bytes: 46 };
const LOCAL_BYTES = 30;
const [STORED, DEFLATED] = [0, 8];

/** A part of an archive, unpacked. */
export type ZipPart = { readonly name: string; readonly content: Buffer };

/**
 * The parts of a ZIP archive with these names, by its directory; none where it is no archive that can be read.
 * @param limit bytes that a part may have once it is unpacked
 */
export function partsOfZip(archive: Buffer, names: RegExp, limit: number): readonly ZipPart[] {
  try {
    return entriesOf(archive)
      .filter(({ name }) => names.test(name))
      .map((entry) => ({ name: entry.name, content: unpacked(archive, entry, limit) }));
  } catch (problem) {
    if (problem instanceof RangeError || isBroken(problem)) return [];
    throw problem;
  }
}

/** What unpacking finds: not what was packed, or more than it may be. */
const isBroken = (problem: unknown): boolean =>
  typeof problem === 'object' && problem !== null && 'code' in problem && /^(?:Z_|ERR_)/.test(String(problem.code));

type Entry = { readonly name: string; readonly method: number; readonly length: number; readonly at: number };

function entriesOf(archive: Buffer): readonly Entry[] {
  const entries: Entry[] = [];
  for (let at = beginOf(archive); at + ENTRY.bytes <= archive.length && archive.readUInt32LE(at) === ENTRY.mark;) {
    const nameEnd = at + ENTRY.bytes + archive.readUInt16LE(at + 28);
    entries.push({
      name: archive.toString('utf8', at + ENTRY.bytes, nameEnd),
      method: archive.readUInt16LE(at + 10),
      length: archive.readUInt32LE(at + 20),
      at: archive.readUInt32LE(at + 42),
    });
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

/** Where its directory begins. @throws RangeError where it has none */
function beginOf(archive: Buffer): number {
  for (let at = archive.length - END.bytes; at >= 0; at -= 1)
    if (archive.readUInt32LE(at) === END.mark) return archive.readUInt32LE(at + 16);
  throw new RangeError('It has no directory.');
}

function unpacked(archive: Buffer, { method, length, at }: Entry, limit: number): Buffer {
  const begin = at + LOCAL_BYTES + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  const packed = archive.subarray(begin, begin + length);
  if (method !== STORED && method !== DEFLATED) throw new RangeError('It is packed in another way.');
  return method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: limit });
}
