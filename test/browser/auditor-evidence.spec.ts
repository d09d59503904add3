import { localDate } from '@gongkai/calendar';
import type { CaseView } from '@gongkai/contracts';
import { Client } from 'pg';
import { startTestApi, type TestApi } from '../support/api.js';
import { open, step } from '../support/applications.js';
import { expectWhole, TestBrowser } from '../support/browser.js';
import { suiteNeeding } from '../support/tools.js';

suiteNeeding('chromium')('what an auditor reads and what is found, in a browser', () => {
  let api: TestApi;
  let browser: TestBrowser;
  let [sound, forged]: CaseView[] = [];
  beforeAll(async () => {
    api = await startTestApi({ today: '2026-05-06' });
    const clerk = await api.officer('clerk.bureau');
    [sound, forged] = [await open(clerk), await open(clerk)];
    await step(clerk, forged.id, { type: 'register' });
    const admin = await api.officer('admin.bureau');
    const { body } = await admin.get('/admin/people?organ=bureau&role=caseworker');
    const [person] = (body as { readonly items: readonly { readonly id: string }[] }).items;
    const headers = { 'content-type': 'application/json' };
    await admin.send(`/admin/people/${person?.id ?? ''}`, { method: 'PATCH', headers, body: JSON.stringify({ capacity: 12 }) });
    api.clock.set(localDate('2026-05-08'));
    browser = await TestBrowser.launch(api);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  const idOf = (one: CaseView | undefined): string => one?.id ?? '';

  /** As somebody does who has the database and knows nothing of hashes. */
  async function behindTheProgram(statement: string): Promise<void> {
    const client = new Client({ connectionString: api.databaseUrl });
    await client.connect();
    try {
      await client.query(`SET app.falsify_journal = 'on'`);
      await client.query(statement);
    } finally {
      await client.end();
    }
  }

  test('reads a case whole and can do nothing in it, by pointer or by key', async () => {
    const screen = await browser.screen({ as: 'auditor.bureau' });
    const { page } = screen;
    await screen.open(`/case/${idOf(sound)}`);
    await page.getByRole('heading', { name: sound?.number }).waitFor();
    await page.getByRole('heading', { name: '经过' }).waitFor();
    expect(await page.locator('.case-rail').count()).toBe(0);
    await expectWhole(screen);
    // The key of a note is nothing here; the one that asks why is heard after it.
    await screen.press('n', 'w');
    await page.getByRole('dialog').waitFor();
    expect(page.url()).toMatch(/\/why$/);
    await expectWhole(screen);
  });

  test('finds a case by typing and reads each entry in words and as it was hashed', async () => {
    const screen = await browser.screen({ as: 'auditor.bureau' });
    const { page } = screen;
    await screen.open('/journal');
    await page.getByText('按编号、姓名或内容找一件，看它的全部记录和校验值。').waitFor();
    await page.getByRole('combobox', { name: '编号、姓名、内容' }).fill(forged?.number ?? '');
    await page.getByRole('option', { name: forged?.number }).waitFor({ state: 'attached' });
    await screen.press('Enter');
    await page.getByRole('link', { name: forged?.number }).waitFor();
    await page.getByText('原记录').nth(1).click();
    await page.getByText('"type": "REGISTERED"').waitFor();
    expect(page.url()).toContain(`case=${idOf(forged)}`);
    await expectWhole(screen);
  });

  test('sees in the administration log what was changed, from what to what, and all of one person', async () => {
    const screen = await browser.screen({ as: 'auditor.bureau' });
    const { page } = screen;
    await screen.open('/settings/log');
    const changed = page.getByRole('row').filter({ hasText: '→ 12' });
    await changed.waitFor();
    await expectWhole(screen);
    await changed.getByRole('link').click();
    await page.getByRole('link', { name: '看全部' }).waitFor();
    await changed.waitFor();
    await expectWhole(screen);
  });

  test.each([
    ['/orders', '没有这类督办。'],
    ['/reports', '三、收到和处理政府信息公开申请情况'],
  ])('looks at %s', async (address, shown) => {
    const screen = await browser.screen({ as: 'auditor.bureau' });
    await screen.open(address);
    await screen.page.getByText(shown).first().waitFor();
    await expectWhole(screen);
  });

  test('looks at assessments without the step that a supervisor has there', async () => {
    const [supervisor, screen] = [
      await browser.screen({ as: 'supervisor.bureau' }),
      await browser.screen({ as: 'auditor.bureau' }),
    ];
    await supervisor.open('/assessments');
    await supervisor.page.getByRole('button', { name: '开始考核' }).waitFor();
    supervisor.complaints();
    await screen.open('/assessments');
    await screen.page.getByText('还没有考核。').waitFor();
    expect(await screen.page.getByRole('button', { name: '开始考核' }).count()).toBe(0);
    await expectWhole(screen);
  });

  test('is shown which entry of which case was altered behind the program, by its chain and by the signed day, and reads it', async () => {
    const screen = await browser.screen({ as: 'auditor.bureau' });
    const { page } = screen;
    await screen.open('/verify');
    await page.getByRole('cell', { name: '已签名，与前一日衔接' }).first().waitFor();
    await behindTheProgram(
      `UPDATE journal SET fact = jsonb_set(fact, '{on}', '"2026-05-05"') WHERE case_id = '${idOf(forged)}' AND seq = 2`,
    );
    await page.getByRole('button', { name: '开始校验' }).click();
    await page.getByText('2件办件中有1处不一致').waitFor();
    await page.getByRole('cell', { name: '内容与校验值不符' }).waitFor();
    await page.getByText('与每日签名对照，有1处不符').waitFor();
    await page.getByRole('cell', { name: '记录的内容与签名时不同' }).waitFor();
    await page.getByRole('cell', { name: '2026年5月6日（周三）', exact: true }).first().waitFor();
    await expectWhole(screen);
    await page.getByRole('link', { name: forged?.number }).click();
    await page.getByRole('heading', { name: forged?.number }).waitFor();
    await page.getByRole('row').nth(2).waitFor();
    await expectWhole(screen);
  });
});
