import { localDate } from '@gongkai/calendar';
import type { AnswersByLink, ConsultedView, DocumentsView, DrawnPaper, JournalPage } from '@gongkai/contracts';
import { docxText } from '@gongkai/platform';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { docxSaying } from '../../support/docx-saying.js';
import { fieldsIn, postJson, problemIn, request, type HttpAnswer, type Officer } from '../../support/officer.js';
import { ORIGINAL } from '../../support/original.js';

type Media = { readonly content?: Readonly<Record<string, { readonly schema?: object }>> };
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Media>> }>>>>;
  readonly components: object;
};

let api: TestApi;
let document: Document;
let caseworker: Officer;
let auditor: Officer;
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
beforeAll(async () => {
  api = await startTestApi();
  document = (await request(`${api.url}/api/openapi.json`)).body as Document;
  ajv.addSchema({ $id: 'api', components: document.components });
  caseworker = await api.officer('caseworker.bureau');
  auditor = await api.officer('auditor.bureau');
});
afterAll(() => api.stop());

/** What the document says an operation answers; what it refers to is looked up in the whole document. */
function schemaOf(method: string, path: string, status: number): ValidateFunction {
  const media = document.paths[`/api/v1${path}`]?.[method]?.responses[String(status)];
  const schema = media?.content?.['application/json']?.schema;
  if (schema === undefined) throw new Error(`The document says nothing of ${method} ${path} ${status}.`);
  return ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"api#/components')) as object);
}

function expectAsSaid(method: string, path: string, { status, body }: HttpAnswer): void {
  const validate = schemaOf(method, path, status);
  validate(body);
  expect([path, validate.errors]).toEqual([path, null]);
}

const LETTER = { receipt: { channel: 'ordinary_mail', arrivedOn: '2026-03-02', postmarkOn: '2026-02-27' } };

test('a case answers as the document says, on its way and at every address below it', async () => {
  const clerk = await api.officer('clerk.bureau');
  const { id } = await open(clerk, LETTER);
  expectAsSaid('get', '/cases/{id}', await caseworker.get(`/cases/${id}`));
  await step(clerk, id, { type: 'confirmReceipt', confirmedBy: '李明远', confirmedHow: '电话' });
  expectAsSaid('post', '/cases/{id}/commands', await caseworker.post(`/cases/${id}/commands`, { type: 'accept' }));
  await step(caseworker, id, { type: 'sendCorrectionNotice', missing: '年度', period: 15, periodUnit: 'working_day' });
  await step(caseworker, id, { type: 'askThirdParty', party: '某建筑公司' });
  const { items } = (await caseworker.get(`/cases/${id}`)).body as { items: { id: string }[] };
  await step(caseworker, id, { type: 'decideItem', itemId: items[0]?.id ?? '', code: 'granted' });
  await step(caseworker, id, { type: 'submitReview', itemId: items[0]?.id ?? '', ...ORIGINAL });
  for (const below of ['', '/ledger', '/journal', '/documents', '/reminders'])
    expectAsSaid('get', `/cases/{id}${below}`, await caseworker.get(`/cases/${id}${below}`));
});

test('a reply is signed with what the case says: drawn, or brought and held against it; never without paper', async () => {
  const [clerk, approver] = [await api.officer('clerk.bureau'), await api.officer('approver.bureau')];
  const { id, items } = await open(clerk, { receipt: { channel: 'in_person', submittedOn: '2026-03-02' } });
  const [item] = items;
  for (const command of [
    { type: 'accept' },
    { type: 'decideItem', itemId: item?.id, code: 'already_public', otherOrgan: '门户网站' },
    { type: 'submitForApproval' },
  ])
    await step(caseworker, id, command);
  await step(approver, id, { type: 'approve' });
  const signed = (fileId?: string) => ({ type: 'signReply', ...(fileId === undefined ? {} : { fileIds: [fileId] }) });
  expect(fieldsIn(await approver.post(`/cases/${id}/commands?draw=false`, signed()))).toEqual(['fileIds reply-missing']);

  const draft = (await approver.post(`/cases/${id}/papers/draft`, signed())).body as DrawnPaper;
  const drawn = await fetch(`${approver.base}/files/${draft.docx.id}`, { headers: { cookie: approver.cookie } });
  const said = docxText(Buffer.from(await drawn.arrayBuffer())) ?? '';
  const brought = async (text: string, name = '自拟.docx'): Promise<string> =>
    ((await approver.upload('/files', new File([docxSaying(text)], name))).body as { id: string }).id;
  const wrong = await brought(said.replaceAll('预览', '').replaceAll('60日', '30日'));
  const told = ['fileIds reply-lacks-remedy', 'fileIds reply-says-remedy'];
  for (const path of ['commands', 'commands?preview=true', 'papers/draft'])
    expect(fieldsIn(await approver.post(`/cases/${id}/${path}`, signed(wrong)))).toEqual(expect.arrayContaining(told));
  expect(fieldsIn(await approver.post(`/cases/${id}/commands`, signed(draft.docx.id)))).toEqual(['fileIds reply-says-preview']);
  const scan = (await approver.upload('/files', new File(['%PDF-1.4\n%scan\n%%EOF\n'], '扫描.pdf'))).body as { id: string };
  expect(fieldsIn(await approver.post(`/cases/${id}/commands`, signed(scan.id)))).toEqual(['fileIds reply-unread']);
  const right = await brought(said.replaceAll('预览', ''));
  expect((await step(approver, id, signed(right))).state).toBe('signed');
  const { items: papers } = (await caseworker.get(`/cases/${id}/documents`)).body as DocumentsView;
  expect(papers.flatMap((one) => (one.type === 'file' ? one.name : []))).toEqual(['自拟.docx']);
});

test('no letter leaves that bears the mark of a preview, whichever step it goes with', async () => {
  const { id } = await open(await api.officer('clerk.bureau'), { receipt: { channel: 'in_person', submittedOn: '2026-03-02' } });
  await step(caseworker, id, { type: 'accept' });
  const asked = { type: 'askThirdParty', party: '某建筑公司', dispatchedOn: null };
  const draft = (await caseworker.post(`/cases/${id}/papers/draft`, asked)).body as DrawnPaper;
  const refused = ['fileIds.0 letter-is-preview'];
  for (const path of ['commands', 'commands?draw=true', 'commands?preview=true', 'papers/draft'])
    expect(fieldsIn(await caseworker.post(`/cases/${id}/${path}`, { ...asked, fileIds: [draft.docx.id] }))).toEqual(refused);
  const correction = { type: 'sendCorrectionNotice', missing: '年份', dispatchedOn: null, fileIds: [draft.pdf.id] };
  expect(fieldsIn(await caseworker.post(`/cases/${id}/commands`, correction))).toEqual(refused);
  const { notices } = await step(caseworker, id, asked);
  const sent = { type: 'dispatchNotice', noticeId: notices[0]?.id, mode: 'ems', trackingNumber: 'EA000001188CN' };
  expect(fieldsIn(await caseworker.post(`/cases/${id}/commands`, { ...sent, fileIds: [draft.docx.id] }))).toEqual(refused);
  const stamped = { type: 'addStamped', noticeId: notices[0]?.id, fileIds: [draft.docx.id] };
  expect(fieldsIn(await caseworker.post(`/cases/${id}/commands`, stamped))).toEqual(refused);
  const slip = (await caseworker.upload('/files', new File(['%PDF-1.4\n%slip\n%%EOF\n'], '寄件凭证.pdf'))).body as { id: string };
  await step(caseworker, id, { ...sent, fileIds: [slip.id] });
});

test.each([
  ['/cases', '/cases'],
  ['/dashboard', '/dashboard'],
  ['/office', '/office'],
  ['/session', '/session'],
  ['/grounds', '/grounds'],
  ['/notifications', '/notifications'],
  ['/calendars/cn/2026', '/calendars/{region}/{year}'],
])('%s answers as the document says', async (address, path) => {
  expectAsSaid('get', path, await auditor.get(address));
});

const WITHHELD = {
  ...{ code: 'refused', ground: 'third_party_rights', article: '条例第十五条', reasons: '含有商业秘密', facts: '载有报价明细' },
  ...{ harm: '公开会使其报价被他人掌握', severability: '全文均为报价' },
};
const { severability: _, ...IN_PART } = { ...WITHHELD, code: 'partly_granted' };

describe('letters about some of several items', () => {
  type Asked = { readonly id: string; readonly items: readonly { readonly id: string }[] };
  let asked: Asked;
  let tokens: Record<'firm' | 'organ' | 'silent' | 'late' | 'never', string>;
  const as = (role: string): Promise<Officer> => api.officer(`${role}.bureau`);
  const take = async (role: string, command: Readonly<Record<string, unknown>>) => step(await as(role), asked.id, command);
  const itemId = (n: number): string | undefined => asked.items[n]?.id;
  const ask = async (type: string, party: string, ...about: readonly number[]) =>
    (await take('caseworker', { type, party, itemIds: about.map(itemId) })).consultations.at(-1)?.id;
  const door = (what: string, body: object): Promise<HttpAnswer> =>
    postJson(`${api.url}/api/v1/public/consultations/${what}`, body);
  const told = async (token: string) => (await door('question', { token })).body as ConsultedView;
  const says = (token: string, answer: string, grounds?: string) => door('answer', { token, answer, grounds, by: '王' });

  const waiting = async () => {
    const { items } = (await (await as('caseworker')).get(`/cases/${asked.id}/answers`)).body as AnswersByLink;
    return items.filter(({ waits }) => waits);
  };

  /** A clerk puts to the case what came in, and its caseworker takes it down. */
  async function takenDown(): Promise<void> {
    for (const { incomingId, arrivedOn, waits: _, ...answer } of await waiting()) {
      const attach = { type: 'attach', caseId: asked.id, as: 'consultation_answer' };
      await (await as('clerk')).post(`/incoming/${incomingId}/acts`, attach);
      await take('caseworker', { type: 'recordAnswer', ...answer, answeredOn: arrivedOn });
    }
    expect(await waiting()).toEqual([]);
  }

  async function givenOut(n: number, decision: Readonly<Record<string, unknown>>): Promise<void> {
    await take('caseworker', { type: 'decideItem', itemId: itemId(n), ...decision });
    await take('caseworker', { type: 'submitReview', itemId: itemId(n), ...ORIGINAL });
    await take('reviewer', { type: 'passReview', itemId: itemId(n) });
  }

  beforeAll(async () => {
    asked = await open(await as('clerk'), { items: ['甲', '乙', '丙', '丁'].map((description) => ({ description })) });
    await take('caseworker', { type: 'accept' });
    const letters = [
      await ask('askThirdParty', '甲公司', 0, 1),
      await ask('askOtherOrgan', '市档案局', 2),
      await ask('askThirdParty', '乙公司', 3),
    ];
    for (const consultationId of letters) await take('clerk', { type: 'recordService', consultationId, how: 'EMS' });
    for (const party of ['丙公司', '戊公司']) await ask('askThirdParty', party, 3);
    const journal = (await (await as('caseworker')).get(`/cases/${asked.id}/journal`)).body as JournalPage;
    const entries = journal.items.filter(({ type }) => type === 'CONSULTATION').map((entry) => entry.id);
    const names = ['firm', 'organ', 'silent', 'late', 'never'] as const;
    const tokenOf = (entry = ''): string => new URL(api.services.links.addressOf(entry)).searchParams.get('token') ?? '';
    tokens = Object.fromEntries(names.map((name, n) => [name, tokenOf(entries[n])])) as typeof tokens;
  });

  test('ask of them alone, and are answered once, in part with grounds (REG 32)', async () => {
    const { firm, organ } = tokens;
    expect([await told(firm), await told(organ)]).toMatchObject([
      { state: 'open', kind: 'third_party', items: ['甲', '乙'] },
      { state: 'open', kind: 'other_organ', items: ['丙'] },
    ]);
    expect(fieldsIn(await says(firm, 'agree_in_part'))).toEqual(['grounds required']);
    expect((await says(firm, 'agree_in_part', '甲的报价明细不同意公开')).status).toBe(200);
    expect(problemIn(await says(firm, 'agree')).code).toBe('answer-not-open');
    expect((await says(organ, 'agree')).status).toBe(200);
    await takenDown();
    await givenOut(0, IN_PART);
    await givenOut(1, { code: 'granted' });
    await givenOut(2, { code: 'granted' });
    await take('caseworker', { type: 'decideItem', itemId: itemId(3), ...WITHHELD });
    // Who agrees in part refuses the rest of both: what is given out whole is given out against them.
    const submitted = await (await as('caseworker')).post(`/cases/${asked.id}/commands`, { type: 'submitForApproval' });
    expect(problemIn(submitted).code).toBe('third-party-refused');
    await take('caseworker', { type: 'decideItem', itemId: itemId(1), ...WITHHELD });
  });

  test('are answered in their period, and until the reply has left also after its signature', async () => {
    const { silent, late, never } = tokens;
    api.clock.set(localDate('2026-03-24'));
    expect(await told(silent)).toMatchObject({ state: 'over', items: [] });
    expect(problemIn(await says(silent, 'agree')).code).toBe('answer-not-open');
    await take('caseworker', { type: 'submitForApproval' });
    for (const type of ['approve', 'signReply']) await take('approver', { type });
    expect(await told(late)).toMatchObject({ state: 'open', items: ['丁'] });
    expect((await says(late, 'refuse', '商业秘密')).status).toBe(200);
    await takenDown();
    const { consultations } = await take('caseworker', { type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001199CN' });
    expect(consultations.map(({ answer }) => answer)).toEqual(['agree_in_part', 'agree', null, 'refuse', null]);
    expect(consultations.filter(({ isAwaited }) => isAwaited)).toEqual([]);
    expect([await told(late), await told(never)]).toMatchObject([{ state: 'answered' }, { state: 'settled', items: [] }]);
    expect(problemIn(await says(never, 'agree')).code).toBe('answer-not-open');
    const mail = { email: 'legal@wu.example', consent: true };
    const letter = String(consultations.at(-1)?.id);
    const mailed = await (await as('caseworker')).post(`/cases/${asked.id}/consultations/${letter}/link-mail`, mail);
    expect(problemIn(mailed).code).toBe('letter-not-awaited');
  });
});
