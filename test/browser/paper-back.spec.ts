import type { CaseView } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../support/api.js';
import { open, step } from '../support/applications.js';
import { expectWhole, TestBrowser } from '../support/browser.js';
import { pdfOf } from '../support/pdfs.js';
import { suiteNeeding } from '../support/tools.js';

suiteNeeding('chromium')('a letter that was brought and sent back', () => {
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

  /** A correction notice that the approver did not let out. */
  async function sentBack(): Promise<string> {
    const [caseworker, approver] = [await api.officer('caseworker.bureau'), await api.officer('approver.bureau')];
    const { id } = await open(await api.officer('clerk.bureau'), {});
    await step(caseworker, id, { type: 'accept' });
    const file = new File([new Uint8Array(pdfOf([{ content: '' }]))], '补正.pdf', { type: 'application/pdf' });
    const fileIds = [((await caseworker.upload('/files', file)).body as { id: string }).id];
    const made = await step(caseworker, id, { type: 'sendCorrectionNotice', missing: '哪一年', dispatchedOn: null, fileIds });
    await step(approver, id, { type: 'confirmFact', entryId: made.toConfirm[0]?.entryId, reject: '收件人写错' });
    return id;
  }

  test('is drawn in its place by one button', async () => {
    const id = await sentBack();
    const screen = await browser.screen({ as: 'caseworker.bureau' });
    await screen.open(`/case/${id}`);
    await screen.page.getByText('收件人写错', { exact: false }).first().waitFor();
    await expectWhole(screen);
    const button = screen.page.getByRole('button', { name: '改由系统制作' });
    await button.click();
    await button.waitFor({ state: 'detached' });
    const { notices } = (await (await api.officer('caseworker.bureau')).get(`/cases/${id}`)).body as CaseView;
    expect(notices).toMatchObject([{ redrawn: [expect.any(String), expect.any(String)] }]);
    expect(notices[0]?.own).toBeUndefined();
    await expectWhole(screen);
    expect(screen.complaints()).toEqual([]);
  });
});
