import { localDate } from '@gongkai/calendar';
import type {
  AnswersByLink,
  CaseList,
  CaseView,
  ConsultedView,
  DrawnPaper,
  IncomingView,
  JournalPage,
  NotificationList,
} from '@gongkai/contracts';
import { docxText } from '@gongkai/platform';
import { startTestApi, type TestApi } from '../../support/api.js';
import { caseIn, dayIn, open, step } from '../../support/applications.js';
import { MailServer } from '../../support/mail-server.js';
import { fieldsIn, postJson, problemIn, type HttpAnswer, type Officer } from '../../support/officer.js';

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

const day = '2026-04-01';
const as = (role: string): Promise<Officer> => api.officer(`${role}.bureau`);
const door = (what: string, body: object): Promise<HttpAnswer> =>
  postJson(`${api.url}/api/v1/public/consultations/${what}`, body);
const told = async (token: string) => (await door('question', { token })).body as ConsultedView;
const says = (token: string, answer: string, by: string) => door('answer', { token, answer, by });
const byLink = async (id: string) => ((await (await as('caseworker')).get(`/cases/${id}/answers`)).body as AnswersByLink).items;
const act = async (incomingId: string | undefined, body: object) =>
  (await as('clerk')).post(`/incoming/${String(incomingId)}/acts`, body);
const marked = async () =>
  ((await (await as('caseworker')).get('/cases?answered=by-link')).body as CaseList).items.map(({ id }) => id);

const on = dayIn(() => api);

/** The link goes by mail to who agreed to that, and the letter with it. @returns the text of the mail */
async function linkMailed({ id, consultations }: CaseView): Promise<string> {
  const consultationId = consultations.find(({ dispatchedOn }) => dispatchedOn === null)?.id ?? '';
  const caseworker = await as('caseworker');
  const send = (body: object, about = consultationId) => caseworker.post(`/cases/${id}/consultations/${about}/link-mail`, body);
  const agreed = { email: 'legal@bing.example', consent: true };
  expect(fieldsIn(await send({ email: agreed.email }))).toEqual(['consent required']);
  expect((await send(agreed, 'nobody')).status).toBe(404);
  server.refusal = { code: 550, words: `no such box ${agreed.email}` };
  expect(problemIn(await send(agreed)).code).toBe('mail-not-sent');
  server.refusal = null;
  const { notices } = (await send(agreed)).body as CaseView;
  expect(notices.find((notice) => notice.id === consultationId)).toMatchObject({ dispatchedOn: '2026-03-02', mode: 'email' });
  const history = JSON.stringify((await caseworker.get(`/cases/${id}/journal`)).body);
  expect(history).toContain('发至l***@bing.example的网址没有发出：');
  expect(history).toContain('550 no such box l***@bing.example');
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
  const answered = (token: string | undefined, answer = 'agree') => door('answer', { token, answer, by: '王' });
  const told = await door('question', { token: first });
  expect(told.body).toMatchObject({ state: 'open', party: '甲公司', kind: 'third_party', items: [items[0]?.description] });
  expect(JSON.stringify(told.body)).not.toMatch(/李明远|applicant/);
  const forged = `${first.slice(0, -1)}${first.endsWith('A') ? 'B' : 'A'}`;
  for (const token of [forged, secret, 'x']) expect((await door('question', { token })).status).toBe(404);
  expect((await door('question', { token: unsent })).body).toMatchObject({ state: 'unsent', items: [] });
  expect(await linkMailed(asked)).toContain(`/portal/consulted?token=${String(unsent)}`);
  expect((await door('question', { token: unsent })).body).toMatchObject({ state: 'open', party: '丙公司' });
  expect(fieldsIn(await answered(first, 'refuse'))).toEqual(['grounds required']);
  expect(await marked()).toEqual([]);
  const idOf = (name: string): string => `(SELECT id FROM person WHERE username = '${name}.bureau')`;
  await api.services.source.query(
    `INSERT INTO absence VALUES (gen_random_uuid(), ${idOf('caseworker')}, '2026-03-02', '2026-03-02', ${idOf('legal')})`,
  );
  const statuses = (await Promise.all([answered(first), answered(first)])).map(({ status }) => status);
  expect(statuses.sort((a, b) => a - b)).toEqual([200, 409]);
  expect((await door('question', { token: first })).body).toMatchObject({
    state: 'answered',
    answeredOn: '2026-03-02',
    items: [],
  });
  const said = { consultationId: asked.consultations[0]?.id, answer: 'agree', arrivedOn: '2026-03-02' };
  expect(await byLink(id)).toMatchObject([{ ...said, waits: true }]);
  expect(await marked()).toEqual([id]);
  const news = (await (await as('caseworker')).get('/notifications')).body as NotificationList;
  expect(news.items.filter(({ news: name }) => name === 'answered-by-link')).toMatchObject([{ case: { id } }]);
  const instead = (await (await api.officer('legal.bureau')).get('/notifications')).body as NotificationList;
  expect(instead.items).toMatchObject([{ news: 'answered-by-link', case: { id }, inSteadOf: { name: expect.any(String) } }]);
  for (const { incomingId } of await byLink(id))
    await (await as('clerk')).post(`/incoming/${incomingId}/acts`, { type: 'attach', caseId: id, as: 'consultation_answer' });
  expect(await byLink(id)).toMatchObject([{ ...said, waits: false }]);
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

test('the letter to the secrecy authority is drawn while the clock stands: there is no due day to write into it', async () => {
  api.clock.set(localDate(day));
  const { id } = await open(await as('clerk'), { receipt: { channel: 'in_person', submittedOn: day } });
  await step(await as('caseworker'), id, { type: 'accept' });
  const secrecy = { type: 'askSecrecyAuthority', party: '省保密局' };
  const drawn = await (await as('caseworker')).post(`/cases/${id}/commands?draw=true`, secrecy);
  expect([drawn.status, caseIn(drawn).consultations.at(-1)?.party]).toEqual([200, '省保密局']);
});

describe('the link of a letter', () => {
  async function asked(...descriptions: readonly string[]): Promise<{ view: CaseView; token: string; letter: string }> {
    api.clock.set(localDate(day));
    const items = descriptions.map((description) => ({ description }));
    const { id } = await open(await as('clerk'), { receipt: { channel: 'in_person', submittedOn: day }, items });
    await step(await as('caseworker'), id, { type: 'accept' });
    const view = await step(await as('caseworker'), id, { type: 'askThirdParty', party: '己公司' });
    const journal = (await (await as('caseworker')).get(`/cases/${id}/journal`)).body as JournalPage;
    const entry = journal.items.find(({ type }) => type === 'CONSULTATION')?.id ?? '';
    const token = new URL(api.services.links.addressOf(entry)).searchParams.get('token') ?? '';
    return { view, token, letter: view.consultations[0]?.id ?? '' };
  }

  test('is open again to the party once what another has answered by it was dismissed', async () => {
    const { view, token } = await asked('甲');
    expect((await says(token, 'agree', '冒名者')).status).toBe(200);
    const [wrong] = await byLink(view.id);
    expect((await act(wrong?.incomingId, { type: 'dismiss', reason: '不是己公司的人' })).status).toBe(200);
    expect([await byLink(view.id), await marked()]).toEqual([[], []]);
    expect(await told(token)).toMatchObject({ state: 'open', items: ['甲'], answeredOn: null, wasSetAside: true });
    const answers = await Promise.all([says(token, 'agree', '王经理'), says(token, 'agree', '李经理')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [real] = await byLink(view.id);
    expect(real).toMatchObject({ answer: 'agree', waits: true });
    expect([await told(token), await marked()]).toMatchObject([{ state: 'answered', answeredOn: day }, [view.id]]);
    // Taken back, the first waits beside the second: a person compares them.
    await act(wrong?.incomingId, { type: 'restore' });
    expect(await byLink(view.id)).toHaveLength(2);
    await act(real?.incomingId, { type: 'dismiss', reason: '弄错了' });
    expect(await told(token)).toMatchObject({ state: 'answered', wasSetAside: false });
  });

  test('what came by it is settled when the same answer is recorded in the case, with its papers; while another waits, none is recorded', async () => {
    const { view, token, letter } = await asked('甲');
    const sent = new Blob(['%PDF-1.4\n%grounds\n'], { type: 'application/pdf' });
    const path = `${api.url}/api/v1/public/consultations/files?${new URLSearchParams({ token }).toString()}`;
    const form = new FormData();
    form.append('file', sent, '说明.pdf');
    const file = (await (await fetch(path, { method: 'POST', body: form })).json()) as { readonly id: string };
    await door('answer', { token, answer: 'refuse', grounds: '商业秘密', by: '王经理', fileIds: [file.id] });
    const [{ incomingId } = { incomingId: '' }] = await byLink(view.id);
    const record = { type: 'recordAnswer', consultationId: letter, answer: 'refuse', grounds: '商业秘密' };
    const caseworker = await as('caseworker');
    await caseworker.post(`/cases/${view.id}/commands?preview=true`, record);
    expect(await byLink(view.id)).toMatchObject([{ waits: true }]);
    const headers = { 'idempotency-key': `record-${letter}` };
    for (let times = 0; times < 2; times += 1)
      expect((await caseworker.post(`/cases/${view.id}/commands`, record, headers)).status).toBe(200);
    expect(await byLink(view.id)).toMatchObject([{ waits: false }]);
    const arrival = (await (await as('clerk')).get(`/incoming/${incomingId}`)).body as IncomingView;
    expect(arrival).toMatchObject({ state: 'attached', attachedAs: 'consultation_answer', case: { id: view.id } });
    expect(arrival.history.filter((done) => done.act === 'attach')).toHaveLength(1);
    const journal = (await caseworker.get(`/cases/${view.id}/journal`)).body as JournalPage;
    expect(journal.items.at(-1)).toMatchObject({
      type: 'CONSULTATION_ANSWERED',
      fact: { fileIds: expect.arrayContaining([file.id]) },
    });

    const other = await asked('乙');
    await says(other.token, 'agree', '李经理');
    const against = { ...record, consultationId: other.letter };
    for (const how of ['?preview=true', ''])
      expect(fieldsIn(await caseworker.post(`/cases/${other.view.id}/commands${how}`, against))).toEqual(['answer answer-waits']);
    const asked404 = await (await api.officer('caseworker.street')).post(`/cases/${other.view.id}/commands`, against);
    const asked403 = await (await as('clerk')).post(`/cases/${other.view.id}/commands`, against);
    expect([problemIn(asked404).code, problemIn(asked403).code]).toEqual(['case-not-found', 'role-missing']);
    expect(await byLink(other.view.id)).toMatchObject([{ answer: 'agree', waits: true }]);
    await act((await byLink(other.view.id))[0]?.incomingId, { type: 'attach', caseId: other.view.id, as: 'consultation_answer' });
    expect(await byLink(other.view.id)).toMatchObject([{ waits: false }]);
    await step(caseworker, other.view.id, against);
  });

  test('takes no more after nine answers that were all dismissed, and does not look as if it did', async () => {
    const { view, token } = await asked('甲');
    for (let times = 1; times <= 9; times += 1) {
      expect((await says(token, 'agree', '冒名者')).status).toBe(200);
      for (const { incomingId } of await byLink(view.id)) await act(incomingId, { type: 'dismiss', reason: '不是己公司的人' });
    }
    expect(await told(token)).toMatchObject({ state: 'settled', items: [] });
    expect(problemIn(await says(token, 'agree', '王经理')).code).toBe('answer-not-open');
  });

  test('asks and is answered in the case that its item was taken to, and goes from there by mail and on its answer form', async () => {
    const { view, token, letter } = await asked('甲', '乙');
    const caseworker = await as('caseworker');
    const split = { type: 'split', items: [view.items[1]?.id], consultations: [letter] };
    const [second = ''] = (await step(caseworker, view.id, split)).linkedCaseIds;
    const mail = { email: 'a@wu.example', consent: true };
    const mailed = await caseworker.post(`/cases/${second}/consultations/${letter}/link-mail`, mail);
    expect(mailed.status).toBe(200);
    expect(server.letters.at(-1)?.text).toContain(`/portal/consulted?token=${token}`);
    const form = { kind: 'consultation_answer', about: letter };
    const { docx } = (await caseworker.post(`/cases/${second}/papers`, form)).body as DrawnPaper;
    const drawn = await fetch(`${caseworker.base}/files/${docx.id}`, { headers: { cookie: caseworker.cookie } });
    expect(docxText(Buffer.from(await drawn.arrayBuffer()))).toContain(`/portal/consulted?token=${token}`);
    expect(await told(token)).toMatchObject({ state: 'open', party: '己公司', items: ['乙'] });
    expect((await says(token, 'agree', '王经理')).status).toBe(200);
    expect(await byLink(view.id)).toEqual([]);
    expect((await marked()).filter((id) => [view.id, second].includes(id))).toEqual([second]);
    const [answer] = await byLink(second);
    expect(answer).toMatchObject({ consultationId: letter, answer: 'agree', waits: true });
    await act(answer?.incomingId, { type: 'attach', caseId: second, as: 'consultation_answer' });
    expect(await byLink(second)).toMatchObject([{ consultationId: letter, waits: false }]);
  });

  test('about items that a split parts asks both, and the answer is shown in both cases', async () => {
    const { view, token, letter } = await asked('甲', '乙');
    const caseworker = await as('caseworker');
    const [second = ''] = (await step(caseworker, view.id, { type: 'split', items: [view.items[1]?.id] })).linkedCaseIds;
    expect(await told(token)).toMatchObject({ state: 'open', items: ['甲', '乙'] });
    expect((await says(token, 'agree', '王经理')).status).toBe(200);
    expect(await marked()).toEqual(expect.arrayContaining([view.id, second]));
    const [answer] = await byLink(view.id);
    await act(answer?.incomingId, { type: 'attach', caseId: view.id, as: 'consultation_answer' });
    for (const id of [view.id, second])
      expect(await byLink(id)).toMatchObject([{ consultationId: letter, answer: 'agree', waits: false }]);
  });

  test('is not mailed once its answer waits in the inbox, and the caseworker is told why', async () => {
    const { view, token, letter } = await asked('甲');
    await says(token, 'agree', '王经理');
    const mail = { email: 'a@wu.example', consent: true };
    const send = async () => (await as('caseworker')).post(`/cases/${view.id}/consultations/${letter}/link-mail`, mail);
    expect(problemIn(await send())).toMatchObject({ status: 409, code: 'link-answered' });
    await step(await as('caseworker'), view.id, { type: 'recordAnswer', consultationId: letter, answer: 'agree' });
    expect(problemIn(await send())).toMatchObject({ status: 409, code: 'letter-not-awaited' });
  });
});
