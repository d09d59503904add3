import { Readable } from 'node:stream';
import { plainText, type LookedPage, type PageRedactor } from '@gongkai/platform';
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
  const { passages, unread } = await told([PDF], readingOn(3));
  expect(passages.map(({ page: number, text }) => [number, text])).toEqual([1, 2, 3].map((n) => [n, `page ${String(n)}`]));
  expect(unread).toEqual([]);
});

test('one of which a page cannot be opened, or that has no end, was not read', async () => {
  expect((await told([PDF], readingOn(5, 3))).unread).toEqual([1]);
  expect((await told(['a text', PDF], readingOn(1_000_000))).unread).toEqual([2]);
});

test('files of one letter share the time there is; short ones are read all the same', async () => {
  expect((await told([PDF, PDF, PDF, PDF, PDF])).unread).toEqual([]);
  expect((await told([PDF, PDF], readingOn(3))).unread).toEqual([2]);
});

test('a file is read once, however often the step is looked at; one of which a part is missing is tried again', async () => {
  let looks = 0;
  const store = { read: () => Promise.resolve(Readable.from([Buffer.from(PDF)])) };
  const look: Look = (...asked) => {
    looks += 1;
    return readingOn(looks > 1 ? 1 : 9, looks > 1 ? null : 1)(...asked);
  };
  const redactor = { look, burn: () => Promise.reject(new Error('It is not looked at as it is seen.')) };
  for (let i = 0; i < 3; i += 1) await toldBy(['a'], { store, redactor });
  expect(looks).toBe(2);
});

test('figures that stand in cells of their own are no number, nor those by which a program finds its texts or counts its pages', async () => {
  const cells = ['138', '0013', '8000'].map((figures) => `<c><v>${figures}</v></c>`).join('');
  const named = ['138', '0013', '8000'].map((place) => `<c r="A1" t="s"><v>${place}</v></c>`).join('');
  const sheet = zipOf({ '[Content_Types].xml': '', 'xl/worksheets/sheet1.xml': cells, 'xl/worksheets/sheet2.xml': named });
  const counted = zipOf({
    ...{
      '[Content_Types].xml': '',
      'word/document.xml': runs('7'),
      'docProps/app.xml': '<TotalTime>138</TotalTime><Pages>00138000</Pages>',
    },
  });
  const { passages } = await told([sheet, counted]);
  for (const { text } of passages) expect(plainText(text)).not.toContain('13800138000');
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
