import { localDate } from '@gongkai/calendar';
import type { CaseView, DocumentsView, JournalPage, NotificationList, UndeliveredLetters } from '@gongkai/contracts';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseIn, step } from '../../support/applications.js';
import { LetterOffice } from '../../support/letter-office.js';
import { fieldsIn, problemIn, type Officer } from '../../support/officer.js';
import { pdfOf } from '../../support/pdfs.js';

let office: LetterOffice;
let caseworker: Officer;
beforeAll(async () => {
  office = await LetterOffice.open();
  caseworker = await office.as('caseworker');
});
afterAll(() => office.close());
beforeEach(() => office.api.clock.set(localDate('2026-03-02')));
afterEach(async () => {
  office.server.refusal = null;
  office.server.letters.splice(0);
  office.errors.splice(0);
  await office.api.services.source.query('DELETE FROM outbox');
});

const { email } = LetterOffice;
const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
const noticeOf = ({ notices }: CaseView): string => notices.at(-1)?.id ?? '';

/** The one letter that came to the mail server. @throws Error where it is not one */
function arrived() {
  const [letter, ...others] = office.server.letters;
  if (letter === undefined || others.length > 0) throw new Error(`${office.server.letters.length} letters came.`);
  const { subject = '', text = '', messageId = '', attachments } = letter;
  const files = attachments.map(({ filename = '', content }) => [filename, hashOf(content)]);
  return { to: [letter.to].flat()[0]?.text, subject, text, messageId, files };
}

/** What waits for the worker knows ids alone. */
async function payloads(): Promise<string[][]> {
  const { source } = office.api.services;
  const jobs = await source.query<{ payload: object }[]>(`SELECT payload FROM outbox WHERE job = 'send-letter'`);
  return jobs.map(({ payload }) => Object.keys(payload));
}

/** The PDFs that a case keeps, by name and hash. */
async function pdfsIn(id: string): Promise<string[][]> {
  const { items } = (await caseworker.get(`/cases/${id}/documents`)).body as DocumentsView;
  return items.flatMap((one) => ('name' in one && one.name.endsWith('.pdf') ? [[one.name, one.id]] : []));
}

test('a letter that leaves by e-mail is mailed as the case keeps it, once, and the case says so', async () => {
  const { id, number } = await office.accepted();
  const view = caseIn(await office.correct(id));
  expect(await office.mails(id)).toMatchObject([
    { noticeId: noticeOf(view), state: 'waiting', mailTo: 'l***@example.net', tries: 0 },
  ]);
  expect(await payloads()).toEqual([['letterId']]);
  await office.work(2);
  const letter = arrived();
  expect(letter).toMatchObject({ to: email, subject: `${number} 补正告知书`, files: await pdfsIn(id) });
  expect(letter.text).toContain('我收到了');
  expect(`${letter.subject}${letter.text}`).not.toMatch(/李明远|违法建设/);
  const mails = await office.mails(id);
  const proof = expect.stringMatching(/^250 .*taken as 1/) as string;
  expect(mails).toMatchObject([{ state: 'sent', tries: 1, leftOut: 0, proof }]);
  expect(mails.map((mail) => `<${mail.id}@office.example.org>`)).toEqual([letter.messageId]);
  // That a server took it is no proof that it arrived (CPL 90): that is told by who knows.
  expect(caseIn(await caseworker.get(`/cases/${id}`)).notices).toMatchObject([{ mode: 'email', servedOn: null }]);
});

test('a reply takes along what is given out with it, as far as a mail holds it', async () => {
  const { id, items } = await office.accepted();
  const [small, large] = await Promise.all(
    [1, 16 * 1024 * 1024].map(async (size) => {
      const bytes = new Uint8Array(size + 2).fill(37);
      const file = new File([new Uint8Array(pdfOf([{ content: '' }])), bytes], `台账${size}.pdf`, { type: 'application/pdf' });
      return ((await caseworker.upload('/files', file)).body as { id: string }).id;
    }),
  );
  const itemId = items[0]?.id;
  const steps = [
    ['caseworker', { type: 'decideItem', itemId, code: 'granted', fileIds: [small, large] }],
    ['caseworker', { type: 'submitReview', itemId }],
    ['reviewer', { type: 'passReview', itemId }],
    ['caseworker', { type: 'submitForApproval' }],
    ['approver', { type: 'approve' }],
    ['approver', { type: 'signReply' }],
    ['caseworker', { type: 'dispatch', mode: 'email' }],
  ] as const;
  for (const [role, command] of steps) await step(await office.as(role), id, command);
  await office.work();
  const letter = arrived();
  expect(letter.files).toEqual([
    [expect.stringMatching(/^答复书.*\.pdf$/), expect.any(String)],
    ['台账1.pdf', small],
  ]);
  expect(letter.text).toContain('另有1个文件较大');
  expect(await office.mails(id)).toMatchObject([{ state: 'sent', leftOut: 1 }]);
});

test('what the server will not take is told to who holds the case and to who administers, without the address, and can be sent again', async () => {
  const { id, number } = await office.accepted();
  await office.correct(id);
  office.server.refusal = { code: 550, words: `no such box ${email.toUpperCase()}` };
  await office.work(2);
  const [failed] = await office.mails(id);
  expect(failed).toMatchObject({ state: 'failed', tries: 1, proof: expect.stringContaining('550 no such box l***@example.net') });
  const news = (await caseworker.get('/notifications')).body as NotificationList;
  expect(news.items.filter((one) => one.news === 'letter-not-mailed')).toMatchObject([{ case: { id } }]);
  const admin = await office.as('admin');
  const waiting = async () => ((await admin.get('/admin/undelivered')).body as UndeliveredLetters).items;
  expect(await waiting()).toMatchObject([
    { id: failed?.id, channel: 'applicant', kind: 'letter', caseNumber: number, mailTo: 'l***@example.net' },
  ]);
  office.server.refusal = null;
  const again = `/cases/${id}/letter-mails/${failed?.id ?? ''}/send`;
  expect(problemIn(await (await office.as('clerk')).post(again, {})).code).toBe('role-missing');
  expect((await caseworker.post(again, {})).body).toMatchObject({ items: [{ state: 'waiting' }] });
  expect(problemIn(await caseworker.post(again, {})).code).toBe('not-found');
  await office.work();
  expect(await office.mails(id)).toMatchObject([{ id: failed?.id, state: 'sent', tries: 2 }]);
  expect(office.server.letters.map(({ messageId }) => messageId)).toEqual([`<${failed?.id ?? ''}@office.example.org>`]);
  expect(await waiting()).toEqual([]);
});

test('that a letter arrived whose mail did not go out is recorded by who says that they know', async () => {
  const { id } = await office.accepted();
  const noticeId = noticeOf(caseIn(await office.correct(id)));
  const arrivedBy = async (said: object = {}) =>
    (await office.as('clerk')).post(`/cases/${id}/commands`, { type: 'recordService', noticeId, how: '申请人来电', ...said });
  const notOut = ['mailFailed not-mailed'];
  expect(fieldsIn(await arrivedBy())).toEqual(notOut);
  office.server.refusal = { code: 550, words: 'no such box' };
  await office.work();
  const refused = await arrivedBy();
  expect(fieldsIn(refused)).toEqual(notOut);
  expect(JSON.stringify(refused.body)).toContain('l***@example.net');
  expect(fieldsIn(await arrivedBy({ mailFailed: false }))).toEqual(notOut);
  expect(caseIn(await arrivedBy({ mailFailed: true })).notices).toMatchObject([{ servedOn: '2026-03-02' }]);
  const { items: history } = (await (await office.as('clerk')).get(`/cases/${id}/journal`)).body as JournalPage;
  expect(history.map(({ fact }) => fact)).toContainEqual(expect.objectContaining({ noticeId, mailFailed: true }));
  const sent = await office.accepted();
  const { notices } = caseIn(await office.correct(sent.id));
  office.server.refusal = null;
  await office.work();
  const command = { type: 'recordService', noticeId: notices[0]?.id, how: '申请人来电' };
  await step(await office.as('clerk'), sent.id, command);
});

test('who administers sends it again, or sets it aside with a reason', async () => {
  office.server.refusal = { code: 550, words: 'no' };
  const { id } = await office.accepted();
  await office.correct(id);
  await office.work();
  const admin = await office.as('admin');
  const [mail] = await office.mails(id);
  const mailId = mail?.id ?? '';
  expect((await admin.post('/admin/undelivered/send', { id: mailId })).body).toEqual({ letters: 1 });
  await office.work();
  expect(await office.mails(id)).toMatchObject([{ state: 'failed', tries: 2 }]);
  expect((await admin.post('/admin/undelivered/aside', { id: mailId, reason: '改为邮寄' })).status).toBe(204);
  expect(await office.mails(id)).toMatchObject([{ state: 'aside', proof: expect.stringContaining('改为邮寄') }]);
  expect((await admin.get('/admin/undelivered')).body).toMatchObject({ total: 0 });
});

test('a server that is away is tried again, and given up after twelve attempts; no error bears the address', async () => {
  const { id } = await office.accepted();
  await office.correct(id);
  office.server.refusal = { code: 451, words: `come again, ${email}` };
  await office.work(11);
  expect(await office.mails(id)).toMatchObject([
    { state: 'waiting', tries: 11, proof: expect.stringContaining('come again, l***@') },
  ]);
  expect(office.errors).toHaveLength(11);
  expect(office.errors.join()).not.toContain(email);
  await office.work();
  expect(await office.mails(id)).toMatchObject([{ state: 'failed', tries: 12 }]);
  const left = await office.api.services.source.query(`SELECT last_error FROM outbox WHERE job = 'send-letter'`);
  expect(JSON.stringify(left)).not.toContain(email);
});

test('who dies after the server has taken it leaves word of the try, and it goes again under the same name', async () => {
  const { id } = await office.accepted();
  await office.correct(id);
  const dying = {
    send: async (mail: Parameters<typeof office.mailer.send>[0]): Promise<string> => {
      await office.mailer.send(mail);
      throw new Error('killed');
    },
  };
  await office.work(1, dying);
  expect(await office.mails(id)).toMatchObject([{ state: 'waiting', tries: 1, proof: 'killed' }]);
  await office.work();
  expect(await office.mails(id)).toMatchObject([{ state: 'sent', tries: 2 }]);
  const [first, second, ...others] = office.server.letters.map(({ messageId }) => messageId);
  expect([second, others]).toEqual([first, []]);
});

test('a file that was altered since is not sent', async () => {
  const { id } = await office.accepted();
  await office.correct(id);
  const [[, hash = ''] = []] = await pdfsIn(id);
  const place = join(office.api.settings.dataDir, 'files', hash.slice(0, 2), hash.slice(2, 4), hash);
  const kept = readFileSync(place);
  writeFileSync(place, Buffer.concat([kept, Buffer.from('x')]));
  await office.work();
  expect(office.server.letters).toEqual([]);
  expect(await office.mails(id)).toMatchObject([{ state: 'waiting', tries: 1 }]);
  writeFileSync(place, kept);
  await office.work();
  expect(arrived().files.map(([, sent]) => sent)).toEqual([hash]);
});

test('what came back meanwhile is not mailed after all', async () => {
  const { id } = await office.accepted();
  const view = caseIn(await office.correct(id));
  await step(caseworker, id, { type: 'recordReturn', noticeId: noticeOf(view), reason: '申请人来电：邮箱停用' });
  await office.work();
  expect(office.server.letters).toEqual([]);
  expect(await office.mails(id)).toMatchObject([{ state: 'aside', tries: 0 }]);
});

test('it goes to the one address that was agreed to, and to no other', async () => {
  const other = { agreedOn: '2026-03-02', addressFrom: '申请人3月1日来电' };
  const { id } = await office.accepted();
  const two = { agreedTo: `${email} 或者 li@example.com`, ...other };
  expect(fieldsIn(await office.correct(id, two))).toEqual(['agreedTo agreed-address-several']);
  caseIn(await office.correct(id, { agreedTo: 'li@example.com，电话同意', ...other }));
  const { id: unknown } = await office.accepted({
    applicant: { kind: 'natural_person', category: 'natural_person', name: '李明远' },
  });
  expect(fieldsIn(await office.correct(unknown))).toEqual(['agreedTo agreed-address-missing']);
  await office.work();
  expect(office.server.letters.map(({ to }) => [to].flat()[0]?.text)).toEqual(['li@example.com']);
});

test('what was mailed elsewhere, left on an earlier day, or goes to who is consulted is only recorded', async () => {
  const elsewhere = await office.accepted();
  caseIn(await office.correct(elsewhere.id, { sentElsewhere: true }));
  const asked = await office.accepted();
  await step(caseworker, asked.id, { type: 'askThirdParty', party: '某建筑公司', mode: 'email' });
  const late = await office.accepted();
  office.api.clock.set(localDate('2026-03-03'));
  caseIn(await office.correct(late.id, { dispatchedOn: '2026-03-02' }));
  for (const { id } of [elsewhere, asked, late]) expect(await office.mails(id)).toEqual([]);
});
