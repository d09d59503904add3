import { startTestApi, type TestApi } from '../support/api.js';
import { TestBrowser } from '../support/browser.js';
import { suiteNeeding } from '../support/tools.js';

suiteNeeding('chromium')('the language of the portal', () => {
  let api: TestApi;
  let browser: TestBrowser;
  beforeAll(async () => {
    api = await startTestApi({ today: '2026-05-06' });
    browser = await TestBrowser.launch(api);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  test('what a page asks for before its words are there is answered in the language it speaks', async () => {
    const supervisor = await api.officer('supervisor.bureau');
    const entry = {
      indexNumber: 'X-1',
      title: '摊位名单',
      kind: 'plans',
      publishedOn: '2026-05-06',
      url: 'https://bureau.example/x',
    };
    const { id } = (await supervisor.post('/disclosures', entry)).body as { readonly id: string };
    await supervisor.post(`/disclosures/${id}/withdrawal`, { reason: '内容有误' });
    const screen = await browser.screen({ language: 'en' });
    await screen.open(`/portal/information/${id}`);
    await screen.page.getByRole('heading', { level: 1, name: 'This information was withdrawn' }).waitFor();
    expect(await screen.page.getByText('内容有误').innerText()).toBe('This was withdrawn on Wed 6 May: 内容有误');
  });
});
