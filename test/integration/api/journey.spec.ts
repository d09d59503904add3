import { localDate } from '@gongkai/calendar';
import type {
  AnswersByLink,
  ApplicationStanding,
  CaseList,
  CaseView,
  DocumentsView,
  DrawnPaper,
  JournalPage,
  NotificationList,
  ReceiptSlip,
} from '@gongkai/contracts';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startTestApi, type TestApi } from '../../support/api.js';
import { caseIn, open, step } from '../../support/applications.js';
import { MailServer } from '../../support/mail-server.js';
import { fieldsIn, postJson, problemIn, request, type HttpAnswer, type Officer } from '../../support/officer.js';
import { ORIGINAL } from '../../support/original.js';

let api: TestApi;
let server: MailServer;
beforeAll(async () => {
  server = await MailServer.open();
  api = await startTestApi({ today: '2026-03-02', env: { SMTP_URL: server.url } });
});
afterAll(async () => {
  await api.stop();
  await server.close();
});

const as = (role: string): Promise<Officer> => api.officer(`${role}.bureau`);

/** One day in the office: what is done that day, by whom. */
async function on(day: string, id: string, steps: readonly (readonly [role: string, command: object])[]): Promise<CaseView> {
  api.clock.set(localDate(day));
  let view: CaseView | undefined;
  for (const [role, command] of steps) view = await step(await as(role), id, command as Record<string, unknown>);
  if (view === undefined) throw new Error('A day without a step.');
  return view;
}

const deadlinesOf = async (receipt: object, events: readonly object[], asOf: string): Promise<unknown> =>
  (await (await as('clerk')).post('/deadlines', { receipt, events, asOf })).body;

test('an ordinary letter from the mail room to the archive, each date that of the statutory clock', async () => {
  const receipt = { channel: 'ordinary_mail', arrivedOn: '2026-03-02', confirmedOn: '2026-03-03' };
  const { id, state } = await open(await as('clerk'), { receipt: { channel: 'ordinary_mail', arrivedOn: '2026-03-02' } });
  expect(state).toBe('unconfirmed');

  const confirmed = await on('2026-03-03', id, [
    ['clerk', { type: 'confirmReceipt', confirmedBy: '李明远', confirmedHow: '电话' }],
    ['clerk', { type: 'register' }],
    ['caseworker', { type: 'accept' }],
  ]);
  expect(confirmed).toMatchObject({
    state: 'accepted',
    receipt: { confirmedOn: '2026-03-03', confirmedBy: '李明远', confirmedHow: '电话' },
    deadlines: { receivedOn: '2026-03-03', finalDue: '2026-03-31' },
  });

  const asked = await on('2026-03-06', id, [
    ['caseworker', { type: 'sendCorrectionNotice', missing: '信息名称不明确', period: 15, periodUnit: 'working_day' }],
  ]);
  const [notice] = asked.notices;
  const waiting = await on('2026-03-09', id, [['clerk', { type: 'recordService', noticeId: notice?.id, how: '邮政签收' }]]);
  expect(waiting).toMatchObject({ state: 'awaiting_correction', clock: 'awaiting_correction', light: 'stopped' });
  const events: object[] = [
    { type: 'correction_notice_received', on: '2026-03-09', period: 15, periodUnit: 'working_day', dispatchedOn: '2026-03-06' },
  ];
  expect(waiting.deadlines).toMatchObject(shared(await deadlinesOf(receipt, events, '2026-03-09')));

  const corrected = await on('2026-03-16', id, [['caseworker', { type: 'receiveCorrection' }]]);
  events.push({ type: 'correction_received', on: '2026-03-16' });
  expect(corrected).toMatchObject({ state: 'accepted', deadlines: { restartedOn: '2026-03-16', finalDue: '2026-04-14' } });

  const sent = await on('2026-03-18', id, [['caseworker', { type: 'askThirdParty', party: '某建筑公司', trackingNumber: 'E1' }]]);
  const consultationId = sent.consultations[0]?.id ?? '';
  await on('2026-03-20', id, [['caseworker', { type: 'recordService', consultationId, how: '签收' }]]);
  const answered = await on('2026-03-25', id, [['caseworker', { type: 'recordAnswer', consultationId, answer: 'agree' }]]);
  events.push({
    type: 'consultation',
    id: consultationId,
    kind: 'third_party',
    dispatchedOn: '2026-03-18',
    receivedByConsultedOn: '2026-03-20',
    answeredOn: '2026-03-25',
  });
  expect(answered.deadlines).toMatchObject(shared(await deadlinesOf(receipt, events, '2026-03-25')));

  const extended = await on('2026-04-15', id, [
    ['caseworker', { type: 'proposeExtension', workingDays: 10, reason: '查找量大' }],
    ['approver', { type: 'approveExtension' }],
  ]);
  events.push({ type: 'extension', dispatchedOn: '2026-04-15', workingDays: 10 });
  expect(extended.deadlines).toMatchObject(shared(await deadlinesOf(receipt, events, '2026-04-15')));
  expect(extended.deadlines.extendedDue).toBe(extended.deadlines.finalDue);

  const itemId = extended.items[0]?.id ?? '';
  const signed = await on('2026-04-28', id, [
    ['caseworker', { type: 'recordSearch', where: '档案室', words: '拆除 台账', result: '找到一份' }],
    ['caseworker', { type: 'decideItem', itemId, code: 'granted' }],
    ['caseworker', { type: 'submitReview', itemId, ...ORIGINAL }],
    ['reviewer', { type: 'passReview', itemId }],
    ['caseworker', { type: 'submitForApproval' }],
    ['approver', { type: 'approve' }],
    ['approver', { type: 'signReply' }],
  ]);
  expect(signed.state).toBe('signed');

  await on('2026-04-29', id, [['caseworker', { type: 'dispatch', mode: 'ems', trackingNumber: 'E2' }]]);
  const served = await on('2026-05-06', id, [['clerk', { type: 'recordService', noticeId: 'reply', how: '签收' }]]);
  expect(served).toMatchObject({ state: 'closed', outcome: 'granted', light: 'none', clock: 'ended' });
  const filed = await on('2026-05-07', id, [['archivist', { type: 'file', retention: '10_years' }]]);
  expect(filed.links.map(({ status }) => status)).toEqual(['done', 'done', 'done', 'done', 'done']);

  const auditor = await as('auditor');
  expect((await auditor.get('/audit/verify')).body).toMatchObject({ cases: 1, broken: [] });
});

test('a notice is looked at before, and drawn with its step: the number on it is that of the journal', async () => {
  api.clock.set(localDate('2026-05-11'));
  const [clerk, caseworker] = [await as('clerk'), await as('caseworker')];
  const { id } = await open(clerk, { receipt: { channel: 'in_person', submittedOn: '2026-05-11' } });
  await step(caseworker, id, { type: 'accept' });
  const notice = { type: 'sendCorrectionNotice', missing: '信息名称不明确' };

  const unprintable = { ...notice, missing: '王𠮷的信息不明确' };
  expect(fieldsIn(await caseworker.post(`/cases/${id}/papers/draft`, unprintable))).toEqual(['paper glyph-missing']);
  expect(fieldsIn(await caseworker.post(`/cases/${id}/commands?draw=true`, unprintable))).toEqual(['paper glyph-missing']);
  expect(fieldsIn(await caseworker.post(`/cases/${id}/commands?draw=true`, { type: 'note', text: '无' }))).toEqual([
    'type no-paper',
  ]);

  const draft = (await caseworker.post(`/cases/${id}/papers/draft`, notice)).body as DrawnPaper;
  const before = (await caseworker.get(`/cases/${id}/documents`)).body as DocumentsView;
  expect(before.items).toEqual([]);
  expect((await caseworker.get(`/files/${draft.pdf.id}?inline=true`)).text).toMatch(/^%PDF-1\.7/);

  const { notices } = caseIn(await caseworker.post(`/cases/${id}/commands?draw=true`, notice));
  expect(notices.map(({ number }) => number)).toEqual([draft.number]);
  const { items } = (await caseworker.get(`/cases/${id}/documents`)).body as DocumentsView;
  const files = items.flatMap((item) => (item.type === 'file' ? item : []));
  expect(files.map(({ name }) => name).sort()).toEqual(['docx', 'pdf'].map((form) => `补正告知书${draft.number ?? ''}.${form}`));
  expect(files.map(({ id: file }) => file)).not.toContain(draft.pdf.id);

  const slip = { kind: 'service_proof', about: notices[0]?.id };
  expect(await caseworker.post(`/cases/${id}/papers`, slip)).toMatchObject({ status: 200, body: { number: draft.number } });
  expect(fieldsIn(await caseworker.post(`/cases/${id}/papers`, { kind: 'reply' }))).toEqual(['paper.item.result paper-lacks']);
  const auditor = await as('auditor');
  expect(fieldsIn(await auditor.post(`/cases/${id}/papers`, { kind: 'poem' }))).toEqual(['kind unknown-option']);
  expect((await auditor.post(`/cases/${id}/papers`, slip)).status).toBe(403);
});

/** What the ledger of a case and the clock by itself have in common. */
function shared(answer: unknown): object {
  const { derivation: _, ...deadlines } = answer as Record<string, unknown>;
  return deadlines;
}

/** The link goes by mail to who agreed to that, and the letter with it. @returns the text of the mail */
async function linkMailed({ id, consultations }: CaseView): Promise<string> {
  const consultationId = consultations.find(({ dispatchedOn }) => dispatchedOn === null)?.id ?? '';
  const caseworker = await as('caseworker');
  const send = (body: object, about = consultationId) => caseworker.post(`/cases/${id}/consultations/${about}/link-mail`, body);
  const agreed = { email: 'legal@bing.example', consent: true };
  expect(fieldsIn(await send({ email: agreed.email }))).toEqual(['consent required']);
  expect((await send(agreed, 'nobody')).status).toBe(404);
  server.refusal = { code: 550, words: 'no such box' };
  expect(problemIn(await send(agreed)).code).toBe('mail-not-sent');
  server.refusal = null;
  const { notices } = (await send(agreed)).body as CaseView;
  expect(notices.find((notice) => notice.id === consultationId)).toMatchObject({ dispatchedOn: '2026-03-02', mode: 'email' });
  const history = JSON.stringify((await caseworker.get(`/cases/${id}/journal`)).body);
  expect(history).toMatch(/l\*\*\*@bing\.example.*taken as 1/);
  expect(history).not.toContain('legal@');
  expect(server.letters.map(({ to }) => [to].flat()[0]?.text)).toEqual(['legal@bing.example']);
  return server.letters[0]?.text ?? '';
}

test('who is consulted answers by link: only what the letter says, once, in its period, and never for secrecy', async () => {
  const { id, items } = await open(await as('clerk'), { receipt: { channel: 'in_person', submittedOn: '2026-03-02' } });
  const asked = await on('2026-03-02', id, [
    ['caseworker', { type: 'accept' }],
    ['caseworker', { type: 'claim' }],
    ['caseworker', { type: 'askThirdParty', party: '甲公司' }],
    ['caseworker', { type: 'askThirdParty', party: '乙公司' }],
    ['caseworker', { type: 'askThirdParty', party: '丙公司', dispatchedOn: null }],
    ['caseworker', { type: 'askSecrecyAuthority', party: '市保密局' }],
  ]);
  const journal = (await (await as('caseworker')).get(`/cases/${id}/journal`)).body as JournalPage;
  const entries = journal.items.filter(({ type }) => type === 'CONSULTATION').map((entry) => entry.id);
  const tokenOf = (entry: string) => new URL(api.services.links.addressOf(entry)).searchParams.get('token') ?? '';
  const [first = '', second, unsent, secret] = entries.map(tokenOf);
  const door = (what: string, body: object): Promise<HttpAnswer> =>
    postJson(`${api.url}/api/v1/public/consultations/${what}`, body);
  const answered = (token: string | undefined, answer = 'agree') => door('answer', { token, answer, by: '王' });
  const told = await door('question', { token: first });
  expect(told.body).toMatchObject({ state: 'open', party: '甲公司', kind: 'third_party', items: [items[0]?.description] });
  expect(JSON.stringify(told.body)).not.toMatch(/李明远|applicant/);
  const forged = `${first.slice(0, -1)}${first.endsWith('A') ? 'B' : 'A'}`;
  for (const token of [forged, secret, 'x']) expect((await door('question', { token })).status).toBe(404);
  expect((await door('question', { token: unsent })).body).toMatchObject({ state: 'settled', items: [] });
  expect(await linkMailed(asked)).toContain(`/portal/consulted?token=${String(unsent)}`);
  expect((await door('question', { token: unsent })).body).toMatchObject({ state: 'open', party: '丙公司' });
  expect(fieldsIn(await answered(first, 'refuse'))).toEqual(['grounds required']);
  const marked = async () => ((await (await as('caseworker')).get('/cases?answered=by-link')).body as CaseList).items;
  expect(await marked()).toEqual([]);
  const statuses = (await Promise.all([answered(first), answered(first)])).map(({ status }) => status);
  expect(statuses.sort((a, b) => a - b)).toEqual([200, 409]);
  expect((await door('question', { token: first })).body).toMatchObject({
    state: 'answered',
    answeredOn: '2026-03-02',
    items: [],
  });
  const byLink = async () => ((await (await as('caseworker')).get(`/cases/${id}/answers`)).body as AnswersByLink).items;
  const said = { consultationId: asked.consultations[0]?.id, answer: 'agree', arrivedOn: '2026-03-02' };
  expect(await byLink()).toMatchObject([{ ...said, waits: true }]);
  expect(await marked()).toMatchObject([{ id, answeredByLink: true }]);
  const news = (await (await as('caseworker')).get('/notifications')).body as NotificationList;
  expect(news.items.filter(({ news: name }) => name === 'answered-by-link')).toMatchObject([{ case: { id } }]);
  for (const { incomingId } of await byLink())
    await (await as('clerk')).post(`/incoming/${incomingId}/acts`, { type: 'attach', caseId: id, as: 'consultation_answer' });
  expect(await byLink()).toMatchObject([{ ...said, waits: false }]);
  expect(await marked()).toEqual([]);

  await on('2026-03-02', id, [
    ['caseworker', { type: 'recordService', consultationId: asked.consultations[1]?.id, how: '签收' }],
  ]);
  api.clock.set(localDate('2026-03-23'));
  expect((await door('question', { token: second })).body).toMatchObject({ state: 'open', dueOn: '2026-03-23' });
  api.clock.set(localDate('2026-03-24'));
  expect((await door('question', { token: second })).body).toMatchObject({ state: 'over' });
  expect(problemIn(await answered(second)).code).toBe('answer-not-open');
});

test('from the service of the reply on its applicant is told until when what can be done; by an estimate while that year has no calendar', async () => {
  api.clock.set(localDate('2026-11-24'));
  const clerk = await as('clerk');
  const { id, number, items } = await open(clerk, { receipt: { channel: 'in_person', submittedOn: '2026-11-24' } });
  const { queryCode } = (await clerk.get(`/cases/${id}/receipt`)).body as ReceiptSlip;
  const address = `${api.url}/api/v1/public/applications/${encodeURIComponent(number)}?code=${queryCode}`;
  const remedies = async () => ((await request(address)).body as ApplicationStanding).remedies;
  await on('2026-11-24', id, [
    ['caseworker', { type: 'accept' }],
    ['caseworker', { type: 'decideItem', itemId: items[0]?.id, code: 'already_public', otherOrgan: '门户网站' }],
    ['caseworker', { type: 'submitForApproval' }],
    ['approver', { type: 'approve' }],
    ['approver', { type: 'signReply' }],
    ['caseworker', { type: 'dispatch', mode: 'ems' }],
  ]);
  expect(await remedies()).toEqual([]);
  await on('2026-11-24', id, [['clerk', { type: 'recordService', noticeId: 'reply', how: '本人签收' }]]);
  expect(await remedies()).toEqual([
    { remedy: 'reconsideration', until: '2027-01-25', provisional: true },
    { remedy: 'litigation', until: '2027-05-24', provisional: true },
  ]);
});

test('what lies on the disk otherwise than it was reviewed is neither approved, signed nor sent; handed in again it goes its way (REG 17)', async () => {
  const day = '2026-11-24';
  const [clerk, writer, approver] = await Promise.all([as('clerk'), as('caseworker'), as('approver')]);
  const { id, items } = await open(clerk, { receipt: { channel: 'in_person', submittedOn: day } });
  const record = new File(['%PDF-1.4\n%record\n%%EOF\n'], '台账.pdf');
  const { id: fileId } = (await writer.upload('/files', record)).body as { id: string };
  await on(day, id, [
    ['caseworker', { type: 'accept' }],
    ['caseworker', { type: 'decideItem', itemId: items[0]?.id, code: 'granted', fileIds: [fileId] }],
    ['caseworker', { type: 'submitReview', itemId: items[0]?.id }],
    ['reviewer', { type: 'passReview', itemId: items[0]?.id }],
    ['caseworker', { type: 'submitForApproval' }],
  ]);
  const place = path.join(api.settings.dataDir, 'files', fileId.slice(0, 2), fileId.slice(2, 4), fileId);
  const bytes = readFileSync(place);
  chmodSync(place, 0o600);
  for (const [officer, type] of [
    [approver, 'approve'],
    [approver, 'signReply'],
    [writer, 'dispatch'],
  ] as const) {
    writeFileSync(place, bytes.toString().replace('record', 'recorD'));
    const command = { type, ...(type === 'dispatch' ? { mode: 'in_person' } : {}) };
    expect(problemIn(await officer.post(`/cases/${id}/commands`, command))).toMatchObject({ status: 409, code: 'file-altered' });
    await writer.upload('/files', record);
    await step(officer, id, command);
  }
});
