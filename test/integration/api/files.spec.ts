import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { verifyFiles } from '@gongkai/casework';
import type { PagesView } from '@gongkai/contracts';
import sharp from 'sharp';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open } from '../../support/applications.js';
import { drawWaiting } from '../../support/drawing.js';
import { fieldsIn, problemIn, type Officer } from '../../support/officer.js';

const A_MINUTE = 60_000;
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

const tiffOf = (pages: number): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30 * pages, pageHeight: 30, channels: 3, background: '#fff' } })
    .composite([{ input: { create: { width: 10, height: 10, channels: 3, background: '#000' } }, top: 5, left: 5 }])
    .tiff({ compression: 'lzw' })
    .toBuffer();

let api: TestApi;
let clerk: Officer;
beforeAll(async () => {
  api = await startTestApi();
  clerk = await api.officer('clerk.bureau');
});
afterAll(() => api.stop());

const pdf = (name = '申请表（扫描件）.pdf', content = PDF): File => new File([content], name, { type: 'application/pdf' });

describe('a paper that comes with a step', () => {
  test('is kept with the entry and stands among the papers of the case; one that is not there is refused', async () => {
    const opened = await open(clerk);
    const { body } = await clerk.upload('/files', pdf('信封.pdf', Buffer.concat([PDF, Buffer.from('%envelope')])));
    const { id } = body as { id: string };
    const commands = `/cases/${opened.id}/commands`;
    const note = { type: 'note', text: '信封原件', fileIds: [id] };
    expect((await clerk.post(commands, note)).status).toBe(200);
    const documents = await clerk.get(`/cases/${opened.id}/documents`);
    expect(documents.body).toMatchObject({ items: [{ type: 'file', id, name: '信封.pdf' }] });
    const unknown = await clerk.post(commands, { ...note, fileIds: [id, 'no such file'] });
    expect(fieldsIn(unknown)).toEqual(['fileIds.1 unknown-file']);
  });
});

describe('a file', () => {
  test('is known by its content, and comes back as it went in', async () => {
    const answer = await clerk.upload('/files', pdf());
    expect(answer.status).toBe(201);
    const id = sha256(PDF);
    expect(answer.body).toEqual({
      id,
      name: '申请表（扫描件）.pdf',
      mime: 'application/pdf',
      size: PDF.length,
      uploadedAt: api.clock.now().toISOString(),
    });
    expect(answer.headers.get('location')).toBe(`/api/v1/files/${id}`);
    const back = await clerk.get(`/files/${id}`);
    expect(back.text).toBe(PDF.toString());
    expect(back.headers.get('content-type')).toBe('application/pdf');
    expect(back.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('申请表（扫描件）.pdf')}`,
    );
    expect(back.headers.get('content-security-policy')).toContain('sandbox');
  });

  test('sent twice is there once', async () => {
    await clerk.upload('/files', pdf('a.pdf'));
    const before = await api.count('stored_file');
    expect((await clerk.upload('/files', pdf('b.pdf'))).status).toBe(201);
    expect(await api.count('stored_file')).toBe(before);
  });

  test('loses the folders of its name', async () => {
    const content = Buffer.from(`${PDF.toString()}% other\n`);
    const answer = await clerk.upload('/files', pdf('C:\\Users\\me\\..\\scan\u0007.pdf', content));
    expect(answer.body).toMatchObject({ name: 'scan.pdf' });
  });

  test('of another organ is not there', async () => {
    const { id } = (await clerk.upload('/files', pdf())).body as { id: string };
    for (const username of ['clerk.street', 'supervisor.district'])
      expect(problemIn(await (await api.officer(username)).get(`/files/${id}`))).toMatchObject({
        status: 404,
        code: 'not-found',
      });
    const street = await (
      await api.officer('clerk.street')
    ).upload('/files', new File([PNG], 'photo.png', { type: 'image/png' }));
    const path = `/files/${(street.body as { id: string }).id}`;
    expect((await (await api.officer('auditor.district')).get(path)).status).toBe(200);
    expect((await (await api.officer('clerk.district')).get(path)).status).toBe(404);
    for (const missing of ['0'.repeat(64), 'nothing', '..%2f..%2fetc%2fpasswd', '%00'])
      expect(problemIn(await clerk.get(`/files/${missing}`)).status).toBe(404);
  });

  test('handed in with an application is among its documents', async () => {
    const { id } = (await clerk.upload('/files', pdf())).body as { id: string };
    const view = await open(clerk, { fileIds: [id] });
    const { body } = await clerk.get(`/cases/${view.id}/documents`);
    expect(body).toMatchObject({ items: [{ type: 'file', id, mime: 'application/pdf', entry: 1 }], nextCursor: null });
  });
});

describe('a file that was altered on the disk', () => {
  const content = Buffer.from(`${PDF.toString()}% to be altered\n`);
  const id = sha256(content);
  const found = async () =>
    (await verifyFiles(api.services.pool, api.services.store)).alteredFiles.map(({ organ, fileId, problem, cases }) => ({
      organ,
      fileId,
      problem,
      cases: cases.length,
    }));

  test('is not handed out, and the audit tells it with the cases that rest on it', async () => {
    await clerk.upload('/files', pdf('letter.pdf', content));
    await open(clerk, { fileIds: [id] });
    expect(await found()).toEqual([]);
    const place = join(api.settings.dataDir, 'files', id.slice(0, 2), id.slice(2, 4), id);
    writeFileSync(place, content.toString().replace('altered', 'ALTERED'));
    expect(problemIn(await clerk.get(`/files/${id}`))).toMatchObject({ status: 409, code: 'file-altered' });
    expect(await found()).toEqual([{ organ: 'bureau', fileId: id, problem: 'altered', cases: 1 }]);
    rmSync(place);
    expect(await found()).toEqual([{ organ: 'bureau', fileId: id, problem: 'gone', cases: 1 }]);
  });

  test('is there again once it is handed in again', async () => {
    await clerk.upload('/files', pdf('letter.pdf', content));
    expect(await found()).toEqual([]);
    expect((await clerk.get(`/files/${id}`)).text).toBe(content.toString());
  });
});

describe('shown in place', () => {
  test('are a PDF and a picture, in a frame of this site alone; anything else is handed out', async () => {
    const { id } = (await clerk.upload('/files', pdf())).body as { id: string };
    const shown = await clerk.get(`/files/${id}?inline=true`);
    expect(shown.headers.get('content-disposition')).toMatch(/^inline;/);
    expect(shown.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'self'/);
    expect(shown.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    const text = new File(['<script>alert(1)</script>'], 'letter.txt', { type: 'text/plain' });
    const other = (await clerk.upload('/files', text)).body as { id: string };
    const handed = await clerk.get(`/files/${other.id}?inline=true`);
    expect(handed.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(handed.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(handed.headers.get('x-frame-options')).toBe('DENY');
    expect(fieldsIn(await clerk.get(`/files/${id}?inline=perhaps`))).toEqual(['inline unknown-option']);
  });
});

describe('the pages of a TIFF', () => {
  const pagesAt = async (id: string): Promise<PagesView> => (await clerk.get(`/files/${id}/pages`)).body as PagesView;
  const upload = async (content: Buffer): Promise<string> => {
    const { body } = await clerk.upload('/files', new File([content], '传真.tif', { type: 'image/tiff' }));
    return (body as { id: string }).id;
  };
  let id: string;

  test('are drawn by a job, whose progress is told; the original stays as it came', async () => {
    const content = await tiffOf(10);
    id = await upload(content);
    expect(await pagesAt(id)).toEqual({ state: 'waiting', done: 0, total: null, pages: [] });
    await drawWaiting(api, 1);
    expect(await pagesAt(id)).toMatchObject({ state: 'making', done: 8, total: 10 });
    await drawWaiting(api);
    const { state, pages } = await pagesAt(id);
    expect([state, pages.length, pages[9]]).toEqual(['ready', 10, { number: 10, width: 40, height: 30 }]);
    const picture = await clerk.get(`/files/${id}/pages/10`);
    expect(picture.headers.get('content-type')).toBe('image/webp');
    expect(sha256(Buffer.from(await (await fetch(`${clerk.base}/files/${id}`, { headers: clerk.headers })).arrayBuffer()))).toBe(
      id,
    );
  });

  test('are seen by who sees the file; of other files there are none', async () => {
    const street = await api.officer('clerk.street');
    for (const path of [`/files/${id}/pages`, `/files/${id}/pages/1`])
      expect(problemIn(await street.get(path))).toMatchObject({ status: 404, code: 'not-found' });
    const { id: other } = (await clerk.upload('/files', new File(['ask'], 'ask.txt'))).body as { id: string };
    for (const path of [`/files/${other}/pages`, `/files/${id}/pages/11`, '/files/nothing/pages'])
      expect(problemIn(await clerk.get(path)).status).toBe(404);
    for (const number of ['0', 'x', '1.5', '..%2f..'])
      expect(problemIn(await clerk.get(`/files/${id}/pages/${number}`)).code).toBe('invalid-request');
  });

  test('are drawn anew where they were lost, and where nobody had asked for them', async () => {
    rmSync(join(api.settings.dataDir, 'pages'), { recursive: true });
    expect(await pagesAt(id)).toMatchObject({ state: 'waiting' });
    await pagesAt(id);
    await drawWaiting(api);
    expect(await pagesAt(id)).toMatchObject({ state: 'ready', total: 10 });
    await api.services.source.query("DELETE FROM page_copies; DELETE FROM outbox WHERE job = 'draw-pages'");
    await pagesAt(id);
    await drawWaiting(api);
    expect((await clerk.get(`/files/${id}/pages/3`)).status).toBe(200);
  });

  test('that cannot be read are named, each with what is wrong', async () => {
    const cut = await upload((await tiffOf(3)).subarray(0, -40));
    await drawWaiting(api);
    const { state, pages } = await pagesAt(cut);
    expect([state, pages.at(-1)]).toEqual([
      'ready',
      expect.objectContaining({ problem: expect.stringMatching(/missing|unreadable/) }),
    ]);
    expect(pages[0]).toMatchObject({ number: 1, width: 40 });
  });
});

describe('a file is refused', () => {
  const rows: [string, File, number, string][] = [
    ['that is not what its name says', pdf('scan.pdf', PNG), 422, 'file-not-what-it-says'],
    ['that is a program called a table', new File(['MZ\u0000\u0003\u0000\u0000'], 'list.csv'), 422, 'file-not-what-it-says'],
    ['that is empty', pdf('scan.pdf', Buffer.alloc(0)), 422, 'file-not-what-it-says'],
    ['whose kind is not taken', new File(['<script>'], 'page.html', { type: 'text/html' }), 422, 'invalid-request'],
    ['without an ending', new File([PDF], 'scan'), 422, 'invalid-request'],
  ];
  test.each(rows)('%s', async (_, file, status, code) => {
    const before = await api.count('stored_file');
    expect(problemIn(await clerk.upload('/files', file))).toMatchObject({ status, code, fields: [{ path: 'file' }] });
    expect(await api.count('stored_file')).toBe(before);
  });

  test('that is larger than the limit', async () => {
    const before = await api.count('stored_file');
    const content = Buffer.concat([PDF, Buffer.alloc(api.services.store.limit)]);
    expect(problemIn(await clerk.upload('/files', pdf('scan.pdf', content)))).toMatchObject({
      status: 413,
      code: 'too-large',
      fields: [{ path: 'file', code: 'file-too-large' }],
    });
    expect(await api.count('stored_file')).toBe(before);
  });

  test('that announces more than the limit, before it is sent', async () => {
    const length = 200 * 1024 * 1024;
    const headers = { ...clerk.headers, 'content-type': 'multipart/form-data; boundary=x', 'content-length': length };
    const sending = httpRequest(`${clerk.base}/files`, { method: 'POST', headers });
    sending.on('error', () => undefined);
    sending.flushHeaders();
    const [answer] = (await once(sending, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(413);
    answer.destroy();
  });

  test('that comes with another', async () => {
    const before = await api.count('stored_file');
    const form = new FormData();
    form.append('file', pdf('a.pdf', Buffer.concat([PDF, Buffer.from('% one of two')])));
    form.append('file', pdf('b.pdf', Buffer.concat([PDF, Buffer.from('% two of two')])));
    expect(fieldsIn(await clerk.send('/files', { method: 'POST', body: form }))).toEqual(['file too-many']);
    expect(await api.count('stored_file')).toBe(before);
  });

  test('from who only reads', async () => {
    const auditor = await api.officer('auditor.bureau');
    expect(problemIn(await auditor.upload('/files', pdf()))).toMatchObject({ status: 403, code: 'role-missing' });
  });

  test('where there is none, or no form', async () => {
    const form = new FormData();
    form.append('note', 'no file here');
    expect(fieldsIn(await clerk.send('/files', { method: 'POST', body: form }))).toEqual(['file required']);
    expect(problemIn(await clerk.post('/files', { file: 'x' }))).toMatchObject({
      status: 415,
      title: '不支持这种格式，请用multipart/form-data',
    });
    const broken = { method: 'POST', body: 'nonsense', headers: { 'content-type': 'multipart/form-data; boundary=x' } };
    expect(fieldsIn(await clerk.send('/files', broken))).toEqual(['file required']);
    const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7';
    expect(problemIn(await clerk.send('/files', { ...broken, body: head })).status).toBeLessThan(500);
    const unbounded = { method: 'POST', body: 'nonsense', headers: { 'content-type': 'multipart/form-data' } };
    expect(problemIn(await clerk.send('/files', unbounded))).toMatchObject({ status: 415 });
  });
});

describe('the key of an upload', () => {
  const keyed = { 'idempotency-key': 'scan-1' };

  test('gives the first answer again, and belongs to one file', async () => {
    const first = await clerk.upload('/files', pdf(), keyed);
    api.clock.advance(A_MINUTE);
    expect((await clerk.upload('/files', pdf(), keyed)).text).toBe(first.text);
    const other = await clerk.upload('/files', new File([PNG], 'photo.png', { type: 'image/png' }), keyed);
    expect(problemIn(other)).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  });
});
