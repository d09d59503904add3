import type { ApplicationStanding, CaseView, DrawnPaper, ReceiptSlip } from '@gongkai/contracts';
import { docxText } from '@gongkai/platform';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { fieldsIn, request, type Officer } from '../../support/officer.js';
import { pdfOf } from '../../support/pdfs.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-03-02' });
});
afterAll(() => api.stop());

const as = (role: string): Promise<Officer> => api.officer(`${role}.bureau`);

/** A PDF of so many pages without words; its id is the hash of its content. */
async function brought(name: string, pages = 1): Promise<string> {
  const content = pdfOf(Array.from({ length: pages }, () => ({ content: '' })));
  const file = new File([new Uint8Array(content), `%${name}\n`], name, { type: 'application/pdf' });
  return ((await (await as('caseworker')).upload('/files', file)).body as { id: string }).id;
}

async function accepted(): Promise<CaseView> {
  const { id } = await open(await as('clerk'), { delivery: 'portal', wantedForm: 'electronic' });
  return step(await as('caseworker'), id, { type: 'accept' });
}

const take = async (role: string, id: string, command: object, query = '') =>
  (await as(role)).post(`/cases/${id}/commands${query}`, command);
const noticeIn = ({ notices }: CaseView): CaseView['notices'][number] => {
  const notice = notices.at(-1);
  if (notice === undefined) throw new Error('No notice was made.');
  return notice;
};

/** A case with a correction notice that waits, with a file beside what was drawn or in its place. */
async function waiting(fileIds: readonly string[], query = ''): Promise<CaseView> {
  const { id } = await accepted();
  const made = { type: 'sendCorrectionNotice', missing: '哪一年', dispatchedOn: null, fileIds };
  return (await take('caseworker', id, made, query)).body as CaseView;
}

const sendBack = async ({ id, toConfirm }: CaseView): Promise<CaseView> =>
  step(await as('approver'), id, { type: 'confirmFact', entryId: toConfirm[0]?.entryId, reject: '附件不对' });

test('what takes the place of an annex that was sent back is an annex, and no stamped copy, however many pages it has', async () => {
  const view = await sendBack(await waiting([await brought('附件一.pdf')], '?draw=true'));
  const { id: noticeId, own } = noticeIn(view);
  const other = await brought('附件二.pdf', 5);
  const mended = await step(await as('caseworker'), view.id, { type: 'addStamped', noticeId, fileIds: [other] });
  expect(noticeIn(mended)).toMatchObject({ stamped: [], own: { fileIds: [...(own?.drawn ?? []), other], seen: false } });
  await step(await as('approver'), view.id, { type: 'confirmFact', entryId: mended.toConfirm[0]?.entryId });
  const sent = await step(await as('caseworker'), view.id, { type: 'dispatchNotice', noticeId, mode: 'portal' });
  // What comes once it has left is a stamped copy, and has the pages of the letter.
  const stamped = { type: 'addStamped', noticeId, fileIds: [await brought('扫描.pdf', 5)] };
  expect(fieldsIn(await take('caseworker', sent.id, stamped))).toEqual(['differs stamped-pages']);
  const caseworker = await as('caseworker');
  const { docx } = (await caseworker.post(`/cases/${view.id}/papers`, { kind: 'file_catalogue' })).body as DrawnPaper;
  const catalogue = await fetch(`${caseworker.base}/files/${docx.id}`, { headers: { cookie: caseworker.cookie } });
  const listed = docxText(Buffer.from(await catalogue.arrayBuffer())) ?? '';
  expect(listed).toContain('附件二');
  expect(listed).not.toContain('盖章件');
});

test('an annex is not the paper of its letter, and may lie beside others; what was drawn is, at whatever step', async () => {
  const annex = await brought('通用说明.pdf', 2);
  const first = noticeIn(await waiting([annex], '?draw=true'));
  const second = await waiting([await brought('自拟.pdf')]);
  const anew = { type: 'addStamped', noticeId: noticeIn(second).id };
  const redrawn = noticeIn((await take('caseworker', second.id, anew, '?draw=true')).body as CaseView).redrawn ?? [];
  const { id } = await accepted();
  const { notices } = await step(await as('caseworker'), id, { type: 'sendCorrectionNotice', missing: '哪一年' });
  const stamp = (file: string | undefined) => ({
    type: 'addStamped',
    noticeId: notices[0]?.id,
    fileIds: [file],
    differs: '附页',
  });
  for (const file of [first.own?.drawn?.[0], redrawn[0]])
    expect(fieldsIn(await take('clerk', id, stamp(file), '?preview=true'))).toEqual(['fileIds.0 stamped-of-another']);
  expect((await take('clerk', id, stamp(annex), '?preview=true')).status).toBe(200);
});

test('what an approver puts beside a letter that they sign is fetched over the portal with it', async () => {
  const { id, number } = await accepted();
  const annex = await brought('清单.pdf');
  await step(await as('caseworker'), id, { type: 'proposeExtension', workingDays: 5, reason: '数量较多' });
  const made = (await take('approver', id, { type: 'approveExtension', fileIds: [annex] }, '?draw=true')).body as CaseView;
  expect(noticeIn(made).own).toBeUndefined();
  const { queryCode } = (await (await as('clerk')).get(`/cases/${id}/receipt`)).body as ReceiptSlip;
  const url = `${api.url}/api/v1/public/applications/${encodeURIComponent(number)}`;
  const { notices } = (await request(`${url}?code=${queryCode}`)).body as ApplicationStanding;
  expect(notices.flatMap(({ files }) => files.map(({ name }) => name)).sort()).toEqual(
    ['清单.pdf', `延期答复告知书${noticeIn(made).number ?? ''}.pdf`].sort(),
  );
  expect((await request(`${url}/files/${annex}?code=${queryCode}`)).status).toBe(200);
});
