import type { ApplicationStanding, CaseView, ReceiptSlip } from '@gongkai/contracts';
import { localDate } from '@gongkai/calendar';
import { queryCodeOf, readQueryCode, type Challenge, type Compendium, type PublicReceipt } from '@gongkai/contracts';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { startTestApi, type TestApi } from '../../support/api.js';
import { application, caseIn, open, step } from '../../support/applications.js';
import { fieldsIn, postJson, problemIn, request, type HttpAnswer, type Officer } from '../../support/officer.js';

let api: TestApi;
let clerk: Officer;
let caseworker: Officer;
beforeAll(async () => {
  api = await startTestApi({ publicUrl: 'http://gongkai.example' });
  [clerk, caseworker] = await Promise.all([api.officer('clerk.bureau'), api.officer('caseworker.bureau')]);
});
afterAll(() => api.stop());

const slipOf = async (officer: Officer, { id }: CaseView): Promise<ReceiptSlip> =>
  (await officer.get(`/cases/${id}/receipt`)).body as ReceiptSlip;
/** Asks as somebody at home does. */
const ask = (number: string, code: string, headers: Record<string, string> = {}): Promise<HttpAnswer> =>
  request(`${api.url}/api/v1/public/applications/${encodeURIComponent(number)}?code=${encodeURIComponent(code)}`, { headers });
const from = (address: string) => ({ 'x-forwarded-for': address });
/** A code that is well formed, and another one than this. */
const otherThan = (code: string): string => queryCodeOf([...(code.startsWith('2') ? [1] : [0]), 5, 9, 13, 17, 21, 30]);

describe('a query code', () => {
  test('is known again however it is typed, and a single slip or swap is told from it', () => {
    const code = queryCodeOf([20, 5, 19, 22, 29, 1, 24]);
    const typed = `${code.slice(0, 4).toLowerCase()} － ${code.slice(4)}`;
    expect(readQueryCode(typed)).toBe(code);
    const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
    for (let i = 0; i < code.length; i += 1) {
      for (const sign of signs.replace(code.charAt(i), ''))
        expect(readQueryCode(code.slice(0, i) + sign + code.slice(i + 1))).toBeNull();
      const [a = '', b = ''] = code.slice(i, i + 2);
      if (b !== '' && a !== b) expect(readQueryCode(code.slice(0, i) + b + a + code.slice(i + 2))).toBeNull();
    }
  });

  test('is drawn with the case, sealed, the same on every print, and only for who may see the case', async () => {
    const view = await open(clerk);
    const slip = await slipOf(clerk, view);
    expect(slip.queryCode).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
    expect(Object.fromEntries(new URL(slip.address).searchParams)).toEqual({ number: view.number, code: slip.queryCode });
    expect(slip.address).toMatch(/^http:\/\/gongkai\.example\/portal\/follow\?/);
    expect(await slipOf(caseworker, view)).toEqual(slip);
    expect(problemIn(await (await api.officer('clerk.street')).get(`/cases/${view.id}/receipt`)).code).toBe('case-not-found');
    const [stored] = await api.services.source.query<{ all: string }[]>(
      `SELECT string_agg(query_code::text || case_file::text || journal::text, '') AS all
         FROM query_code JOIN case_file ON case_file.id = case_id JOIN journal USING (case_id)`,
    );
    const plain = slip.queryCode.replace('-', '');
    for (const text of [plain, Buffer.from(plain).toString('hex')]) expect(stored?.all).not.toContain(text);
  });

  test('a case of before gets one when its receipt is first printed, and one that a split opens has its own', async () => {
    const view = await open(clerk, { items: [{ description: '甲' }, { description: '乙' }] });
    await api.services.source.query('DELETE FROM query_code WHERE case_id = $1', [view.id]);
    const [a, b] = await Promise.all([slipOf(clerk, view), slipOf(caseworker, view)]);
    expect(a).toEqual(b);
    await step(caseworker, view.id, { type: 'split', items: [view.items[1]?.id] });
    expect(await api.count('query_code')).toBe(await api.count('case_file'));
  });
});

describe('who asks after an application', () => {
  test('by a number of before and by one in the format of today, with the brackets and the wide digits the keyboard has', async () => {
    const before = await open(clerk);
    const write = (format: string) =>
      api.services.source.query(`UPDATE organ SET number_format = ${format} WHERE code = 'bureau'`);
    await write(`'{prefix}({year}){n:4}'`);
    const after = await open(clerk);
    await write('DEFAULT');
    expect(after.number).toMatch(/^城管依申请\(2026\)0\d{3}$/);
    const typed = (number: string) => number.replace(/[〔(]2026[〕)](.*?)号?$/, '（２０２６）$1');
    for (const view of [before, after]) {
      const { queryCode } = await slipOf(clerk, view);
      expect((await ask(typed(view.number), queryCode)).body).toMatchObject({ number: view.number });
    }
  });

  test('learns where it stands, and nothing about anybody', async () => {
    const view = await open(clerk, { items: [{ description: '第三方的合同' }] });
    const { queryCode } = await slipOf(clerk, view);
    await step(caseworker, view.id, { type: 'accept' });
    await step(caseworker, view.id, { type: 'askThirdParty', party: '洁源公司', dispatchedOn: '2026-03-02' });
    const answer = await ask(view.number.replace('〔', '[').replace('〕', ' ]'), queryCode.toLowerCase());
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(answer.body).toEqual({
      number: view.number,
      organ: { code: 'bureau', name: expect.objectContaining({ 'zh-CN': '云川市城市管理综合行政执法局' }) as object },
      state: 'in_hand',
      says: '正在办理。',
      links: view.links.map(({ link }) => expect.objectContaining({ link }) as object),
      receivedOn: '2026-03-02',
      dueOn: '2026-03-30',
      provisional: false,
      daysLeft: 20,
      period: { from: '2026-03-02', length: 20, extended: false, notCounted: 0 },
      yourDueOn: null,
      ...{ withdrawable: [], notices: [] },
      ...{ acts: ['withdraw'], suggestion: null },
      mail: { offered: false, to: null },
      remedies: [],
      today: '2026-03-02',
    });
    for (const secret of ['李明远', '洁源', '合同', view.id, '****']) expect(answer.text).not.toContain(secret);
  });

  test('is told in plain words of a correction that is awaited, and of a letter not confirmed yet', async () => {
    const letter = await open(clerk, { receipt: { channel: 'ordinary_mail', arrivedOn: '2026-03-02' } });
    const unconfirmed = await ask(letter.number, (await slipOf(clerk, letter)).queryCode, { 'accept-language': 'en' });
    expect(unconfirmed.body).toMatchObject({ state: 'to_confirm', receivedOn: null, dueOn: null });
    expect((unconfirmed.body as ApplicationStanding).says).toMatch(/^It is logged\. We have not confirmed it/);
    const view = await open(clerk);
    await step(caseworker, view.id, { type: 'accept' });
    const { notices } = await step(caseworker, view.id, {
      type: 'sendCorrectionNotice',
      missing: '哪一年',
      dispatchedOn: '2026-03-02',
    });
    await step(clerk, view.id, { type: 'recordService', noticeId: notices[0]?.id, how: '当面签收' });
    const standing = (await ask(view.number, (await slipOf(clerk, view)).queryCode)).body as ApplicationStanding;
    expect(standing).toMatchObject({ state: 'your_correction', dueOn: null, yourDueOn: '2026-03-23' });
    const { id, number } = notices[0] ?? {};
    const sent = { id, number, dispatchedOn: '2026-03-02', servedOn: '2026-03-02', asks: '哪一年' };
    const files = [expect.objectContaining({ name: `补正告知书${number ?? ''}.pdf` })];
    expect(standing.notices).toEqual([{ kind: 'correction', ...sent, byPortal: false, mayConfirm: false, files }]);
  });

  test('hears the same to a wrong code as to an unknown number; a slip of the finger is called one and is no attempt', async () => {
    const view = await open(clerk);
    const { queryCode } = await slipOf(clerk, view);
    const wrong = await ask(view.number, otherThan(queryCode), from('192.0.2.1'));
    const unknown = await ask('城管依申请〔2026〕9999号', queryCode, from('192.0.2.1'));
    const nul = await ask('\0', queryCode, from('192.0.2.1'));
    expect(problemIn(wrong)).toMatchObject({ status: 404, code: 'application-not-found' });
    expect(unknown.text).toBe(wrong.text);
    expect(nul.text).toBe(wrong.text);
    const before = await api.count('code_attempt');
    const slip = await ask(view.number, `${queryCode.slice(0, -1)}${queryCode.endsWith('2') ? '3' : '2'}`, from('192.0.2.1'));
    expect(problemIn(slip)).toMatchObject({ status: 422, fields: [{ path: 'code', code: 'mistyped-code' }] });
    expect(await api.count('code_attempt')).toBe(before);
  });

  test('is locked out after guessing, by address and by number; the code itself does not help until time has passed', async () => {
    const view = await open(clerk);
    const { queryCode } = await slipOf(clerk, view);
    const guesses = await Promise.all(Array.from({ length: 7 }, () => ask(view.number, otherThan(queryCode), from('192.0.2.2'))));
    expect(guesses.map(({ status }) => status).sort()).toEqual([404, 404, 404, 404, 404, 429, 429]);
    const locked = await ask(view.number, queryCode, from('192.0.2.2'));
    expect(problemIn(locked).code).toBe('too-many-attempts');
    expect(locked.headers.get('retry-after')).toBe(String(15 * 60));
    expect((await ask(view.number, queryCode, from('192.0.2.3'))).status).toBe(200);
    for (let i = 0; i < 45; i += 1) await ask(view.number, otherThan(queryCode), from(`198.51.100.${i}`));
    expect((await ask(view.number, queryCode, from('192.0.2.3'))).status).toBe(429);
    api.clock.advance(15 * 60_000);
    expect((await ask(view.number, queryCode, from('192.0.2.3'))).status).toBe(200);
    api.clock.set(localDate('2026-03-02'));
  });
});

describe('who applies over the portal', () => {
  const { applicant, items } = application();
  const asked = (change: Readonly<Record<string, unknown>> = {}) => ({
    ...{
      organ: 'bureau',
      applicant: { ...applicant, idNumber: '110101199003070011', phone: '13800000000', address: '云川市清河区柳荫街1号' },
    },
    ...{ items, wantedForm: 'paper', delivery: 'post', ...change },
  });
  const apply = (body: unknown, headers: Record<string, string>): Promise<HttpAnswer> =>
    postJson(`${api.url}/api/v1/public/applications`, body, headers);
  const sendFile = (organ: string, headers = {}): Promise<HttpAnswer> => {
    const body = new FormData();
    body.append('file', new File(['%PDF-1.4\n'], '身份证.pdf', { type: 'application/pdf' }));
    return request(`${api.url}/api/v1/public/files?organ=${organ}`, { method: 'POST', body, headers });
  };
  const receiptIn = ({ body }: HttpAnswer): PublicReceipt => body as PublicReceipt;
  const proof = async (): Promise<Record<string, string>> => {
    const challenge = (await request(`${api.url}/api/v1/public/challenge`)).body as Challenge;
    const solution = await solveChallenge({ challenge, deriveKey });
    return { 'proof-of-work': Buffer.from(JSON.stringify({ challenge, solution })).toString('base64') };
  };

  test('on a holiday is received that day, is an ordinary case whose journal names no officer, and follows it with what the receipt says', async () => {
    api.clock.set(localDate('2026-05-01'));
    [clerk, caseworker] = await Promise.all([api.officer('clerk.bureau'), api.officer('caseworker.bureau')]);
    const file = await sendFile('bureau');
    expect(file).toMatchObject({ status: 201, body: { name: '身份证.pdf' } });
    const key = { 'idempotency-key': 'once', ...from('203.0.113.1') };
    const body = asked({ fileIds: [(file.body as { id: string }).id] });
    const answer = await apply(body, key);
    const receipt = receiptIn(answer);
    expect([answer.status, receipt]).toEqual([
      201,
      expect.objectContaining({ submittedOn: '2026-05-01', receivedOn: '2026-05-01', dueOn: '2026-06-01', provisional: false }),
    ]);
    expect((await apply(body, key)).body).toEqual(receipt);
    expect((await ask(receipt.number, receipt.queryCode)).body).toMatchObject({ state: 'in_hand', dueOn: '2026-06-01' });
    const { items: rows } = (await clerk.get(`/cases?q=${encodeURIComponent(receipt.number)}`)).body as { items: CaseView[] };
    const view = caseIn(await clerk.get(`/cases/${rows[0]?.id ?? ''}`));
    expect(view).toMatchObject({ receipt: { channel: 'web', confirmedOn: '2026-05-01' }, people: { applicant: '李明远' } });
    expect((await clerk.get(`/cases/${view.id}/journal`)).body).toMatchObject({
      items: [{ actor: 'applicant', on: '2026-05-01' }],
    });
    expect(await step(caseworker, view.id, { type: 'accept' })).toMatchObject({ state: 'accepted' });
  });

  test('is told field by field what is missing, in plain words, and nothing is kept', async () => {
    const before = await api.count('case_file');
    const bare = { kind: 'natural_person', category: 'natural_person', name: '李明远' };
    const short = await apply(asked({ applicant: bare }), from('203.0.113.2'));
    expect(fieldsIn(short)).toEqual(['applicant.idNumber required', 'applicant.address required']);
    const agent = { agent: '何律', agentIdType: '居民身份证', agentIdNumber: '110105194912310021' };
    const slip = { ...applicant, ...agent, idNumber: '110101199003070016', address: '柳荫街1号' };
    const answer = await apply(asked({ applicant: slip }), from('203.0.113.2'));
    expect(problemIn(answer).fields?.map(({ message }) => message.slice(0, 7))).toEqual(['证件号码输错了', '证件号码输错了']);
    expect(fieldsIn(await apply(asked({ organ: 'nobody' }), from('203.0.113.2')))).toEqual(['organ unknown-organ']);
    expect(fieldsIn(await apply(asked({ lateReason: 'x' }), from('203.0.113.2')))).toEqual(['lateReason unknown-field']);
    expect(await api.count('case_file')).toBe(before);
    expect((await request(`${api.url}/api/v1/public/organs`)).body).toMatchObject({
      organs: expect.arrayContaining([expect.objectContaining({ code: 'street', parent: 'district' })]) as unknown,
    });
  });

  test('where the office confirms by itself, has no date of receipt before it has, and is told so', async () => {
    // The guide of the housing commission announces it.
    const officer = await api.officer('clerk.housing');
    const receipt = receiptIn(await apply(asked({ organ: 'housing' }), from('203.0.113.4')));
    expect(receipt).toMatchObject({ submittedOn: '2026-05-01', receivedOn: null, dueOn: null });
    const standing = (): Promise<HttpAnswer> => ask(receipt.number, receipt.queryCode);
    expect((await standing()).body).toMatchObject({ state: 'to_confirm', receivedOn: null, dueOn: null });
    const { items: rows } = (await officer.get(`/cases?q=${encodeURIComponent(receipt.number)}`)).body as { items: CaseView[] };
    const id = rows[0]?.id ?? '';
    expect(caseIn(await officer.get(`/cases/${id}`))).toMatchObject({ state: 'unconfirmed', receipt: { receivedOn: null } });
    api.clock.set(localDate('2026-05-06'));
    const clerkOfHousing = await api.officer('clerk.housing');
    await step(clerkOfHousing, id, { type: 'confirmReceipt', confirmedHow: '电话' });
    expect((await standing()).body).toMatchObject({ state: 'in_hand', receivedOn: '2026-05-06', dueOn: '2026-06-02' });
    api.clock.set(localDate('2026-05-01'));
  });

  test('finds the guides of a district on one page, and no way in that an office has not opened', async () => {
    const get = (path: string): Promise<HttpAnswer> => request(`${api.url}/api/v1/public/organs/${path}`);
    const { items } = (await get('district/guides')).body as Compendium;
    const codes = items.map(({ organ }) => organ.code);
    expect([codes[0], codes.includes('street'), codes.includes('bureau')]).toEqual(['district', true, false]);
    expect((await get('street/guide')).body).toMatchObject({
      channels: ['in_person', 'post', 'fax'],
      inForce: { guide: { fax: '0000-55021057' } },
    });
    expect((await get('water/guide')).body).toMatchObject({ channels: ['in_person', 'post', 'web'], inForce: null });
    expect([problemIn(await get('nobody/guide')).code, problemIn(await get('nobody/guides')).code]).toEqual([
      'not-found',
      'not-found',
    ]);
    const before = await api.count('case_file');
    const refused = await apply(asked({ organ: 'street' }), from('203.0.113.5'));
    expect(fieldsIn(refused)).toEqual(['organ web-not-open']);
    expect(problemIn(refused).fields?.[0]?.message).toMatch(/^这个机关没有开通网上申请。可以当面交或者邮寄/);
    const upload = await sendFile('street');
    expect(fieldsIn(upload)).toEqual(['organ web-not-open']);
    expect(await api.count('case_file')).toBe(before);
  });

  test('after a few an hour does a sum first, which is good once; after many waits', async () => {
    const send = (headers = {}) => apply(asked(), { ...from('203.0.113.3'), ...headers });
    const keyed = { 'idempotency-key': 'e1b2c3d4-0000-4000-8000-000000000001' };
    const answered = await send(keyed);
    for (let i = 0; i < 2; i += 1) expect((await send()).status).toBe(201);
    expect(problemIn(await send())).toMatchObject({ status: 403, code: 'proof-needed' });
    const solved = await proof();
    expect((await send(solved)).status).toBe(201);
    expect(problemIn(await send(solved)).code).toBe('proof-needed');
    expect(problemIn(await send({ 'proof-of-work': 'e30=' })).code).toBe('proof-needed');
    await api.services.source.query(
      `INSERT INTO public_request SELECT gen_random_uuid(), 'application', '203.0.113.3', true, at
         FROM public_request, generate_series(1, 30) WHERE address = '203.0.113.3' LIMIT 30`,
    );
    const crowd = await send(await proof());
    expect([crowd.status, crowd.headers.get('retry-after')]).toEqual([429, String(60 * 60)]);
    // An answer that was lost on the way is given once more, however many have knocked meanwhile.
    expect((await send(keyed)).body).toEqual(answered.body);
    api.clock.advance(60 * 60_000);
    expect((await send()).status).toBe(201);
  });

  test('a file comes in with a sum where many have sent some', async () => {
    await api.services.source.query(
      `INSERT INTO public_request SELECT gen_random_uuid(), 'file', 'elsewhere', false, $1 FROM generate_series(1, 600)`,
      [api.clock.now()],
    );
    expect(problemIn(await sendFile('bureau')).code).toBe('proof-needed');
    expect((await sendFile('bureau', await proof())).status).toBe(201);
  });
});
