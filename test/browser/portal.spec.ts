import type { ReceiptSlip } from '@gongkai/contracts';
import { queryCodeOf } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../support/api.js';
import { open, step } from '../support/applications.js';
import { expectWhole, TestBrowser, type Screen } from '../support/browser.js';
import { suiteNeeding } from '../support/tools.js';

const TWO_MINUTES = 120_000;
/** As narrow as telephones come. */
const NARROW = { width: 320, height: 640 };

suiteNeeding('chromium')('the portal, at home', () => {
  let api: TestApi;
  let browser: TestBrowser;
  let screen: Screen;
  beforeAll(async () => {
    api = await startTestApi({ today: '2026-05-01', publicUrl: 'http://gongkai.example' });
    browser = await TestBrowser.launch(api);
    screen = await browser.screen({ size: NARROW });
  }, TWO_MINUTES);
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  const heading = (text: string) => screen.page.getByRole('heading', { level: 1, name: text });

  test('a receipt leads to where the application stands, its day first', async () => {
    const [clerk, caseworker] = await Promise.all([api.officer('clerk.bureau'), api.officer('caseworker.bureau')]);
    const view = await open(clerk, { receipt: { channel: 'in_person', submittedOn: '2026-04-30' } });
    await step(caseworker, view.id, { type: 'accept' });
    const slip = (await clerk.get(`/cases/${view.id}/receipt`)).body as ReceiptSlip;
    const address = new URL(slip.address);
    await screen.open(address.pathname + address.search);
    await heading('我们正在办理').waitFor();
    expect(await screen.page.locator('.day').innerText()).toMatch(/最迟\s+6月1日（周一）\s+发出答复，还有20个工作日。/);
    expect(await screen.page.locator('[aria-current=step]').innerText()).toContain('办理（现在）');
    await screen.page.getByRole('button', { name: '大字' }).click();
    await expectWhole(screen);
    await screen.page.getByRole('button', { name: 'English' }).click();
    await heading('We are working on it').waitFor();
    expect(await screen.page.locator('.day').innerText()).toContain('Mon 1 Jun');
    await expectWhole(screen);

    await screen.open('/portal/');
    await screen.page.getByRole('link', { name: 'Follow my application' }).click();
    await screen.page.getByLabel('Number', { exact: true }).fill(view.number);
    await screen.page.getByLabel('Query code').fill(queryCodeOf([1, 5, 9, 13, 17, 21, 30]));
    await screen.page.getByRole('button', { name: 'Ask' }).click();
    await screen.page.getByRole('alert').waitFor();
    expect(screen.complaints()).toEqual([expect.stringContaining('404')]);
    await expectWhole(screen);
  });
});
