import type { AdminLogEntry, PagesView, ReadingView } from '@gongkai/contracts';
import { askForIncoming } from '@gongkai/intake';
import { PageReader, READER } from '@gongkai/platform';
import sharp from 'sharp';
import { startTestApi, type TestApi } from '../../support/api.js';
import { lockedPdf } from '../../support/bombs.js';
import { drawWaiting, readProgram, readWaiting } from '../../support/drawing.js';
import { problemIn, type Officer } from '../../support/officer.js';
import { pdfOf, written } from '../../support/pdfs.js';

const ROWS = ['申请人姓名：沈知远', '身份证号码：110101199003070011', '联系电话：13910002000', '所需信息的内容描述：'].concat([
  '1. 2025年违法建设拆除台账',
  '2. 2025年拆除违法建设的经费支出情况',
]);

/** A form as a scanner sees it: a third of a page, to be read soon. */
const form = (rows = ROWS): Promise<Buffer> => {
  const lines = rows.map((row, at) => `<text x="100" y="${String(90 + at * 70)}">${row}</text>`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="560"><rect width="100%" height="100%" fill="#fff"/>
    <g font-family="Noto Sans CJK SC" font-size="34">${lines}</g></svg>`;
  return sharp(Buffer.from(svg)).flatten().jpeg().toBuffer();
};

describe('what a scan says', () => {
  let api: TestApi;
  let clerk: Officer;
  beforeAll(async () => {
    api = await startTestApi();
    clerk = await api.officer('clerk.bureau');
  });
  afterAll(() => api.stop());

  const upload = async (content: Buffer, name = '申请表.jpg'): Promise<string> =>
    ((await clerk.upload('/files', new File([new Uint8Array(content)], name))).body as { id: string }).id;
  const readingOf = async (id: string, by = clerk): Promise<ReadingView> =>
    (await by.get(`/files/${id}/reading`)).body as ReadingView;
  const looks = async (): Promise<AdminLogEntry[]> => {
    const { items } = (await (await api.officer('auditor.bureau')).get('/admin/log')).body as { items: AdminLogEntry[] };
    return items.filter(({ action }) => action === 'id-number-read');
  };

  test('is proposed field by field, each with its place; who was told a number of an identity card stands in the log, once', async () => {
    const id = await upload(await form());
    expect(await readingOf(id)).toMatchObject({ state: 'waiting', proposals: [] });
    await readWaiting(api);
    const { state, done, total, unread, proposals } = await readingOf(id);
    expect({ state, done, total, unread }).toEqual({ state: 'ready', done: 1, total: 1, unread: [] });
    expect(proposals.map(({ field, value }) => `${field} ${value}`)).toEqual([
      'name 沈知远',
      'idNumber 110101199003070011',
      'phone 13910002000',
      'item 2025年违法建设拆除台账',
      'item 2025年拆除违法建设的经费支出情况',
    ]);
    const [name, number] = proposals;
    expect(name?.box.left).toBeGreaterThan(0.2);
    expect(number?.box.top).toBeGreaterThan((name?.box.top ?? 1) + (name?.box.height ?? 1));
    await readingOf(id);
    expect((await looks()).map(({ subject }) => subject.name)).toEqual([id.slice(0, 12)]);
  });

  test('is sealed in the database, and told to who logs letters and sees the file', async () => {
    const { rows } = await api.services.pool.query<{ sealed: Buffer; file_id: string }>({ text: 'SELECT * FROM page_reading' });
    expect(rows.map(({ sealed }) => ['沈', '知', '远'].every((sign) => sealed.includes(sign)))).toEqual([false]);
    const path = `/files/${rows[0]?.file_id ?? ''}/reading`;
    expect(problemIn(await (await api.officer('clerk.street')).get(path)).code).toBe('not-found');
    expect(problemIn(await (await api.officer('approver.bureau')).get(path)).code).toBe('role-missing');
  });

  test('is read again from the database where its job was lost, and what came in is read before anybody opens it', async () => {
    const id = await upload(await form(['1']), '一.jpg');
    const sent = { source: 'scan', fileIds: [id] };
    expect((await clerk.post('/incoming', sent)).status).toBe(201);
    const { pool } = api.services;
    const round = (): Promise<unknown> => pool.query(askForIncoming(READER));
    await round();
    await pool.query({ text: "DELETE FROM outbox WHERE job = 'read-page'" });
    await round();
    await readWaiting(api, { read: () => Promise.resolve({ total: 7, ratio: 1, lines: [] }) });
    expect(await readingOf(id)).toEqual({ state: 'ready', done: 5, total: 5, beyond: 2, unread: [], proposals: [] });
    await round();
    expect(await api.count("outbox WHERE job = 'read-page' AND done_at IS NULL")).toBe(0);
  });

  test('is not read where the page kills who reads it, or takes too long: that is told, and not tried again', async () => {
    const id = await upload(await form(['2']), '二.jpg');
    await readingOf(id);
    await readWaiting(api, new PageReader({ program: readProgram, patience: () => AbortSignal.abort() }));
    expect(await readingOf(id)).toMatchObject({ state: 'ready', done: 1, unread: [1] });
    const text = new File(['a letter'], '来信.txt', { type: 'text/plain' });
    const other = (await clerk.upload('/files', text)).body as { id: string };
    expect(await readingOf(other.id)).toMatchObject({ state: 'none' });
  });

  test('stands beside it also on the pages of a PDF, drawn when somebody looks; of a locked one nothing is', async () => {
    const pagesOf = async (id: string): Promise<PagesView> => (await clerk.get(`/files/${id}/pages`)).body as PagesView;
    const pages = ['one', 'two'].map((words) => ({ content: written(words, 80, 700) }));
    const [letter, locked] = [await upload(pdfOf(pages), '来信.pdf'), await upload(lockedPdf(), '锁.pdf')];
    for (const id of [letter, locked]) expect(await pagesOf(id)).toMatchObject({ state: 'waiting' });
    await drawWaiting(api);
    const size = { width: 1653, height: 2339 };
    expect(await pagesOf(letter)).toMatchObject({ state: 'ready', total: 2, pages: [size, { number: 2, ...size }] });
    expect((await clerk.get(`/files/${letter}/pages/2`)).headers.get('content-type')).toBe('image/webp');
    expect(await pagesOf(locked)).toMatchObject({ state: 'ready', total: 1, pages: [{ problem: 'unreadable' }] });
  });
});
