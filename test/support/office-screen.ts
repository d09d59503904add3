import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Language } from '@gongkai/contracts';
import { startTestApi, type TestApi } from './api.js';
import { chromium as place } from './tools.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The smallest screen of the office. */
const OFFICE_SCREEN = { width: 1366, height: 768 };
/** A refusal of the API is a line in the console of the browser, and nothing is wrong with that. */
const REFUSAL = /status of 4\d\d/;

/** The console in a browser, on a database of its own. */
export type Office = {
  readonly api: TestApi;
  /** A person at a screen of their own, logged in, at an address. */
  readonly enter: (username: string, at: string, language?: Language) => Promise<Screen>;
  readonly stop: () => Promise<void>;
};

/** One screen: what happens on it, and what must not. */
export type Screen = {
  readonly page: Page;
  /** Types keys, one after the other: names of keys, and text behind a `>`. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Errors that the browser has told of so far. */
  readonly errors: readonly string[];
  /** What axe finds serious on the page as it is now. */
  readonly violations: () => Promise<readonly string[]>;
  readonly leave: () => Promise<void>;
};

/** Starts both. Takes some seconds: give `beforeAll` a minute or two. */
export async function startOffice(today: string): Promise<Office> {
  const api = await startTestApi({ today });
  const browser = await chromium.launch({ executablePath: place(), args: ['--no-sandbox'] });
  return {
    api,
    enter: (username, at, language = 'zh-CN') => enter(browser, `${api.url}${at}`, { username, language }),
    stop: async () => {
      await browser.close();
      await api.stop();
    },
  };
}

type Entering = { readonly username: string; readonly language: Language };

async function enter(browser: Browser, address: string, { username, language }: Entering): Promise<Screen> {
  const context = await browser.newContext({ viewport: OFFICE_SCREEN });
  await context.addInitScript(
    `localStorage.getItem('gongkai.language') ?? localStorage.setItem('gongkai.language', '${language}')`,
  );
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !REFUSAL.test(message.text())) errors.push(message.text());
  });
  const screen: Screen = {
    page,
    errors,
    press: pressing(page),
    violations: () => violationsOn(page),
    leave: () => context.close(),
  };
  await page.goto(address);
  await page.waitForSelector('#username');
  await page.locator('#username').focus();
  await screen.press(`>${username}`, 'Tab', '>gongkai-demo', 'Enter');
  await page.waitForSelector('.top-bar');
  return screen;
}

const pressing =
  (page: Page) =>
  async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys)
      if (key.startsWith('>')) await page.keyboard.type(key.slice(1));
      else await page.keyboard.press(key);
  };

type Finding = { readonly id: string; readonly impact: string; readonly nodes: readonly { readonly html: string }[] };

async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const findings = await page.evaluate<readonly Finding[]>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations)`,
  );
  return findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
