import type { DocumentsView, DrawnPaper } from '@gongkai/contracts';
import { docxText } from '@gongkai/platform';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { fieldsIn, request, type HttpAnswer, type Officer } from '../../support/officer.js';
import { zipOf } from '../../support/zip.js';
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

/** A document as people write one: its text, paragraph by paragraph. */
const docxSaying = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    zipOf({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': `<w:document>${text
        .split('\n')
        .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
        .join('')}</w:document>`,
    }),
  );

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
