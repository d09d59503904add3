import type { SessionView } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { freePort } from '../../support/free-port.js';
import { startProvider, Visitor } from '../../support/identity.js';
import { request } from '../../support/officer.js';

let provider: Awaited<ReturnType<typeof startProvider>>;
let api: TestApi;
beforeAll(async () => {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  provider = await startProvider(base);
  api = await startTestApi({ publicUrl: base, port, env: { ...provider.env, SECOND_FACTOR_FOR: 'approver' } });
});
afterAll(async () => {
  await api.stop();
  await provider.stop();
});

const signOn = (): string => `${api.url}/api/v1/session/sign-on`;
const sessionOf = async (visitor: Visitor): Promise<SessionView | undefined> => {
  const cookie = `gongkai_session=${visitor.cookie('gongkai_session') ?? ''}`;
  const { status, body } = await request(`${api.url}/api/v1/session`, { headers: { cookie } });
  return status === 200 ? (body as SessionView) : undefined;
};

describe('with an identity provider', () => {
  test('the screen offers it', async () => {
    expect((await request(`${api.url}/api/v1/office`)).body).toMatchObject({ signOn: true });
  });

  test('who is known there and here is logged in, and has no password to change', async () => {
    await api.services.source.query(`UPDATE person SET must_change_password = true WHERE username = 'clerk.bureau'`);
    const visitor = new Visitor();
    expect(await visitor.passProvider(signOn(), 'clerk.bureau')).toBe(`${api.url}/`);
    expect(await sessionOf(visitor)).toMatchObject({ user: { username: 'clerk.bureau' }, mustChangePassword: false });
    expect(visitor.cookie('gongkai_sign_on')).toBeUndefined();
  });

  test('who sat at this browser before is logged out', async () => {
    const visitor = new Visitor();
    await visitor.passProvider(signOn(), 'clerk.bureau');
    const former = cookieOf(visitor);
    expect((await request(`${api.url}/api/v1/session`, former)).status).toBe(200);
    await visitor.open(signOn());
    expect((await request(`${api.url}/api/v1/session`, former)).status).toBe(401);
    expect(await sessionOf(visitor)).toMatchObject({ user: { username: 'clerk.bureau' } });
  });

  test('who is known there alone stays outside, and is told so', async () => {
    const visitor = new Visitor();
    expect(await visitor.passProvider(signOn(), 'nobody.bureau')).toBe(`${api.url}/?sign-on=unknown-person`);
    expect(await sessionOf(visitor)).toBeUndefined();
  });

  test('who has left stays outside', async () => {
    await api.services.source.query(`UPDATE person SET active = false WHERE username = 'legal.bureau'`);
    const visitor = new Visitor();
    expect(await visitor.passProvider(signOn(), 'legal.bureau')).toBe(`${api.url}/?sign-on=unknown-person`);
  });

  test('a post that needs a second step is let in by one alone', async () => {
    const without = new Visitor();
    expect(await without.passProvider(signOn(), 'approver.bureau')).toBe(`${api.url}/?sign-on=second-step`);
    expect(await sessionOf(without)).toBeUndefined();
    const merely = new Visitor();
    expect(await merely.passProvider(signOn(), 'approver.bureau+code')).toBe(`${api.url}/?sign-on=second-step`);
    const having = new Visitor();
    expect(await having.passProvider(signOn(), 'approver.bureau+otp')).toBe(`${api.url}/`);
    expect(await sessionOf(having)).toMatchObject({ user: { username: 'approver.bureau' }, secondFactor: 'off' });
    expect((await request(`${api.url}/api/v1/cases`, cookieOf(having))).status).toBe(200);
  });

  test('nobody comes back who did not leave from this browser, nor with what another one was given', async () => {
    const [stranger, thief] = [new Visitor(), new Visitor()];
    const forged = await stranger.open(`${signOn()}/return?code=x&state=y&iss=${encodeURIComponent(provider.env.OIDC_ISSUER)}`);
    expect(forged.address).toBe(`${api.url}/?sign-on=failed`);
    await thief.open(signOn());
    expect((await thief.open(`${signOn()}/return?code=x&state=y`)).address).toBe(`${api.url}/?sign-on=failed`);
    expect(await sessionOf(thief)).toBeUndefined();
  });
});

const cookieOf = (visitor: Visitor) => ({ headers: { cookie: `gongkai_session=${visitor.cookie('gongkai_session') ?? ''}` } });

describe('without one', () => {
  let alone: TestApi;
  beforeAll(async () => {
    alone = await startTestApi();
  });
  afterAll(() => alone.stop());

  test('nothing is offered and nothing is there', async () => {
    expect((await request(`${alone.url}/api/v1/office`)).body).toMatchObject({ signOn: false });
    expect((await request(`${alone.url}/api/v1/session/sign-on`)).status).toBe(404);
  });
});

describe('with one that does not answer', () => {
  let cutOff: TestApi;
  beforeAll(async () => {
    const env = { ...provider.env, OIDC_ISSUER: `http://127.0.0.1:${await freePort()}` };
    cutOff = await startTestApi({ publicUrl: 'http://localhost:3000', env });
  });
  afterAll(() => cutOff.stop());

  test('the console says so, and passwords open as before', async () => {
    const answer = await fetch(`${cutOff.url}/api/v1/session/sign-on`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/?sign-on=failed']);
    expect((await cutOff.officer('clerk.bureau')).username).toBe('clerk.bureau');
  });
});
