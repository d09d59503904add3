import { crc32 } from 'node:zlib';

/** Something that is packed already, and what is said of its size. */
export type Packed = { readonly deflated: Buffer; readonly size: number };

/** A ZIP archive with these files in it, stored as they are where they are not packed. */
export function zipOf(files: Readonly<Record<string, string | Packed>>): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, file] of Object.entries(files)) {
    const path = Buffer.from(name);
    const content = typeof file === 'string' ? Buffer.from(file) : file.deflated;
    const about = aboutOf(path, content, typeof file === 'string' ? null : file.size);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, path, content]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), about, place, path]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const DEFLATED = 8;

/** What a local header and an entry of the directory say alike, from the version on. @param size unpacked; null for what is stored */
function aboutOf(path: Buffer, content: Buffer, size: number | null): Buffer {
  const about = Buffer.alloc(26);
  about.writeUInt16LE(20, 0);
  about.writeUInt16LE(size === null ? 0 : DEFLATED, 4);
  about.writeUInt32LE(crc32(content), 10);
  about.writeUInt32LE(content.length, 14);
  about.writeUInt32LE(size ?? content.length, 18);
  about.writeUInt16LE(path.length, 22);
  return about;
}
