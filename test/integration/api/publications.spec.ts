import type {
  AdminLogEntry,
  ApplicationStanding,
  Catalogue,
  CatalogueYear,
  Disclosure,
  DisclosureList,
  DisclosureTable,
  NothingList,
  PublicationDraft,
  PublicationDuties,
  ReceiptSlip,
} from '@gongkai/contracts';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readWithheld } from '../../../libs/publication/src/draft/publication-duties.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open as openCase, step } from '../../support/applications.js';
import { fieldsIn, postJson, problemIn, request, type HttpAnswer, type Officer } from '../../support/officer.js';
import { pdfOf, written } from '../../support/pdfs.js';
import { ORIGINAL } from '../../support/original.js';

const JSON_TYPE = { 'content-type': 'application/json' };

let api: TestApi;
let keeper: Officer;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-05-08', publicUrl: 'http://gongkai.example' });
  keeper = await api.officer('supervisor.bureau');
});
afterAll(() => api.stop());

const open = (path: string): Promise<HttpAnswer> => request(`${api.url}/api/v1/public/disclosures${path}`);
const numbers = async (query: string): Promise<string[]> =>
  ((await open(`?${query}`)).body as DisclosureList).items.map(({ indexNumber }) => indexNumber);

describe('what an organ publishes', () => {
  test('is typed in, one by one; what of a year is missing or came late is told, and what the annual report counts', async () => {
    const budget = {
      title: '2024年度部门决算',
      kind: 'budget',
      indexNumber: 'CG-1',
      publishedOn: '2025-08-20',
      url: 'https://cgj.example/1',
    };
    expect((await keeper.post('/disclosures', budget)).status).toBe(201);
    const rule = { indexNumber: 'CG-20', title: '户外广告设置管理办法', kind: 'normative_documents', madeOn: '2026-03-02' };
    const enter = (more = {}) => keeper.post('/disclosures', { ...rule, ...more });
    expect(fieldsIn(await enter())).toEqual(['url required']);
    expect(fieldsIn(await enter({ url: 'javascript:alert(1)' }))).toEqual(['url wrong-format']);
    expect(fieldsIn(await enter({ fileId: '0'.repeat(64) }))).toEqual(['fileId second-look']);
    const url = 'https://cgj.example/20';
    expect(problemIn(await enter({ url, indexNumber: 'CG-1' })).detail).toContain('CG-1');
    expect(fieldsIn(await enter({ url, publishedOn: '2026-03-01' }))).toEqual(['madeOn after-later-fact']);
    expect(problemIn(await (await api.officer('clerk.bureau')).post('/disclosures', { ...rule, url })).code).toBe('role-missing');
    // Made on Monday 2 March: by hand, the 20th working day is Monday 30 March.
    const [late, inTime] = [
      await enter({ url, publishedOn: '2026-03-31' }),
      await enter({ url, indexNumber: 'CG-21', publishedOn: '2026-03-30' }),
    ];
    expect(late.body).toMatchObject({ url, file: null, publishedOn: '2026-03-31' });
    expect(inTime.status).toBe(201);

    const year = async (query = '') => (await keeper.get(`/disclosures/year${query}`)).body as CatalogueYear;
    const { kinds, cells, lateEntries } = await year();
    expect(lateEntries).toMatchObject([{ indexNumber: 'CG-20', dueOn: '2026-03-30', publishedOn: '2026-03-31' }]);
    const of = (code: string) => kinds.find(({ kind }) => kind.code === code);
    const counted = { made: 2, published: 2, standing: 2, late: 1, gap: null, lastOn: '2026-03-31' };
    expect(of('normative_documents')).toMatchObject(counted);
    expect(of('budget')).toMatchObject({ gap: 'this-year', dueOn: '2026-12-31' });
    expect(of('recruitment')).toMatchObject({ gap: 'never', published: 0, dueOn: null });
    expect(cells).toContainEqual({ id: 'a.normative_documents.issued_this_year', value: 2 });
    expect(cells).toContainEqual({ id: 'a.normative_documents.repealed_this_year', value: 0 });
    await keeper.post(`/disclosures/${(inTime.body as Disclosure).id}/withdrawal`, { reason: '废止' });
    const after = await year('?year=2026&organ=bureau');
    expect(after.cells).toContainEqual({ id: 'a.normative_documents.repealed_this_year', value: 1 });
    expect(after.cells).toContainEqual({ id: 'a.normative_documents.in_force', value: 1 });
    // A gap is answered by who says that there is nothing of it, and why; where something is public, nobody can.
    const nothing = (kind: string, asked = '2026') => `/disclosures/year/nothing/${kind}?year=${asked}`;
    const kindOf = ({ body }: HttpAnswer, code: string) => (body as CatalogueYear).kinds.find(({ kind }) => kind.code === code);
    const state = (path: string, body: unknown, officer = keeper) =>
      officer.send(path, { method: 'PUT', headers: JSON_TYPE, body: JSON.stringify(body) });
    const why = { reason: '本机关不招录公务员' };
    expect(problemIn(await state(nothing('normative_documents'), why)).code).toBe('nothing-missing');
    expect(fieldsIn(await state(nothing('menu'), why))).toEqual(['kind unknown-option']);
    expect(problemIn(await state(nothing('recruitment'), why, await api.officer('clerk.bureau'))).code).toBe('role-missing');
    const said = kindOf(await state(nothing('recruitment'), why), 'recruitment');
    expect(said).toMatchObject({ gap: 'never', nothing: { ...why, on: '2026-05-08' } });
    await state(nothing('budget'), { reason: '由上级统一公开' });
    // One that is due every year is a gap again in the next; the others stand.
    const next = await keeper.get('/disclosures/year?year=2027');
    expect(['recruitment', 'budget'].map((code) => kindOf(next, code)?.nothing?.reason)).toEqual([why.reason, undefined]);
    const told = async () =>
      ((await open('/nothing?organ=bureau')).body as NothingList).items.map(({ kind, reason }) => `${kind.code} ${reason}`);
    expect(await told()).toEqual(['budget 由上级统一公开', `recruitment ${why.reason}`]);
    const taken = await keeper.send(nothing('recruitment', '2027'), { method: 'DELETE' });
    expect(kindOf(taken, 'recruitment')).toMatchObject({ gap: 'never', nothing: null });
    expect(problemIn(await keeper.send(nothing('recruitment'), { method: 'DELETE' })).code).toBe('not-found');
    expect((await enter({ kind: 'budget', indexNumber: 'CG-23', madeOn: '2026-04-30', url })).status).toBe(201);
    expect(await told()).toEqual([]);
    const log = (await (await api.officer('admin.bureau')).get('/admin/log')).body as { items: AdminLogEntry[] };
    expect(
      log.items.filter(({ action }) => action.startsWith('nothing-')).map(({ action, subject }) => `${action} ${subject.name}`),
    ).toEqual(['nothing-taken-back 公务员招考', 'nothing-stated 财政预算决算', 'nothing-stated 公务员招考']);
    // In the columns of the format on trial: made in 2020, published in 2021.
    await enter({ indexNumber: 'CG-22', madeOn: '2020-12-30', publishedOn: '2021-01-04', url });
    const cellsOf = async (asked: string) =>
      (await year(`?year=${asked}`)).cells.flatMap(({ id, value }) =>
        id.includes('normative') ? [`${id} ${String(value)}`] : [],
      );
    expect(await cellsOf('2020')).toEqual(
      ['newly_made 1', 'newly_disclosed 0', 'total_disclosed 0'].map((cell) => `a.normative_documents.${cell}`),
    );
    expect(await cellsOf('2021')).toEqual(
      ['issued_this_year 0', 'repealed_this_year 0', 'in_force 1'].map((cell) => `a.normative_documents.${cell}`),
    );
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
      return ((await writer.upload('/files', new File([content], '张三13800138000.PDF'))).body as { id: string }).id;
    };
    const [personal, clean] = [await upload('list for ZHANG  SAN, 110101 19900307 0015'), await upload('the list')];
    const content = { title: '2025年拆除台账', summary: '', kind: 'other', indexNumber: 'CG-9', fileId: personal };
    const begin = (more = {}) => writer.post(`/cases/${asked.id}/publications`, { ...content, reason: '3人申请', ...more });
    expect(problemIn(await begin()).code).toBe('not-answered-openly');
    const itemId = asked.items[0]?.id ?? '';
    await step(clerk, asked.id, { type: 'register' });
    await step(writer, asked.id, { type: 'accept' });
    await step(writer, asked.id, { type: 'claim' });
    const where = { where: '档案室', words: '拆除', result: '找到' };
    await step(writer, asked.id, { type: 'recordSearch', ...where, fileIds: [personal, clean] });
    await step(writer, asked.id, { type: 'decideItem', itemId, code: 'granted' });
    await step(writer, asked.id, { type: 'submitReview', itemId, ...ORIGINAL });
    await step(reviewer, asked.id, { type: 'passReview', itemId });
    await step(writer, asked.id, { type: 'submitForApproval' });
    await step(approver, asked.id, { type: 'approve' });
    await step(approver, asked.id, { type: 'signReply', attribute: 'not_public', attributeReason: '载有申请人信息' });
    await step(writer, asked.id, { type: 'dispatch', mode: 'in_person', signedBy: '本人' });

    expect(fieldsIn(await begin({ reason: undefined }))).toEqual(['reason required']);
    expect(fieldsIn(await begin({ fileId: '0'.repeat(64) }))).toEqual(['fileId unknown-file']);
    expect(problemIn(await begin({ indexNumber: 'CG-1' })).detail).toContain('CG-1');
    expect(problemIn(await clerk.post(`/cases/${asked.id}/publications`, content)).code).toBe('role-missing');
    const begun = (await begin()).body as PublicationDraft;
    expect(begun).toMatchObject({
      ...{ state: 'draft', read: { pages: 2, total: 2 }, wordless: [2], may: ['change', 'drop'] },
      attribute: { is: 'not_public', reason: '载有申请人信息' },
      // By hand: Saturday 9 May is worked; 1 + 5 + 5 + 5 + 4.
      due: { on: '2026-06-04', article: 'REG 44', isPast: false },
      findings: [
        { where: 'file', page: 1, what: 'name', text: 'Zhang San', blocks: true },
        { where: 'file', page: 1, what: 'number', text: '****0015', blocks: true },
      ],
    });
    const table = new File(['索引号,名称,发布日期,网址\nCG-9,他处,2026-05-01,https://cgj.example/9'], '目录.csv');
    const asTable = async () => ((await keeper.upload('/disclosures/table', table)).body as DisclosureTable).rows;
    expect(await asTable()).toMatchObject([{ state: 'wrong', problems: [{ column: '索引号', code: 'taken' }] }]);
    const at = `/publications/${begun.id}`;
    const now = async () => (await writer.get(at)).body as PublicationDraft;
    const move = async (by: Officer, name: string, more = {}) =>
      by.post(`${at}/moves`, { move: name, version: (await now()).version, ...more });
    expect(problemIn(await move(writer, 'submit')).code).toBe('publication-not-clean');
    // What becomes public is a copy of what the pages show: who wrote the file is not in it (its author is in the file of the case).
    expect(begun).toMatchObject({ source: { id: personal }, file: { name: '张三13800138000.pdf', mime: 'application/pdf' } });
    const change = { ...content, fileId: clean, version: begun.version };
    const changed = (await writer.send(at, { method: 'PUT', body: JSON.stringify(change), headers: JSON_TYPE })).body;
    expect(changed).toMatchObject({ findings: [], may: ['change', 'submit', 'drop'] });
    expect(problemIn(await writer.post(`${at}/moves`, { move: 'submit', version: 1 })).code).toBe('publication-changed');
    expect((await move(writer, 'submit')).status).toBe(200);
    const reviewing = problemIn(await move(approver, 'publish'));
    expect(reviewing).toMatchObject({ code: 'publication-settled', detail: expect.stringContaining('正在审查') });
    expect(problemIn(await move(reviewer, 'pass', { hash: begun.hash })).code).toBe('publication-other-bytes');
    const { hash } = await now();
    expect((await move(reviewer, 'pass', { hash })).body).toMatchObject({ state: 'reviewed', reviewedHash: hash });
    expect(problemIn(await move(reviewer, 'publish')).code).toBe('role-missing');
    await expect(api.services.pool.query({ text: `UPDATE publication_draft SET title = 'x'` })).rejects.toThrow('not changed');
    const copy = (await now()).file.id;
    const place = path.join(api.settings.dataDir, 'files', copy.slice(0, 2), copy.slice(2, 4), copy);
    const bytes = readFileSync(place);
    expect([copy === clean, bytes.includes('Zhang Secret')]).toEqual([false, false]);
    chmodSync(place, 0o600);
    writeFileSync(place, Buffer.concat([bytes, Buffer.from(' ')]));
    expect(problemIn(await move(approver, 'publish')).code).toBe('file-altered');
    writeFileSync(place, bytes);
    expect((await move(approver, 'publish')).body).toMatchObject({ state: 'published', may: [] });

    expect(await asTable()).toMatchObject([{ state: 'reviewed' }]);
    expect(await numbers('q=拆除台账')).toEqual(['CG-9']);
    const mapped = async (query: string): Promise<string> => (await request(`${api.url}/portal/sitemap.xml${query}`)).text;
    expect(await mapped('')).toContain('<loc>http://gongkai.example/portal/sitemap.xml?page=1</loc>');
    const ofEntry = `<url><loc>http://gongkai.example/portal/information/${begun.id}</loc><lastmod>2026-05-08</lastmod></url>`;
    expect(await mapped('?page=1')).toContain(ofEntry);
    expect((await request(`${api.url}/portal/sitemap.xml?page=2`)).status).toBe(404);
    expect((await request(`${api.url}/robots.txt`)).text).toContain('Sitemap: http://gongkai.example/portal/sitemap.xml');
    expect((await open(`/${begun.id}/file`)).status).toBe(200);
    const [entry] = ((await keeper.get('/disclosures?q=CG-9')).body as Catalogue).items;
    expect(entry).toMatchObject({ case: { id: asked.id, number: asked.number }, file: { name: '2025年拆除台账.pdf' } });
    expect((await writer.get(`/cases/${asked.id}/publications`)).body).toMatchObject({
      items: [{ id: begun.id, address: `http://gongkai.example/portal/information/${begun.id}`, withdrawn: null }],
    });
    await keeper.post(`/disclosures/${begun.id}/withdrawal`, { reason: '有误' });
    expect(await now()).toMatchObject({ withdrawn: { reason: '有误' } });
    expect(await mapped('?page=1')).not.toContain(begun.id);
    expect((await writer.get('/publications')).body).toEqual({ items: [] });
  });

  test('is suggested by who has got it, and the answer told; what was withheld is on the list with the day of its next assessment', async () => {
    const [clerk, writer] = [await api.officer('clerk.bureau'), await api.officer('caseworker.bureau')];
    const [reviewer, approver] = [await api.officer('reviewer.bureau'), await api.officer('approver.bureau')];
    const asked = await openCase(clerk, {
      receipt: { channel: 'in_person', submittedOn: '2026-05-08' },
      items: [{ description: '收费标准' }, { description: '会议讨论稿' }],
    });
    const [given, withheld] = asked.items.map(({ id }) => id) as [string, string];
    const { queryCode: code } = (await clerk.get(`/cases/${asked.id}/receipt`)).body as ReceiptSlip;
    const own = `${api.url}/api/v1/public/applications/${encodeURIComponent(asked.number)}`;
    const standing = async () => (await request(`${own}?code=${code}`)).body as ApplicationStanding;
    const duties = async () => ((await writer.get('/publications/duties')).body as PublicationDuties).items;
    const suggest = () => postJson(`${own}/suggestion`, { code, reason: '很多人想知道' });
    expect(problemIn(await suggest()).code).toBe('act-not-open');
    await step(writer, asked.id, { type: 'accept' });
    await step(writer, asked.id, { type: 'claim' });
    await step(writer, asked.id, { type: 'recordSearch', where: '档案室', words: '标准', result: '找到' });
    await step(writer, asked.id, { type: 'decideItem', itemId: given, code: 'granted' });
    const found = { facts: '讨论记录', severability: '全文均为讨论意见' };
    const refusal = { code: 'refused', ground: 'process_information', article: 'REG 16(2)', reasons: '尚在讨论', ...found };
    await step(writer, asked.id, { type: 'decideItem', itemId: withheld, ...refusal });
    await step(writer, asked.id, { type: 'submitReview', itemId: given, ...ORIGINAL });
    await step(reviewer, asked.id, { type: 'passReview', itemId: given });
    await step(writer, asked.id, { type: 'submitForApproval' });
    for (const type of ['approve', 'signReply']) await step(approver, asked.id, { type });
    await step(writer, asked.id, { type: 'dispatch', mode: 'in_person', signedBy: '本人' });

    const of = { id: asked.id, number: asked.number };
    const assessed = {
      ...{ what: 'assess', case: of, subject: '会议讨论稿', since: '2026-05-08' },
      item: { id: withheld, ground: 'process_information', article: 'REG 16(2)' },
      // 8 May 2027 is a Saturday; whether the one after is a day off is not published yet.
      due: { on: '2027-05-10', provisional: true, isPast: false },
      reason: null,
    };
    expect(await duties()).toEqual([assessed]);
    // Of many cases those due first are found by their index, which holds no other deadline.
    const { text, values = [] } = readWithheld({ organId: given, seesBelow: false });
    const plan = await api.services.source.transaction(async (manager) => {
      for (const way of ['seqscan', 'sort', 'bitmapscan']) await manager.query(`SET LOCAL enable_${way} = off`);
      return manager.query<unknown>(`EXPLAIN ${text}`, [...values]);
    });
    expect(JSON.stringify(plan)).toContain('deadline_withheld');
    expect((await suggest()).body).toMatchObject({ acts: [], suggestion: { state: 'waiting', on: '2026-05-08', reason: null } });
    const waiting = { what: 'answer', case: of, subject: '收费标准；会议讨论稿', item: null, since: '2026-05-08', due: null };
    const why = { reason: '很多人想知道' };
    expect(await duties()).toEqual([{ ...waiting, ...why }, assessed]);
    await step(writer, asked.id, { type: 'suggestPublication' });
    const due = { on: '2026-06-04', provisional: false, isPast: false };
    expect(await duties()).toEqual([{ ...waiting, what: 'publish', due, reason: null }, assessed]);
    await step(writer, asked.id, { type: 'declinePublication', reason: '只与一人有关' });
    expect((await standing()).suggestion).toEqual({ state: 'declined', on: '2026-05-08', reason: '只与一人有关' });
    await step(writer, asked.id, { type: 'reviewWithholding', itemId: withheld, result: 'public', reason: '已经定稿' });
    expect(await duties()).toMatchObject([{ what: 'publish', due }]);
    expect((await (await api.officer('caseworker.street')).get('/publications/duties')).body).toEqual({ items: [], more: 0 });

    // Suggested while applying, it waits for the reply, or for the end without one.
    const early = await openCase(clerk, {
      receipt: { channel: 'in_person', submittedOn: '2026-05-08' },
      items: [{ description: '会议纪要' }, { description: '会议附件' }],
      suggestion: { reason: '全镇都关心' },
    });
    // What is taken out of it has been suggested as well.
    const parted = await step(writer, early.id, { type: 'split', items: [early.items[1]?.id ?? ''] });
    expect(await duties()).toHaveLength(1);
    for (const id of [parted.linkedCaseIds.at(-1) ?? '', early.id]) {
      await step(writer, id, { type: 'withdraw', how: '当面' });
      expect((await duties())[0]).toMatchObject({ what: 'answer', case: { id }, reason: '全镇都关心', due: null });
      await step(writer, id, { type: 'declinePublication', reason: '申请已经撤回' });
    }

    const file = new File([new Uint8Array(pdfOf([{ content: written('final', 72, 700) }]))], '定稿.pdf');
    const { id: fileId } = (await writer.upload('/files', file)).body as { id: string };
    await step(writer, asked.id, { type: 'note', text: '定稿', fileIds: [fileId] });
    const content = { title: '会议定稿', summary: '', kind: 'other', indexNumber: 'CG-10', fileId };
    const begun = (await writer.post(`/cases/${asked.id}/publications`, content)).body as PublicationDraft;
    expect(await duties()).toEqual([]);
    const dropped = await writer.post(`/publications/${begun.id}/moves`, { move: 'drop', version: 1, reason: '另行公布' });
    expect(dropped.body).toMatchObject({ state: 'dropped', due: null });
    expect((await writer.get(`/cases/${asked.id}`)).body).toMatchObject({ publication: 'none' });
    expect(await duties()).toEqual([]);
  });
});
