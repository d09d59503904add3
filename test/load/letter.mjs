/**
 * How many keystrokes and seconds it takes to log a letter, by channel, from the first key to the receipt; with a Chromium, after
 * `npm run build`:
 *
 *     node test/load/letter.mjs [keystrokes a second]
 *
 * The script types at the pace of a person who looks at the paper, never faster; what the program takes comes on top. A Chinese character
 * counts as three keystrokes of an input method, a combination as one for each key. CHROMIUM names another browser than the one that the tests would take.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { loadOrgans, readDemoOrgans } from '../../dist/libs/casework/src/index.js';
import { programOf } from '../../scripts/support/tools.mjs';
import { createDataSource, migrate, startEmbeddedPostgres } from '../../dist/libs/platform/src/index.js';

const PACE = Number(process.argv[2] ?? 5);
const OF_A_CHARACTER = 3;
const TODAY = '2026-05-08';
const PASSWORD = 'gongkai-demo';

const on = (times) => Array(times).fill('Enter');
/** From the applicant's name to the button: name, identity card, telephone, address, what is asked for. */
const WHO = [
  ...['>李明远', ...on(2), '>110101199003070011', 'Enter', '>13800000000', ...on(2), '>城关路12号', ...on(2)],
  ...['>2025年违法建设拆除台账', 'Control+Enter'],
];
const SIGNED = ['>昨', 'Enter', '>0505', 'Enter', '>EM123456789CN', 'Enter', '>收发室', ...on(2)];
/** Each channel, from its digit on; where there is a scan, its pages are looked through first, and the last one is the envelope. */
const LETTERS = [
  { what: 'at the counter', keys: ['1', 'Enter', '>今', 'Enter', '>2', ...on(3), ...WHO] },
  { what: 'registered letter', keys: ['2', 'Enter', ...SIGNED, 'Enter', ...WHO] },
  { what: 'EMS', keys: ['3', 'Enter', ...SIGNED, 'Enter', ...WHO] },
  { what: 'ordinary letter', keys: ['4', 'Enter', '>8', 'Enter', '>5-5', ...on(2), ...WHO] },
  { what: 'fax', keys: ['5', 'Enter', '>-1', 'Enter', '>66200192', 'Enter', '>3', ...on(2), '>2341', ...on(2), ...WHO] },
  { what: 'e-mail', keys: ['7', 'Enter', '>7', ...on(2), ...WHO] },
  { what: 'EMS, scan of three pages and its envelope', pages: 4, keys: ['3', 'Enter', ...SIGNED, 'envelope', ...on(2), ...WHO] },
];

const strokesIn = (text) => Array.from(text).reduce((sum, sign) => sum + (sign > '\u2e80' ? OF_A_CHARACTER : 1), 0);

/** Types, and counts. */
class Typist {
  strokes = 0;

  constructor(page) {
    this.page = page;
  }

  async type(key) {
    if (key === 'envelope') return this.choose(4);
    if (!key.startsWith('>')) return this.press(key, key.split('+').length);
    for (const sign of key.slice(1)) {
      await this.rest(strokesIn(sign));
      await this.page.keyboard.type(sign);
    }
  }

  /** A row of the list of files, which opens on the first. */
  async choose(row) {
    for (let i = 0; i <= row; i += 1) await this.press('ArrowDown', 1);
    await this.press('Enter', 1);
  }

  async press(key, strokes) {
    await this.rest(strokes);
    await this.page.keyboard.press(key);
  }

  async rest(strokes) {
    this.strokes += strokes;
    await wait((1000 * strokes) / PACE);
  }
}

async function logOne(page, { what, keys, pages = 0 }) {
  await page.waitForSelector('.letter');
  if (pages > 0) {
    await page.setInputFiles('input[type=file]', await scanOf(pages));
    await page
      .locator('.scan-thumbs > *')
      .nth(pages - 1)
      .waitFor();
  }
  const typist = new Typist(page);
  const begun = Date.now();
  for (let i = 1; i < pages; i += 1) await typist.press('PageDown', 1);
  for (const key of keys) await typist.type(key);
  await page.waitForSelector('#logged-heading:focus');
  await page.waitForSelector('.receipt-qr');
  const seconds = (Date.now() - begun) / 1000;
  await page.keyboard.press('n');
  return {
    what,
    keystrokes: typist.strokes,
    seconds: seconds.toFixed(1),
    machine: (seconds - typist.strokes / PACE).toFixed(1),
  };
}

const scanOf = (pages) =>
  Promise.all(
    Array.from({ length: pages }, async (_, i) => ({
      name: `${i + 1}.png`,
      mimeType: 'image/png',
      buffer: await sharp({ create: { width: 1654, height: 2339, channels: 3, background: { r: 250, g: 250, b: 250 - i } } })
        .png()
        .toBuffer(),
    })),
  );

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function startApi(settings) {
  const port = await freePort();
  const env = { ...process.env, ...settings, PORT: String(port), TODAY };
  const api = spawn(process.execPath, ['dist/apps/api/src/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(api, 'exit').then(() => {
    throw new Error('The API has ended.');
  });
  const running = new Promise((resolve) => {
    api.stdout.on('data', (said) => String(said).includes('Gongkai is running') && resolve());
  });
  await Promise.race([running, ended]);
  ended.catch(() => undefined);
  return { api, base: `http://127.0.0.1:${port}` };
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-load-'));
fs.chmodSync(folder, 0o755);
const { url, stop } = await startEmbeddedPostgres({ dataDir: folder, log: console.error });
let api;
let browser;
try {
  await migrate(url);
  const source = await createDataSource(url, { poolSize: 2 }).initialize();
  await loadOrgans(source, readDemoOrgans('config'), { since: '2019-01-01', password: PASSWORD });
  await source.destroy();
  const started = await startApi({
    DATA_DIR: folder,
    DATABASE_URL: url,
    SECRET_KEY: 'a secret of the load test that is long enough',
  });
  api = started.api;
  const executablePath = process.env.CHROMIUM ?? programOf('chromium');
  browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  await context.request.post(`${started.base}/api/v1/session`, { data: { username: 'clerk.bureau', password: PASSWORD } });
  const page = await context.newPage();
  await page.goto(`${started.base}/log`);
  const rows = [];
  for (const letter of LETTERS) rows.push(await logOne(page, letter));
  console.table(rows);
} finally {
  await browser?.close();
  if (api?.kill('SIGKILL')) await once(api, 'exit');
  await stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
process.exit();
