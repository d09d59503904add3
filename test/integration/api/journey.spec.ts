import { localDate } from '@gongkai/calendar';
import type { ApplicationStanding, DocumentsView, DrawnPaper, ReceiptSlip } from '@gongkai/contracts';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startTestApi, type TestApi } from '../../support/api.js';
import { caseIn, dayIn, open, step } from '../../support/applications.js';
import { fieldsIn, problemIn, request, type Officer } from '../../support/officer.js';
import { ORIGINAL } from '../../support/original.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-03-02' });
});
afterAll(async () => {
  await api.stop();
});

const as = (role: string): Promise<Officer> => api.officer(`${role}.bureau`);

const on = dayIn(() => api);

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
  const filed = await on('2026-05-07', id, [['archivist', { type: 'file', retention: '10_years', unproven: '凭证在纸质卷' }]]);
  expect(filed.links.map(({ status }) => status)).toEqual(['done', 'done', 'done', 'done', 'done']);

  const { items: papers } = (await (await as('archivist')).get(`/cases/${id}/documents`)).body as DocumentsView;
  const records = papers.flatMap((paper) => (paper.type === 'file' && paper.name.endsWith('.pdf') ? paper.name : [])).slice(-5);
  const kinds = ['申请登记表', '检索记录', '征求意见登记表', '保密审查单', '发文签批单'];
  expect(records.map((name, i) => name.startsWith(kinds[i] ?? ''))).toEqual(kinds.map(() => true));

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
    ['caseworker', { type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001210CN' }],
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
    const command = { type, ...(type === 'dispatch' ? { mode: 'in_person', signedBy: '本人' } : {}) };
    expect(problemIn(await officer.post(`/cases/${id}/commands`, command))).toMatchObject({ status: 409, code: 'file-altered' });
    await writer.upload('/files', record);
    await step(officer, id, command);
  }
});
