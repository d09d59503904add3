import { readFileSync } from 'node:fs';
import { localDate } from '@gongkai/calendar';
import { startTestApi, type TestApi } from '../support/api.js';
import { open } from '../support/applications.js';
import { prove } from '../support/audit-file.js';
import { expectWhole, TestBrowser } from '../support/browser.js';
import { suiteNeeding } from '../support/tools.js';

suiteNeeding('chromium')('the day of an auditor, in a browser', () => {
  let api: TestApi;
  let browser: TestBrowser;
  let one: { readonly id: string; readonly number: string };
  beforeAll(async () => {
    api = await startTestApi({ today: '2026-05-06' });
    one = await open(await api.officer('clerk.bureau'));
    await (await api.officer('caseworker.bureau')).get(`/cases/${one.id}`);
    await (await api.officer('legal.bureau')).post(`/cases/${one.id}/applicant/looks`, { reason: '核对身份' });
    api.clock.set(localDate('2026-05-08'));
    browser = await TestBrowser.launch(api);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  test('sees who looked at what, finds it by the keyboard, and takes it along', async () => {
    const screen = await browser.screen({ as: 'auditor.bureau' });
    const { page } = screen;
    await screen.open('/accesses');
    await page.getByRole('cell', { name: '查看证件号码' }).waitFor();
    await page.getByRole('cell', { name: '核对身份' }).waitFor();
    await page.getByLabel('人员姓名或用户名').press('Enter');
    await page.getByLabel('人员姓名或用户名').fill('caseworker.bureau');
    await page.getByLabel('人员姓名或用户名').press('Enter');
    await page.getByText('共1条').waitFor();
    await page.getByRole('link', { name: one.number }).waitFor();
    for (const [button, ending] of [
      ['导出表格（XLSX）', 'xlsx'],
      ['导出CSV', 'csv'],
    ] as const) {
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      expect((await saved).suggestedFilename()).toBe(`查阅记录.${ending}`);
    }
    await expectWhole(screen);
    await page.getByLabel('办件编号').fill('no such number');
    await page.getByLabel('办件编号').press('Enter');
    await page.getByText('没有符合条件的查阅记录').waitFor();
    await page.getByRole('button', { name: '清除条件' }).click();
    await page.getByRole('cell', { name: '核对身份' }).waitFor();
    await expectWhole(screen);
  });

  test('is told when the log cannot be read, and asks again', async () => {
    const screen = await browser.screen({ as: 'auditor.bureau' });
    const { page } = screen;
    await page.route('**/api/v1/audit/accesses*', (route) => route.abort());
    await screen.open('/accesses');
    const again = page.getByRole('button', { name: '再试一次' });
    await again.waitFor();
    await page.unroute('**/api/v1/audit/accesses*');
    await again.click();
    await page.getByRole('cell', { name: '核对身份' }).waitFor();
    screen.complaints();
  });

  test('verifies everything now, sees what is signed, and takes out a file that proves itself', async () => {
    const screen = await browser.screen({ as: 'auditor.bureau' });
    const { page } = screen;
    await screen.open('/verify');
    await page.getByRole('heading', { name: '每日签名' }).waitFor();
    await page.getByRole('cell', { name: '2026年5月6日（周三）', exact: true }).waitFor();
    await page.getByRole('cell', { name: '已签名，与前一日衔接' }).first().waitFor();
    await page.getByRole('button', { name: '开始校验' }).press('Enter');
    await page.getByText(/天的签名逐条对照，全部相符/).waitFor();
    await page.getByRole('cell', { name: '一致' }).waitFor();
    await expectWhole(screen);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出审计文件' }).click();
    const file = readFileSync(await (await saved).path(), 'utf8');
    expect(prove(file)).toMatchObject({ holds: true });
    await page.getByText(/已导出：gongkai-audit-bureau-/).waitFor();
    await expectWhole(screen);
  });

  test('reads all of it in English', async () => {
    const screen = await browser.screen({ as: 'auditor.bureau', language: 'en' });
    const { page } = screen;
    await screen.open('/accesses');
    await page.getByRole('heading', { name: 'Access log' }).waitFor();
    await page.getByRole('cell', { name: 'Case read' }).first().waitFor();
    await expectWhole(screen);
    await screen.open('/verify');
    await page.getByRole('heading', { name: 'Daily signatures' }).waitFor();
    await page.getByRole('cell', { name: 'Signed, in its place' }).first().waitFor();
    await expectWhole(screen);
  });
});
