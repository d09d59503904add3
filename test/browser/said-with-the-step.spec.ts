import type { JournalPage, PublicGuide } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../support/api.js';
import { open, step } from '../support/applications.js';
import { expectWhole, TestBrowser } from '../support/browser.js';
import { OfficeDays } from '../support/office-days.js';
import { typed } from '../support/step-form.js';
import { suiteNeeding } from '../support/tools.js';

/** What a form asks for, or tells, because of what the case lacks. */
suiteNeeding('chromium')('a step that says what is lacking', () => {
  let api: TestApi;
  let browser: TestBrowser;
  let office: OfficeDays;
  beforeAll(async () => {
    api = await startTestApi({ today: '2026-03-02' });
    browser = await TestBrowser.launch(api);
    office = new OfficeDays(api, browser);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  test('who closes an application as abandoned says why nothing proves that the notice arrived', async () => {
    const { id } = await open(await api.officer('clerk.bureau'), {});
    const accept = ['caseworker', 'accept'] as const;
    const asking = ['caseworker', 'sendCorrectionNotice', { missing: typed('哪一年') }] as const;
    await office.on('2026-03-02', id, accept, asking);
    await office.on('2026-03-04', id, ['clerk', 'recordService', { how: typed('邮政签收') }]);
    const { deadlines } = await office.view(id);
    expect(deadlines.correctionDueFromApplicant).toBe('2026-03-25');
    await office.on('2026-04-01', id);
    const screen = await office.screenOf('caseworker');
    const { page } = screen;
    await page.goto(`${api.url}/case/${id}/step/closeAbandoned`);
    const form = page.getByRole('dialog');
    await form.locator('[data-field=cause]').getByText('补正', { exact: false }).first().click();
    const why = form.locator('[data-field=unproven] textarea');
    await why.waitFor();
    await expectWhole(screen);
    await why.fill('回执原件在纸质卷');
    await form.locator('.step-foot button[type=submit]').click();
    await form.waitFor({ state: 'hidden' });
    expect(await office.view(id)).toMatchObject({ state: 'closed', outcome: 'abandoned_correction' });
    const { items } = (await (await office.auditor()).get(`/cases/${id}/journal?limit=100`)).body as JournalPage;
    expect(items.at(-1)?.fact).toMatchObject({ unproven: '回执原件在纸质卷' });
    await office.close();
  });

  test('who submits a draft reads what stands against its signature, and may submit it all the same', async () => {
    const [caseworker, admin] = [await api.officer('caseworker.bureau'), await api.officer('admin.bureau')];
    const { inForce } = (await admin.get('/public/organs/bureau/guide')).body as PublicGuide;
    if (inForce === null) throw new Error('The bureau has no guide.');
    const { court: _, ...rest } = inForce.guide;
    const put = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(rest) };
    expect((await admin.send('/admin/organs/bureau/guide', put)).status).toBe(200);
    const { id, items } = await open(await api.officer('clerk.bureau'), {});
    await step(caseworker, id, { type: 'accept' });
    const decision = { itemId: items[0]?.id, code: 'already_public', otherOrgan: '门户网站' };
    await step(caseworker, id, { type: 'decideItem', ...decision });
    const screen = await office.screenOf('caseworker');
    const { page } = screen;
    await page.goto(`${api.url}/case/${id}/step/submitForApproval`);
    const form = page.getByRole('dialog');
    await form.getByText('送签后还不能签发，请先改好：').waitFor();
    await form.getByText('文书缺少：本机关指南中的管辖法院', { exact: false }).waitFor();
    await expectWhole(screen);
    await form.locator('.step-foot button[type=submit]').click();
    await form.waitFor({ state: 'hidden' });
    expect((await office.view(id)).state).toBe('approving');
    await office.close();
  });

  test('whoever puts a file to a letter may say why it goes out although it tells of somebody', async () => {
    const { id } = await open(await api.officer('clerk.bureau'), {});
    await step(await api.officer('caseworker.bureau'), id, { type: 'accept' });
    const screen = await office.screenOf('caseworker');
    const { page } = screen;
    await page.goto(`${api.url}/case/${id}/step/sendCorrectionNotice`);
    const form = page.getByRole('dialog');
    await form.locator('[data-field=missing] textarea').fill('哪一年');
    expect(await form.locator('[data-field=particulars]').count()).toBe(0);
    const file = { name: '附件.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
    await form.locator('input[type=file]').first().setInputFiles(file);
    await form.locator('[data-field=particulars]').waitFor();
    await expectWhole(screen);
    await office.close();
  });
});
