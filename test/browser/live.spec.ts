import { startTestApi, type TestApi } from '../support/api.js';
import { open, step } from '../support/applications.js';
import { TestBrowser } from '../support/browser.js';
import { suiteNeeding } from '../support/tools.js';

suiteNeeding('chromium')('a screen that has just been opened', () => {
  let api: TestApi;
  let browser: TestBrowser;
  beforeAll(async () => {
    api = await startTestApi({ today: '2026-03-02' });
    browser = await TestBrowser.launch(api);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  test('shows what others changed while it was not listening yet', async () => {
    const { id } = await open(await api.officer('clerk.bureau'), {});
    const caseworker = await api.officer('caseworker.bureau');
    await step(caseworker, id, { type: 'accept' });
    const screen = await browser.screen({ as: 'caseworker.bureau' });
    let listen = (): void => undefined;
    const later = new Promise<void>((resolve) => (listen = resolve));
    await screen.page.route('**/api/v1/events', async (line) => {
      await later;
      await line.continue();
    });
    await screen.open('/pool');
    const row = screen.page.locator(`tr[data-case="${id}"]`);
    await row.waitFor();
    await step(caseworker, id, { type: 'claim' });
    listen();
    await row.waitFor({ state: 'detached' });
    expect(screen.complaints()).toEqual([]);
  });
});
