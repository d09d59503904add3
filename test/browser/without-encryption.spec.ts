import type { RedactionList } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../support/api.js';
import { open, step } from '../support/applications.js';
import { TestBrowser } from '../support/browser.js';
import { redactWaiting } from '../support/drawing.js';
import { pdfOf, written } from '../support/pdfs.js';
import { suiteNeeding } from '../support/tools.js';

/** Browsers keep some of what they can do from pages that come over HTTP from another machine: an office's own network is such a one. */
suiteNeeding('chromium')('at an address of the office network, without encryption', () => {
  let api: TestApi;
  let browser: TestBrowser;
  beforeAll(async () => {
    api = await startTestApi({ today: '2026-05-08' });
    browser = await TestBrowser.launch(api);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  test('a step is taken, a file handed in and a part of it marked', async () => {
    const { id } = await open(await api.officer('clerk.bureau'), {
      receipt: { channel: 'in_person', submittedOn: '2026-05-08' },
    });
    const worker = await api.officer('caseworker.bureau');
    await step(worker, id, { type: 'accept' });
    const office = api.url.replace(/\/\/[^:/]+/, '//office.test');
    const { page } = await browser.screen();
    await page.goto(office);
    expect(await page.evaluate('isSecureContext')).toBe(false);
    await page.getByLabel('用户名').fill('caseworker.bureau');
    await page.getByLabel('口令').fill('gongkai-demo');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '我的办件' }).waitFor();

    await page.goto(`${office}/case/${id}/step/note`);
    await page.locator('[data-field=text] textarea').fill('档案原件');
    const content = pdfOf([{ content: written('Paid to Zhang San', 72, 700) }]);
    await page.locator('[role=dialog] input[type=file]').setInputFiles({
      ...{ name: '付款凭证.pdf', mimeType: 'application/pdf', buffer: content },
    });
    await page.getByRole('dialog').getByText('付款凭证.pdf').waitFor();
    await page.locator('[data-field=text] textarea').focus();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    await page.goto(`${office}/case/${id}?tab=files`);
    await page.getByRole('button', { name: '遮盖付款凭证.pdf' }).click();
    await page.waitForURL('**/redact/*');
    await redactWaiting(api);
    await page.getByRole('img', { name: '付款凭证.pdf，第1页' }).waitFor();
    await page.getByRole('button', { name: '加一处区域' }).click();
    await page.getByRole('heading', { name: '遮盖标记1项' }).waitFor();
    // It is offered once the mark is kept.
    await page.getByRole('button', { name: '送复核' }).waitFor();
    expect(((await worker.get(`/cases/${id}/redactions`)).body as RedactionList).items).toMatchObject([
      { may: ['mark', 'submit'] },
    ]);
  });
});
