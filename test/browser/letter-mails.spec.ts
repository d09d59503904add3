import { expectWhole, TestBrowser } from '../support/browser.js';
import { LetterOffice } from '../support/letter-office.js';
import { chosen, typed, takeStep } from '../support/step-form.js';
import { suiteNeeding } from '../support/tools.js';

suiteNeeding('chromium')('a letter that is mailed', () => {
  let office: LetterOffice;
  let browser: TestBrowser;
  beforeAll(async () => {
    office = await LetterOffice.open();
    browser = await TestBrowser.launch(office.api);
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  test('says so as its way is chosen; what the server refuses stands on the case until it is sent again', async () => {
    const { id } = await office.accepted();
    const screen = await browser.screen({ as: 'caseworker.bureau' });
    const { page } = screen;
    await screen.open(`/case/${id}/step/sendCorrectionNotice`);
    await page.locator('.step-dialog [data-field=mode] .ant-select').click();
    await page.locator('.ant-select-item-option', { hasText: '电子邮件' }).first().click();
    await page.getByText('系统把文书').waitFor();
    await page.locator('.step-dialog [data-field=sentElsewhere]').waitFor();
    await expectWhole(screen);
    await takeStep(screen, id, 'sendCorrectionNotice', { missing: typed('哪一年'), mode: chosen('电子邮件') });
    office.server.refusal = { code: 550, words: 'no such box' };
    await office.work();
    await screen.open(`/case/${id}?tab=notices`);
    const mark = page.locator('.case-marks [data-mail=failed]');
    await mark.getByText('550 no such box').waitFor();
    await page.locator('.case-table [data-mail=failed]').waitFor();
    await expectWhole(screen);
    office.server.refusal = null;
    await mark.getByRole('button', { name: '重新发送' }).click();
    await mark.waitFor({ state: 'detached' });
    await office.work();
    await page.locator('.case-table [data-mail=sent]').getByText('l***@example.net').waitFor();
    expect(office.server.letters).toHaveLength(1);
    expect(screen.complaints()).toEqual([]);
  });
});
