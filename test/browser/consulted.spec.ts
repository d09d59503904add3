import type { CaseView, IncomingList, IncomingView, JournalPage } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../support/api.js';
import { open, step } from '../support/applications.js';
import { expectWhole, TestBrowser } from '../support/browser.js';
import { OFFICE_DAY } from '../support/caseload.js';
import { postJson } from '../support/officer.js';
import { suiteNeeding } from '../support/tools.js';

suiteNeeding('chromium')('who is consulted, and what becomes of the answer, in a browser', () => {
  let api: TestApi;
  let browser: TestBrowser;
  beforeAll(async () => {
    api = await startTestApi({ today: OFFICE_DAY });
    browser = await TestBrowser.launch(api);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  test('a third party answers by the link on its answer form: once, put to the case by the clerk', async () => {
    const [clerk, caseworker] = await Promise.all([api.officer('clerk.bureau'), api.officer('caseworker.bureau')]);
    const { id } = await open(clerk, { receipt: { channel: 'in_person', submittedOn: OFFICE_DAY } });
    await step(caseworker, id, { type: 'accept' });
    await step(caseworker, id, { type: 'askThirdParty', party: '洁源公司' });
    const journal = (await caseworker.get(`/cases/${id}/journal`)).body as JournalPage;
    const { pathname, search } = new URL(api.services.links.addressOf(journal.items.at(-1)?.id ?? ''));
    const screen = await browser.screen({ size: { width: 320, height: 640 } });
    const { page } = screen;
    const received = page.getByRole('heading', { level: 1, name: '云川市城市管理综合行政执法局已经收到您的答复' });
    await screen.open(pathname + search);
    await page.getByRole('heading', { level: 1, name: '答复征求意见' }).waitFor();
    const told = await page.locator('main').innerText();
    expect(told).toContain('征求洁源公司的意见');
    expect(told).not.toContain('李明远');
    await page.getByRole('button', { name: '交答复' }).click();
    await page.getByRole('alert').waitFor();
    const choice = page.getByRole('radiogroup', { name: '意见' });
    expect(await choice.getAttribute('aria-invalid')).toBe('true');
    expect(await choice.locator('.wrong').count()).toBe(1);
    await choice.locator('label:first-of-type input:focus').waitFor();
    await expectWhole(screen);
    await page.getByLabel('不同意公开', { exact: true }).check();
    await page.getByLabel('填写人姓名').fill('王经理');
    await page.getByRole('button', { name: '交答复' }).click();
    await page.getByRole('alert').waitFor();
    await expectWhole(screen);
    await page.getByLabel('理由和依据').fill('含有报价，属于商业秘密');
    const proof = { name: '说明.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%proof\n') };
    await page.getByLabel('上传材料').setInputFiles(proof);
    await page.locator('.lines', { hasText: '说明.pdf' }).waitFor();
    await page.getByRole('button', { name: '交答复' }).click();
    await received.waitFor();
    await expectWhole(screen);
    const { items } = (await clerk.get('/incoming?source=portal')).body as IncomingList;
    const arrival = (await clerk.get(`/incoming/${items[0]?.id ?? ''}`)).body as IncomingView;
    expect(arrival).toMatchObject({
      sender: '洁源公司',
      meantFor: { id, as: 'consultation_answer' },
      files: [{ name: '说明.pdf' }],
    });
    expect(arrival.text).toBe('意见：不同意公开\n理由和依据：含有报价，属于商业秘密\n填写人：王经理');
    await screen.open(pathname + search);
    await received.waitFor();
    const own = await browser.screen({ as: 'caseworker.bureau' });
    await own.open(`/case/${id}`);
    await expectWhole(own);
    await own.page.getByRole('link', { name: '去来件核对' }).click();
    await own.page.getByRole('button', { name: '归入办件' }).click();
    const form = own.page.getByRole('form', { name: '归入办件' });
    await form.getByRole('button', { name: '归入办件' }).click();
    await own.page.locator('.incoming-done').getByRole('link', { name: '记录答复' }).click();
    await own.page.getByRole('dialog').getByRole('button', { name: '登记意见答复' }).click();
    await own.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await own.page.locator('.case-marks').waitFor({ state: 'hidden' });
    const { consultations } = (await caseworker.get(`/cases/${id}`)).body as CaseView;
    expect(consultations).toMatchObject([{ answer: 'refuse', answeredOn: OFFICE_DAY }]);
  });

  test('an answer by link is recorded from the inbox, or in the step itself, filled in with what was said', async () => {
    const [clerk, caseworker] = await Promise.all([api.officer('clerk.bureau'), api.officer('caseworker.bureau')]);
    const { id } = await open(clerk, { receipt: { channel: 'in_person', submittedOn: OFFICE_DAY } });
    await step(caseworker, id, { type: 'accept' });
    await step(caseworker, id, { type: 'askThirdParty', party: '第一公司' });
    await step(caseworker, id, { type: 'askThirdParty', party: '第二公司' });
    const journal = (await caseworker.get(`/cases/${id}/journal`)).body as JournalPage;
    const token = new URL(api.services.links.addressOf(journal.items.at(-1)?.id ?? '')).searchParams.get('token');
    const said = { token, answer: 'refuse', grounds: '含有报价', by: '王经理' };
    expect((await postJson(`${api.url}/api/v1/public/consultations/answer`, said)).status).toBe(200);
    const own = await browser.screen({ as: 'caseworker.bureau' });
    const { page } = own;
    const dialog = page.locator('.step-dialog');
    await own.open(`/case/${id}/step/recordAnswer`);
    await dialog.getByRole('note').filter({ hasText: '按第二公司' }).waitFor();
    await dialog.getByRole('alert').filter({ hasText: '没有送达记录' }).waitFor();
    expect(await dialog.locator('[data-field="grounds"] textarea').inputValue()).toBe('含有报价');
    await expectWhole(own);
    await dialog.locator('[data-field="answer"]').getByText('同意公开', { exact: true }).click();
    await dialog.locator('.preview').getByText('对方网上的答复与此不同').waitFor();
    const { items } = (await clerk.get('/incoming?source=portal')).body as IncomingList;
    await own.open(`/inbox?look=${items.at(-1)?.id ?? ''}`);
    await page.getByText('被征求意见方第二公司通过网址').waitFor();
    await page
      .locator('.inbox-acts .ant-btn-primary')
      .filter({ hasText: /^记入案件\s*N$/ })
      .waitFor();
    await expectWhole(own);
    await page.getByRole('button', { name: '记入案件' }).click();
    await dialog.getByRole('button', { name: '登记意见答复' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const { consultations } = (await caseworker.get(`/cases/${id}`)).body as CaseView;
    expect(consultations).toMatchObject([{ answer: null }, { party: '第二公司', answer: 'refuse' }]);
  });
});
