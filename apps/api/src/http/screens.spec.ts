import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fastify, type FastifyInstance } from 'fastify';
import { serveScreens } from './screens.js';

const about = (id: string) =>
  Promise.resolve({
    status: ({ there: 200, gone: 410 } as const)[id] ?? (404 as const),
    title: `名称<${id}>`,
    summary: id === 'there' ? '概述"' : '',
  });

let folder: string;
let portal: string;
let instance: FastifyInstance;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-screens-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>公开</title>');
  writeFileSync(join(folder, 'mark.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets', 'old.js'), 'old');
  portal = mkdtempSync(join(tmpdir(), 'gongkai-portal-'));
  mkdirSync(join(portal, 'assets'));
  writeFileSync(join(portal, 'index.html'), '<title>政府信息公开</title>');
  writeFileSync(join(portal, 'assets', 'part.js'), 'part');
  instance = fastify();
  serveScreens(instance, [
    { folder, at: '/', except: ['/portal'] },
    { folder: portal, at: '/portal/', entries: { at: '/portal/information/', about } },
    { folder: join(folder, 'never-built'), at: '/later/' },
  ]);
  await instance.ready();
});
afterAll(async () => {
  await instance.close();
  for (const made of [folder, portal]) rmSync(made, { recursive: true, force: true });
});

const get = (url: string, accept = '*/*') => instance.inject({ url, headers: { accept } });

test('every address of a screen has the page, which is asked for anew each time', async () => {
  for (const url of ['/', '/desk', '/case/17/why']) {
    const { statusCode, headers, body } = await get(url, 'text/html');
    expect([url, statusCode, headers['cache-control'], body]).toEqual([url, 200, 'no-cache', '<title>公开</title>']);
  }
});

test('a built file is kept for ever, one of a build that came later, too', async () => {
  writeFileSync(join(folder, 'assets', 'new.js'), 'new');
  for (const name of ['old', 'new']) {
    const { statusCode, headers, body } = await get(`/assets/${name}.js`);
    expect([statusCode, body]).toEqual([200, name]);
    expect(headers['cache-control']).toContain('immutable');
  }
});

test('the portal has pages of its own, with and without a question behind the address', async () => {
  for (const url of ['/portal', '/portal/', '/portal/follow?number=1&code=2', '/portal/apply']) {
    const { statusCode, body } = await get(url, 'text/html');
    expect([url, statusCode, body]).toEqual([url, 200, '<title>政府信息公开</title>']);
  }
  const part = await get('/portal/assets/part.js');
  expect([part.body, part.headers['cache-control']]).toEqual(['part', expect.stringContaining('immutable')]);
  expect((await get('/portal/assets/gone.js', 'text/html')).statusCode).toBe(404);
});

test('what people hand on and machines look up says by its status whether it is there, and what it is called before any script runs', async () => {
  for (const accept of ['*/*', 'text/html,*/*;q=0.8']) {
    const there = await get('/portal/information/there?from=1', accept);
    expect([there.statusCode, there.headers['content-type'], there.headers['cache-control']]).toEqual([
      ...[200, 'text/html; charset=utf-8', 'no-cache'],
    ]);
    expect(there.body).toBe('<title>名称&#60;there&#62;</title><meta name="description" content="概述&#34;" />');
    for (const [id, status] of [['gone', 410] as const, ['never', 404] as const])
      expect((await get(`/portal/information/${id}`, accept)).statusCode).toBe(status);
  }
  expect((await get('/portal/information', 'text/html')).statusCode).toBe(200);
  expect((await get('/portal/information/there', 'application/json')).body).toContain('Not Found');
});

test('what is not there is not found, and programs get no page', async () => {
  for (const url of ['/assets/gone.js', '/api/v1/gone']) expect((await get(url, 'text/html')).statusCode).toBe(404);
  expect((await get('/desk', 'application/json')).statusCode).toBe(404);
  expect((await get('/')).statusCode).toBe(200);
  expect((await get('/mark.svg')).body).toBe('<svg/>');
});

test('a packed file goes to who takes it', async () => {
  writeFileSync(join(folder, 'assets', 'old.js.gz'), gzipSync('old'));
  const packed = await instance.inject({ url: '/assets/old.js', headers: { 'accept-encoding': 'gzip' } });
  expect(packed.headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-type': expect.stringContaining('javascript') as string,
    'cache-control': expect.stringContaining('immutable') as string,
    vary: 'accept-encoding',
  });
  expect(packed.rawPayload).toEqual(gzipSync('old'));
  expect((await get('/assets/old.js')).body).toBe('old');
});
