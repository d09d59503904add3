import type { AnnualReport } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../support/api.js';
import { expectWhole, TestBrowser } from '../support/browser.js';
import { request } from '../support/officer.js';
import { suiteNeeding } from '../support/tools.js';
import { approvedReport, handInReport } from '../support/written-report.js';

/** From what is entered by one and approved by another to the page that everybody can read. */
suiteNeeding('chromium')('the annual report at the screen', () => {
  let api: TestApi;
  let browser: TestBrowser;
  beforeAll(async () => {
    api = await startTestApi({ today: '2026-01-12' });
    browser = await TestBrowser.launch(api);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  test('an entry of the other scope is counted, told, and found from the page that opens', async () => {
    await handInReport(await api.officer('supervisor.district'), 2025, 'below');
    const screen = await browser.screen({ as: 'approver.district' });
    const { page } = screen;
    await screen.open('/reports/entry?year=2025');
    await page.getByRole('heading', { level: 1, name: /清河区人民政府2025年报填报（仅本机关）/ }).waitFor();
    expect(await page.getByRole('link', { name: /^年报/ }).first().locator('.top-count').innerText()).toBe('1');
    await screen.open('/reports?year=2025');
    await expectWhole(screen);
    await page.getByRole('link', { name: /2025年报填报（含所属各单位）待您审定/ }).click();
    await page.getByRole('heading', { level: 1, name: /2025年报填报（含所属各单位）/ }).waitFor();
    await page.getByText(/^审定的是.+2025年报（含所属各单位）的填报。$/).waitFor();
    await expectWhole(screen);
    await page.getByRole('button', { name: '审定', exact: true }).click();
    await page.locator('section[data-entry="approved"]').waitFor();
    await page.locator('.top-bar .top-count').filter({ hasText: '1' }).waitFor({ state: 'detached' });
  });

  test('who answers for the report sees how long it may take, publishes it, and everybody can read it', async () => {
    const [supervisor, approver] = await Promise.all(['supervisor', 'approver'].map((role) => api.officer(`${role}.bureau`)));
    if (supervisor === undefined || approver === undefined) throw new Error('Nobody is there.');
    const screen = await browser.screen({ as: 'supervisor.bureau' });
    const { page } = screen;
    await screen.open('/overview');
    await page.getByText(/最迟.*1月31日.*公布，还有19天/).waitFor();
    await approvedReport(supervisor, approver, 2025);
    const { digest } = (await supervisor.get('/reports/annual/2025?scope=own')).body as AnnualReport;
    expect((await supervisor.post('/reports/annual/2025/freeze?scope=own', { digest })).status).toBe(200);
    await screen.open('/reports?year=2025');
    const publication = page.locator('[data-publication]');
    await page.locator('[data-publication="ready"]', { hasText: '还有19天' }).waitFor();
    await page.getByRole('button', { name: '公布年报' }).click();
    await page.getByRole('button', { name: '确定公布' }).click();
    await page.locator('[data-publication="published"]').waitFor();
    const address = (await publication.getByRole('link').getAttribute('href')) ?? '';
    const reader = await browser.screen({});
    await reader.open(address);
    await reader.page.getByRole('heading', { level: 1, name: /2025年.*年度报告/ }).waitFor();
    const file = (await reader.page.locator('a[href*="/file"]').first().getAttribute('href')) ?? '';
    const { status, text } = await request(new URL(file, api.url).href);
    expect([status, text.slice(0, 5)]).toEqual([200, '%PDF-']);
    await expectWhole(reader);
    await screen.open('/overview');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator('.overview-duty').count()).toBe(0);
  });
});
