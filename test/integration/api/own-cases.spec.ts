import { localDate } from '@gongkai/calendar';
import type {
  ApplicationStanding,
  CaseList,
  CaseView,
  DocumentsView,
  IncomingList,
  IncomingView,
  PublicReceipt,
  ReceiptSlip,
} from '@gongkai/contracts';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tellApplicant } from '@gongkai/casework';
import { JobRunner, Mailer, Sealer } from '@gongkai/platform';
import { startTestApi, type TestApi } from '../../support/api.js';
import { application, dayIn, open, sendSeen, step } from '../../support/applications.js';
import { idleProcessors } from '../../support/idle-processors.js';
import { MailServer } from '../../support/mail-server.js';
import { fieldsIn, postJson, problemIn, request, type HttpAnswer, type Officer } from '../../support/officer.js';
import { pdfOf } from '../../support/pdfs.js';

const TODAY = '2026-03-02';

let api: TestApi;
let folder: string;
let server: MailServer;
let mailer: Mailer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-own-'));
  cpSync('config', folder, { recursive: true });
  const pack = join(folder, 'statutes/cn-ogi-711.yaml');
  writeFileSync(pack, readFileSync(pack, 'utf8').replace(/(fee\.enabled:[\s\S]*?value: )false/, '$1true'));
  server = await MailServer.open();
  mailer = new Mailer(server.url, 'gongkai@office.example.org');
  api = await startTestApi({ today: TODAY, env: { CONFIG_DIR: folder, SMTP_URL: server.url } });
});
afterAll(async () => {
  await api.stop();
  mailer.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => api.clock.set(localDate(TODAY)));

function the<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('There is none.');
  return one;
}
const as = (role: string): Promise<Officer> => api.officer(`${role}.bureau`);
const onDay = dayIn(() => api);
const on = (day: string, id: string, ...steps: Parameters<typeof onDay>[2]): Promise<CaseView> => onDay(day, id, steps);
/** A file of the office: its id is the hash of its content. */
async function paper(name: string, words: string): Promise<string> {
  const file = new File([new Uint8Array(pdfOf([{ content: '' }])), `%${words}\n`], name, { type: 'application/pdf' });
  return ((await (await as('caseworker')).upload('/files', file)).body as { id: string }).id;
}
/** A case with what its applicant knows. */
class Own {
  private constructor(
    readonly view: CaseView,
    readonly code: string,
  ) {}

  static async open(change: object = {}): Promise<Own> {
    const clerk = await as('clerk');
    const view = await open(clerk, { delivery: 'portal', wantedForm: 'electronic', ...change });
    await step(await as('caseworker'), view.id, { type: 'accept' });
    return new Own(view, ((await clerk.get(`/cases/${view.id}/receipt`)).body as ReceiptSlip).queryCode);
  }

  get url(): string {
    return `${api.url}/api/v1/public/applications/${encodeURIComponent(this.view.number)}`;
  }
  async send(words: string, kind = 'pdf'): Promise<string> {
    const form = new FormData();
    form.append('file', new File([`%PDF-1.4\n%${words}\n%%EOF\n`], `${words}.${kind}`, { type: 'application/pdf' }));
    const answer = await request(`${this.url}/files?code=${this.code}`, { method: 'POST', body: form });
    if (answer.status !== 201) throw new Error(problemIn(answer).fields?.[0]?.message);
    return (answer.body as { id: string }).id;
  }
  act(what: string, body: object, headers = {}): Promise<HttpAnswer> {
    return postJson(`${this.url}/${what}`, { code: this.code, ...body }, headers);
  }
  fetch(id: string, { code = this.code, method = 'GET' } = {}): Promise<HttpAnswer> {
    return request(`${this.url}/files/${id}?code=${encodeURIComponent(code)}`, { method });
  }
  async standing(): Promise<ApplicationStanding> {
    return (await request(`${this.url}?code=${encodeURIComponent(this.code)}`)).body as ApplicationStanding;
  }
  async noticeId(): Promise<string> {
    return the((await this.standing()).notices.at(-1)).id;
  }
  async entries(): Promise<{ actor: string; type: string; on: string; fact: Record<string, unknown> }[]> {
    return ((await (await as('clerk')).get(`/cases/${this.view.id}/journal`)).body as { items: [] }).items;
  }
}

test('a reply over the portal: nothing before it is sent, then exactly that; who fetches it has received it, once', async () => {
  const own = await Own.open();
  const [given, letter, draft] = [await paper('给.pdf', '给'), await paper('征求.pdf', '征求'), await paper('草稿.pdf', '草')];
  const itemId = the(own.view.items[0]).id;
  const ask = { type: 'askJointProducer', party: '合作局', dispatchedOn: null, fileIds: [letter] };
  await sendSeen(await on('2026-03-03', own.view.id, ['caseworker', ask]), { mode: 'ems', trackingNumber: 'EA1' }, as);
  await on(
    '2026-03-04',
    own.view.id,
    ['clerk', { type: 'note', text: '草稿', fileIds: [draft] }],
    ['caseworker', { type: 'recordAnswer', consultationId: the((await own.entries())[2]).fact.consultationId, answer: 'agree' }],
    ['caseworker', { type: 'decideItem', itemId, code: 'granted', fileIds: [given] }],
    ['caseworker', { type: 'submitReview', itemId }],
    ['reviewer', { type: 'passReview', itemId }],
    ['caseworker', { type: 'submitForApproval' }],
    ['approver', { type: 'approve' }],
    ['approver', { type: 'signReply' }],
  );
  const { items: papers } = (await (await as('clerk')).get(`/cases/${own.view.id}/documents`)).body as DocumentsView;
  const [reply = '', named = ''] = papers.flatMap((one) =>
    'name' in one && one.name.endsWith('号.pdf') ? [one.id, one.name] : [],
  );
  for (const id of [given, reply, letter, draft]) expect((await own.fetch(id)).status).toBe(404);
  expect((await own.standing()).acts).toEqual(['withdraw']);
  // What is put to a dispatch is its proof, and was reviewed by nobody.
  await on('2026-03-05', own.view.id, ['caseworker', { type: 'dispatch', mode: 'portal', fileIds: [draft] }]);
  const sent = await own.standing();
  expect(sent).toMatchObject({ state: 'reply_sent', acts: ['suggest'], suggestion: null });
  expect(sent.notices).toMatchObject([{ kind: 'reply', byPortal: true, mayConfirm: true, servedOn: null }]);
  expect(the(sent.notices[0]).files.map(({ id, name }) => `${id} ${name}`)).toEqual([`${reply} ${named}`, `${given} 给.pdf`]);
  for (const id of [letter, draft]) expect((await own.fetch(id)).status).toBe(404);
  expect((await own.fetch(reply, { code: '2222-2222' })).status).not.toBe(200);
  expect((await own.fetch(reply, { method: 'HEAD' })).status).toBe(200);
  expect((await own.standing()).state).toBe('reply_sent');
  api.clock.set(localDate('2026-03-07'));
  const answers = await Promise.all([own.fetch(given), own.fetch(reply), own.fetch(reply)]);
  expect(createHash('sha256').update(answers[0].text).digest('hex')).toBe(given);
  expect(answers[1].headers.get('content-disposition')).toContain(encodeURIComponent(named));
  expect(await own.standing()).toMatchObject({ state: 'answered', notices: [{ servedOn: '2026-03-07', mayConfirm: false }] });
  const served = (await own.entries()).filter(({ type }) => type === 'REPLY_SERVED');
  expect(served).toMatchObject([{ actor: 'applicant', on: '2026-03-07', fact: { on: '2026-03-07', how: '申请人在网上下载' } }]);
  expect((await own.act('receipts', { noticeId: await own.noticeId() })).status).toBe(200);
  expect(problemIn(await own.act('withdrawal', {}))).toMatchObject({ status: 409, code: 'act-not-open' });
});

test('a correction in the evening of the day it is asked for: received that day, the clock begins anew, papers in the case', async () => {
  const own = await Own.open({ delivery: 'post', wantedForm: 'paper' });
  const [notice, slip] = [await paper('补正.pdf', '补正'), await paper('回执.pdf', '邮政回执')];
  expect(problemIn(await own.act('correction', { text: '2025年' }))).toMatchObject({ code: 'act-not-open' });
  const made = { type: 'sendCorrectionNotice', missing: '哪一年', dispatchedOn: null, fileIds: [notice] };
  const view = await on('2026-03-03', own.view.id, ['caseworker', made]);
  const noticeId = the(view.notices[0]).id;
  expect(fieldsIn(await own.act('receipts', { noticeId }))).toEqual(['noticeId unknown-notice']);
  await sendSeen(view, { mode: 'ems', trackingNumber: 'EA1', fileIds: [slip] }, as);
  expect((await own.standing()).notices).toMatchObject([
    { byPortal: false, mayConfirm: true, files: [{ id: notice }], asks: '哪一年' },
  ]);
  expect([(await own.fetch(slip)).status, (await own.fetch(notice)).status]).toEqual([404, 200]);
  expect((await own.standing()).state).toBe('in_hand');
  api.clock.set(localDate('2026-03-05'));
  expect((await own.act('receipts', { noticeId })).body).toMatchObject({ state: 'your_correction', yourDueOn: '2026-03-26' });
  expect((await own.standing()).acts).toEqual(['correct', 'withdraw']);
  expect(fieldsIn(await own.act('correction', {}))).toEqual(['text required']);
  expect(fieldsIn(await own.act('correction', { fileIds: ['nobody'] }))).toEqual(['fileIds.0 unknown-file']);
  await expect(own.send('照片', 'heic')).rejects.toThrow('这里只收PDF, JPEG, PNG');
  // A Saturday, half past eleven at night.
  api.clock.set(localDate('2026-03-07'));
  api.clock.advance(14.5 * 3_600_000);
  const fileIds = [await own.send('补充说明')];
  const key = { 'idempotency-key': 'correction' };
  const answer = await own.act('correction', { text: '要2025年的', fileIds }, key);
  expect(answer.body).toMatchObject({ state: 'in_hand', period: { from: '2026-03-07' }, dueOn: '2026-04-03' });
  expect((await own.act('correction', { text: '要2025年的', fileIds }, key)).body).toEqual(answer.body);
  expect(problemIn(await own.act('correction', { text: '要2024年的', fileIds }, key)).code).toBe('idempotency-key-reused');
  const again = await own.act('correction', { text: '再补一次' });
  expect([again.status, again.text.includes('permitted')]).toEqual([409, false]);
  expect((await own.entries()).slice(-2)).toMatchObject([
    { type: 'CORRECTION_NOTICE_RECEIVED', actor: 'applicant', fact: { on: '2026-03-05', how: '申请人在网上确认收到' } },
    { type: 'CORRECTION_RECEIVED', actor: 'applicant', fact: { on: '2026-03-07', content: '要2025年的', fileIds } },
  ]);
  const papers = (await (await as('caseworker')).get(`/cases/${own.view.id}/documents`)).body as DocumentsView;
  expect(papers.items).toEqual(expect.arrayContaining([expect.objectContaining({ id: fileIds[0], name: '补充说明.pdf' })]));
  const told = await api.services.source.query<object[]>(
    `SELECT payload ->> 'role' AS role FROM outbox WHERE job = 'turn-changed' AND payload ->> 'caseId' = $1 ORDER BY created_at DESC LIMIT 1`,
    [own.view.id],
  );
  expect(told).toEqual([{ role: 'caseworker' }]);
});

test('a slip of a payment waits in the inbox for the case it is for; a person puts it there and records the money', async () => {
  const own = await Own.open();
  const fileIds = [await own.send('缴费')];
  expect(problemIn(await own.act('payment-proof', { fileIds })).code).toBe('act-not-open');
  const notice = await paper('收费.pdf', '收费');
  const fee = { type: 'sendFeeNotice', basis: 'per_volume', finding: '多', pages: 40, fileIds: [notice] };
  await on('2026-03-03', own.view.id, ['approver', fee]);
  expect((await own.fetch(notice)).status).toBe(200);
  expect(await own.standing()).toMatchObject({ state: 'your_payment', acts: ['pay', 'withdraw'] });
  for (let i = 0; i < 2; i += 1) expect((await own.act('payment-proof', { fileIds, note: '昨天转的' })).status).toBe(200);
  const clerk = await as('clerk');
  const { items } = (await clerk.get('/incoming?source=portal')).body as IncomingList;
  expect(items).toMatchObject([{ sender: '李明远', subject: `缴费凭证 ${own.view.number}`, cameAgain: 1 }]);
  const slip = (await clerk.get(`/incoming/${the(items[0]).id}`)).body as IncomingView;
  const meantFor = { id: own.view.id, number: own.view.number, as: 'payment_proof' };
  expect(slip).toMatchObject({ meantFor, text: '昨天转的', files: [{ id: fileIds[0] }] });
  expect(await own.standing()).toMatchObject({ state: 'your_payment' });
  await clerk.post(`/incoming/${slip.id}/acts`, { type: 'attach', caseId: meantFor.id, as: meantFor.as });
  await on('2026-03-04', own.view.id, ['caseworker', { type: 'recordPayment', amount: 100 }]);
  expect(await own.standing()).toMatchObject({ state: 'in_hand', period: { from: '2026-03-04' } });
});

test('an application is taken back once, by its applicant alone, and the case says how', async () => {
  const own = await Own.open();
  const wrong = await postJson(`${own.url}/withdrawal`, { code: '2222-2222' });
  expect([wrong.status, (await own.standing()).state]).toEqual([problemIn(wrong).status, 'in_hand']);
  expect((await own.act('withdrawal', { on: '2026-03-01' })).status).toBe(422);
  const answer = await own.act('withdrawal', { reason: '已经找到' }, { 'accept-language': 'en' });
  expect(answer.body).toMatchObject({ state: 'withdrawn', acts: [], says: expect.stringContaining('withdrawn') as string });
  expect((await own.entries()).at(-1)).toMatchObject({
    ...{ type: 'WITHDRAWN', actor: 'applicant' },
    fact: { on: TODAY, how: '申请人在网上撤回', note: '已经找到' },
  });
  expect(problemIn(await own.act('withdrawal', {}))).toMatchObject({ status: 409, code: 'act-not-open' });
});

test('one item of several is taken back while nobody has the reply to sign; the last one only with the whole', async () => {
  const own = await Own.open({ items: [{ description: '第一项' }, { description: '第二项' }] });
  const [first, second] = (await own.standing()).withdrawable.map(({ id }) => ({ itemId: id }));
  expect(fieldsIn(await own.act('withdrawal', { itemId: 'none' }))).toEqual(['itemId unknown-item']);
  expect((await own.act('withdrawal', the(first))).body).toMatchObject({ state: 'in_hand', withdrawable: [] });
  expect((await own.entries()).at(-1)).toMatchObject({ type: 'ITEM_WITHDRAWN', actor: 'applicant', fact: { ...first } });
  expect(problemIn(await own.act('withdrawal', the(second)))).toMatchObject({ status: 409, code: 'act-not-open' });
});

/** Does what changes of cases leave to be done, as a worker would. @returns what went wrong */
async function tell(): Promise<string[]> {
  const errors: string[] = [];
  const { pool, clock, source } = api.services;
  const parts = { sealer: new Sealer(api.settings.secretKeys), clock, mailer, publicUrl: 'https://office.example.org' };
  const runner = new JobRunner({
    pool,
    processors: { ...idleProcessors, 'case-changed': (change, run) => tellApplicant(change, run, parts) },
    onError: (error) => errors.push(String(error)),
  });
  const rows = await source.query<{ id: string }[]>(
    `SELECT id FROM outbox WHERE job = 'case-changed' AND done_at IS NULL ORDER BY created_at`,
  );
  for (const { id } of rows) await runner.run({ id, deaths: 0 });
  return errors;
}

test('who wants it is told of each step by mail: number and address, no name and no code; one click ends it', async () => {
  await tell();
  server.letters.splice(0);
  const applicant = { ...application().applicant, idNumber: '110101199003070011', phone: '13800000000' };
  const body = { organ: 'bureau', applicant, items: [{ description: '台账' }], wantedForm: 'electronic', delivery: 'portal' };
  const applied = await postJson(`${api.url}/api/v1/public/applications`, { ...body, mailTo: 'li@example.org' });
  const { number, queryCode } = applied.body as PublicReceipt;
  const { items } = (await (await as('clerk')).get(`/cases?q=${encodeURIComponent(number)}`)).body as CaseList;
  const { id } = the(items[0]);
  const { notices } = await on(
    TODAY,
    id,
    ['caseworker', { type: 'accept' }],
    ['caseworker', { type: 'askThirdParty', party: '洁源公司' }],
    ['caseworker', { type: 'sendCorrectionNotice', missing: '哪一年', dispatchedOn: null }],
  );
  server.refusal = { code: 451, words: 'come again' };
  expect(await tell()).toHaveLength(2);
  server.refusal = null;
  expect([await tell(), await tell()]).toEqual([[], []]);
  expect(server.letters.map(({ subject }) => subject).sort()).toEqual([`${number} 已经受理`, `${number} 已经登记`]);
  await on(TODAY, id, ['caseworker', { type: 'dispatchNotice', noticeId: the(notices.at(-1)).id, mode: 'portal' }]);
  await tell();
  const letter = the(server.letters[2]);
  expect(letter.subject).toBe(`${number} 给您发出了一份文书，请看一下要不要做什么`);
  expect(letter.text).toContain(`https://office.example.org/portal/follow?${new URLSearchParams({ number }).toString()}`);
  expect(JSON.stringify(server.letters)).not.toMatch(new RegExp(`李明远|洁源|台账|哪一年|${queryCode}`));
  const kept = await api.services.source.query<object[]>(
    `SELECT left(last_proof, 3) AS proof, follow_mail::text LIKE '%' || encode('li@example', 'hex') || '%' AS told FROM follow_mail`,
  );
  expect(kept).toEqual([{ proof: '250', told: false }]);
  const [link] = the(/https:\S+no-mail\S+/.exec(String(letter.text)) ?? undefined);
  const stop = { token: new URL(link).searchParams.get('token') };
  for (let i = 0; i < 2; i += 1) expect((await postJson(`${api.url}/api/v1/public/mail-stops`, stop)).status).toBe(204);
  expect(await api.count('follow_mail')).toBe(0);
  const own = `${api.url}/api/v1/public/applications/${encodeURIComponent(number)}`;
  expect((await postJson(`${own}/mail`, { code: queryCode, mailTo: 'nobody' })).status).toBe(422);
  const again = await postJson(`${own}/mail`, { code: queryCode, mailTo: 'ming@example.org' }, { 'accept-language': 'en' });
  expect(again.body).toMatchObject({ mail: { offered: true, to: 'm***@example.org' } });
  await postJson(`${own}/withdrawal`, { code: queryCode });
  server.refusal = { code: 550, words: 'no such user' };
  expect([await tell(), server.letters.length]).toEqual([[], 3]);
  server.refusal = null;
  expect(await api.services.source.query<object[]>('SELECT last_proof FROM follow_mail')).toEqual([
    { last_proof: expect.stringContaining('no such user') as string },
  ]);
  expect((await postJson(`${own}/mail`, { code: queryCode, mailTo: null })).body).toMatchObject({ mail: { to: null } });
});
