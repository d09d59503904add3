import type { JournalPage } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { docxSaying } from '../../support/docx-saying.js';
import { fieldsIn, type Officer } from '../../support/officer.js';
import { pdfOf, written } from '../../support/pdfs.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-03-02' });
});
afterAll(() => api.stop());

const as = (role: string): Promise<Officer> => api.officer(`${role}.bureau`);
const applicant = { kind: 'natural_person', category: 'natural_person', name: '李明远', phone: '13900001111' };
/** Of nobody, with a check digit that fits. */
const STRANGER = '11010519491231002X';

async function accepted(): Promise<string> {
  const { id } = await open(await as('clerk'), { applicant });
  await step(await as('caseworker'), id, { type: 'accept' });
  return id;
}

const kept = async (name: string, content: Buffer | Uint8Array<ArrayBuffer>): Promise<string> =>
  ((await (await as('caseworker')).upload('/files', new File([new Uint8Array(content)], name))).body as { id: string }).id;
const pdf = (text: string): Promise<string> => kept('附件.pdf', pdfOf([{ content: '' }, { content: written(text, 72, 700) }]));
const take = async (id: string, command: object, query = '') =>
  (await as('caseworker')).post(`/cases/${id}/commands${query}`, command);
const CORRECTION = { type: 'sendCorrectionNotice', missing: '哪一年', dispatchedOn: null };

test('the number of somebody in a file that goes out is told before the step, by its last places, and goes out with a word why', async () => {
  const id = await accepted();
  for (const file of [await pdf(STRANGER), await kept('附件.docx', docxSaying(`身份证号${STRANGER}`))])
    for (const query of ['?draw=true', '?draw=true&preview=true']) {
      const refused = await take(id, { ...CORRECTION, fileIds: [file] }, query);
      expect(fieldsIn(refused)).toEqual(['particulars letter-particulars']);
      expect(JSON.stringify(refused.body)).toContain('****002X');
      expect(JSON.stringify(refused.body)).not.toContain(STRANGER);
    }
  const particulars = '申请人是其法定代理人';
  expect((await take(id, { ...CORRECTION, fileIds: [await pdf(STRANGER)], particulars }, '?draw=true')).status).toBe(200);
  const { items } = (await (await as('auditor')).get(`/cases/${id}/journal?limit=100`)).body as JournalPage;
  expect(items.at(-1)?.fact).toMatchObject({ type: 'CORRECTION_NOTICE_MADE', particulars });
});

test('what lies under a black bar, or is read by nobody, is told as well; of what cannot be read it is said that it was not', async () => {
  const id = await accepted();
  const text = written(STRANGER, 72, 700);
  const under = await kept('遮盖.pdf', pdfOf([{ content: `${text}0 0 0 rg 60 690 400 30 re f\n` }]));
  const behind = await kept('识别层.pdf', pdfOf([{ content: written(STRANGER, 72, 700, '3 Tr ') }]));
  const table = await kept('名单.csv', Buffer.from(`王某,${STRANGER}\n`));
  for (const file of [under, behind, table]) {
    const refused = await take(id, { ...CORRECTION, fileIds: [file] }, '?draw=true&preview=true');
    expect(fieldsIn(refused)).toEqual(['particulars letter-particulars']);
  }
  const unread = { ...CORRECTION, fileIds: [await kept('打不开.pdf', Buffer.from('%PDF-1.4\n%%EOF\n'))] };
  expect(fieldsIn(await take(id, unread, '?draw=true'))).toEqual(['particulars letter-unread']);
  expect((await take(id, { ...unread, particulars: '已逐页核对' }, '?draw=true&preview=true')).status).toBe(200);
});

test('where another who is consulted is reached is no word for this one, and a number that ends alike is another', async () => {
  const id = await accepted();
  const asked = (party: string, partyPhone: string, more = {}) => ({
    ...{ type: 'askThirdParty', party, partyPhone, dispatchedOn: null },
    ...more,
  });
  await step(await as('caseworker'), id, asked('甲公司', '13700002222'));
  const [theirs, alike, its] = [await pdf('13700002222'), await pdf('13600003333'), await pdf('13500003333')];
  for (const file of [theirs, alike]) {
    const refused = await take(id, asked('乙公司', '13500003333', { fileIds: [file] }), '?draw=true&preview=true');
    expect(fieldsIn(refused)).toEqual(['particulars letter-particulars']);
  }
  expect((await take(id, asked('乙公司', '13500003333', { fileIds: [its] }), '?draw=true&preview=true')).status).toBe(200);
});

test('what is the addressee’s own is no leak to them, and is one to somebody else', async () => {
  const id = await accepted();
  const fileIds = [await pdf('13900001111')];
  expect((await take(id, { ...CORRECTION, fileIds }, '?draw=true&preview=true')).status).toBe(200);
  const asked = { type: 'askThirdParty', party: '某建筑公司', dispatchedOn: null, fileIds };
  expect(fieldsIn(await take(id, asked, '?draw=true'))).toEqual(['particulars letter-particulars']);
  const { notices } = await step(await as('caseworker'), id, CORRECTION);
  const stamped = { type: 'addStamped', noticeId: notices[0]?.id, fileIds: [await pdf(`${STRANGER} copy`)], differs: '附页' };
  expect(fieldsIn(await take(id, stamped))).toEqual(['particulars letter-particulars']);
});
