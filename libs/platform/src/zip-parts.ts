import { inflateRawSync } from 'node:zlib';
import { endRecordIn, entriesIn, type ZipEntry } from './zip-directory.js';

/** Where the end record says in which place the directory begins. */
const DIRECTORY_AT = 16;
const LOCAL_BYTES = 30;
const [STORED, DEFLATED] = [0, 8];

/** A part of an archive, unpacked. */
export type ZipPart = { readonly name: string; readonly content: Buffer };

/**
 * The parts of a ZIP archive with these names, by its directory; none where it is no archive that can be read.
 * @param limit bytes that a part may have once it is unpacked
 * @param total bytes that all of them may have together; where they have more, none can be read
 */
export function partsOfZip(archive: Buffer, names: RegExp, limit: number, total = Infinity): readonly ZipPart[] {
  try {
    let left = total;
    return entriesOf(archive)
      .filter(({ name }) => names.test(name))
      .map((entry) => {
        const content = unpacked(archive, entry, Math.min(limit, left));
        left -= content.length;
        return { name: entry.name, content };
      });
  } catch (problem) {
    if (problem instanceof RangeError || isBroken(problem)) return [];
    throw problem;
  }
}

/** What unpacking finds: not what was packed, or more than it may be. */
const isBroken = (problem: unknown): boolean =>
  typeof problem === 'object' && problem !== null && 'code' in problem && /^(?:Z_|ERR_)/.test(String(problem.code));

/** Where its directory says they are. @throws RangeError where it has none */
function entriesOf(archive: Buffer): readonly ZipEntry[] {
  const end = endRecordIn(archive);
  if (end === null) throw new RangeError('It has no directory.');
  return entriesIn(archive.subarray(end.readUInt32LE(DIRECTORY_AT)));
}

function unpacked(archive: Buffer, { method, length, at }: ZipEntry, limit: number): Buffer {
  const begin = at + LOCAL_BYTES + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  const packed = archive.subarray(begin, begin + length);
  if (method !== STORED && method !== DEFLATED) throw new RangeError('It is packed in another way.');
  return method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: limit });
}
