import { randomUUID } from 'node:crypto';
import { JobQueue } from '@gongkai/platform';
import { startTestApi, type TestApi } from '../support/api.js';
import { expectWhole, TestBrowser } from '../support/browser.js';
import { suiteNeeding } from '../support/tools.js';

suiteNeeding('chromium')('the job queue, from the administration of the console', () => {
  let api: TestApi;
  let browser: TestBrowser;
  beforeAll(async () => {
    api = await startTestApi();
    browser = await TestBrowser.launch(api);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  test('opens, shows what waits under the rules for scripts of this site, and offers nothing that would change it', async () => {
    const queue = new JobQueue({ backend: 'postgres', url: api.databaseUrl }, (error) => expect(error).toBeUndefined());
    await queue.send([{ id: randomUUID(), job: 'case-changed', attempts: 0 }]);
    await queue.close();
    const screen = await browser.screen({ as: 'admin.district' });
    const { page } = screen;
    await screen.open('/settings/organs');
    await expectWhole(screen);
    await page.getByRole('link', { name: '任务队列' }).click();
    await page.getByRole('link', { name: 'outbox' }).first().click();
    await page.getByText('case-changed').first().waitFor();
    expect(await page.getByRole('button', { name: /暂停|清空|Pause|Empty/ }).count()).toBe(0);
    expect(screen.complaints()).toEqual([]);
  });
});
