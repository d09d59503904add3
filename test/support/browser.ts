import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Language } from '@gongkai/contracts';
import { chromium as launcher, type Browser, type BrowserContext, type Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import type { TestApi } from './api.js';
import { chromium } from './tools.js';

const DEMO_PASSWORD = 'gongkai-demo';
/** Milliseconds for which is waited: the machine may do other things as well. */
const PATIENCE = 60_000;
/** The smallest screen of an office. */
const OFFICE_SCREEN = { width: 1366, height: 768 };
const IS_ROOT = process.getuid?.() === 0;
/** Nothing that a browser does on its own account. */
const FLAGS = [
  ...(IS_ROOT ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--no-first-run',
  // An address of the office's own network: without encryption, and not this machine to the browser.
  '--host-resolver-rules=MAP office.test 127.0.0.1',
  // A page that lives for seconds does not get back what compiling it twice more costs.
  '--js-flags=--no-opt --no-maglev',
];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

type Violation = { readonly id: string; readonly impact: string | null; readonly nodes: readonly { readonly target: unknown }[] };

/** It says so of pages that print one receipt after the other, and is no complaint about them. */
const OF_ITS_OWN = 'Ignoring too frequent calls to print()';

/** A person at a screen: a page of their own, and what went wrong on it. */
export class Screen {
  readonly #errors: string[] = [];

  constructor(
    readonly page: Page,
    readonly base: string,
  ) {
    page.on('pageerror', (error) => this.#errors.push(String(error)));
    page.on('console', (message) => {
      const isComplaint = message.type() === 'error' || message.type() === 'warning';
      if (isComplaint && !message.text().includes(OF_ITS_OWN)) this.#errors.push(`${message.type()}: ${message.text()}`);
    });
  }

  /** What the browser complained of, since it was asked last. Ask at the end of every test. */
  complaints(): string[] {
    return this.#errors.splice(0);
  }

  async open(address: string): Promise<void> {
    await this.page.goto(`${this.base}${address}`);
  }

  /** Types keys, one after the other: names of keys, and text behind a `>`. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys)
      if (key.startsWith('>')) await this.page.keyboard.type(key.slice(1));
      else await this.page.keyboard.press(key);
  }

  /**
   * Serious and critical violations of WCAG 2.2 AA, one to a line; none is what is expected. Where a dialogue is open, those in
   * it: what stands behind it is looked at while none is.
   */
  async violations(): Promise<string[]> {
    await this.page.evaluate(RESTING);
    if (!(await this.page.evaluate<boolean>('"axe" in window'))) await this.page.evaluate(AXE);
    const { violations } = await this.page.evaluate<{ violations: Violation[] }>(
      `axe.run([...document.querySelectorAll('[role=dialog]')].findLast((one) => one.checkVisibility()) ?? document, ` +
        `{ runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'], preload: false })`,
    );
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${String(target)}`));
  }

  /** By how many pixels the page is wider than the screen; 0 is what is expected. */
  overflow(): Promise<number> {
    return this.page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  }

  /** Saves a picture for people to look at. @returns where it is */
  async picture(name: string): Promise<string> {
    const file = path.join(tmpdir(), 'gongkai-pictures', `${name}.png`);
    await this.page.screenshot({ path: file });
    return file;
  }
}

/** What is expected of every screen: nothing to complain of, nobody shut out, nothing beside the screen. */
export async function expectWhole(screen: Screen): Promise<void> {
  expect(await screen.violations()).toEqual([]);
  expect(await screen.overflow()).toBe(0);
  expect(screen.complaints()).toEqual([]);
}

/** The sheets of a printed file, each by its size in points: `842 x 595` is A4 across. */
export const pagesOf = (pdf: Buffer): string[] =>
  Array.from(pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g), (match) =>
    match
      .slice(1)
      .map((side) => Math.round(Number(side)))
      .join(' x '),
  );

/** A button that is waited for is pale on purpose, and so is what fades away: colours are those of a page at rest. What turns for ever does not count. */
const AT_REST = `!document.querySelector('.ant-btn-loading') &&
  document.getAnimations().every((one) => one.playState !== 'running' || one.effect?.getComputedTiming().endTime === Infinity)`;
/** Waited for within the page: whoever looks again by evaluating words is stopped by the policy of the page, unless it was at rest at once. */
const RESTING = `new Promise((rest) => {
  const look = () => (${AT_REST} ? rest() : requestAnimationFrame(look));
  look();
})`;

const SIDE = 300;
/** A drawing as the page paints it: a sign for each pixel, dark or light. */
const PIXELS = `async (svg) => {
  const picture = new Image(${SIDE}, ${SIDE});
  picture.src = 'data:image/svg+xml,' + encodeURIComponent(new XMLSerializer().serializeToString(svg));
  await picture.decode();
  const paper = new OffscreenCanvas(${SIDE}, ${SIDE}).getContext('2d');
  paper.drawImage(picture, 0, 0, ${SIDE}, ${SIDE});
  const { data } = paper.getImageData(0, 0, ${SIDE}, ${SIDE});
  return Array.from({ length: ${SIDE * SIDE} }, (_, i) => (data[4 * i] < 128 ? '#' : '.')).join('');
}`;

/** What a telephone reads from a QR code on the screen. @param selector of the drawing */
export async function readByCamera(page: Page, selector: string): Promise<string> {
  const signs = await page.evaluate<string>(`(${PIXELS})(document.querySelector('${selector}'))`);
  const data = Uint8Array.from(Array.from(signs).flatMap((sign) => (sign === '#' ? [0, 0, 0, 255] : [255, 255, 255, 255])));
  return decodeQR({ width: SIDE, height: SIDE, data });
}

/** Who sits down at a screen, and at which one. */
export type Seat = {
  readonly as?: string;
  readonly language?: Language;
  readonly size?: { width: number; height: number };
};

/** Who sits where, since which test; before all tests it is none, and they stay. */
type Taken = { readonly screen: Screen; readonly language: Language; readonly test: string | undefined };

/** A page of the same origin on which no program runs. */
const NOTHING = '/robots.txt';

/**
 * One browser for a spec file, launched before all its tests; people at several screens have cookies of their own. Who sat down during a test leaves with it, and the
 * next one sits down at the same page, emptied: a page that has shown the program before shows it for a third of the computing.
 */
export class TestBrowser {
  #taken: Taken[] = [];
  readonly #free: Record<Language, Page[]> = { 'zh-CN': [], en: [] };
  /** The last test before those of this browser: its name still stands there while what comes before them all is done. */
  readonly #before = expect.getState().currentTestName;

  private constructor(
    private readonly browser: Browser,
    private readonly api: TestApi,
  ) {}

  static async launch(api: TestApi): Promise<TestBrowser> {
    return new TestBrowser(await launcher.launch({ executablePath: chromium(), args: FLAGS }), api);
  }

  /** A screen, at the log-in where nobody is named. @param as e.g. `clerk.bureau` */
  async screen({ as, language = 'zh-CN', size = OFFICE_SCREEN }: Seat = {}): Promise<Screen> {
    await this.sendHome();
    const page = this.#free[language].pop() ?? (await this.#place(language));
    await page.setViewportSize(size);
    const screen = new Screen(page, this.api.url);
    this.#taken.push({ screen, language, test: this.#test() });
    if (as !== undefined) await logIn(page.context(), this.api.url, as);
    return screen;
  }

  /** Is whoever sat down at this screen still there? */
  sits(screen: Screen): boolean {
    return this.#taken.some((one) => one.screen === screen);
  }

  /** Somebody else sits down at a screen. */
  async changeTo({ page }: Screen, username: string): Promise<void> {
    await empty(page, this.api.url);
    await logIn(page.context(), this.api.url, username);
  }

  /** Screens of earlier tests would draw every change anew for nobody. */
  async sendHome(): Promise<void> {
    const test = this.#test();
    await this.#leave((one) => one.test !== undefined && one.test !== test);
  }

  /** Who sits at a screen leaves before the test is over. */
  leave(screen: Screen): Promise<void> {
    return this.#leave((one) => one.screen === screen);
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** The test that is run now, by its name; none before all tests. */
  #test(): string | undefined {
    const { currentTestName } = expect.getState();
    return currentTestName === this.#before ? undefined : currentTestName;
  }

  async #place(language: Language): Promise<Page> {
    const context = await this.browser.newContext({ locale: language, reducedMotion: 'reduce' });
    context.setDefaultTimeout(PATIENCE);
    await context.addInitScript({
      content: `localStorage.getItem('gongkai.language') ?? localStorage.setItem('gongkai.language', '${language}')`,
    });
    return context.newPage();
  }

  async #leave(isOver: (one: Taken) => boolean): Promise<void> {
    const over = this.#taken.filter(isOver);
    this.#taken = this.#taken.filter((one) => !isOver(one));
    for (const { screen, language } of over) {
      const { page } = screen;
      // What was hung into a page for good goes with it: such a test closes it.
      if (page.isClosed()) {
        await page.context().close();
        continue;
      }
      page.removeAllListeners();
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.emulateMedia({ media: null });
      await empty(page, this.api.url);
      this.#free[language].push(page);
    }
  }
}

/** Whoever sat here leaves nothing: no other page, nothing kept, no session. */
async function empty(page: Page, base: string): Promise<void> {
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.goto(`${base}${NOTHING}`);
  await page.evaluate('localStorage.clear(); sessionStorage.clear()');
  await context.clearCookies();
}

/** Through the same door as a person, without the form. */
async function logIn(context: BrowserContext, base: string, username: string): Promise<void> {
  const answer = await context.request.post(`${base}/api/v1/session`, { data: { username, password: DEMO_PASSWORD } });
  if (!answer.ok()) throw new Error(`${username} cannot log in: ${await answer.text()}`);
}
