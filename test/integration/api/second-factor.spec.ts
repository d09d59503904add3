import type { OwnSessionList, RecoveryCodes, SecondFactorOffer, SessionView } from '@gongkai/contracts';
import { Secret, TOTP } from 'otpauth';
import { startTestApi, type TestApi } from '../../support/api.js';
import { fieldsIn, Officer, postJson, problemIn, type HttpAnswer } from '../../support/officer.js';

const PASSWORD = 'gongkai-demo';
const STEP_MS = 30_000;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(() => api.services.source.query('DELETE FROM login_attempt; DELETE FROM second_factor'));

const logIn = (username: string, code?: string): Promise<HttpAnswer> =>
  postJson(`${api.url}/api/v1/session`, { username, password: PASSWORD, ...(code === undefined ? {} : { code }) });

/** What a phone shows at this moment, or some steps from now. */
function shownBy({ secret }: SecondFactorOffer, steps = 0, { clock } = api): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return totp.generate({ timestamp: clock.deviceTime().getTime() + steps * STEP_MS });
}

const offered = async (officer: Officer): Promise<SecondFactorOffer> =>
  (await officer.post('/session/second-factor', { password: PASSWORD })).body as SecondFactorOffer;

const idOf = async (officer: Officer): Promise<string> => ((await officer.get('/session')).body as SessionView).user.id;

async function setUp(username: string) {
  const officer = await api.officer(username);
  const offer = await offered(officer);
  const answer = await officer.put('/session/second-factor', { code: shownBy(offer) });
  api.clock.advance(STEP_MS);
  return { officer, offer, recovery: (answer.body as RecoveryCodes).codes };
}

describe('a second step', () => {
  test('is asked for once a code of the authenticator was told, and opens with the next one', async () => {
    const officer = await api.officer('clerk.bureau');
    const offer = await offered(officer);
    expect(offer.uri).toMatch(/^otpauth:\/\/totp\/.*clerk\.bureau\?issuer=/);
    expect((await logIn('clerk.bureau')).status).toBe(200);
    const confirmed = await officer.put('/session/second-factor', { code: shownBy(offer) });
    expect(confirmed.status).toBe(200);
    expect((await officer.get('/session')).body).toMatchObject({ secondFactor: 'on' });
    expect(problemIn(await logIn('clerk.bureau'))).toMatchObject({ status: 401, code: 'second-factor-needed' });
    api.clock.advance(STEP_MS);
    expect((await logIn('clerk.bureau', shownBy(offer))).status).toBe(200);
    const [log] = await api.services.source.query<object[]>(
      `SELECT subject_name FROM admin_log WHERE action = 'second-factor-set'`,
    );
    expect(log).toBeDefined();
  });

  test('takes a code once, also a step early or late, and none that is further off', async () => {
    const { offer } = await setUp('clerk.bureau');
    const code = shownBy(offer);
    expect((await logIn('clerk.bureau', code)).status).toBe(200);
    expect(fieldsIn(await logIn('clerk.bureau', code))).toEqual(['code wrong-second-factor']);
    expect(fieldsIn(await logIn('clerk.bureau', shownBy(offer, 2)))).toEqual(['code wrong-second-factor']);
    expect((await logIn('clerk.bureau', shownBy(offer, 1))).status).toBe(200);
    // An earlier one than was used does not open, although it is near enough.
    expect(fieldsIn(await logIn('clerk.bureau', shownBy(offer, -1)))).toEqual(['code wrong-second-factor']);
  });

  test('counts wrong codes like wrong passwords', async () => {
    await setUp('clerk.bureau');
    for (let i = 0; i < 5; i += 1) expect((await logIn('clerk.bureau', '000000')).status).toBe(401);
    expect(problemIn(await logIn('clerk.bureau', '000000'))).toMatchObject({ status: 429, code: 'too-many-attempts' });
  });

  test('opens with a recovery code, each of them once', async () => {
    const { recovery } = await setUp('clerk.bureau');
    expect(new Set(recovery).size).toBe(10);
    const [code = ''] = recovery;
    expect((await logIn('clerk.bureau', code.toUpperCase())).status).toBe(200);
    expect(fieldsIn(await logIn('clerk.bureau', code))).toEqual(['code wrong-second-factor']);
  });

  test('is set up by who knows the password, with a code that is right, and is not set up twice', async () => {
    const officer = await api.officer('clerk.bureau');
    expect(fieldsIn(await officer.post('/session/second-factor', { password: 'wrong' }))).toEqual(['password wrong-password']);
    expect(problemIn(await officer.put('/session/second-factor', { code: '123456' })).code).toBe('second-factor-absent');
    const first = await offered(officer);
    const offer = await offered(officer);
    expect(fieldsIn(await officer.put('/session/second-factor', { code: shownBy(first) }))).toEqual(['code wrong-second-factor']);
    expect((await officer.put('/session/second-factor', { code: shownBy(offer) })).status).toBe(200);
    expect(problemIn(await officer.post('/session/second-factor', { password: PASSWORD })).code).toBe('second-factor-present');
  });

  test('is confirmed by many at once, each answered', async () => {
    const officer = await api.officer('clerk.bureau');
    const offer = await offered(officer);
    const codes = Array.from({ length: 30 }, (_, i) => (i === 20 ? shownBy(offer) : '000000'));
    const answers = await Promise.all(codes.map((code) => officer.put('/session/second-factor', { code })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('lies sealed', async () => {
    const { offer } = await setUp('clerk.bureau');
    const [row] = await api.services.source.query<{ text: string }[]>(
      `SELECT encode(sealed, 'escape') AS text FROM second_factor`,
    );
    expect(row?.text).not.toContain(offer.secret);
  });

  test('is taken away with password and code; other screens are logged out', async () => {
    const { officer, offer } = await setUp('clerk.bureau');
    const other = await logIn('clerk.bureau', shownBy(offer));
    expect(other.status).toBe(200);
    api.clock.advance(STEP_MS);
    const remove = (body: object): Promise<HttpAnswer> => officer.post('/session/second-factor/removal', body);
    expect(fieldsIn(await remove({ password: PASSWORD, code: '000000' }))).toEqual(['code wrong-second-factor']);
    expect(fieldsIn(await remove({ password: 'wrong', code: shownBy(offer) }))).toEqual(['password wrong-password']);
    expect((await remove({ password: PASSWORD, code: shownBy(offer) })).status).toBe(204);
    expect(((await officer.get('/session/screens')).body as OwnSessionList).items).toHaveLength(1);
    expect((await logIn('clerk.bureau')).status).toBe(200);
  });

  test('is taken away by an administrator of the organ, and of nobody who has none', async () => {
    const { officer } = await setUp('clerk.bureau');
    const admin = await api.officer('admin.bureau');
    const path = `/admin/people/${await idOf(officer)}/second-factor/removal`;
    expect(problemIn(await (await api.officer('admin.street')).post(path, {})).status).toBe(404);
    expect((await admin.post(path, {})).status).toBe(204);
    expect((await officer.get('/session')).status).toBe(401);
    expect((await logIn('clerk.bureau')).status).toBe(200);
    expect(problemIn(await admin.post(path, {})).code).toBe('second-factor-absent');
    expect(problemIn(await admin.post(`/admin/people/${await idOf(admin)}/second-factor/removal`, {})).code).toBe('own-account');
  });
});

describe('where a post needs one', () => {
  let strict: TestApi;
  beforeAll(async () => {
    strict = await startTestApi({ beside: api, env: { SECOND_FACTOR_FOR: 'admin,approver' } });
  });
  afterAll(() => strict.stop());

  test('nothing else is answered before it is set up', async () => {
    const officer = await Officer.logIn(strict.url, 'approver.bureau', PASSWORD);
    expect((await officer.get('/session')).body).toMatchObject({ secondFactor: 'required' });
    expect(problemIn(await officer.get('/cases'))).toMatchObject({ status: 403, code: 'second-factor-required' });
    const offer = await offered(officer);
    await officer.put('/session/second-factor', { code: shownBy(offer, 0, strict) });
    expect((await officer.get('/cases')).status).toBe(200);
  });

  test('others are let in', async () => {
    const officer = await Officer.logIn(strict.url, 'clerk.bureau', PASSWORD);
    expect((await officer.get('/session')).body).toMatchObject({ secondFactor: 'off' });
    expect((await officer.get('/cases')).status).toBe(200);
  });
});

describe('the screens where one is logged in', () => {
  test('are told with where from and since when, and each can be logged out', async () => {
    await api.services.source.query('DELETE FROM session');
    const there = await api.officer('clerk.street');
    api.clock.advance(STEP_MS);
    const here = await api.officer('clerk.street');
    const colleague = await api.officer('caseworker.street');
    const { items } = (await here.get('/session/screens')).body as OwnSessionList;
    expect(items).toMatchObject([
      { isThis: true, address: '127.0.0.1' },
      { isThis: false, address: '127.0.0.1' },
    ]);
    const end = (officer: Officer): Promise<HttpAnswer> =>
      officer.send(`/session/screens/${items[1]?.id ?? ''}`, { method: 'DELETE' });
    expect(problemIn(await end(colleague)).status).toBe(404);
    expect((await there.get('/session')).status).toBe(200);
    expect((await end(here)).status).toBe(204);
    expect((await there.get('/session')).status).toBe(401);
    expect((await here.get('/session')).status).toBe(200);
  });
});
