import { inflateRawSync } from 'node:zlib';

const ENTRY = Buffer.from('PK\x01\x02', 'latin1');
const DEFLATED = 8;

/** One file of a ZIP archive, as text. @throws Error where it is not in there */
export function unzipped(archive: Buffer, name: string): string {
  for (let at = archive.indexOf(ENTRY); at >= 0; at = archive.indexOf(ENTRY, at + 4)) {
    const length = archive.readUInt16LE(at + 28);
    if (archive.toString('utf8', at + 46, at + 46 + length) !== name) continue;
    const local = archive.readUInt32LE(at + 42);
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const content = archive.subarray(begin, begin + archive.readUInt32LE(at + 20));
    return (archive.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(content) : content).toString('utf8');
  }
  throw new Error(`There is no ${name} in this archive.`);
}
