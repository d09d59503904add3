import { partsOfZip } from '../zip-parts.js';

/** Where a document has words that are printed: its text, what stands on each page, and notes. */
const WRITTEN = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;
/** Bytes of a part once it is unpacked. */
const LIMIT = 16 * 1024 * 1024;

const RUNS = /<w:r(?=[\s>])[\s\S]*?<\/w:r>|<\/w:p>/g;
const HIDDEN = /<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/;
const WORDS = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(?:br|tab)(?=[\s/>])/g;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** What is printed of a Word document (DOCX), paragraph by paragraph: nothing that is hidden or was struck out; null where it is none. */
export function docxText(content: Buffer): string | null {
  const parts = partsOfZip(content, WRITTEN, LIMIT);
  return parts.some(({ name }) => name === 'word/document.xml') ? parts.map((part) => textIn(part.content)).join('\n') : null;
}

const textIn = (xml: Buffer): string =>
  Array.from(xml.toString('utf8').matchAll(RUNS), ([run]) =>
    run === '</w:p>' ? '\n' : HIDDEN.test(run) ? '' : wordsOf(run),
  ).join('');

const wordsOf = (run: string): string =>
  Array.from(run.matchAll(WORDS), ([, text]) => (text === undefined ? '\n' : unescaped(text))).join('');

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string | undefined, digits: string | undefined, name = '') => {
    const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
    return Number.isNaN(code) ? (NAMED[String(name)] ?? whole) : String.fromCodePoint(Math.min(code, MOST));
  });

/** No character has a higher number. */
const MOST = 0x10ffff;
