/** `npm run docs:handbook`, after a change of how screens look: takes the pictures of docs/handbook of a demonstration of its own; `-- auditor` those alone. */
import './support/check-node.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { DEMO_PASSWORD, onDemonstration } from './support/demonstration.mjs';
import { bootstrap } from './support/ready.mjs';
import { programOf } from './support/tools.mjs';
import { at, main, tell } from './support/tree.mjs';

const TODAY = '2026-03-02';
const SCREEN = { width: 1366, height: 768 };
/** Pixels: what a page of documentation shows beside its text. */
const WIDTH = 1100;
const LANGUAGES = { zh: 'zh-CN', en: 'en' };
/** Who sits there, and what they look at; `first` opens the first case of the list, `press` is the button that is pressed first, `readers` have read cases before. */
const PICTURES = [
  { name: 'clerk-inbox', as: 'clerk.bureau', at: '/inbox' },
  { name: 'clerk-log', as: 'clerk.bureau', at: '/log' },
  { name: 'caseworker-desk', as: 'caseworker.bureau', at: '/desk' },
  { name: 'caseworker-case', as: 'caseworker.bureau', at: '/desk', first: true },
  { name: 'supervisor-overview', as: 'supervisor.district', at: '/overview' },
  { name: 'supervisor-report', as: 'supervisor.bureau', at: '/reports' },
  { name: 'archivist-archive', as: 'archivist.bureau', at: '/archive' },
  { name: 'admin-people', as: 'admin.bureau', at: '/settings/people' },
  {
    name: 'auditor-accesses',
    as: 'auditor.bureau',
    at: '/accesses',
    readers: ['caseworker.bureau', 'reviewer.bureau', 'approver.bureau'],
  },
  { name: 'auditor-verify', as: 'auditor.bureau', at: '/verify', press: { zh: '开始校验', en: 'Verify now' } },
];

await main(async () => {
  await bootstrap();
  await onDemonstration(TODAY, async (base) => {
    const browser = await chromium.launch({ executablePath: programOf('chromium'), args: ['--no-sandbox'] });
    for (const language of Object.keys(LANGUAGES)) await takeAll(browser, base, language);
    await browser.close();
  });
});

async function takeAll(browser, base, language) {
  fs.mkdirSync(at(`docs/handbook/pictures/${language}`), { recursive: true });
  for (const picture of PICTURES.filter(({ name }) => name.startsWith(process.argv[2] ?? ''))) {
    const file = at(`docs/handbook/pictures/${language}/${picture.name}.webp`);
    const shot = await take(browser, base, { ...picture, locale: LANGUAGES[language], button: picture.press?.[language] });
    await sharp(shot).resize(WIDTH).webp({ quality: 70 }).toFile(file);
    tell(`${path.relative(at('.'), file)} is taken.`);
  }
}

/** Two cases each, as in a morning. */
async function readCases(browser, base, username) {
  const { request, close } = await loggedIn(browser, base, { as: username });
  const { items } = await (await request.get(`${base}/api/v1/cases?limit=2`)).json();
  for (const { id } of items) await request.get(`${base}/api/v1/cases/${id}`);
  await close();
}

async function loggedIn(browser, base, { as, ...options }) {
  const context = await browser.newContext(options);
  await context.request.post(`${base}/api/v1/session`, { data: { username: as, password: DEMO_PASSWORD } });
  return { context, request: context.request, close: () => context.close() };
}

async function take(browser, base, { as, at: address, first = false, readers = [], locale, button }) {
  for (const reader of readers) await readCases(browser, base, reader);
  const { context } = await loggedIn(browser, base, { as, locale, viewport: SCREEN, reducedMotion: 'reduce' });
  await context.addInitScript({ content: `localStorage.setItem('gongkai.language', '${locale}')` });
  const page = await context.newPage();
  await page.goto(`${base}${address}`);
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await settled(page);
  if (first) {
    await page.keyboard.press('Enter');
    await page.waitForURL('**/case/*');
    await settled(page);
  }
  if (button !== undefined) {
    await page.getByRole('button', { name: button }).click();
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await settled(page);
  }
  const shot = await page.screenshot();
  await context.close();
  return shot;
}

/** What is loaded and drawn after one look is drawn after the next. */
async function settled(page) {
  for (let before = ''; ; await wait(500)) {
    const now = await page.evaluate('document.body.innerText');
    if (now === before && now.length > 0) return;
    before = now;
  }
}
