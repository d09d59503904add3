import { startTestApi, type TestApi } from '../../support/api.js';
import { postJson, problemIn, request } from '../../support/officer.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

/** Whoever has a line with IPv6 has all addresses of a /64, and can take another one for each request. */
const from = (host: number, line = '2001:db8:7:7') => ({ 'x-forwarded-for': `${line}::${host.toString(16)}` });
const times = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);

test('passwords are not guessed without end by whoever changes the address within one line', async () => {
  const guess = (headers: Record<string, string>, password = 'a wrong one') =>
    postJson(`${api.url}/api/v1/session`, { username: 'clerk.bureau', password }, headers);
  for (const host of times(5)) expect((await guess(from(host))).status).toBe(401);
  expect(problemIn(await guess(from(6)))).toMatchObject({ status: 429, code: 'too-many-attempts' });
  expect((await guess(from(1, '2001:db8:7:8'), 'gongkai-demo')).status).toBe(200);
});

test('files and applications of one line are counted together', async () => {
  const hand = (headers: Record<string, string>) => {
    const body = new FormData();
    body.append('file', new File(['%PDF-1.4\n'], '身份证.pdf', { type: 'application/pdf' }));
    return request(`${api.url}/api/v1/public/files?organ=bureau`, { method: 'POST', headers, body });
  };
  for (const host of times(60)) expect((await hand(from(host))).status).toBe(201);
  expect((await hand(from(61))).status).toBe(429);
  expect((await hand(from(1, '2001:db8:7:8'))).status).toBe(201);
});

test('questions of one line are counted together', async () => {
  const ask = (headers: Record<string, string>) =>
    request(`${api.url}/api/v1/public/disclosures/kinds?organ=bureau`, { headers });
  const statuses = await Promise.all(times(310).map(async (host) => (await ask(from(host))).status));
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  expect((await ask(from(1, '2001:db8:7:8'))).status).toBe(200);
});
