import { Packer, type Document } from 'docx';
import type { Paper } from '../content/paper.js';

const CORE = 'docProps/core.xml';
const LOCAL_TIME = 10;
const CENTRAL = { mark: 0x02014b50, time: 12, bytes: 46 };
const FIRST_YEAR = 1980;

/**
 * A document as its file, which bears the day of the paper wherever the library would write the time of its making: in what it says of
 * itself, and beside each part in the archive. The same paper is the same file whenever it is drawn.
 */
export async function packedOn(
  { title, organ, day }: Pick<Paper, 'title' | 'organ' | 'day'>,
  document: Document,
): Promise<Buffer> {
  const archive = await Packer.toBuffer(document, undefined, [{ path: CORE, data: coreOf(title, organ, day) }]);
  for (const at of recordsOf(archive)) archive.writeUInt32LE(dosTimeOf(day), at);
  return archive;
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (letter) => `&#${String(letter.charCodeAt(0))};`);

function coreOf(title: string, organ: string, day: string): string {
  const at = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(organ)}</dc:creator>${at('created')}${at('modified')}`,
    '</cp:coreProperties>',
  ].join('');
}

/** Midnight of a day as archives write it: seven bits of years since 1980, four of the month, five of the day, then the time. */
function dosTimeOf(day: string): number {
  const [year = FIRST_YEAR, month = 1, date = 1] = day.split('-').map(Number);
  return (((year - FIRST_YEAR) << 25) | (month << 21) | (date << 16)) >>> 0;
}

/** Where the directory of an archive, and each part itself, says when the part was written. */
function recordsOf(archive: Buffer): number[] {
  const places: number[] = [];
  let at = archive.readUInt32LE(archive.length - 6);
  while (archive.readUInt32LE(at) === CENTRAL.mark) {
    const local = archive.readUInt32LE(at + 42);
    places.push(at + CENTRAL.time, local + LOCAL_TIME);
    at += CENTRAL.bytes + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return places;
}
