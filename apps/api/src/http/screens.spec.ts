import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify, type FastifyInstance } from 'fastify';
import { serveScreens } from './screens.js';

let folder: string;
let instance: FastifyInstance;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-screens-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>公开</title>');
  writeFileSync(join(folder, 'mark.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets', 'old.js'), 'old');
  instance = fastify();
  serveScreens(instance, folder);
  await instance.ready();
});
afterAll(async () => {
  await instance.close();
  rmSync(folder, { recursive: true, force: true });
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

test('what is not there is not found, and programs get no page', async () => {
  for (const url of ['/assets/gone.js', '/api/v1/gone']) expect((await get(url, 'text/html')).statusCode).toBe(404);
  expect((await get('/desk', 'application/json')).statusCode).toBe(404);
  expect((await get('/')).statusCode).toBe(200);
  expect((await get('/mark.svg')).body).toBe('<svg/>');
});
