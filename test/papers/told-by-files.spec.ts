import { Readable } from 'node:stream';
import type { LookedPage, PageRedactor } from '@gongkai/platform';
import { toldBy, type Told } from '../../libs/correspondence/src/brought/told-by-files.js';
import { docxSaying } from '../support/docx-saying.js';
import { zipOf } from '../support/zip.js';

/** A page with a text on it. */
const page = (number: number, total: number, text: string): LookedPage => ({
  ...{ number, total, picture: new Uint8Array(), width: 1, height: 1 },
  text: { signs: Array.from(text), places: [] },
});

/** What is told by files with these contents; of a PDF a page is read at a time. */
const told = (contents: readonly (Buffer | string)[], look = readingOn(1)): Promise<Told> =>
  toldBy(
    contents.map((_, i) => String(i)),
    {
      store: { read: (id) => Promise.resolve(Readable.from([Buffer.from(contents[Number(id)] ?? '')])) },
      redactor: { look, burn: () => Promise.reject(new Error('What is seen is not all there is.')) },
    },
  );

type Look = PageRedactor['look'];

/** Reads one page a time. @param total how many there are @param unreadable the one that cannot be opened */
function readingOn(total: number, unreadable: number | null = null): Look {
  return (_, from) =>
    Promise.resolve(
      from === unreadable ? { pages: [], unreadable } : { pages: [page(from, total, `page ${String(from)}`)], unreadable: null },
    );
}

const PDF = '%PDF-1.7\n';

test('a PDF is read to its last page, however often there is no time for more', async () => {
  const { passages, unread } = await told([PDF], readingOn(4));
  expect(passages.map(({ page: number, text }) => [number, text])).toEqual([1, 2, 3, 4].map((n) => [n, `page ${String(n)}`]));
  expect(unread).toEqual([]);
});

test('one of which a page cannot be opened, or that has no end, was not read', async () => {
  expect((await told([PDF], readingOn(5, 3))).unread).toEqual([1]);
  expect((await told(['a text', PDF], readingOn(1_000_000))).unread).toEqual([2]);
});

const white = '<w:rPr><w:vanish/><w:color w:val="FFFFFF"/></w:rPr>';
/** A paragraph of runs that nobody sees, and another. */
function runs(...texts: readonly string[]): string {
  return `<w:p>${texts.map((text) => `<w:r>${white}<w:t>${text}</w:t></w:r>`).join('')}</w:p><w:p>7</w:p>`;
}

test.each([
  ['a document, in white and over two runs', zipOf({ '[Content_Types].xml': '', 'word/document.xml': runs('1380', '0138000') })],
  [
    'a table',
    zipOf({ '[Content_Types].xml': '', 'xl/worksheets/sheet1.xml': '<c r="A1"><v>13800138000</v></c><c><v>7</v></c>' }),
  ],
  ['an OpenDocument', zipOf({ 'content.xml': '<text:p>138<text:span>00138000</text:span></text:p><text:p>7</text:p>' })],
  ['an OFD', zipOf({ 'OFD.xml': '', 'Doc_0/Pages/Page_0/Content.xml': '<ofd:TextCode>13800138000</ofd:TextCode>' })],
  ['a document with references', Buffer.from(docxSaying('&#49;3800138000'))],
  ['a text', '电话13800138000。'],
  ['a text of another desk', Buffer.concat([Buffer.from([0xb5, 0xe7, 0xbb, 0xb0]), Buffer.from('13800138000')])],
  ['a text in UTF-16', Buffer.from('\ufeff13800138000', 'utf16le')],
  ['a table of text', '姓名,电话\n王,13800138000\n'],
  ['a mail', 'Content-Transfer-Encoding: quoted-printable\r\n\r\n13800=\r\n13800=30\r\n'],
])('every word of %s is read', async (_, content) => {
  const { passages, unread } = await told([content]);
  expect(unread).toEqual([]);
  expect(passages.map(({ text }) => text).join('\n')).toMatch(/(?<!\d)13800138000(?!\d)/u);
});

test.each([
  ['an archive', zipOf({ 'a.txt': '13800138000' })],
  ['a document of an old kind', Buffer.from('d0cf11e0a1b11ae100', 'hex')],
  ['a mail with a file', 'Content-Transfer-Encoding: base64\r\n\r\nMTM4MDAxMzgwMDA=\r\n'],
  ['a document with another in it', zipOf({ '[Content_Types].xml': '', 'word/embeddings/a.xlsx': '' })],
])('%s is said not to have been read', async (_, content) => {
  expect(await told([content])).toEqual({ passages: [], unread: [1] });
});

test('of a picture only an eye reads', async () => {
  expect(await told([Buffer.from('\x89PNG\0', 'latin1'), Buffer.from('II*\0', 'latin1')])).toEqual({ passages: [], unread: [] });
});
