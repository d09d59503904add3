import { open } from 'node:fs/promises';
import path from 'node:path';
import { fileTypeFromFile } from 'file-type';
import { isTiff } from './pages/tiff-pages.js';
import { zipNames } from './zip-names.js';

/** A kind of file the office takes: how it is served, and by which signatures its content is known. */
type FileType = {
  readonly mime: string;
  readonly signatures: readonly string[];
  /** A document that is an archive has these parts in it; any archive has its signature. */
  readonly parts?: readonly RegExp[];
};

const kind = (mime: string, ...signatures: string[]): FileType => ({ mime, signatures });
/** Text has no signature; it is known by the lack of any. */
const text = (mime: string): FileType => kind(mime);
const office = (name: string, ending: string, folder: string): FileType => ({
  ...kind(`application/vnd.openxmlformats-officedocument.${name}`, ending, 'zip'),
  parts: [/^\[Content_Types\]\.xml$/, new RegExp(`^${folder}/`)],
});
const openDocument = (name: string, ending: string): FileType => kind(`application/vnd.oasis.opendocument.${name}`, ending);

/** By the ending of the name. The older office formats share one container, the newer ones another. */
const fileTypes: Readonly<Record<string, FileType>> = {
  pdf: kind('application/pdf', 'pdf'),
  ofd: { ...kind('application/ofd', 'zip', 'ofd'), parts: [/^OFD\.xml$/i] },
  docx: office('wordprocessingml.document', 'docx', 'word'),
  xlsx: office('spreadsheetml.sheet', 'xlsx', 'xl'),
  pptx: office('presentationml.presentation', 'pptx', 'ppt'),
  odt: openDocument('text', 'odt'),
  ods: openDocument('spreadsheet', 'ods'),
  odp: openDocument('presentation', 'odp'),
  doc: kind('application/msword', 'cfb'),
  xls: kind('application/vnd.ms-excel', 'cfb'),
  ppt: kind('application/vnd.ms-powerpoint', 'cfb'),
  wps: kind('application/vnd.ms-works', 'cfb', 'zip'),
  et: kind('application/octet-stream', 'cfb', 'zip'),
  png: kind('image/png', 'png'),
  jpg: kind('image/jpeg', 'jpg'),
  jpeg: kind('image/jpeg', 'jpg'),
  gif: kind('image/gif', 'gif'),
  bmp: kind('image/bmp', 'bmp'),
  webp: kind('image/webp', 'webp'),
  heic: kind('image/heic', 'heic'),
  tif: kind('image/tiff', 'tif'),
  tiff: kind('image/tiff', 'tif'),
  mp3: kind('audio/mpeg', 'mp3'),
  wav: kind('audio/wav', 'wav'),
  mp4: kind('video/mp4', 'mp4', 'm4v'),
  zip: kind('application/zip', 'zip'),
  rar: kind('application/vnd.rar', 'rar'),
  '7z': kind('application/x-7z-compressed', '7z'),
  txt: text('text/plain'),
  csv: text('text/csv'),
  eml: text('message/rfc822'),
};

const MIMES = new Set(Object.values(fileTypes).map(({ mime }) => mime));

/** The kind that a file of this name would be; undefined for one the office does not take. */
export function typeOfName(name: string): FileType | undefined {
  const ending = path.extname(name).slice(1).toLowerCase();
  return Object.hasOwn(fileTypes, ending) ? fileTypes[ending] : undefined;
}

/** The kind of a file of this name; undefined for one the office does not take. */
export const mimeOfName = (name: string): string | undefined => typeOfName(name)?.mime;

/** The usual ending of a kind; undefined for one the office does not take. */
export const endingOf = (mime: string): string | undefined =>
  Object.entries(fileTypes).find(([, type]) => type.mime === mime)?.[0];

/** Whether what the sender says about the file contradicts its name; senders that say nothing of use do not. */
export function contradicts({ mime, signatures }: FileType, claimed = ''): boolean {
  // Systems call text anything, e.g. a table with commas an Excel file.
  if (signatures.length === 0) return false;
  const said = claimed.split(';')[0]?.trim().toLowerCase() ?? '';
  return MIMES.has(said) && said !== mime && said !== 'application/octet-stream' && said !== 'application/zip';
}

/** Whether the content is what the name says. */
export async function isContentOf(file: string, { signatures, parts = [] }: FileType): Promise<boolean> {
  const found = await fileTypeFromFile(file);
  if (signatures.length > 0) return found !== undefined && signatures.includes(found.ext) && (await hasParts(file, parts));
  return found === undefined && looksLikeText(await headOf(file));
}

/** Whether the content begins as what the name says: a TIFF tells of its pages at its end, which may be missing. */
export async function isBeginOf(file: string, { signatures }: FileType): Promise<boolean> {
  return signatures.includes('tif') && isTiff(await headOf(file));
}

/** A photograph album is an archive too: what a document has to contain is looked for inside. */
async function hasParts(file: string, parts: readonly RegExp[]): Promise<boolean> {
  if (parts.length === 0) return true;
  const names = await zipNames(file);
  return parts.every((part) => names.some((name) => part.test(name)));
}

const HEAD_BYTES = 4096;

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** In UTF-8, GB 18030 or another encoding of its kind; or in UTF-16, which begins with its mark. */
function looksLikeText(head: Buffer): boolean {
  const isUtf16 = head.length >= 2 && [0xfeff, 0xfffe].includes(head.readUInt16BE(0));
  return isUtf16 || !head.includes(0);
}
