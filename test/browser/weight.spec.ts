import { startTestApi, type TestApi } from '../support/api.js';
import { TestBrowser, type Screen } from '../support/browser.js';
import { suiteNeeding } from '../support/tools.js';

/** Bytes of script as they come over the line: what a page of each may fetch before it can be used. */
const MOST_OF_PORTAL = 120_000;
/** Of the page on which everybody logs in. */
const MOST_OF_LOG_IN = 400_000;
/** Of a role's home 400,000 are wanted as well; what it has today, it may not outgrow. */
const MOST_OF_HOME = 470_000;
/** What only some look at: it comes when they do. */
const LATER = /\/(?:draw-chart|case-page|step-dialog)-/;

/** What a page fetches of script, with nothing kept from before. */
async function scriptsOf(
  screen: Screen,
  address: string,
): Promise<{ readonly bytes: number; readonly names: readonly string[] }> {
  const line = await screen.page.context().newCDPSession(screen.page);
  await line.send('Network.enable');
  await line.send('Network.clearBrowserCache');
  const scripts = new Map<string, string>();
  let bytes = 0;
  line.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') scripts.set(requestId, response.url);
  });
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await screen.open(address);
  await screen.page.getByRole('heading', { level: 1 }).first().waitFor();
  // Within the page: its policy lets nobody evaluate words again and again.
  await screen.page.evaluate(`document.readyState === 'complete' || new Promise((done) => addEventListener('load', done))`);
  await line.detach();
  return { bytes, names: [...scripts.values()] };
}

suiteNeeding('chromium')('what a first look fetches', () => {
  let api: TestApi;
  let browser: TestBrowser;
  beforeAll(async () => {
    api = await startTestApi();
    browser = await TestBrowser.launch(api);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  test.each(['', 'apply', 'follow', 'information', 'guides', 'records'])(
    'the portal at /%s is light on a telephone',
    async (path) => {
      const { bytes, names } = await scriptsOf(await browser.screen(), `/portal/${path}`);
      expect(names.length).toBeGreaterThan(1);
      expect(bytes).toBeGreaterThan(20_000);
      expect(bytes).toBeLessThanOrEqual(MOST_OF_PORTAL);
    },
  );

  test('the console is light where one logs in', async () => {
    const { bytes } = await scriptsOf(await browser.screen(), '/');
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThanOrEqual(MOST_OF_LOG_IN);
  });

  test.each(['clerk', 'caseworker', 'reviewer', 'approver', 'supervisor', 'archivist', 'admin', 'auditor'])(
    'the console of %s begins without what is looked at later',
    async (role) => {
      const { bytes, names } = await scriptsOf(await browser.screen({ as: `${role}.bureau` }), '/');
      expect(names.filter((name) => LATER.test(name))).toEqual([]);
      expect(bytes).toBeGreaterThan(100_000);
      expect(bytes).toBeLessThanOrEqual(MOST_OF_HOME);
    },
  );
});
