import { connect } from 'node:net';
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { beat } from '@gongkai/platform';
import { startTestApi, type TestApi } from '../../support/api.js';
import { asOwner } from '../../support/as-owner.js';
import { type Body, fieldsIn, type Officer, postJson, problemIn, request, type HttpAnswer } from '../../support/officer.js';

let api: TestApi;
let officer: Officer;
beforeAll(async () => {
  api = await startTestApi();
  officer = await api.officer('caseworker.bureau');
});
afterAll(() => api.stop());

const facts = { receipt: { channel: 'in_person', submittedOn: '2026-03-02' }, events: [] };
const raw = (body: Body, type: string): Promise<HttpAnswer> =>
  officer.send('/deadlines', { method: 'POST', body, headers: { 'content-type': type } });

describe('what is not JSON', () => {
  test.each([
    ['broken', '{"receipt": '],
    ['with a key that changes prototypes', '{"__proto__": {"a": 1}}'],
  ])('%s is refused', async (_, body) => {
    expect(problemIn(await raw(body, 'application/json'))).toMatchObject({ status: 400, code: 'malformed-json' });
  });

  test('in another encoding than UTF-8 is refused, not changed', async () => {
    const gbk = new Uint8Array([...Buffer.from('{"a":"'), 0xb9, 0xab, 0xbf, 0xaa, ...Buffer.from('"}')]);
    expect(problemIn(await raw(gbk, 'application/json'))).toMatchObject({ status: 400, code: 'malformed-json' });
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data; boundary=x'])(
    'as %s is refused',
    async (type) => {
      expect(problemIn(await raw('a=1', type))).toMatchObject({ status: 415, code: 'unsupported-media-type' });
    },
  );

  test('at all is refused as a field', async () => {
    const answer = await officer.send('/deadlines', { method: 'POST' });
    expect(problemIn(answer)).toMatchObject({ status: 422, code: 'invalid-request' });
  });
});

describe('ten megabytes of text are too large', () => {
  const text = JSON.stringify({ ...facts, note: 'x'.repeat(10 * 1024 * 1024) });

  test('when their length is announced', async () => {
    expect(problemIn(await raw(text, 'application/json'))).toMatchObject({ status: 413, code: 'too-large' });
  });

  test('when it is not', async () => {
    const headers = { ...officer.headers, 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    const sending = httpRequest(`${officer.base}/deadlines`, { method: 'POST', headers });
    sending.on('error', () => undefined);
    sending.end(text);
    const [answer] = (await once(sending, 'response')) as [IncomingMessage];
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([413, 'application/problem+json; charset=utf-8']);
    answer.destroy();
  });
});

describe('an address', () => {
  test('that does not exist is a problem document, in the language of the reader', async () => {
    const chinese = problemIn(await request(`${api.url}/api/v1/nowhere`));
    expect(chinese).toMatchObject({ status: 404, code: 'not-found', type: '/problems/not-found', title: '没有这一项' });
    const english = await request(`${api.url}/nowhere`, { headers: { 'accept-language': 'fr, en-GB;q=0.9, zh;q=0.5' } });
    expect(problemIn(english).title).toBe('There is nothing at this address');
    const both = await request(`${api.url}/nowhere`, { headers: { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' } });
    expect(problemIn(both).title).toBe('没有这一项');
  });

  test('that takes other methods says which', async () => {
    const answer = await officer.send('/deadlines', { method: 'PUT' });
    expect(problemIn(answer)).toMatchObject({ status: 405, code: 'method-not-allowed' });
    expect(answer.headers.get('allow')).toBe('POST');
    expect((await officer.send('/session', { method: 'PATCH' })).headers.get('allow')).toBe('DELETE, GET, HEAD, POST');
  });

  test('that cannot be read is not found', async () => {
    for (const path of ['%zz', 'cases/%ZZ', 'cases/%ZZ/commands', 'files/%C0%AF'])
      expect(problemIn(await request(`${api.url}/api/v1/${path}`))).toMatchObject({ status: 404, code: 'not-found' });
  });
});

test('query parameters nobody knows are named', async () => {
  expect(fieldsIn(await officer.get('/people?rolle=clerk'))).toEqual(['rolle unknown-field']);
  expect(fieldsIn(await officer.get('/people?role=king'))).toEqual(['role unknown-option']);
});

test('every answer has a number to ask about it, the sender’s where it is one', async () => {
  const own = await request(`${api.url}/health/live`, { headers: { 'x-request-id': 'gateway-0001' } });
  expect(own.headers.get('x-request-id')).toBe('gateway-0001');
  const forged = await request(`${api.url}/health/live`, { headers: { 'x-request-id': 'a b' } });
  expect(forged.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(forged.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(forged.headers.get('x-content-type-options')).toBe('nosniff');
});

test('an answer for programs runs and loads nothing where a browser is led to it', async () => {
  for (const path of ['/office', '/nowhere', '/public/disclosures/feed', '/%zz', '/cases/%ZZ']) {
    const { headers } = await request(`${api.url}/api/v1${path}`);
    expect([path, headers.get('content-security-policy')]).toEqual([
      path,
      expect.stringMatching(/default-src 'none'.*; sandbox$/),
    ]);
  }
  expect((await request(`${api.url}/api/docs`)).headers.get('content-security-policy')).toContain("script-src 'self'");
});

test('a failure of ours tells a reference and nothing of the inside', async () => {
  await asOwner(api.databaseUrl, (owner) => owner.query('ALTER TABLE organ RENAME TO organ_away'));
  try {
    const answer = await request(`${api.url}/api/v1/session`, {
      headers: { cookie: 'gongkai_session=x', 'x-request-id': 'reference-1' },
    });
    expect(problemIn(answer)).toMatchObject({ status: 500, code: 'internal-error' });
    expect(answer.text).toContain('reference-1');
    expect(answer.text).not.toMatch(/organ|select|\.ts|\.js/i);
  } finally {
    await asOwner(api.databaseUrl, (owner) => owner.query('ALTER TABLE organ_away RENAME TO organ'));
  }
});

test.each([
  // A caller can write anything in front; what the proxies have added counts, as far as they are believed.
  'loopback,198.51.100.0/24',
  '2',
])('behind proxies (%s) everybody is counted by their own address', async (trustProxy) => {
  const behind = await startTestApi({ beside: api, trustProxy });
  const body = new FormData();
  body.append('file', new File(['%PDF-1.4\n'], '身份证.pdf', { type: 'application/pdf' }));
  const headers = { 'x-forwarded-for': '192.0.2.99, 203.0.113.20, 198.51.100.7' };
  const answer = await request(`${behind.url}/api/v1/public/files?organ=bureau`, { method: 'POST', headers, body });
  expect(answer.status).toBe(201);
  const rows = await api.services.source.query<unknown[]>('DELETE FROM public_request RETURNING address');
  expect(rows).toEqual([[{ address: '203.0.113.20' }], 1]);
  await behind.stop();
});

test('health needs no session and stands outside the API', async () => {
  const health = async (part: string): Promise<unknown> => {
    const { status, body } = await request(`${api.url}/health/${part}`);
    return [status, body];
  };
  expect(await health('live')).toEqual([200, { status: 'ok' }]);
  expect(await health('ready')).toEqual([200, { status: 'ok', worker: 'silent' }]);
  await api.services.pool.query(beat);
  expect(await health('ready')).toEqual([200, { status: 'ok', worker: 'ok' }]);
});

test('who sends far too much is told, and not cut off while still sending', async () => {
  const size = 10 * 1024 * 1024;
  const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  const head = ['POST /api/v1/session HTTP/1.1', 'host: x', 'content-type: application/json', `content-length: ${size}`];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1.1 413/);
  const rest = Buffer.alloc(size, ' ');
  const failure = await new Promise<unknown>((resolve) => socket.write(rest, resolve));
  expect(failure ?? 'all of it was read').toBe('all of it was read');
  socket.destroy();
});

test('bytes that are no request close the connection', async () => {
  const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
  socket.end('nonsense\r\n\r\n');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1.1 400/);
});

test('people and organs are those in sight', async () => {
  const { body } = await officer.get('/organs');
  expect(body).toMatchObject({ items: [{ code: 'bureau', parent: null, kind: 'department' }] });
  const supervisor = await api.officer('supervisor.district');
  const people = await supervisor.get('/people?organ=street&role=caseworker');
  expect(people.body).toMatchObject({ items: [{ organ: 'street', roles: ['caseworker'], absent: false, substitute: null }] });
  expect((await officer.get('/people?organ=street')).body).toEqual({ items: [] });
});

test('a body without a type is refused as a type, not read as JSON', async () => {
  const answer = await request(`${api.url}/api/v1/session`, { method: 'POST', body: new Uint8Array([123, 125]) });
  expect(problemIn(answer)).toMatchObject({ status: 415 });
});

test('a process that serves applicants alone has nothing for anybody else', async () => {
  const portal = await startTestApi({ beside: api, serves: 'portal', today: '2026-03-02' });
  const statusOf = async (path: string): Promise<number> => (await request(portal.url + path)).status;
  const open = ['/health/live', '/portal/', '/api/v1/public/organs'];
  const shut = ['/api/v1/office', '/api/v1/session', '/api/v1/cases', '/api/docs', '/api/openapi.json', '/assets/x.js', '/desk'];
  expect(await Promise.all(open.map(statusOf))).toEqual([200, 200, 200]);
  for (const path of [...shut, '/portal/../api/v1/cases', '/api/v1/public/../cases', '/API/v1/cases'])
    expect([path, await statusOf(path)]).toEqual([path, 404]);
  const person = { username: 'clerk.bureau', password: 'gongkai-demo' };
  expect((await postJson(`${portal.url}/api/v1/session`, person)).status).toBe(404);
  expect((await request(`${portal.url}/api/v1/cases`, { method: 'DELETE' })).status).toBe(404);
  await portal.stop();
});
