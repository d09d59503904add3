import { partsOfZip } from '../zip-parts.js';

/** Where a document has words that are printed: its text, what stands on each page, and notes. */
const WRITTEN = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;
const STYLES = /^word\/styles\.xml$/;
/** Bytes of a part once it is unpacked. */
const LIMIT = 16 * 1024 * 1024;

const PARAGRAPHS = /<w:p(?=[\s>])[\s\S]*?<\/w:p>/g;
const PARAGRAPH_STYLE = /<w:pStyle\s[^>]*w:val="([^"]*)"/;
const RUNS = /<w:r(?=[\s>])[\s\S]*?<\/w:r>/g;
const RUN_STYLE = /<w:rStyle\s[^>]*w:val="([^"]*)"/;
const WORDS = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(?:br|tab)(?=[\s/>])/g;
const STYLE = /<w:style(?=\s)[^>]*w:styleId="([^"]*)"[\s\S]*?<\/w:style>/g;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const ON = String.raw`(?:\s+w:val="(?:1|true|on)")?\s*\/>`;
/** What nobody reads on paper: hidden, struck out, white, or smaller than four points (a size counts in halves of one). */
const UNSEEN: readonly RegExp[] = [
  new RegExp(`<w:(?:vanish|specVanish|webHidden|strike|dstrike)${ON}`),
  /<w:color\s[^>]*w:val="(?:[Ff]{6}|white)"/,
  /<w:sz\s[^>]*w:val="[0-7]"/,
];
const isUnseen = (formatted: string): boolean => UNSEEN.some((how) => how.test(formatted));

/** What is printed of a Word document (DOCX), paragraph by paragraph: nothing that is hidden or was struck out; null where it is none. */
export function docxText(content: Buffer): string | null {
  const parts = partsOfZip(content, WRITTEN, LIMIT);
  if (!parts.some(({ name }) => name === 'word/document.xml')) return null;
  const unseen = new Set(partsOfZip(content, STYLES, LIMIT).flatMap((part) => unseenStyles(part.content.toString('utf8'))));
  return parts.map((part) => textIn(part.content.toString('utf8'), unseen)).join('\n');
}

const unseenStyles = (xml: string): readonly string[] =>
  [...xml.matchAll(STYLE)].flatMap(([style, id = '']) => (isUnseen(style) ? [id] : []));

/** A paragraph that contains others, as one with a text box does, ends with the first of them; what follows has runs as well. */
function textIn(xml: string, unseen: ReadonlySet<string>): string {
  let [text, at] = ['', 0];
  for (const match of xml.matchAll(PARAGRAPHS)) {
    const [paragraph] = match;
    const isHidden = unseen.has(PARAGRAPH_STYLE.exec(paragraph)?.[1] ?? '');
    text += `${runsOf(xml.slice(at, match.index), unseen)}${isHidden ? '' : runsOf(paragraph, unseen)}\n`;
    at = match.index + paragraph.length;
  }
  return text + runsOf(xml.slice(at), unseen);
}

const runsOf = (xml: string, unseen: ReadonlySet<string>): string =>
  Array.from(xml.matchAll(RUNS), ([run]) =>
    isUnseen(run) || unseen.has(RUN_STYLE.exec(run)?.[1] ?? '') ? '' : wordsOf(run),
  ).join('');

const wordsOf = (run: string): string =>
  Array.from(run.matchAll(WORDS), ([, text]) => (text === undefined ? '\n' : unescaped(text))).join('');

/** A text of XML with what its references stand for. */
export const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string | undefined, digits: string | undefined, name = '') => {
    const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
    return Number.isNaN(code) ? (NAMED[String(name)] ?? whole) : String.fromCodePoint(Math.min(code, MOST));
  });

/** No character has a higher number. */
const MOST = 0x10ffff;
