import { localDate } from '@gongkai/calendar';
import type {
  AdminLogEntry,
  AlikeDisclosures,
  Catalogue,
  Disclosure,
  DisclosureList,
  DisclosureTable,
  PublicationDraft,
} from '@gongkai/contracts';
import { writeXlsx } from 'hucre/xlsx';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open as openCase, step } from '../../support/applications.js';
import { fieldsIn, postJson, problemIn, request, type HttpAnswer, type Officer } from '../../support/officer.js';
import { pdfOf, written } from '../../support/pdfs.js';

const A_MINUTE = 60_000;
const JSON_TYPE = { 'content-type': 'application/json' };
const HEAD = ['索引号', '名称', '内容概述', '类别', '生成日期', '发布日期', '网址'];
const ROWS = [
  ['CG-1', '2024年度部门决算', '三公经费', '财政预算决算', '2025-08-01', '2025-08-20', 'https://cgj.example/1'],
  ['CG-2', '2025年度部门决算', '三公经费', '预决算', '2026-03-01', '2026/3/20', 'https://cgj.example/2'],
  ['CG-3', '城关镇垃圾中转站环境影响评价报告', '', '重大建设项目', '', '2026年4月2日', 'https://cgj.example/3?a=1&b=2'],
  ['CG-4', '柳荫路停车收费标准', '每小时<5>元', '', '', '2026-05-01', 'https://cgj.example/4'],
];
const WRONG = [
  ['CG-4', '又一条', '', '', '', '2026-05-01', 'https://cgj.example/5'],
  ['', '', '', '菜谱', '2026-05-09', '2026-02-30', 'javascript:alert(1)'],
];

let api: TestApi;
let keeper: Officer;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-05-08', publicUrl: 'http://gongkai.example' });
  keeper = await api.officer('supervisor.bureau');
}, A_MINUTE);
afterAll(() => api.stop());

const csvOf = (rows: readonly (readonly string[])[]): string => [HEAD, ...rows].map((row) => row.join(',')).join('\n');
const hand = (content: string | Uint8Array<ArrayBuffer>, query = '', officer = keeper): Promise<HttpAnswer> =>
  officer.upload(`/disclosures/table${query}`, new File([content], '目录.csv'));
function formWith(file: File): FormData {
  const form = new FormData();
  form.append('file', file);
  return form;
}
const open = (path: string, headers = {}): Promise<HttpAnswer> =>
  request(`${api.url}/api/v1/public/disclosures${path}`, { headers });
const listed = async (query: string): Promise<DisclosureList> => (await open(`?${query}`)).body as DisclosureList;
const numbers = async (query: string): Promise<string[]> => (await listed(query)).items.map(({ indexNumber }) => indexNumber);
const counts = ({ body }: HttpAnswer) => {
  const { rows: _, ...rest } = body as DisclosureTable;
  return rest;
};
const alike = async (...texts: string[]) =>
  ((await postJson(`${api.url}/api/v1/public/disclosures/alike`, { texts })).body as AlikeDisclosures).items;

describe('published information', () => {
  test('comes in as a table: each index number once, what is wrong by row and column, what changed anew', async () => {
    const preview = await hand(csvOf([...ROWS, ...WRONG]), '?preview=true');
    expect(counts(preview)).toEqual({ fresh: 4, changed: 0, known: 0, withdrawn: 0, wrong: 2 });
    const { rows } = preview.body as DisclosureTable;
    expect(rows.flatMap(({ row, problems }) => problems.map(({ column, code }) => `${String(row)} ${column} ${code}`))).toEqual([
      '6 索引号 twice-in-table',
      '7 索引号 required',
      '7 名称 required',
      '7 网址 wrong-format',
      '7 类别 unknown-option',
      '7 生成日期 future-date',
      '7 发布日期 invalid-date',
    ]);
    expect(await api.count('disclosure')).toBe(0);
    expect(counts(await hand(csvOf([...ROWS, ...WRONG])))).toMatchObject({ fresh: 4, wrong: 2 });

    const [first = [], ...others] = ROWS;
    const renamed = [['CG-1', '2024年度部门决算（修订）', ...first.slice(2)], ...others];
    const book = await writeXlsx({ sheets: [{ name: '目录', rows: [HEAD, ...renamed] }] });
    const bytes = new Uint8Array(book);
    expect(counts(await hand(bytes))).toEqual({ fresh: 0, changed: 1, known: 3, withdrawn: 0, wrong: 0 });
    expect(counts(await hand(bytes))).toMatchObject({ changed: 0, known: 4 });
    expect(await api.count('disclosure')).toBe(4);

    expect(problemIn(await hand(csvOf(ROWS), '', await api.officer('clerk.bureau'))).code).toBe('role-missing');
    expect(fieldsIn(await hand(csvOf(ROWS), '?organ=district'))).toEqual(['organ unknown-organ']);
    expect(fieldsIn(await hand('一,二\n三,四'))).toHaveLength(4);
  });

  test('is found by two characters, by organ, kind and day, page by page; anybody may keep the answer for a minute', async () => {
    expect(await numbers('')).toEqual(['CG-4', 'CG-3', 'CG-2', 'CG-1']);
    expect(await numbers('q=决算')).toEqual(['CG-2', 'CG-1']);
    expect(await numbers('q=2025年 三公')).toEqual(['CG-2']);
    expect(await numbers('q=算决')).toEqual([]);
    expect(await numbers('q=车&kind=other')).toEqual(['CG-4']);
    expect(await numbers('q=%25')).toEqual([]);
    expect(await numbers('organ=bureau&from=2026-03-20&to=2026-04-02')).toEqual(['CG-3', 'CG-2']);
    expect(await numbers('organ=street')).toEqual([]);
    const { items, nextCursor } = await listed('limit=3');
    expect(items).toHaveLength(3);
    expect(await numbers(`limit=3&cursor=${nextCursor ?? ''}`)).toEqual(['CG-1']);

    const [entry] = items;
    expect(entry).toMatchObject({ title: '柳荫路停车收费标准', kind: { code: 'other' }, madeOn: null, file: null });
    const answer = await open(`/${entry?.id ?? ''}`);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    expect(answer.body).toEqual(entry);
    expect((await open('/kinds')).body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ code: 'budget' })]),
    });
    expect(fieldsIn(await open('?kind=menu&limit=0'))).toEqual(['limit too-small']);
    expect(fieldsIn(await open('?kind=menu'))).toEqual(['kind unknown-option']);
    expect(fieldsIn(await open('?cursor=x'))).toEqual(['cursor invalid-value']);
    expect(problemIn(await open('/nothing')).code).toBe('not-found');
  });

  test('is suggested to who asks for it: by what the question names, of the year asked for', async () => {
    const told = async (...texts: string[]) =>
      (await alike(...texts)).map(({ indexNumber, text }) => `${indexNumber} ${String(text)}`);
    expect(await told('想看垃圾中转站的环评')).toEqual(['CG-3 0']);
    expect(await told('请公开城管局2025年部门决算')).toEqual(['CG-2 0', 'CG-1 0']);
    expect(await told('河道采砂许可', '停车收费标准')).toEqual(['CG-4 1']);
    expect(await told('申请公开有关信息')).toEqual([]);
    expect(fieldsIn(await postJson(`${api.url}/api/v1/public/disclosures/alike`, { texts: [] }))).toEqual(['texts too-few']);
  });

  test('is withdrawn with a reason by who keeps the catalogue, and is gone everywhere but there', async () => {
    const [entry] = (await listed('q=停车')).items as [Disclosure];
    const withdrawal = `/disclosures/${entry.id}/withdrawal`;
    expect(fieldsIn(await keeper.post(withdrawal, { reason: ' ' }))).toEqual(['reason too-short']);
    const district = await api.officer('supervisor.district');
    expect(problemIn(await district.post(withdrawal, { reason: '不在范围' })).code).toBe('not-found');
    expect((await keeper.post(withdrawal, { reason: '标准已废止' })).body).toMatchObject({
      withdrawn: { on: '2026-05-08', by: '冯昭然', reason: '标准已废止', byReader: true },
    });
    expect(problemIn(await keeper.post(withdrawal, { reason: '再一次' })).code).toBe('disclosure-withdrawn');

    expect(await numbers('q=停车')).toEqual([]);
    expect(await alike('停车收费标准')).toEqual([]);
    expect((await open('/feed')).text).not.toContain('停车');
    const gone = await open(`/${entry.id}`);
    expect(problemIn(gone)).toMatchObject({ status: 410, title: '这条信息已于5月8日（周五）撤下：标准已废止' });
    expect(gone.headers.get('cache-control')).toBe('no-store');
    const { items } = (await keeper.get('/disclosures?status=withdrawn')).body as Catalogue;
    expect(items.map(({ indexNumber }) => indexNumber)).toEqual(['CG-4']);
    expect(counts(await hand(csvOf(ROWS)))).toMatchObject({ withdrawn: 1, fresh: 0 });
    expect(await numbers('q=停车')).toEqual([]);
  });

  test('is restored, with a reason, by who has withdrawn it and by nobody else; the log tells of all of it', async () => {
    const { items } = (await keeper.get('/disclosures?status=withdrawn')).body as Catalogue;
    const [{ id } = { id: '' }] = items;
    const restoration = `/disclosures/${id}/restoration`;
    expect(fieldsIn(await keeper.post(restoration, {}))).toEqual(['reason required']);
    expect(problemIn(await (await api.officer('admin.bureau')).post(restoration, { reason: '误撤' }))).toMatchObject({
      ...{ status: 409, code: 'withdrawn-by-another' },
      title: expect.stringContaining('冯昭然') as string,
    });
    expect((await keeper.post(restoration, { reason: '误撤' })).body).toMatchObject({ id, withdrawn: null });
    expect(problemIn(await keeper.post(restoration, { reason: '再一次' })).code).toBe('disclosure-stands');
    expect(await numbers('q=停车')).toEqual(['CG-4']);
    const told = (await (await api.officer('auditor.bureau')).get('/admin/log?limit=5')).body as { items: AdminLogEntry[] };
    expect(told.items.map(({ action, before, after }) => [action, before, after])).toEqual([
      ['disclosure-restored', { reason: '标准已废止' }, { reason: '误撤' }],
      ['disclosures-imported', null, { fresh: 0, changed: 1 }],
      ['disclosure-withdrawn', null, { reason: '标准已废止' }],
      ['disclosures-imported', null, { fresh: 0, changed: 1 }],
      ['disclosures-imported', null, { fresh: 4, changed: 0 }],
    ]);
    expect(told.items[0]).toMatchObject({ actor: { name: '冯昭然' }, subject: { id, name: 'CG-4 柳荫路停车收费标准' } });
  });

  test('carries a file that anybody fetches, from the day of its publication and as long as it is public', async () => {
    const [entry] = (await listed('q=停车')).items as [Disclosure];
    const pdf = (text: string, name: string): File => new File([`%PDF-1.4\n${text}\n%%EOF\n`], name, { type: 'application/pdf' });
    const put = (file: File, officer = keeper) =>
      officer.send(`/disclosures/${entry.id}/file`, { method: 'PUT', body: formWith(file) });
    expect(problemIn(await put(pdf('1', '标准.pdf'), await api.officer('clerk.bureau'))).code).toBe('role-missing');
    expect(problemIn(await put(pdf('1', '标准.pdf'), await api.officer('supervisor.district'))).code).toBe('not-found');
    expect(problemIn(await put(new File(['MZ'], '标准.pdf'))).code).toBe('file-not-what-it-says');
    expect((await put(pdf('1', '标准.pdf'))).body).toMatchObject({ file: { name: '标准.pdf' } });
    expect((await put(pdf('第二版', '标准（修订）.pdf'))).body).toMatchObject({ file: { name: '标准（修订）.pdf' } });
    const fetched = await open(`/${entry.id}/file`);
    expect([fetched.status, fetched.text]).toEqual([200, '%PDF-1.4\n第二版\n%%EOF\n']);
    expect(Object.fromEntries(['content-type', 'content-disposition'].map((name) => [name, fetched.headers.get(name)]))).toEqual({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('标准（修订）.pdf')}`,
    });
    const today = api.clock.now();
    api.clock.set(localDate('2026-04-30'));
    for (const path of [`/${entry.id}/file`, `/${entry.id}`]) expect((await open(path)).status).toBe(404);
    expect(await numbers('q=停车')).toEqual([]);
    expect(await alike('停车收费标准')).toEqual([]);
    api.clock.set(today);
    expect((await keeper.send(`/disclosures/${entry.id}/file`, { method: 'DELETE' })).body).toMatchObject({ file: null });
    expect((await open(`/${entry.id}/file`)).status).toBe(404);
  });

  test('is made of an answer: nobody who asked is in it, others review and publish exactly these bytes, the case and the entry know each other', async () => {
    const [clerk, writer] = [await api.officer('clerk.bureau'), await api.officer('caseworker.bureau')];
    const [reviewer, approver] = [await api.officer('reviewer.bureau'), await api.officer('approver.bureau')];
    const receipt = { channel: 'in_person', submittedOn: '2026-05-08' };
    const asked = await openCase(clerk, {
      receipt,
      applicant: { kind: 'natural_person', category: 'natural_person', name: 'Zhang San', idNumber: '110101199003070015' },
    });
    const upload = async (text: string): Promise<string> => {
      const content = new Uint8Array(pdfOf([{ content: written(text, 72, 700) }, { content: '' }]));
      return ((await writer.upload('/files', new File([content], '台账.pdf'))).body as { id: string }).id;
    };
    const [personal, clean] = [await upload('list for ZHANG  SAN, 110101 19900307 0015'), await upload('the list')];
    const content = { title: '2025年拆除台账', summary: '', kind: 'other', indexNumber: 'CG-9', fileId: personal };
    const begin = (more = {}) => writer.post(`/cases/${asked.id}/publications`, { ...content, reason: '3人申请', ...more });
    expect(problemIn(await begin()).code).toBe('not-answered-openly');
    const itemId = asked.items[0]?.id ?? '';
    await step(clerk, asked.id, { type: 'register' });
    await step(writer, asked.id, { type: 'accept' });
    await step(writer, asked.id, { type: 'claim' });
    await step(writer, asked.id, {
      type: 'recordSearch',
      where: '档案室',
      words: '拆除',
      result: '找到',
      fileIds: [personal, clean],
    });
    await step(writer, asked.id, { type: 'decideItem', itemId, code: 'granted' });
    await step(writer, asked.id, { type: 'submitReview', itemId });
    await step(reviewer, asked.id, { type: 'passReview', itemId });
    await step(writer, asked.id, { type: 'submitForApproval' });
    for (const type of ['approve', 'signReply']) await step(approver, asked.id, { type });
    await step(writer, asked.id, { type: 'dispatch', mode: 'in_person' });

    expect(fieldsIn(await begin({ fileId: '0'.repeat(64) }))).toEqual(['fileId unknown-file']);
    expect(fieldsIn(await begin({ indexNumber: 'CG-1' }))).toEqual(['indexNumber taken']);
    expect(problemIn(await clerk.post(`/cases/${asked.id}/publications`, content)).code).toBe('role-missing');
    const begun = (await begin()).body as PublicationDraft;
    expect(begun).toMatchObject({
      ...{ state: 'draft', read: { pages: 2, total: 2 }, wordless: [2], may: ['change', 'drop'] },
      // By hand: Saturday 9 May is worked; 1 + 5 + 5 + 5 + 4.
      due: { on: '2026-06-04', article: 'REG 44', isPast: false },
      findings: [
        { where: 'file', page: 1, what: 'name', text: 'Zhang San', blocks: true },
        { where: 'file', page: 1, what: 'number', text: '****0015', blocks: true },
      ],
    });
    const at = `/publications/${begun.id}`;
    const now = async () => (await writer.get(at)).body as PublicationDraft;
    const move = async (by: Officer, name: string, more = {}) =>
      by.post(`${at}/moves`, { move: name, version: (await now()).version, ...more });
    expect(problemIn(await move(writer, 'submit')).code).toBe('publication-not-clean');
    const change = { ...content, fileId: clean, version: begun.version };
    const changed = (await writer.send(at, { method: 'PUT', body: JSON.stringify(change), headers: JSON_TYPE })).body;
    expect(changed).toMatchObject({ findings: [], may: ['change', 'submit', 'drop'] });
    expect(problemIn(await writer.post(`${at}/moves`, { move: 'submit', version: 1 })).code).toBe('publication-changed');
    expect((await move(writer, 'submit')).status).toBe(200);
    expect(problemIn(await move(approver, 'publish')).code).toBe('publication-settled');
    expect(problemIn(await move(reviewer, 'pass', { hash: begun.hash })).code).toBe('publication-other-bytes');
    const { hash } = await now();
    expect((await move(reviewer, 'pass', { hash })).body).toMatchObject({ state: 'reviewed', reviewedHash: hash });
    expect(problemIn(await move(reviewer, 'publish')).code).toBe('role-missing');
    await expect(api.services.pool.query({ text: `UPDATE publication_draft SET title = 'x'` })).rejects.toThrow('not changed');
    const place = path.join(api.settings.dataDir, 'files', clean.slice(0, 2), clean.slice(2, 4), clean);
    const bytes = readFileSync(place);
    chmodSync(place, 0o600);
    writeFileSync(place, Buffer.concat([bytes, Buffer.from(' ')]));
    expect(problemIn(await move(approver, 'publish')).code).toBe('file-altered');
    writeFileSync(place, bytes);
    expect((await move(approver, 'publish')).body).toMatchObject({ state: 'published', may: [] });

    expect(await numbers('q=拆除台账')).toEqual(['CG-9']);
    const mapped = async (query: string): Promise<string> => (await request(`${api.url}/portal/sitemap.xml${query}`)).text;
    expect(await mapped('')).toContain('<loc>http://gongkai.example/portal/sitemap.xml?page=1</loc>');
    const ofEntry = `<url><loc>http://gongkai.example/portal/information/${begun.id}</loc><lastmod>2026-05-08</lastmod></url>`;
    expect(await mapped('?page=1')).toContain(ofEntry);
    expect((await request(`${api.url}/portal/sitemap.xml?page=2`)).status).toBe(404);
    expect((await request(`${api.url}/robots.txt`)).text).toContain('Sitemap: http://gongkai.example/portal/sitemap.xml');
    expect((await open(`/${begun.id}/file`)).status).toBe(200);
    const [entry] = ((await keeper.get('/disclosures?q=CG-9')).body as Catalogue).items;
    expect(entry?.case).toEqual({ id: asked.id, number: asked.number });
    expect((await writer.get(`/cases/${asked.id}/publications`)).body).toMatchObject({
      items: [{ id: begun.id, address: `http://gongkai.example/portal/information/${begun.id}`, withdrawn: null }],
    });
    await keeper.post(`/disclosures/${begun.id}/withdrawal`, { reason: '有误' });
    expect(await now()).toMatchObject({ withdrawn: { reason: '有误' } });
    expect(await mapped('?page=1')).not.toContain(begun.id);
    expect((await writer.get('/publications')).body).toEqual({ items: [] });
  });

  test('is asked for so often from one place and no more, until the minute is over', async () => {
    const asked = async (): Promise<number> => (await open('?limit=1')).status;
    let [status, times] = [200, 0];
    for (; status === 200 && times < 400; times += 1) status = await asked();
    expect(status).toBe(429);
    api.clock.advance(60_000);
    expect(await asked()).toBe(200);
  });
});
