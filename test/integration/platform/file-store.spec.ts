import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { FileStore } from '@gongkai/platform';
import { zipOf } from '../../support/zip.js';
import { makeOpenFolder, removeFolder } from '../../support/folders.js';

const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const LETTER = Buffer.from('关于申请公开2025年财政预算的函');
/** 财政 in GB 18030. */
const OLD_LETTER = Buffer.from([0xb2, 0xc6, 0xd5, 0xfe]);
const sha = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

let folder: string;
let store: FileStore;
const save = (content: Buffer, name: string, mime?: string) => store.save(Readable.from([content]), { name, mime });
const kept = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));

beforeEach(() => {
  folder = makeOpenFolder();
  store = new FileStore(folder, { limit: 100_000 });
});
afterEach(() => removeFolder(folder));

describe('a file', () => {
  it('is kept under the hash of its content and read back', async () => {
    const id = sha(LETTER);
    expect(await save(LETTER, '申请书.txt', 'text/plain')).toEqual({ id, size: LETTER.length, mime: 'text/plain' });
    expect(kept()).toEqual([`files/${id.slice(0, 2)}/${id.slice(2, 4)}/${id}`]);
    expect(await text(await store.read(id))).toBe(LETTER.toString());
  });

  it('is kept once, whatever its name', async () => {
    const [a, b, c] = await Promise.all([save(LETTER, 'a.txt'), save(LETTER, 'b.TXT'), save(LETTER, 'c.csv')]);
    expect([a.id, b.id, c.id]).toEqual([a.id, a.id, a.id]);
    expect(kept()).toHaveLength(1);
  });

  it('that was broken off by a kill leaves a draft, which is removed later; one that is on its way stays', async () => {
    expect(await store.removeDrafts(new Date('2026-03-02'))).toBe(0);
    const drafts = path.join(folder, 'files/incoming');
    mkdirSync(drafts, { recursive: true });
    for (const name of ['of-yesterday', 'of-now']) writeFileSync(path.join(drafts, name), 'a part');
    utimesSync(path.join(drafts, 'of-yesterday'), new Date('2026-03-01'), new Date('2026-03-01'));
    await save(LETTER, '申请书.txt');
    expect(await store.removeDrafts(new Date('2026-03-02'))).toBe(1);
    expect(kept().filter((name) => name.includes('incoming'))).toEqual(['files/incoming/of-now']);
    expect(kept()).toHaveLength(2);
  });

  it('arrives in pieces', async () => {
    const pieces = Array.from({ length: 50 }, (_, i) => Buffer.from(`第${i}页\n`));
    const { id } = await store.save(Readable.from(pieces), { name: 'x.txt' });
    expect(id).toBe(sha(Buffer.concat(pieces)));
  });

  it.each([
    ['scan.pdf', PDF, 'application/pdf'],
    ['scan.PDF', PDF, 'application/pdf'],
    ['stamp.png', PNG, 'image/png'],
    ['letter.txt', OLD_LETTER, 'text/plain'],
    ['table.csv', LETTER, 'text/csv'],
  ])('%s is taken', async (name, content, mime) => {
    expect(await save(content, name, 'application/octet-stream')).toMatchObject({ mime });
  });

  it.each([
    ['an image called a PDF', PNG, 'scan.pdf', undefined],
    ['text called a PDF', LETTER, 'scan.pdf', undefined],
    ['a PDF called text', PDF, 'letter.txt', undefined],
    ['zeros called text', Buffer.alloc(64), 'letter.txt', undefined],
    ['a PDF sent as an image', PDF, 'scan.pdf', 'image/png'],
    ['nothing called a PDF', Buffer.alloc(0), 'scan.pdf', undefined],
  ])('%s is refused', async (_, content, name, mime) => {
    await expect(save(content, name, mime)).rejects.toMatchObject({ code: 'file-not-what-it-says' });
    expect(kept()).toEqual([]);
  });

  const TYPES = { '[Content_Types].xml': '<Types/>' };
  const ALBUM = zipOf({ 'photo.txt': 'x' });
  it.each([
    ['letter.docx', zipOf({ ...TYPES, 'word/document.xml': '<w/>' })],
    ['letter.docx', zipOf({ 'word/document.xml': '<w/>', ...TYPES })],
    ['table.xlsx', zipOf({ ...TYPES, 'xl/workbook.xml': '<x/>' })],
    ['talk.pptx', zipOf({ ...TYPES, 'ppt/presentation.xml': '<p/>' })],
    ['official.ofd', zipOf({ 'OFD.xml': '<ofd/>', 'Doc_0/Document.xml': '<d/>' })],
    ['letter.odt', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<c/>' })],
    ['table.ods', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<c/>' })],
    ['album.zip', ALBUM],
  ])('%s is taken for what it contains', async (name, content) => {
    expect(await save(content, name)).toMatchObject({ size: content.length });
  });

  it.each([
    ['any archive called a document', ALBUM, 'letter.docx'],
    ['a table called a document', zipOf({ ...TYPES, 'xl/workbook.xml': '<x/>' }), 'letter.docx'],
    ['a document without its kinds of content', zipOf({ 'word/document.xml': '<w/>' }), 'letter.docx'],
    ['any archive called a table', ALBUM, 'table.xlsx'],
    ['any archive called a national document', ALBUM, 'official.ofd'],
    ['any archive called an open document', ALBUM, 'letter.odt'],
    ['an archive that breaks off', ALBUM.subarray(0, 40), 'letter.docx'],
  ])('%s is refused', async (_, content, name) => {
    await expect(save(content, name)).rejects.toMatchObject({ code: 'file-not-what-it-says' });
    expect(kept()).toEqual([]);
  });

  it.each(['run.exe', 'page.html', 'none', 'x.constructor'])('%s is of no kind the office takes', async (name) => {
    await expect(save(LETTER, name)).rejects.toMatchObject({ code: 'invalid-request', fields: [{ path: 'file' }] });
  });

  it('is refused when it is too large, and leaves nothing behind', async () => {
    expect(await save(Buffer.alloc(100_000, 'a'), 'x.txt')).toMatchObject({ size: 100_000 });
    await expect(save(Buffer.alloc(100_001, 'a'), 'y.txt')).rejects.toMatchObject({ code: 'too-large' });
    expect(kept()).toHaveLength(1);
  });

  it('leaves nothing behind when its sender breaks off', async () => {
    const broken = Readable.from(
      (function* () {
        yield LETTER;
        throw new Error('gone');
      })(),
    );
    await expect(store.save(broken, { name: 'x.txt' })).rejects.toThrow('gone');
    expect(kept()).toEqual([]);
  });

  it.each([
    ['cut short', 'short'],
    ['of the same size', LETTER.toString().replace('2025', '2024')],
  ])('%s is known to be altered, is not handed out, and is mended by sending it again', async (_, altered) => {
    const { id, size } = await save(LETTER, 'x.txt');
    expect(await store.check(id, size)).toBe('whole');
    expect(await store.check(id, size + 1)).toBe('altered');
    writeFileSync(path.join(folder, kept()[0] ?? ''), altered);
    expect(await store.check(id, size)).toBe('altered');
    await expect(store.read(id)).rejects.toMatchObject({ code: 'file-altered' });
    await save(LETTER, 'x.txt');
    expect(await store.check(id, size)).toBe('whole');
  });

  it.each(['0'.repeat(64), '../../etc/passwd', ''])('%j is not found', async (id) => {
    await expect(store.read(id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await store.check(id, 1)).toBe('gone');
  });
});
