import { isUtf8 } from 'node:buffer';
import { partsOfZip } from '../zip-parts.js';
import { unescaped } from './docx-text.js';

/** Bytes of a part, and of all of them, once they are unpacked. */
const LIMIT = 16 * 1024 * 1024;
const TOTAL = 48 * 1024 * 1024;

/** By which of its parts an archive is a document: of Office, OpenDocument or OFD. */
const DOCUMENT = /^(?:\[Content_Types\]\.xml|content\.xml|OFD\.xml)$/i;
/** What was put into a document as a file of its own. */
const EMBEDDED = '/embeddings/';
const TAG = /<[^<>]*>/g;
/** Ends what is one text on paper: a paragraph, a line, a place in a drawing. What only changes how it looks does not. */
const ENDS = /^<(?:\/(?:[\w-]+:)?(?:p|h|si|is|posOffset|align|TextCode)|(?:[\w-]+:)?(?:br|tab|cr|line-break))[\s/>]/i;
/** Ends a cell: figures of two cells are never one number, whatever is left out between them. */
const ENDS_CELL = /^<\/(?:[\w-]+:)?(?:tc|table-cell|c|v|f)[\s/>]/i;
/** A cell that names its text by its place in a list: that figure is none of the document. */
const NAMED_TEXT = /(<c\b[^<>]*\bt="s"[^<>]*>\s*)<v>\d*<\/v>/g;
/** What a program notes of its document: how many pages and words it has, and how long somebody wrote at it. */
const ABOUT = /^docProps\/app\.xml$/i;

/**
 * Every word in a document or a text, seen on paper or not: a copy of the file tells those as well.
 * @returns null where not all of it can be read: it is packed, of an old kind, or no text
 */
export function allWords(content: Buffer): string | null {
  return content.toString('latin1', 0, 4) === 'PK\u0003\u0004' ? wordsOfDocument(content) : wordsOfText(content);
}

function wordsOfDocument(archive: Buffer): string | null {
  const parts = partsOfZip(archive, /\.xml$/i, LIMIT, TOTAL);
  if (!parts.some(({ name }) => DOCUMENT.test(name)) || archive.includes(EMBEDDED)) return null;
  const told = parts.filter(({ name }) => !ABOUT.test(name));
  return told.map((part) => wordsOfXml(part.content.toString('utf8'))).join('\n');
}

const wordsOfXml = (xml: string): string => unescaped(xml.replaceAll(NAMED_TEXT, '$1').replace(TAG, endIn));

const endIn = (tag: string): string => (ENDS_CELL.test(tag) ? '\n|\n' : ENDS.test(tag) ? '\n' : '');

/** In UTF-16, which begins with its mark, in UTF-8, or in the code page of a Chinese desk. */
function wordsOfText(content: Buffer): string | null {
  const encoding = ['fffe', 'feff'].indexOf(content.toString('hex', 0, 2));
  if (encoding >= 0) return new TextDecoder(['utf-16le', 'utf-16be'][encoding]).decode(content);
  if (content.includes(0)) return null;
  const text = new TextDecoder(isUtf8(content) ? 'utf-8' : 'gb18030').decode(content);
  return PACKED_MAIL.test(text) ? null : unquoted(text);
}

/** A mail of which parts are packed, as a file put to it is. */
const PACKED_MAIL = /^content-transfer-encoding:\s*base64/im;
const QUOTED_MAIL = /^content-transfer-encoding:\s*quoted-printable/im;

/** A mail without the signs that keep its lines short. */
const unquoted = (text: string): string =>
  QUOTED_MAIL.test(text)
    ? text
        .replaceAll(/=\r?\n/g, '')
        .replaceAll(/=([0-7][0-9a-f])/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    : text;
