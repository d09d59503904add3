import { expectWhole, type Screen, type TestBrowser } from './browser.js';

/** The number of what is late opens those that are, and the way leads on to all. */
async function comeFromTheOverview(keeper: Screen): Promise<void> {
  const { page } = keeper;
  await keeper.open('/overview');
  const number = page.getByRole('link', { name: '待公开信息逾期' });
  const late = Number.parseInt(await number.innerText(), 10);
  await number.click();
  await page.getByRole('button', { name: `逾期 ${String(late)}`, pressed: true }).waitFor();
  expect(await page.locator('tr[data-formed]').count()).toBe(late);
  await expectWhole(keeper);
  await page.getByRole('button', { name: '看全部' }).click();
  await page.locator('tr[data-formed]').nth(1).waitFor();
}

/** Who keeps the catalogue enters what was formed, publishes one of it, and answers why another is not published. */
export async function keepWhatWasFormed(browser: TestBrowser): Promise<void> {
  const keeper = await browser.screen({ as: 'supervisor.bureau' });
  const { page } = keeper;
  await keeper.open('/catalogue/formed');
  await page.getByText('没有待公开的信息。').waitFor();
  for (const [title, day] of [
    ['户外广告设置管理办法', '2026-02-11'],
    ['内部值班办法', '2026-01-05'],
  ] as const) {
    await page.getByRole('button', { name: '登记待公开信息' }).first().click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: '登记待公开信息' }).click();
    await form.locator('.set-problem').first().waitFor();
    await expectWhole(keeper);
    await page.fill('#formed-title', title);
    await page.fill('#formed-on', day);
    await form.getByRole('button', { name: '登记待公开信息' }).click();
    await page.locator('tr[data-formed]', { hasText: title }).waitFor();
  }
  const late = page.locator('tr[data-formed]', { hasText: '内部值班办法' });
  await late.getByText(/^逾期$/).waitFor();
  await expectWhole(keeper);
  await keeper.picture('formed-information');
  await comeFromTheOverview(keeper);
  await late.getByRole('button', { name: '说明不公开' }).click();
  await page.getByLabel('不公开的理由').fill('内部事务信息，条例第十六条');
  await page.getByRole('dialog').getByRole('button', { name: '说明不公开', exact: true }).click();
  await late.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: '全清单' }).click();
  await page.locator('[data-kind="recruitment"]').waitFor();
  const gap = page.locator('tr[data-formed]', { hasText: '户外广告设置管理办法' });
  await gap.getByRole('button', { name: /^公开：/ }).click();
  await page.fill('#entry-indexNumber', 'CG-21');
  await page.fill('#entry-url', 'https://cgj.example/21');
  await page.getByRole('dialog').getByRole('button', { name: '收入目录', exact: true }).click();
  await gap.waitFor({ state: 'detached' });
  await readWhatBecameOfIt(browser);
}

async function readWhatBecameOfIt(browser: TestBrowser): Promise<void> {
  const english = await browser.screen({ as: 'admin.bureau', language: 'en' });
  await english.open('/catalogue/formed?state=ended');
  const row = (title: string) => english.page.locator('tr[data-formed]', { hasText: title });
  await row('户外广告设置管理办法').getByText('Public as CG-21 since', { exact: false }).waitFor();
  await row('内部值班办法').getByText('内部事务信息').waitFor();
  await expectWhole(english);
  await english.picture('formed-information-ended');
}
