import type { SessionView } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { fieldsIn, Officer, postJson, problemIn, request, type HttpAnswer } from '../../support/officer.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(() => api.services.source.query('DELETE FROM login_attempt'));

const session = (): string => `${api.url}/api/v1/session`;
const logIn = (username: string, password: string): Promise<HttpAnswer> => postJson(session(), { username, password });

describe('a session', () => {
  test('opens with a cookie for this site alone that no script can read, and tells who is there', async () => {
    const answer = await logIn('approver.bureau', 'gongkai-demo');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      user: {
        id: expect.any(String),
        username: 'approver.bureau',
        name: expect.any(String),
        organ: 'bureau',
        roles: ['approver'],
        standsFor: [],
      },
      csrfToken: expect.any(String),
      mustChangePassword: false,
      secondFactor: 'off',
    });
    const cookie = answer.headers.get('set-cookie');
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Strict/);
    expect(cookie).not.toMatch(/Secure/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('is the same when it is read again', async () => {
    const officer = await api.officer('clerk.street');
    const { status, body } = await officer.get('/session');
    expect(status).toBe(200);
    expect(body).toMatchObject({ user: { username: 'clerk.street', organ: 'street' }, csrfToken: officer.csrfToken });
  });

  test('ends at log-out', async () => {
    const officer = await api.officer('clerk.bureau');
    const answer = await officer.send('/session', { method: 'DELETE' });
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(problemIn(await officer.get('/session')).code).toBe('unauthenticated');
  });

  test('is needed for everything else', async () => {
    for (const path of ['session', 'organs', 'people', 'cases', 'dashboard'])
      expect(problemIn(await request(`${api.url}/api/v1/${path}`))).toMatchObject({ status: 401, code: 'unauthenticated' });
    expect(problemIn(await postJson(`${api.url}/api/v1/deadlines`, {}))).toMatchObject({ status: 401 });
    const forged = await request(session(), { headers: { cookie: 'gongkai_session=AAAA' } });
    expect(problemIn(forged).code).toBe('unauthenticated');
  });

  test('carries Secure and HSTS where the installation is reached by https', async () => {
    const secure = await startTestApi({ publicUrl: 'https://ogi.example.gov.cn' });
    try {
      const answer = await postJson(`${secure.url}/api/v1/session`, { username: 'clerk.bureau', password: 'gongkai-demo' });
      const cookies = answer.headers.getSetCookie();
      expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['__Host-gongkai_session', '__Host-gongkai_session_sign']);
      for (const cookie of cookies) expect(cookie).toMatch(/; Path=\/.*; Secure/);
      expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
      const officer = await Officer.logIn(secure.url, 'clerk.bureau', 'gongkai-demo');
      expect((await officer.get('/session')).status).toBe(200);
      // A page of a neighbouring host could have set a cookie of the plain name.
      const planted = { cookie: officer.cookie.replace('__Host-', '') };
      expect((await request(`${secure.url}/api/v1/session`, { headers: planted })).status).toBe(401);
    } finally {
      await secure.stop();
    }
  });
});

describe('logging in is refused', () => {
  test('for a wrong password and for nobody, in the same words', async () => {
    const wrong = problemIn(await logIn('clerk.bureau', 'wrong'));
    expect(wrong).toMatchObject({ status: 401, code: 'unauthenticated' });
    expect(problemIn(await logIn('nobody', 'wrong'))).toEqual(wrong);
  });

  test('after five failures, with the minutes to wait', async () => {
    for (let i = 0; i < 5; i += 1) expect((await logIn('clerk.bureau', 'wrong')).status).toBe(401);
    const answer = await logIn('clerk.bureau', 'wrong');
    expect(problemIn(answer)).toMatchObject({ status: 429, code: 'too-many-attempts' });
    expect(answer.headers.get('retry-after')).toBe('900');
    expect((await logIn('caseworker.bureau', 'gongkai-demo')).status).toBe(200);
  });

  test('but never for succeeding often', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => logIn('clerk.bureau', 'gongkai-demo')));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
  });

  test('where fields are missing, unknown or no text', async () => {
    expect(fieldsIn(await postJson(session(), { username: 'a' }))).toEqual(['password required']);
    expect(fieldsIn(await postJson(session(), { username: 'a', password: 'b', remember: true }))).toEqual([
      'remember unknown-field',
    ]);
    expect(fieldsIn(await postJson(session(), { username: ['a'], password: 'b' }))).toEqual(['username wrong-type']);
    expect(fieldsIn(await postJson(session(), { username: 'a\u0000', password: 'b' }))).toEqual(['username invalid-value']);
    expect(fieldsIn(await postJson(session(), { username: '\ud800', password: 'b' }))).toEqual(['username invalid-value']);
  });
});

test('a new password is none that anybody would try: not the name, not a common word with a year', async () => {
  const { base, cookie, csrfToken } = await api.officer('archivist.bureau');
  const change = (next: string): Promise<HttpAnswer> =>
    request(`${base}/session/password`, {
      method: 'PUT',
      headers: { cookie, 'x-csrf-token': csrfToken, 'content-type': 'application/json' },
      body: JSON.stringify({ current: 'gongkai-demo', next }),
    });
  for (const next of ['Archivist2026', 'Password@123', 'bureau-bureau'])
    expect(fieldsIn(await change(next))).toEqual(['next guessable-password']);
  expect((await change('seven grey herons')).status).toBe(204);
});

describe('a change', () => {
  test('needs the token of the session, before anything of it is read', async () => {
    const { cookie, csrfToken } = await api.officer('clerk.bureau');
    const broken = { method: 'POST', body: '{"broken' };
    const headers = { cookie, 'content-type': 'application/json' };
    const address = `${api.url}/api/v1/deadlines`;
    expect(problemIn(await request(address, { ...broken, headers }))).toMatchObject({ status: 403, code: 'csrf' });
    const wrong = await request(address, { ...broken, headers: { ...headers, 'x-csrf-token': `${csrfToken}x` } });
    expect(problemIn(wrong)).toMatchObject({ status: 403, code: 'csrf' });
    const right = await request(address, { ...broken, headers: { ...headers, 'x-csrf-token': csrfToken } });
    expect(problemIn(right)).toMatchObject({ status: 400, code: 'malformed-json' });
  });

  test('by a token of an administrator needs none, and acts for its person', async () => {
    const { secret: token } = await api.services.tokens.issue(null, {
      person: 'clerk.street',
      name: 'fax gateway',
      scopes: ['read', 'intake', 'work'],
    });
    const headers = { authorization: `Bearer ${token}` };
    const answer = await postJson(
      `${api.url}/api/v1/deadlines`,
      { receipt: { channel: 'in_person', submittedOn: '2026-03-02' }, events: [] },
      headers,
    );
    expect(answer.status).toBe(200);
    expect((await request(session(), { headers })).body).toMatchObject({ user: { username: 'clerk.street' } });
    const wrong = await request(session(), { headers: { authorization: `Bearer ${token}x` } });
    expect(problemIn(wrong).code).toBe('unauthenticated');
    expect(problemIn(await request(session(), { headers: { authorization: 'Basic YTpi' } })).code).toBe('unauthenticated');
  });
});

test('an approver delegates the sign-off: the session of the delegate says so at once, until it is revoked', async () => {
  const [approver, reviewer, admin] = await Promise.all(
    ['approver', 'reviewer', 'admin'].map((who) => api.officer(`${who}.bureau`)),
  );
  if (!approver || !reviewer || !admin) throw new Error('Nobody is there.');
  const user = async (of: Officer) => ((await of.get('/session')).body as SessionView).user;
  const [{ id }, { id: delegate }, { id: adminId }] = [await user(approver), await user(reviewer), await user(admin)];
  const refused = await approver.post('/people/me/delegations', { delegate, reason: '出差' });
  expect(fieldsIn(refused)).toEqual(['delegate delegate-without-post']);
  await api.services.source.query(
    `INSERT INTO post (id, person_id, organ_id, role, valid_from) SELECT gen_random_uuid(), id, organ_id, 'approver', '2026-01-01' FROM person WHERE id = $1`,
    [delegate],
  );
  const given = await approver.post('/people/me/delegations', { delegate, reason: '出差' });
  expect([given.status, given.body]).toMatchObject([201, { state: 'in_force', from: '2026-03-02', to: null }]);
  expect(await user(reviewer)).toMatchObject({ standsFor: [{ id, until: null }] });
  const wrong = await admin.post(`/people/${id}/delegations`, { delegate: adminId, from: '2026-02-27', reason: '自己' });
  expect(fieldsIn(wrong)).toEqual(['from past-date', 'from delegation-overlaps', 'delegate delegation-to-oneself']);
  const path = `/people/${id}/delegations/${(given.body as { id: string }).id}`;
  expect(problemIn(await reviewer.send(path, { method: 'DELETE' })).code).toBe('not-found');
  expect((await admin.send(path, { method: 'DELETE' })).status).toBe(204);
  expect(await user(reviewer)).toMatchObject({ standsFor: [] });
});
