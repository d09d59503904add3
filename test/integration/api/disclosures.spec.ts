import { localDate } from '@gongkai/calendar';
import type { AdminLogEntry, AlikeDisclosures, Catalogue, Disclosure, DisclosureList } from '@gongkai/contracts';
import type { DisclosureTable, FormedInformation, FormedList } from '@gongkai/contracts';
import { writeXlsx } from 'hucre/xlsx';
import { startTestApi, type TestApi } from '../../support/api.js';
import { confirmProposal } from '../../support/proposals.js';
import { fieldsIn, postJson, problemIn, request, type HttpAnswer, type Officer } from '../../support/officer.js';

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
});
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
    expect(counts(preview)).toEqual({ fresh: 4, changed: 0, known: 0, withdrawn: 0, reviewed: 0, wrong: 2 });
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
    expect(counts(await hand(bytes))).toEqual({ fresh: 0, changed: 1, known: 3, withdrawn: 0, reviewed: 0, wrong: 0 });
    expect(counts(await hand(bytes))).toMatchObject({ changed: 0, known: 4 });
    expect(await api.count('disclosure')).toBe(4);

    expect(problemIn(await hand(csvOf(ROWS), '', await api.officer('clerk.bureau'))).code).toBe('role-missing');
    expect(fieldsIn(await hand(csvOf(ROWS), '?organ=district'))).toEqual(['organ unknown-organ']);
    expect(fieldsIn(await hand('一,二\n三,四'))).toHaveLength(4);
    // A catalogue of many years is longer than other tables; of very many wrong rows the first are told, and how many there are.
    const long = Array.from({ length: 1200 }, (_, i) => [`W-${String(i)}`, '', '', '', '', '2026-05-01', 'x']);
    const note = 'x'.repeat(11 * 1024 * 1024);
    const { rows: told, wrong } = (await hand(`${csvOf(long)},${note}`)).body as DisclosureTable;
    expect([told.length, wrong]).toEqual([1000, 1200]);
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
    expect(problemIn(await open('/nowhere')).code).toBe('not-found');
  });

  test('is followed as Atom and as RSS: one content in two forms', async () => {
    const [atom, rss] = await Promise.all([open('/feed?q=决算'), open('/rss?q=决算')]);
    expect(atom.headers.get('content-type')).toMatch(/^application\/atom\+xml/);
    expect(rss.headers.get('content-type')).toMatch(/^application\/rss\+xml/);
    const inIt = (text: string, part: RegExp): string[] => [...text.matchAll(part)].map(([, said]) => String(said));
    const ids = inIt(atom.text, /<id>(urn:[^<]+)</g);
    expect(ids).toHaveLength(2);
    expect(inIt(rss.text, /<guid isPermaLink="false">([^<]+)</g)).toEqual(ids);
    const titles = inIt(atom.text, /<title>([^<]+)</g);
    expect(titles).toEqual(['主动公开的政府信息', '2025年度部门决算', '2024年度部门决算（修订）']);
    expect(inIt(rss.text, /<title>([^<]+)</g)).toEqual(titles);
    expect(inIt(rss.text, /<pubDate>([^<]+)</g)[0]).toBe('Thu, 19 Mar 2026 16:00:00 GMT');
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
    for (const form of ['/feed', '/rss']) expect((await open(form)).text).not.toContain('停车');
    const gone = await open(`/${entry.id}`);
    expect(problemIn(gone)).toMatchObject({ status: 410, title: '这条信息已于5月8日（周五）撤下：标准已废止' });
    expect(gone.headers.get('cache-control')).toBe('no-store');
    const about = (id: string) => api.services.published.about(id);
    expect(await about(entry.id)).toEqual({ status: 410, title: '已撤下 · Withdrawn', summary: '标准已废止' });
    expect(await about('nowhere')).toMatchObject({ status: 404 });
    const [other] = (await listed('q=垃圾中转站')).items as [Disclosure];
    expect(await about(other.id)).toMatchObject({ status: 200, title: other.title });
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
    const path = `/disclosures/${entry.id}/file`;
    const put = (file: File, officer = keeper) => officer.send(path, { method: 'PUT', body: formWith(file) });
    expect(problemIn(await put(pdf('1', '标准.pdf'), await api.officer('clerk.bureau'))).code).toBe('role-missing');
    expect(problemIn(await put(pdf('1', '标准.pdf'), await api.officer('supervisor.district'))).code).toBe('not-found');
    expect(problemIn(await put(new File(['MZ'], '标准.pdf'))).code).toBe('file-not-what-it-says');
    for (const file of [pdf('1', '标准.pdf'), pdf('第二版', '标准（修订）.pdf')]) await confirmProposal(api, await put(file));
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

  test('is known before it is published: it has its day and its light, and ends in the catalogue, with a reason, or as a mistake', async () => {
    const enter = (body: object) => keeper.post('/disclosures/formed', body);
    const formed = async (query = ''): Promise<FormedList> =>
      (await keeper.get(`/disclosures/formed${query}`)).body as FormedList;
    const names = ({ items }: FormedList) => items.map(({ title, light, due }) => [title, light, due.on, due.daysLeft]);
    const of = ({ body }: HttpAnswer) => body as FormedInformation;
    const end = (id: string, body: object) => keeper.post(`/disclosures/formed/${id}/end`, body);
    expect(fieldsIn(await enter({ title: ' ', term: { days: 0, unit: 'weeks', source: '' } }))).toEqual([
      ...['title too-short', 'kind required', 'on required', 'term.days too-small', 'term.unit unknown-option'],
      'term.source too-short',
    ]);
    const advert = { title: '户外广告设置管理办法', kind: 'normative_documents', on: '2026-04-10' };
    expect(fieldsIn(await enter({ ...advert, on: '2026-05-09' }))).toEqual(['on future-date']);
    expect(fieldsIn(await enter({ ...advert, kind: 'menu' }))).toEqual(['kind unknown-option']);
    expect(fieldsIn(await enter({ ...advert, unit: 'street' }))).toEqual(['unit unknown-organ']);
    // By hand: the 20th working day after Friday 10 April is Tuesday 12 May; Saturday the 9th is worked, so three are left.
    const first = of(await enter(advert));
    expect(first).toMatchObject({ number: '2026-1', organ: { code: 'bureau' }, unit: null, entered: { by: '冯昭然' } });
    expect(first.due).toMatchObject({ days: 20, unit: 'working_days', article: 'REG 26', source: null, provisional: false });
    expect(fieldsIn(await enter(advert))).toEqual(['title taken']);
    const changed = {
      title: '停车收费标准',
      kind: 'other',
      change: 'changed',
      on: '2026-04-01',
      indexNumber: 'CG-9',
      note: '价格科来文',
    };
    await enter(changed);
    const term = { days: 20, unit: 'calendar_days', source: '《预算法》第十四条' };
    const budget = of(await enter({ title: '2026年部门预算', kind: 'budget', on: '2026-04-25', term }));
    const mistaken = of(await enter({ title: '误登的一条', kind: 'other', on: '2026-05-08' }));
    const open = await formed();
    expect(names(open)).toEqual([
      ['停车收费标准', 'overdue', '2026-04-30', -3],
      ['户外广告设置管理办法', 'yellow', '2026-05-12', 3],
      ['2026年部门预算', 'green', '2026-05-15', 6],
      ['误登的一条', 'green', '2026-06-04', 20],
    ]);
    expect(open.counts).toEqual({ overdue: 1, red: 0, yellow: 1, green: 2 });
    const lit = await formed('?light=overdue,yellow');
    expect(names(lit)).toEqual(names(open).slice(0, 2));
    expect([lit.counts, lit.more]).toEqual([open.counts, 0]);
    expect(fieldsIn(await keeper.get('/disclosures/formed?light=blue'))).toEqual(['light unknown-option']);
    expect(budget.due).toMatchObject({ article: null, source: '《预算法》第十四条' });

    // An entry of before it was formed, of another number, or of another organ settles nothing; the right ones do so by themselves.
    expect(fieldsIn(await end(first.id, { as: 'published', indexNumber: 'CG-0' }))).toEqual(['indexNumber unknown-entry']);
    expect(fieldsIn(await end(first.id, { as: 'published', indexNumber: 'CG-2' }))).toEqual(['indexNumber before-earlier-fact']);
    const table = [
      ['CG-8', '停车收费标准', '', '', '', '2026-05-08', 'https://cgj.example/8'],
      ['CG-9', '停车收费标准（2026年）', '', '', '', '2026-05-08', 'https://cgj.example/9'],
    ];
    await hand(csvOf(table.slice(0, 1)));
    await hand(csvOf(table));
    const entry = { indexNumber: 'CG-10', title: '部门预算', kind: 'budget', url: 'https://cgj.example/10' };
    expect(fieldsIn(await keeper.post('/disclosures', { ...entry, formed: entry.title }))).toEqual(['formed unknown-entry']);
    expect((await keeper.post('/disclosures', { ...entry, formed: budget.id })).status).toBe(201);
    expect(fieldsIn(await end(mistaken.id, { as: 'mistaken' }))).toEqual(['reason required']);
    await end(mistaken.id, { as: 'mistaken', reason: '不是本机关制作' });
    expect(problemIn(await end(mistaken.id, { as: 'answered', reason: '再一次' })).code).toBe('formed-ended');
    expect(of(await end(first.id, { as: 'answered', reason: '内部管理规范，条例第十六条' }))).toMatchObject({
      ...{ light: 'none', end: { as: 'answered', on: '2026-05-08', by: '冯昭然', reason: '内部管理规范，条例第十六条' } },
    });
    expect(await formed()).toMatchObject({ items: [], counts: { overdue: 0, yellow: 0, green: 0 } });
    const ended = await formed('?state=ended');
    expect(ended.items.map(({ title, end: ending }) => [title, ending?.as, ending?.entry?.indexNumber].join(' '))).toEqual([
      ...['停车收费标准 published CG-9', '户外广告设置管理办法 answered '],
      ...['2026年部门预算 published CG-10', '误登的一条 mistaken '],
    ]);
    const reopened = await keeper.send(`/disclosures/formed/${first.id}/end`, { method: 'DELETE' });
    expect(of(reopened)).toMatchObject({ light: 'yellow', end: null });
    const clerk = await api.officer('clerk.bureau');
    expect(problemIn(await clerk.get('/disclosures/formed')).code).toBe('role-missing');
    const above = await api.officer('supervisor.district');
    const wrong = { as: 'mistaken', reason: '不在范围' };
    expect(problemIn(await above.post(`/disclosures/formed/${first.id}/end`, wrong)).code).toBe('not-found');
    expect(await formed('?number=2026-1')).toMatchObject({ items: [{ id: first.id }] });
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
