import type { DocumentsView, IncomingList, IncomingView, JournalPage, WorkOrdersView } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { application, caseIn, open, step } from '../../support/applications.js';
import { fieldsIn, postJson, problemIn, request, type HttpAnswer, type Officer } from '../../support/officer.js';

const TODAY = '2026-05-08';

let api: TestApi;
let clerk: Officer;
let caseworker: Officer;
beforeAll(async () => {
  api = await startTestApi({ today: TODAY });
  clerk = await api.officer('clerk.bureau');
  caseworker = await api.officer('caseworker.bureau');
});
afterAll(() => api.stop());

let serial = 0;
/** A fax that the gateway hands in, with a file of its own. */
async function fax(change: object = {}): Promise<IncomingView> {
  serial += 1;
  const content = Buffer.from(`%PDF-1.4\n%fax ${serial}\n%%EOF\n`);
  const file = new File([content], 'fax.pdf', { type: 'application/pdf' });
  const { id } = (await clerk.upload('/files', file)).body as { id: string };
  const body = {
    source: 'fax',
    arrivedAt: '2026-05-07T21:40:00+08:00',
    sender: '0871-6517 2200',
    pages: 2,
    fileIds: [id],
    ...change,
  };
  return viewIn(await clerk.post('/incoming', body));
}

function viewIn({ status, body, text }: HttpAnswer): IncomingView {
  if (status >= 300) throw new Error(text);
  return body as IncomingView;
}

const act = (officer: Officer, { id }: IncomingView, type: string, more: object = {}): Promise<HttpAnswer> =>
  officer.post(`/incoming/${id}/acts`, { type, ...more });
const HEAD = '工单编号,来电人,联系电话,来电时间,工单类型,诉求内容';
/** A table of the hotline, in the code page of the machine where one is given. */
function hand(rows: readonly string[], { preview = false, bytes }: { preview?: boolean; bytes?: Buffer } = {}) {
  const text = `\uFEFF${[HEAD, ...rows].join('\r\n')}\r\n`;
  return clerk.upload(`/work-orders?preview=${String(preview)}`, new File([bytes ?? text], '工单.csv', { type: 'text/csv' }));
}
const ordersIn = ({ status, body, text }: HttpAnswer): WorkOrdersView => {
  if (status !== 200) throw new Error(text);
  return body as WorkOrdersView;
};
const listed = async (query = ''): Promise<string[]> =>
  ((await clerk.get(`/incoming${query}`)).body as IncomingList).items.map(({ id }) => id);
const acts = ({ history }: IncomingView): string[] => history.map(({ act: done }) => done);
const entries = async (caseId: string): Promise<string[]> =>
  ((await clerk.get(`/cases/${caseId}/journal`)).body as JournalPage).items.map(({ type }) => type);

describe('what comes in', () => {
  test('waits in the inbox of its organ, by the day of the office on which it came, the longest wait first', async () => {
    const late = await fax({ arrivedAt: '2026-05-07T23:30:00+08:00' });
    const early = await fax({ arrivedAt: '2026-05-06T16:30:00Z' });
    expect(early).toMatchObject({
      state: 'waiting',
      arrivedOn: '2026-05-07',
      sender: '0871-6517 2200',
      pages: 2,
      readable: true,
    });
    expect(early.files.map(({ name }) => name)).toEqual(['fax.pdf']);
    const ids = await listed();
    expect(ids.indexOf(early.id)).toBeLessThan(ids.indexOf(late.id));
    const first = (await clerk.get('/incoming?limit=1')).body as IncomingList;
    const second = (await clerk.get(`/incoming?limit=1&cursor=${first.nextCursor ?? ''}`)).body as IncomingList;
    expect([first.items[0]?.id, second.items[0]?.id]).toEqual(ids.slice(0, 2));
    const street = await api.officer('clerk.street');
    expect(((await street.get('/incoming')).body as IncomingList).items).toEqual([]);
    expect((await street.get(`/incoming/${early.id}`)).status).toBe(404);
  });

  test('twice is there once, and says so; another one under the same key is another one', async () => {
    const one = await fax({ key: 'gateway-17' });
    const same = { key: 'gateway-17', fileIds: one.files.map(({ id }) => id) };
    const again = await fax(same);
    expect(again).toMatchObject({ id: one.id, cameAgain: 1 });
    expect(acts(again)).toEqual(['received', 'came-again']);
    const other = await fax({ key: 'gateway-17' });
    expect([other.id === one.id, other.files[0]?.id === one.files[0]?.id]).toEqual([false, false]);
    expect(await fax({ key: 'gateway-17', fileIds: other.files.map(({ id }) => id) })).toMatchObject({
      id: other.id,
      cameAgain: 1,
    });
    expect(await fax(same)).toMatchObject({ id: one.id, cameAgain: 2 });
  });

  test('is sealed: what it says and who sent it cannot be read in the database', async () => {
    const { id } = await fax({ text: '申请公开垃圾分类经费', subject: '信息公开申请' });
    const [row] = await api.services.source.query<{ all: string }[]>('SELECT incoming::text AS all FROM incoming WHERE id = $1', [
      id,
    ]);
    expect(row?.all).not.toMatch(/0871-6517|垃圾|公开/);
    expect((await clerk.get('/incoming')).text).toContain('信息公开申请');
  });

  test('from a gateway: by the token of an administrator, with its file', async () => {
    const { secret } = await api.services.tokens.issue(null, { person: 'clerk.bureau', name: 'fax gateway', scopes: ['intake'] });
    const headers = { authorization: `Bearer ${secret}` };
    const form = new FormData();
    form.append('file', new File([Buffer.from('%PDF-1.4\n%gateway\n%%EOF\n')], 'fax-0042.pdf', { type: 'application/pdf' }));
    const sent = await request(`${api.url}/api/v1/files`, { method: 'POST', headers, body: form });
    const { id } = sent.body as { id: string };
    const body = { source: 'fax', key: 'line-1/0042', sender: '0871-6517 3300', pages: 1, fileIds: [id] };
    const taken = viewIn(await postJson(`${api.url}/api/v1/incoming`, body, headers));
    expect(taken.files.map(({ name }) => name)).toEqual(['fax-0042.pdf']);
    expect(viewIn(await postJson(`${api.url}/api/v1/incoming`, body, headers))).toMatchObject({ id: taken.id, cameAgain: 1 });
    expect(await listed()).toContain(taken.id);
  });

  test('needs something to read, known files, and a past moment', async () => {
    const before = await api.count('incoming');
    const answers = [
      { source: 'fax' },
      { source: 'fax', fileIds: ['0'.repeat(64)] },
      { source: 'fax', text: '申请', arrivedAt: '2026-05-09T10:00:00+08:00' },
      { source: 'pigeon', text: '申请' },
    ];
    const fields = await Promise.all(answers.map(async (body) => fieldsIn(await clerk.post('/incoming', body))));
    expect(fields).toEqual([
      ['fileIds required'],
      ['fileIds.0 unknown-file'],
      ['arrivedAt future-date'],
      [expect.stringMatching(/^source /)],
    ]);
    expect(problemIn(await (await api.officer('auditor.bureau')).get('/incoming')).code).toBe('role-missing');
    for (const cursor of ['nonsense', Buffer.from('[1,2]').toString('base64url')])
      expect(fieldsIn(await clerk.get(`/incoming?cursor=${cursor}`))).toEqual(['cursor invalid-value']);
    expect(await api.count('incoming')).toBe(before);
  });
});

describe('a person says what it is', () => {
  test('claimed, it is theirs until it is put back', async () => {
    const letter = await fax();
    const claimed = viewIn(await act(clerk, letter, 'claim'));
    expect(claimed.claimedBy?.name).toBe('何晓雯');
    const taken = problemIn(await act(caseworker, letter, 'dismiss', { reason: '广告' }));
    expect(taken).toMatchObject({ code: 'incoming-held', title: expect.stringContaining('何晓雯') });
    viewIn(await act(caseworker, letter, 'release'));
    expect(viewIn(await act(caseworker, letter, 'claim')).claimedBy?.name).toBe('林致远');
  });

  test('an application: the case and what became of the letter are one commit, and it opens only one', async () => {
    const letter = await fax();
    const body = application({
      receipt: { channel: 'fax', submittedOn: '2026-05-07', faxNumber: '0871-6517 2200', pages: 2 },
      fileIds: letter.files.map(({ id }) => id),
    });
    const [one, other] = await Promise.all([
      clerk.post(`/cases?incoming=${letter.id}`, body),
      clerk.post(`/cases?incoming=${letter.id}`, body),
    ]);
    const codes = [one, other].map(({ status }) => status).sort();
    expect(codes).toEqual([201, 409]);
    const view = caseIn(one.status === 201 ? one : other);
    const after = viewIn(await clerk.get(`/incoming/${letter.id}`));
    expect(after).toMatchObject({ state: 'opened', case: { id: view.id, number: view.number } });
    expect(await listed()).not.toContain(letter.id);
    expect(await listed('?state=opened')).toContain(letter.id);

    expect(problemIn(await act(clerk, letter, 'restore')).title).toContain(view.number);
    await step(await api.officer('approver.bureau'), view.id, { type: 'voidCase', reason: '误登' });
    expect(viewIn(await act(clerk, letter, 'restore'))).toMatchObject({ state: 'waiting', case: null, claimedBy: null });
  });

  test('a refused application leaves the letter where it was', async () => {
    const letter = await fax();
    const refused = await clerk.post(
      `/cases?incoming=${letter.id}`,
      application({ receipt: { channel: 'fax', submittedOn: '2027-01-04' } }),
    );
    expect(refused.status).toBe(422);
    expect((await clerk.post('/cases?incoming=none', application())).status).toBe(404);
    expect(viewIn(await clerk.get(`/incoming/${letter.id}`)).state).toBe('waiting');
  });

  test('papers of a case: they lie there with a note; taken back, the case is told', async () => {
    const view = await open(clerk, { receipt: { channel: 'in_person', submittedOn: TODAY } });
    const letter = await fax();
    const put = viewIn(await act(clerk, letter, 'attach', { caseId: view.id, as: 'correction', note: '补充了文号' }));
    expect(put).toMatchObject({ state: 'attached', attachedAs: 'correction', case: { number: view.number } });
    const documents = (await clerk.get(`/cases/${view.id}/documents`)).body as DocumentsView;
    expect(documents.items).toMatchObject([{ id: letter.files[0]?.id }]);
    expect(problemIn(await act(clerk, letter, 'dismiss', { reason: '重复' })).code).toBe('incoming-settled');

    const back = viewIn(await act(clerk, letter, 'restore'));
    expect(back).toMatchObject({ state: 'waiting', case: null, attachedAs: null });
    expect(acts(back)).toEqual(['received', 'attach', 'restore']);
    expect(problemIn(await act(clerk, letter, 'restore')).code).toBe('incoming-waiting');
    expect(await entries(view.id)).toEqual(['APPLICATION_RECEIVED', 'NOTED', 'NOTED']);
    const nowhere = { caseId: '018f0000-0000-7000-8000-000000000000', as: 'other' };
    expect(problemIn(await act(clerk, letter, 'attach', nowhere)).code).toBe('case-not-found');
  });

  test('no application, with the reason; and that can be taken back as well', async () => {
    const letter = await fax();
    expect(fieldsIn(await act(clerk, letter, 'dismiss'))).toEqual(['reason required']);
    expect(viewIn(await act(clerk, letter, 'dismiss', { reason: '广告传真' }))).toMatchObject({
      state: 'dismissed',
      reason: '广告传真',
    });
    expect(viewIn(await act(clerk, letter, 'restore')).state).toBe('waiting');
  });
});

describe('work orders of the hotline', () => {
  const RIGHT = [
    'GD-1,苏晓明,13800000001,2026/5/7 21:40,申请,"想要2025年停车收费标准，\n寄到家里"',
    'GD-2,,13800000002,2026-05-08 08:30:12,咨询,公开指南在哪里看',
    'GD-3,赵启,,2026-05-08 08:31,投诉,申请三个月没有答复',
  ];
  const WRONG = ['GD-4,钱江,,2026-05-09 08:00,申请,明天的', ',孙和,,昨天,建议,', 'GD-1,李,,2026-05-08 08:00,,又一次'];

  test('a table is looked at before it is taken in, with what is wrong by row and column; then each number is there once', async () => {
    const before = await api.count('incoming');
    const looked = ordersIn(await hand([...RIGHT, ...WRONG], { preview: true }));
    expect(looked).toMatchObject({ fresh: 3, known: 0, wrong: 3 });
    expect(looked.rows.map(({ row, problems }) => [row, problems.map(({ column, code }) => `${column} ${code}`)])).toEqual([
      [2, []],
      [3, []],
      [4, []],
      [5, ['来电时间 future-date']],
      [6, ['工单编号 required', '诉求内容 required', '来电时间 not-a-moment', '工单类型 unknown-option']],
      [7, ['工单编号 twice-in-table']],
    ]);
    expect(await api.count('incoming')).toBe(before);

    expect(ordersIn(await hand([...RIGHT, ...WRONG]))).toMatchObject({ fresh: 3, wrong: 3 });
    expect(ordersIn(await hand(RIGHT))).toMatchObject({ fresh: 0, known: 3, wrong: 0 });
    expect(await api.count('incoming')).toBe(before + 3);
    const { items } = (await clerk.get('/incoming?source=hotline')).body as IncomingList;
    expect(items).toMatchObject([
      { sort: 'ordinary', sender: '苏晓明 13800000001', arrivedAt: '2026-05-07T13:40:00.000Z', cameAgain: 0 },
      { sort: 'question', sender: '13800000002' },
      { sort: 'complaint', subject: 'GD-3 申请三个月没有答复' },
    ]);
  });

  test('one that comes again with more in it is an addition to the one before, and names what it said; the same again is none', async () => {
    const more = 'GD-1,苏晓明,13800000001,2026/5/7 21:40,申请,"想要2025年停车收费标准，寄到家里，加2024年的"';
    const before = '想要2025年停车收费标准，\n寄到家里';
    const looked = ordersIn(await hand([more], { preview: true }));
    expect(looked).toMatchObject({ fresh: 0, added: 1, known: 0, rows: [{ known: false, before }] });
    await hand([more]);
    expect(ordersIn(await hand([more, ...RIGHT]))).toMatchObject({ fresh: 0, added: 0, known: 3, wrong: 1 });
    const { items } = (await clerk.get('/incoming?source=hotline')).body as IncomingList;
    const [addition] = items.filter((one) => one.addition);
    const first = { text: before, case: null };
    expect(viewIn(await clerk.get(`/incoming/${addition?.id ?? ''}`))).toMatchObject({ addition: true, before: first });
    const order = { source: 'hotline', key: 'GD-1', text: '不用寄了' };
    expect(viewIn(await clerk.post('/incoming', order))).toMatchObject({ addition: true, before: { id: addition?.id } });
  });

  test('a question is answered on the spot, a complaint put aside, and both can be taken back', async () => {
    const order = { source: 'hotline', key: 'GD-9', kind: 'question', sender: '13800000009', text: '几点开门' };
    const question = viewIn(await clerk.post('/incoming', order));
    const answer = '工作日上午九时至下午五时，已电话告知';
    const answered = viewIn(await act(clerk, question, 'answer', { answer }));
    expect(answered).toMatchObject({ sort: 'question', state: 'answered', reason: answer });
    expect(answered.history.at(-1)).toMatchObject({ act: 'answer', by: '何晓雯', detail: answer });
    expect(viewIn(await act(clerk, question, 'restore')).state).toBe('waiting');
    expect(viewIn(await act(clerk, question, 'complaint', { note: '态度' }))).toMatchObject({
      state: 'complaint',
      reason: '态度',
    });
    expect(await listed('?state=complaint')).toEqual([question.id]);
    expect(fieldsIn(await act(clerk, await fax(), 'answer', { answer }))).toEqual(['type hotline-only']);
  });

  test('GB 18030 and tabs are read; what is no table, or has not the columns, is refused whole', async () => {
    const gb = Buffer.from('b9a4b5a5b1e0bac509cab1bce409c4dac8dd0a47422d3109323032362d30352d30372031303a303009b2e9d1af0a', 'hex');
    expect(ordersIn(await hand([], { preview: true, bytes: gb })).rows).toMatchObject([
      { key: 'GB-1', text: '查询', problems: [] },
    ]);
    const refused = [
      Buffer.from('a,b\n1,2\n'),
      Buffer.from([0, 1, 2, 3, 255]),
      Buffer.from(''),
      Buffer.from('PK\u0003\u0004 no zip'),
    ];
    const fields = await Promise.all(refused.map(async (bytes) => fieldsIn(await hand([], { bytes }))));
    expect(fields).toEqual([
      ['number column-missing', 'time column-missing', 'text column-missing'],
      ...Array.from({ length: 3 }, () => ['file table-unreadable']),
    ]);
    const approver = await api.officer('approver.bureau');
    const file = new File([`${HEAD}\n`], 'a.csv', { type: 'text/csv' });
    expect(problemIn(await approver.upload('/work-orders', file)).code).toBe('role-missing');
  });
});
