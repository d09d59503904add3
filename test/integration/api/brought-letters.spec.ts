import { localDate } from '@gongkai/calendar';
import type { ApplicationStanding, CaseView, DocumentsView, DrawnPaper, ReceiptSlip } from '@gongkai/contracts';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { pdfOf } from '../../support/pdfs.js';
import { fieldsIn, problemIn, request, type Officer } from '../../support/officer.js';

const TODAY = '2026-03-02';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ today: TODAY });
});
afterAll(() => api.stop());
beforeEach(() => api.clock.set(localDate(TODAY)));

const as = (role: string): Promise<Officer> => api.officer(`${role}.bureau`);

/** A PDF that somebody brings; its id is the hash of its content. */
async function brought(name: string): Promise<string> {
  const file = new File([new Uint8Array(pdfOf([{ content: '' }])), `%${name}\n`], name, { type: 'application/pdf' });
  return ((await (await as('caseworker')).upload('/files', file)).body as { id: string }).id;
}

/** A case whose applicant fetches everything over the portal, and what that applicant sees. */
async function followed() {
  const clerk = await as('clerk');
  const view = await open(clerk, { delivery: 'portal', wantedForm: 'electronic' });
  await step(await as('caseworker'), view.id, { type: 'accept' });
  const { queryCode } = (await clerk.get(`/cases/${view.id}/receipt`)).body as ReceiptSlip;
  const url = `${api.url}/api/v1/public/applications/${encodeURIComponent(view.number)}`;
  return {
    view,
    fetch: async (id: string): Promise<number> => (await request(`${url}/files/${id}?code=${queryCode}`)).status,
    standing: async (): Promise<ApplicationStanding> => (await request(`${url}?code=${queryCode}`)).body as ApplicationStanding,
  };
}

const take = async (role: string, id: string, command: object, query = '') =>
  (await as(role)).post(`/cases/${id}/commands${query}`, command);

const files = async (own: Awaited<ReturnType<typeof followed>>): Promise<(string | undefined)[]> =>
  (await own.standing()).notices.flatMap((notice) => notice.files.map(({ id }) => id));

test('a file that the office brings for a notice reaches nobody before an approver has seen exactly that file', async () => {
  const own = await followed();
  const { id } = own.view;
  const secret = await brought('内部台账.pdf');
  const made = { type: 'sendCorrectionNotice', missing: '哪一年', fileIds: [secret] };
  for (const query of ['', '?preview=true'])
    expect(fieldsIn(await take('caseworker', id, made, query))).toEqual(['fileIds paper-unseen']);
  const view = (await take('caseworker', id, { ...made, dispatchedOn: null })).body as CaseView;
  const [noticeId, entryId] = [view.notices[0]?.id, view.toConfirm[0]?.entryId];
  expect(view.toConfirm).toMatchObject([{ reason: 'own-paper' }]);
  const dispatch = { type: 'dispatchNotice', noticeId, mode: 'portal' };
  for (const mode of ['portal', 'registered_mail', 'in_person'])
    expect(fieldsIn(await take('caseworker', id, { ...dispatch, mode, trackingNumber: 'XA1', signedBy: '本人' }))).toEqual([
      'noticeId paper-unseen',
    ]);
  expect(await own.fetch(secret)).toBe(404);
  expect((await take('caseworker', id, { type: 'confirmFact', entryId })).status).toBe(403);
  await step(await as('approver'), id, { type: 'confirmFact', entryId });
  // Another file, though the first was seen.
  const other = await brought('另一份.pdf');
  await step(await as('caseworker'), id, { type: 'addStamped', noticeId, fileIds: [other] });
  expect(fieldsIn(await take('caseworker', id, dispatch))).toEqual(['noticeId paper-unseen']);
  const { toConfirm } = (await (await as('approver')).get(`/cases/${id}`)).body as CaseView;
  await step(await as('approver'), id, { type: 'confirmFact', entryId: toConfirm[0]?.entryId });
  await step(await as('caseworker'), id, dispatch);
  expect(await files(own)).toEqual([other]);
  expect([await own.fetch(other), await own.fetch(secret)]).toEqual([200, 404]);
});

test('a file that is altered on the disk, or gone, is neither confirmed nor sent', async () => {
  const own = await followed();
  const { id } = own.view;
  const letter = await brought('补正通知.pdf');
  const asked = { type: 'sendCorrectionNotice', missing: '哪一年', dispatchedOn: null, fileIds: [letter] };
  const view = await step(await as('caseworker'), id, asked);
  const entryId = view.toConfirm[0]?.entryId;
  const path = join(api.settings.dataDir, 'files', letter.slice(0, 2), letter.slice(2, 4), letter);
  writeFileSync(path, 'X');
  const confirm = { type: 'confirmFact', entryId };
  expect(problemIn(await take('approver', id, confirm)).code).toBe('file-altered');
  rmSync(path);
  expect(problemIn(await take('approver', id, confirm)).code).toBe('file-altered');
  await brought('补正通知.pdf');
  await step(await as('approver'), id, confirm);
  writeFileSync(path, 'X');
  const dispatch = { type: 'dispatchNotice', noticeId: view.notices[0]?.id, mode: 'portal' };
  expect(problemIn(await take('caseworker', id, dispatch)).code).toBe('file-altered');
  expect(await own.fetch(letter)).not.toBe(200);
});

const noticeIn = ({ notices: [notice] }: CaseView): CaseView['notices'][number] => {
  if (notice === undefined) throw new Error('No notice was made.');
  return notice;
};

test('what is put beside a letter that was drawn leaves with it once an approver has seen both, unaltered', async () => {
  const own = await followed();
  const { id } = own.view;
  const beside = await brought('底稿.pdf');
  const made = { type: 'sendCorrectionNotice', missing: '哪一年', fileIds: [beside] };
  for (const query of ['?draw=true', '?draw=true&preview=true'])
    expect(fieldsIn(await take('caseworker', id, made, query))).toEqual(['fileIds paper-unseen']);
  const view = (await take('caseworker', id, { ...made, dispatchedOn: null }, '?draw=true')).body as CaseView;
  const { id: noticeId, own: waiting, number } = noticeIn(view);
  expect(waiting).toMatchObject({ seen: false, drawn: [expect.any(String), expect.any(String)] });
  expect(waiting?.fileIds).toHaveLength(3);
  const dispatch = { type: 'dispatchNotice', noticeId, mode: 'portal' };
  expect(fieldsIn(await take('caseworker', id, dispatch))).toEqual(['noticeId paper-unseen']);
  await step(await as('approver'), id, { type: 'confirmFact', entryId: view.toConfirm[0]?.entryId });
  const path = join(api.settings.dataDir, 'files', beside.slice(0, 2), beside.slice(2, 4), beside);
  const kept = readFileSync(path);
  writeFileSync(path, 'X');
  expect(problemIn(await take('caseworker', id, dispatch)).code).toBe('file-altered');
  writeFileSync(path, kept);
  expect(await files(own)).toEqual([]);
  await step(await as('caseworker'), id, dispatch);
  const sent = (await own.standing()).notices.flatMap(({ files }) => files);
  expect(sent.map(({ name }) => name).sort()).toEqual(['底稿.pdf', `补正告知书${String(number)}.pdf`].sort());
  for (const { id: file } of sent) expect(await own.fetch(file)).toBe(200);
});

test('a file is named by its end no more: one called like a drawn letter is looked at all the same', async () => {
  const own = await followed();
  const like = await brought('补正告知书〔2026〕1号.pdf');
  const made = { type: 'sendCorrectionNotice', missing: '哪一年', fileIds: [like] };
  expect(fieldsIn(await take('caseworker', own.view.id, made))).toEqual(['fileIds paper-unseen']);
});

test('what makes a letter draws it where nobody brings one: none is made, or leaves, that the case keeps no copy of', async () => {
  const { view } = await followed();
  const asked = { type: 'askThirdParty', party: '某建筑公司' };
  for (const command of [{ type: 'sendCorrectionNotice', missing: '哪一年' }, asked])
    expect(fieldsIn(await take('caseworker', view.id, command, '?draw=false'))).toEqual(['fileIds letter-missing']);
  const other = await followed();
  const { notices } = await step(await as('caseworker'), view.id, { type: 'sendCorrectionNotice', missing: '哪一年' });
  await step(await as('caseworker'), other.view.id, { ...asked, dispatchedOn: null });
  const papersOf = async (id: string): Promise<string[]> => {
    const { items } = (await (await as('caseworker')).get(`/cases/${id}/documents`)).body as DocumentsView;
    return items.flatMap((item) => (item.type === 'file' ? item.name : [])).sort();
  };
  const name = `补正告知书${notices[0]?.number ?? ''}`;
  expect(await papersOf(view.id)).toEqual([`${name}.docx`, `${name}.pdf`]);
  // With the form on which it is answered.
  expect(await papersOf(other.view.id)).toHaveLength(4);
});

test('a letter that was drawn with its step is given as it went out, however the case tells it since', async () => {
  const { view } = await followed();
  const caseworker = await as('caseworker');
  const { notices } = await step(caseworker, view.id, { type: 'sendCorrectionNotice', missing: '哪一年' });
  const documents = async (): Promise<DocumentsView> =>
    (await caseworker.get(`/cases/${view.id}/documents`)).body as DocumentsView;
  const kept = (await documents()).items.flatMap((item) => (item.type === 'file' ? item : []));
  const { pdf, docx, number } = (await caseworker.post(`/cases/${view.id}/papers`, { kind: 'correction' })).body as DrawnPaper;
  expect(number).toBe(notices[0]?.number);
  expect([docx, pdf].map(({ id, name }) => ({ id, name }))).toEqual(
    kept.map(({ id, name }) => ({ id, name })).sort((one, other) => one.name.localeCompare(other.name)),
  );
});

test('who brought a letter learns that an approver sent it back, and why', async () => {
  const { view: opened } = await followed();
  const asked = { type: 'sendCorrectionNotice', missing: '哪一年', dispatchedOn: null, fileIds: [await brought('补正.pdf')] };
  const made = await step(await as('caseworker'), opened.id, asked);
  const back = { type: 'confirmFact', entryId: made.toConfirm[0]?.entryId, reject: '收件人写错' };
  expect((await take('approver', opened.id, back, '?preview=true')).status).toBe(200);
  const view = await step(await as('approver'), opened.id, back);
  const sentBack = view.notices[0]?.own?.sentBack;
  expect(sentBack).toMatchObject({ on: TODAY, reason: '收件人写错' });
  expect(view.people[sentBack?.by ?? '']).toBeDefined();
  expect(view.toConfirm).toEqual([]);
  const dispatch = { type: 'dispatchNotice', noticeId: view.notices[0]?.id, mode: 'portal' };
  expect(fieldsIn(await take('caseworker', opened.id, dispatch))).toEqual(['noticeId paper-sent-back']);
});

test('one that was sent back is drawn in its place, and leaves without another look; one that was drawn is not drawn again', async () => {
  const own = await followed();
  const { id } = own.view;
  const letter = await brought('补正.pdf');
  const made = await step(await as('caseworker'), id, {
    ...{ type: 'sendCorrectionNotice', missing: '哪一年', dispatchedOn: null },
    fileIds: [letter],
  });
  const { id: noticeId, number } = noticeIn(made);
  await step(await as('approver'), id, { type: 'confirmFact', entryId: made.toConfirm[0]?.entryId, reject: '收件人写错' });
  const anew = { type: 'addStamped', noticeId };
  expect(fieldsIn(await take('caseworker', id, anew))).toEqual(['fileIds required']);
  expect((await take('caseworker', id, anew, '?draw=true&preview=true')).status).toBe(200);
  const drawn = (await take('caseworker', id, anew, '?draw=true')).body as CaseView;
  expect(noticeIn(drawn)).toMatchObject({ number, stamped: [], redrawn: [expect.any(String), expect.any(String)] });
  expect(noticeIn(drawn)).not.toHaveProperty('own');
  expect(fieldsIn(await take('caseworker', id, anew, '?draw=true'))).toEqual(['noticeId letter-not-brought']);
  await step(await as('caseworker'), id, { type: 'dispatchNotice', noticeId, mode: 'portal' });
  const [sent] = (await own.standing()).notices;
  expect(sent?.files.map(({ name }) => name)).toEqual([`补正告知书${String(number)}.pdf`]);
  expect([await own.fetch(letter), await own.fetch(sent?.files[0]?.id ?? '')]).toEqual([404, 200]);
  const { pdf } = (await (await as('caseworker')).post(`/cases/${id}/papers`, { kind: 'correction' })).body as DrawnPaper;
  expect(pdf.id).toBe(sent?.files[0]?.id);
});
