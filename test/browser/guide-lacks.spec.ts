import type { AdministeredOrgan, PublicGuide } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../support/api.js';
import { open, step } from '../support/applications.js';
import { expectWhole, TestBrowser } from '../support/browser.js';
import { suiteNeeding } from '../support/tools.js';

suiteNeeding('chromium')('an organ whose guide does not say what letters need', () => {
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

  /** The bureau as it was, without the court. */
  async function forgetCourt(): Promise<void> {
    const admin = await api.officer('admin.bureau');
    const { inForce } = (await admin.get('/public/organs/bureau/guide')).body as PublicGuide;
    if (inForce === null) throw new Error('The bureau has no guide.');
    const { court: _, ...rest } = inForce.guide;
    const put = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(rest) };
    expect((await admin.send('/admin/organs/bureau/guide', put)).status).toBe(200);
    const { items } = (await admin.get('/admin/organs')).body as { items: AdministeredOrgan[] };
    expect(items.find(({ code }) => code === 'bureau')?.guideLacks).toEqual(['court']);
  }

  test('says so on the case before anybody writes, and to the administrator where it is filled in', async () => {
    const { id } = await open(await api.officer('clerk.bureau'), {});
    await step(await api.officer('caseworker.bureau'), id, { type: 'accept' });
    const before = await browser.screen({ as: 'caseworker.bureau' });
    const asked = before.page.waitForResponse('**/public/organs/bureau/guide');
    await before.open(`/case/${id}`);
    await asked;
    await before.page.getByRole('heading', { level: 1 }).waitFor();
    await expectWhole(before);
    expect(await before.page.locator('[data-guide-lacks]').count()).toBe(0);
    await forgetCourt();
    const screen = await browser.screen({ as: 'caseworker.bureau' });
    const { page } = screen;
    await screen.open(`/case/${id}`);
    await page.getByText('公开指南还缺：管辖法院。', { exact: false }).waitFor();
    await page.getByText('写明救济途径的文书（向第三方告知书、答复书、终止办理告知书）现在印不出来').waitFor();
    await page.getByText('补正、延期、收费、征求意见等其他文书照常印发，不必等。', { exact: false }).waitFor();
    await page.getByText('由系统管理在“机构人员”里补上。').waitFor();
    expect(await page.getByRole('link', { name: '去补指南' }).count()).toBe(0);
    await expectWhole(screen);
    const admin = await browser.screen({ as: 'admin.bureau' });
    await admin.open('/settings/organs');
    await admin.page.getByText('公开指南不全，有文书印不出来的机构：').waitFor();
    await admin.page.getByText('文书要写而指南还没有写明：管辖法院。', { exact: false }).waitFor();
    await admin.page
      .getByText('（向第三方告知书、答复书、终止办理告知书、更正记录申请的答复）印不出来，其他文书照常。', { exact: false })
      .waitFor();
    await expectWhole(admin);
    expect([...screen.complaints(), ...admin.complaints()]).toEqual([]);
  });
});
