import type { Completeness } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../support/api.js';
import { open, step } from '../support/applications.js';
import { expectWhole, TestBrowser } from '../support/browser.js';
import { pdfOf, written } from '../support/pdfs.js';
import { suiteNeeding } from '../support/tools.js';

suiteNeeding('chromium')('what goes into the archive, and what goes out to everybody', () => {
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

  /** A case that came by ordinary letter without an envelope, and is over. */
  async function overWithoutEnvelope(): Promise<string> {
    const as = (role: string) => api.officer(`${role}.bureau`);
    const [clerk, caseworker, approver] = await Promise.all(['clerk', 'caseworker', 'approver'].map(as));
    if (!clerk || !caseworker || !approver) throw new Error('Nobody works here.');
    const receipt = { channel: 'ordinary_mail', arrivedOn: '2026-03-02', confirmedOn: '2026-03-02', confirmedHow: '电话' };
    const { id, items } = await open(clerk, { receipt });
    await step(caseworker, id, { type: 'accept' });
    await step(caseworker, id, { type: 'claim' });
    await step(caseworker, id, { type: 'decideItem', itemId: items[0]?.id, code: 'already_public', otherOrgan: '门户网站' });
    await step(caseworker, id, { type: 'submitForApproval' });
    await step(approver, id, { type: 'approve' });
    await step(approver, id, { type: 'signReply' });
    await step(caseworker, id, { type: 'dispatch', mode: 'in_person', signedBy: '本人' });
    return id;
  }

  test('the archivist says that there is no envelope and why; the caseworker takes it back by the keyboard (REG 45)', async () => {
    const id = await overWithoutEnvelope();
    const screen = await browser.screen({ as: 'archivist.bureau' });
    const { page } = screen;
    await screen.open(`/archive/${id}`);
    const envelope = page.locator('.sheet-check', { hasText: '信封在卷内' });
    await envelope.getByText('卷内没有信封', { exact: false }).waitFor();
    await page.getByRole('button', { name: '标明材料不适用' }).click();
    const form = page.getByRole('dialog');
    await form.locator('[data-field=line]').getByText('信封', { exact: true }).click();
    await form.locator('[data-field=reason] textarea').fill('与另一封信装在同一信封');
    await expectWhole(screen);
    await form.locator('.step-foot button[type=submit]').click();
    await form.waitFor({ state: 'hidden' });
    await envelope.getByText('不适用：与另一封信装在同一信封', { exact: false }).waitFor();
    await expectWhole(screen);
    const archivist = await api.officer('archivist.bureau');
    const checked = async () => ((await archivist.get(`/cases/${id}/completeness`)).body as Completeness).items[1];
    expect(await checked()).toMatchObject({ passed: true, inapplicable: { reason: '与另一封信装在同一信封', on: '2026-03-02' } });

    const other = await browser.screen({ as: 'caseworker.bureau', language: 'en' });
    await other.open(`/case/${id}/step/markInapplicable`);
    const taking = other.page.getByRole('dialog');
    await taking.locator('[data-field=line]').getByText('envelope', { exact: true }).click();
    await taking.getByRole('checkbox', { name: 'Take it back: it applies after all' }).focus();
    await other.press('Space', 'Control+Enter');
    await taking.waitFor({ state: 'hidden' });
    await envelope.getByText('卷内没有信封', { exact: false }).waitFor();
    expect(await checked()).toMatchObject({ passed: false });
    await other.open(`/case/${id}?tab=history`);
    await other.page.getByText('A paper applies after all').waitFor();
    await expectWhole(other);
  });

  test('what one proposes to publish, another is told of, looks at and makes public; then it stands on the portal (REG 17)', async () => {
    const reviewer = await browser.screen({ as: 'reviewer.bureau' });
    await reviewer.open('/review');
    await reviewer.page.getByRole('link', { name: '主动公开', exact: true }).waitFor();
    const screen = await browser.screen({ as: 'supervisor.bureau' });
    const { page } = screen;
    await screen.open('/catalogue');
    await page.getByRole('button', { name: '录入一条' }).click();
    await page.fill('#entry-indexNumber', 'CG-20');
    await page.fill('#entry-title', '户外广告设置管理办法');
    const content = pdfOf([{ content: written('Article 1 These rules are made to govern signs.', 60, 700) }]);
    const file = { name: '办法.pdf', mimeType: 'application/pdf', buffer: Buffer.from(content) };
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file);
    await page.getByRole('dialog').getByRole('button', { name: '送审' }).click();
    await page.locator('[data-proposal="CG-20"]').waitFor();
    await expectWhole(screen);

    await reviewer.open('/review');
    await reviewer.page.locator('.top-bell').click();
    await reviewer.page.locator('.bell-list li', { hasText: '有公开信息送审，待您审查' }).getByRole('link').click();
    await reviewer.page.waitForURL('**/publications');
    await reviewer.page.locator('.bell-list').waitFor({ state: 'hidden' });
    await reviewer.page.getByRole('link', { name: '主动公开 1' }).waitFor();
    await reviewer.page.getByRole('button', { name: '审查：户外广告设置管理办法' }).click();
    const looking = reviewer.page.getByRole('dialog');
    await looking.getByRole('checkbox').check();
    await expectWhole(reviewer);
    await looking.getByRole('button', { name: '审查通过，公开' }).click();
    await looking.waitFor({ state: 'hidden' });
    await reviewer.page.locator('[data-proposal="CG-20"]').getByText('审查通过，已公开', { exact: false }).waitFor();
    await reviewer.page.getByRole('link', { name: '主动公开', exact: true }).waitFor();
    await expectWhole(reviewer);

    const reader = await browser.screen({});
    await reader.open('/portal/information');
    await reader.page.getByText('户外广告设置管理办法').first().waitFor();
  });
});
