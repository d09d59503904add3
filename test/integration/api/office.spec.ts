import { localDate } from '@gongkai/calendar';
import type {
  CaseList,
  FileView,
  OfficeView,
  RegisterImport,
  RegisterImports,
  RegisterPreview,
  Wording,
} from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { importNext } from '../../support/importing.js';
import { fieldsIn, problemIn, request, type HttpAnswer, type Officer } from '../../support/officer.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-05-08' });
});
afterAll(() => api.stop());

const office = async (): Promise<OfficeView> => (await request(`${api.url}/api/v1/office`)).body as OfficeView;

describe('the day of the office', () => {
  test('is told to anybody, with the week it lies in: a holiday, a weekend, a Saturday that is worked', async () => {
    const { today, days } = await office();
    expect(today).toBe('2026-05-08');
    expect(days[0]?.date).toBe('2026-05-04');
    const kinds = Object.fromEntries(days.map(({ date, kind }) => [date.slice(5), kind]));
    expect(kinds).toMatchObject({ '05-05': 'holiday', '05-08': 'working', '05-09': 'makeup', '05-10': 'weekend' });
  });

  test('goes on with the clock, and marks a year that no notice covers', async () => {
    api.clock.set(localDate('2026-12-28'));
    const { today, days } = await office();
    expect(today).toBe('2026-12-28');
    expect(days.find(({ date }) => date === '2026-12-31')?.provisional).toBe(false);
    expect(days.find(({ date }) => date === '2027-01-04')?.provisional).toBe(true);
  });

  test('names no log-ins where nobody plays', async () => {
    expect((await office()).demonstration).toBeNull();
  });
});

describe('the register that an office kept before', () => {
  const HEAD = '编号,收到日期,申请人,要什么,答复日期,答复结果,经办人';
  const OPEN = Array.from(
    { length: 26 },
    (_, i) => `旧〔2026〕${i + 1}号,2026-02-24,苏${i},绿化经费,,,${i === 3 ? '无此人' : '林若川'}`,
  );
  const mapping = { content: '要什么' };
  const importOf = ({ body }: HttpAnswer): RegisterImport => body as RegisterImport;
  let bureau: Officer;
  let fileId: string;
  beforeAll(async () => {
    api.clock.set(localDate('2026-03-02'));
    bureau = await api.officer('admin.bureau');
    const wrong = '旧〔2026〕40号,2026-02-30,王,规划,,,';
    const table = [HEAD, ...OPEN, wrong].join('\n').replaceAll('林若川', await nameOf('caseworker.bureau'));
    const { body } = await bureau.upload('/files', new File([table], '旧登记簿.csv', { type: 'text/csv' }));
    fileId = (body as FileView).id;
  });
  const nameOf = async (username: string): Promise<string> => (await api.services.directory.byUsername(username))?.name ?? '';

  test('is for administrators; a column that is not known by its heading can be named', async () => {
    expect(problemIn(await (await api.officer('clerk.bureau')).post('/register-imports/preview', { fileId })).code).toBe(
      'role-missing',
    );
    expect(fieldsIn(await bureau.post('/register-imports/preview', { fileId: 'a'.repeat(64) }))).toEqual(['fileId unknown-file']);
    const { headings, missing, rows } = (await bureau.post('/register-imports/preview', { fileId })).body as RegisterPreview;
    expect([headings.join(','), missing, rows]).toEqual([HEAD, ['content'], []]);
    expect(fieldsIn(await bureau.post('/register-imports', { fileId }))).toEqual(['content column-missing']);
    expect(fieldsIn(await bureau.post('/register-imports', { fileId, mapping: { nothing: '要什么' } })).length).toBe(1);
    expect(await api.count('register_import')).toBe(0);
  });

  test('tells before the import what is wrong, and whose handler nobody knows', async () => {
    const preview = (await bureau.post('/register-imports/preview', { fileId, mapping })).body as RegisterPreview;
    expect(preview).toMatchObject({ fresh: 26, known: 0, wrong: 1, missing: [] });
    const told = preview.rows.flatMap(({ row, problems, leftOut }) =>
      [...problems, ...leftOut].map(({ column, code }) => [row, column, code]),
    );
    expect(told).toEqual([
      [5, '经办人', 'unknown-handler'],
      [28, '收到日期', 'invalid-date'],
    ]);
    expect(await api.count('case_file')).toBe(0);
  });

  test('becomes cases in parts; a worker that is lost leaves nothing twice, and it is taken back as a whole', async () => {
    const begun = await bureau.post('/register-imports', { fileId, mapping });
    expect([begun.status, importOf(begun)]).toMatchObject([
      201,
      { total: 26, done: 0, state: 'running', fileName: '旧登记簿.csv' },
    ]);
    const { id, begunBy } = importOf(begun);
    expect(begunBy?.name).toBe(await nameOf('admin.bureau'));
    expect(problemIn(await bureau.post('/register-imports', { fileId, mapping })).code).toBe('import-running');
    expect(problemIn(await bureau.post(`/register-imports/${id}/undo`, {})).code).toBe('import-running');
    await importNext(api, true);
    expect(importOf(await bureau.get(`/register-imports/${id}`))).toMatchObject({ done: 25, state: 'running' });
    await importNext(api);
    expect(await importNext(api)).toBe(true);
    expect(importOf(await bureau.get(`/register-imports/${id}`))).toMatchObject({ done: 26, state: 'ended' });
    const { items } = (await bureau.get('/cases?limit=200')).body as CaseList;
    expect(items.map(({ serial }) => serial).sort((a, b) => a - b)).toEqual(OPEN.map((_, i) => i + 1));
    const handler = { name: await nameOf('caseworker.bureau') };
    for (const { serial, assignee, finalDue } of items)
      expect([serial, assignee, finalDue]).toEqual([
        serial,
        serial === 4 ? null : expect.objectContaining(handler),
        '2026-03-23',
      ]);

    expect(problemIn(await (await api.officer('admin.district')).post(`/register-imports/${id}/undo`, {})).code).toBe(
      'not-found',
    );
    const undone = importOf(await bureau.post(`/register-imports/${id}/undo`, {}));
    expect(undone).toMatchObject({ state: 'undone', undoneBy: begunBy });
    expect(await api.count('case_file')).toBe(0);
    // The headings of the office are kept.
    const again = (await bureau.post('/register-imports/preview', { fileId })).body as RegisterPreview;
    expect(again).toMatchObject({ fresh: 26, mapping: { content: '要什么' } });
    expect(((await bureau.get('/register-imports')).body as RegisterImports).items).toMatchObject([{ id, state: 'undone' }]);
  });
});

describe('the wordings of an organ', () => {
  test('leave it as one file, and are taken elsewhere: all of them, or none', async () => {
    const admin = await api.officer('admin.district');
    const at = (organ: string): string => `/admin/organs/${organ}/wordings`;
    const put = (path: string, body: object): Promise<HttpAnswer> =>
      admin.send(path, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const { content } = (await admin.get(`${at('district')}/reply`)).body as Wording;
    const own = content.replace('本机关答复如下', '现答复如下');
    await put(`${at('district')}/reply`, { content: own, reason: '统一用语' });
    const left = await admin.get(at('district'));
    expect(left.headers.get('content-disposition')).toMatch(/\.yaml$/);
    const file = left.text;

    const look = async (text: string) => (await admin.post(`${at('street')}/look`, { file: text })).body;
    expect(await look(file)).toEqual({ items: [{ kind: 'reply', change: 'new', lacks: [] }] });
    expect(fieldsIn(await admin.post(`${at('street')}/look`, { file: 'wordings: { menu: x }' }))).toContain('file wording-lacks');
    const wrong = file.replace('{case.subject}', '{case.subjct}');
    expect(await look(wrong)).toMatchObject({ items: [{ kind: 'reply', lacks: [{ code: 'unknown-name' }] }] });
    const { content: correction } = (await admin.get(`${at('district')}/correction`)).body as Wording;
    const both = `${wrong}  correction: ${JSON.stringify(`${correction}\n# 自己的`)}\n`;
    expect(fieldsIn(await put(at('street'), { file: both, reason: '照搬' }))).toEqual(['wordings.reply wording-lacks']);
    expect((await admin.get(`${at('street')}/correction`)).body).toMatchObject({ inForce: null });
    expect((await admin.get(`${at('street')}/reply`)).body).toMatchObject({ inForce: null });
    expect((await put(at('street'), { file, reason: '照搬' })).status).toBe(200);
    expect((await admin.get(`${at('street')}/reply`)).body).toMatchObject({ content: own, inForce: 1 });
    expect(await look(file)).toMatchObject({ items: [{ change: 'same' }] });
    expect(problemIn(await (await api.officer('clerk.street')).get(at('street'))).code).toBe('role-missing');
  });
});
