import { sha256 } from '@gongkai/platform';
import { startLoggedApi, type Line, type LoggedApi } from '../../support/logged-api.js';
import { Officer, postJson, request } from '../../support/officer.js';

const PASSWORD = 'gongkai-demo';
let logged: LoggedApi;
let url: string;
let lines: Line[];
beforeAll(async () => {
  logged = await startLoggedApi();
  ({ url, lines } = logged);
});
afterAll(() => logged.stop());
beforeEach(() => void lines.splice(0));

/** A line is written once the answer has left; the next answer comes behind it. */
async function said(count: number): Promise<readonly Line[]> {
  const found = (): Line[] => lines.filter(({ msg }) => msg === 'security');
  while (found().length < count) await request(`${url}/health/live`);
  return found();
}

test('who logs in, out, or in vain is told, with who and from where, and nothing that was typed', async () => {
  await postJson(`${url}/api/v1/session`, { username: 'clerk.bureau', password: 'a wrong one\n' });
  const officer = await Officer.logIn(url, 'clerk.bureau', PASSWORD);
  const { id } = ((await officer.get('/session')).body as { user: { id: string } }).user;
  await officer.send('/session', { method: 'DELETE' });
  const tried = sha256('clerk.bureau').slice(0, 12);
  const where = { address: '127.0.0.1', route: '/api/v1/session', requestId: expect.any(String) };
  expect(await said(3)).toMatchObject([
    { ...where, event: 'log-in-refused', tried, status: 401, code: 'unauthenticated' },
    { ...where, event: 'log-in', tried, personId: id, status: 200 },
    { ...where, event: 'log-out', personId: id, status: 204 },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/wrong one|gongkai-demo|clerk\.bureau/);
});

test('what somebody may not do, or see, is told by its route; what they may is not', async () => {
  const clerk = await Officer.logIn(url, 'clerk.bureau', PASSWORD);
  await clerk.get('/cases');
  await clerk.get('/admin/people');
  await clerk.get('/cases/00000000-0000-4000-8000-000000000000');
  await request(`${url}/api/v1/cases`, { headers: { authorization: 'Bearer forged-token' } });
  await request(`${url}/api/v1/cases`);
  await request(`${url}/api/v1/session`, { method: 'DELETE', headers: { cookie: clerk.cookie } });
  const told = await said(5);
  expect(told.map(({ event, route, code, personId }) => [event, route, code, personId !== undefined])).toEqual([
    ['log-in', '/api/v1/session', undefined, true],
    ['refused', '/api/v1/admin/people', 'role-missing', true],
    ['refused', '/api/v1/cases/:id', 'case-not-found', true],
    ['refused', '/api/v1/cases', 'unauthenticated', false],
    ['refused', '/api/v1/session', 'csrf', false],
  ]);
});

test('who logs in at a browser where somebody is logged in ends that session', async () => {
  const first = await Officer.logIn(url, 'clerk.bureau', PASSWORD);
  const next = { username: 'caseworker.bureau', password: PASSWORD };
  expect((await postJson(`${first.base}/session`, next, { cookie: first.cookie })).status).toBe(200);
  expect((await first.get('/session')).status).toBe(401);
});
