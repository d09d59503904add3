import { localDate } from '@gongkai/calendar';
import type { AnswersByLink, CaseView, DocumentsView, DrawnPaper, JournalPage } from '@gongkai/contracts';
import { docxText } from '@gongkai/platform';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { fieldsIn, postJson, type HttpAnswer, type Officer } from '../../support/officer.js';

let api: TestApi;
let officers: () => Readonly<Record<'clerk' | 'caseworker', Officer>>;
const day = '2026-04-01';
beforeAll(async () => {
  api = await startTestApi({ today: '2026-03-02' });
  api.clock.set(localDate(day));
  const [clerk, caseworker] = await Promise.all([api.officer('clerk.bureau'), api.officer('caseworker.bureau')]);
  officers = () => ({ clerk, caseworker });
});
afterAll(() => api.stop());

const sent = (token: string, body: object): Promise<HttpAnswer> =>
  postJson(`${api.url}/api/v1/public/consultations/answer`, { token, ...body });

async function asked(...descriptions: readonly string[]): Promise<{ view: CaseView; token: string; letter: string }> {
  const { clerk, caseworker } = officers();
  const items = descriptions.map((description) => ({ description }));
  const { id } = await open(clerk, { receipt: { channel: 'in_person', submittedOn: day }, items });
  await step(caseworker, id, { type: 'accept' });
  const view = await step(caseworker, id, { type: 'askThirdParty', party: '己公司' });
  const journal = (await caseworker.get(`/cases/${id}/journal`)).body as JournalPage;
  const entry = journal.items.find(({ type }) => type === 'CONSULTATION')?.id ?? '';
  const token = new URL(api.services.links.addressOf(entry)).searchParams.get('token') ?? '';
  return { view, token, letter: view.consultations[0]?.id ?? '' };
}

const byLink = async (id: string) => ((await officers().caseworker.get(`/cases/${id}/answers`)).body as AnswersByLink).items;
const filesOf = async (id: string) =>
  ((await officers().caseworker.get(`/cases/${id}/documents`)).body as DocumentsView).items.filter(({ type }) => type === 'file');

/** What the record of an answer by link in a case says. */
async function recordIn(id: string): Promise<string> {
  const docx = (await filesOf(id)).filter((file) => 'name' in file && /^网上答复记录.*\.docx$/.test(file.name));
  expect(docx).toHaveLength(1);
  return textOf(docx[0]?.id);
}

async function textOf(fileId: string | undefined): Promise<string> {
  const { base, cookie } = officers().caseworker;
  const file = await fetch(`${base}/files/${fileId ?? ''}`, { headers: { cookie } });
  return (docxText(Buffer.from(await file.arrayBuffer())) ?? '').replace(/\s/g, '');
}

const refusal = { answer: 'refuse', grounds: '含有报价，属于商业秘密😀', by: '王经理', phone: '13800001111' };

test('an answer by link without papers is put on file with the step that records it: who, when, what (REG 32, 45)', async () => {
  const { view, token, letter } = await asked('甲合同', '乙合同');
  expect((await sent(token, refusal)).status).toBe(200);
  const record = { type: 'recordAnswer', consultationId: letter, answer: 'refuse', grounds: '商业秘密' };
  const before = (await filesOf(view.id)).length;
  await step(officers().caseworker, view.id, record);
  const text = await recordIn(view.id);
  for (const said of [
    '己公司',
    '一甲合同',
    '二乙合同',
    '2026年4月1日09:00',
    '不同意公开',
    '含有报价，属于商业秘密',
    '王经理',
    '13800001111',
  ])
    expect(text).toContain(said);
  expect(text).toContain('〔U+1F600〕');
  const files = await filesOf(view.id);
  expect(files.map((file) => 'name' in file && file.name.split('.').at(-1)).slice(before)).toEqual(['pdf', 'docx']);
  const journal = (await officers().caseworker.get(`/cases/${view.id}/journal`)).body as JournalPage;
  expect(journal.items.at(-1)).toMatchObject({
    type: 'CONSULTATION_ANSWERED',
    fact: { fileIds: files.slice(before).map(({ id }) => id) },
  });
});

test('one that the clerk has put to the case first is on file as well, in each case that has the letter, and can be drawn again', async () => {
  const { view, token, letter } = await asked('甲', '乙');
  const { clerk, caseworker } = officers();
  const split = await step(caseworker, view.id, { type: 'split', items: [view.items[1]?.id] });
  const [second = ''] = split.linkedCaseIds;
  await sent(token, refusal);
  const [{ incomingId } = { incomingId: '' }] = await byLink(view.id);
  await clerk.post(`/incoming/${incomingId}/acts`, { type: 'attach', caseId: view.id, as: 'consultation_answer' });
  for (const id of [view.id, second]) {
    await step(caseworker, id, { type: 'recordAnswer', consultationId: letter, answer: 'refuse', grounds: '商业秘密' });
    expect(await recordIn(id)).toContain('王经理');
  }
  const again = await caseworker.post(`/cases/${second}/papers`, { kind: 'answer_by_link', about: letter });
  expect(await textOf((again.body as DrawnPaper).docx.id)).toContain('王经理');
});

test('of an answer on paper no record is made, nor can one be drawn; what was set aside is none', async () => {
  const { view, token, letter } = await asked('甲');
  const { clerk, caseworker } = officers();
  await sent(token, refusal);
  const [{ incomingId } = { incomingId: '' }] = await byLink(view.id);
  await clerk.post(`/incoming/${incomingId}/acts`, { type: 'dismiss', reason: '不是己公司的人' });
  const before = await filesOf(view.id);
  await step(caseworker, view.id, { type: 'recordAnswer', consultationId: letter, answer: 'agree' });
  expect(await filesOf(view.id)).toEqual(before);
  const drawn = await caseworker.post(`/cases/${view.id}/papers`, { kind: 'answer_by_link', about: letter });
  expect(fieldsIn(drawn)).toEqual(['paper.party.saidByLink paper-lacks']);
});

test('where the record cannot be printed, nothing is changed', async () => {
  const { view, token, letter } = await asked('甲');
  await sent(token, { answer: 'agree', by: '王经理' });
  const { press } = api.services;
  Object.assign(press, { print: () => Promise.reject(new Error('no press')) });
  const record = { type: 'recordAnswer', consultationId: letter, answer: 'agree' };
  const { caseworker } = officers();
  const before = (await caseworker.get(`/cases/${view.id}`)).body as CaseView;
  expect((await caseworker.post(`/cases/${view.id}/commands`, record)).status).toBe(500);
  Reflect.deleteProperty(press, 'print');
  expect(await byLink(view.id)).toMatchObject([{ waits: true }]);
  const after = (await caseworker.get(`/cases/${view.id}`)).body as CaseView;
  expect([after.version, after.consultations[0]?.answer]).toEqual([before.version, null]);
  await step(caseworker, view.id, record);
  expect(await recordIn(view.id)).toContain('同意公开');
});

test('a refusal, whole or in part, is recorded with its grounds, or with the statement that none were given (REG 32)', async () => {
  const { view, letter } = await asked('甲');
  const { caseworker } = officers();
  const record = { type: 'recordAnswer', consultationId: letter };
  for (const answer of ['refuse', 'agree_in_part'])
    for (const how of ['?preview=true', ''])
      expect(fieldsIn(await caseworker.post(`/cases/${view.id}/commands${how}`, { ...record, answer }))).toEqual([
        'grounds grounds-unsaid',
      ]);
  const after = await step(caseworker, view.id, { ...record, answer: 'refuse', grounds: '对方未说明理由' });
  expect(after.consultations).toMatchObject([{ answer: 'refuse' }]);
});
