import { localDate } from '@gongkai/calendar';
import type { Page } from 'playwright-core';
import type { TestApi } from './api.js';
import { open } from './applications.js';
import { expectWhole, pagesOf, type TestBrowser } from './browser.js';
import { reckonIn } from './reckoning.js';

/** Of an arrangement that was never made. */
const NOTICE = '国办发明电〔2026〕9号';

/** Of that year what lies behind its first months: on the days that the rules themselves give. */
export const LATER_HOLIDAYS_OF_2027 = [
  { name: '清明节', from: '2027-04-05', to: '2027-04-05' },
  { name: '劳动节', from: '2027-05-01', to: '2027-05-02' },
  { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
  { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
  { name: '国庆节', from: '2027-10-01', to: '2027-10-03' },
];

/** Four days off at the new year, where the estimate knows one. */
export const YEAR_2027 = {
  notice: NOTICE,
  issuedOn: '2026-11-05',
  holidays: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-04' },
    { name: '春节', from: '2027-02-05', to: '2027-02-11' },
    ...LATER_HOLIDAYS_OF_2027,
  ],
  makeupWorkdays: ['2027-02-20'],
};

/** Four days off and a worked Saturday: a twentieth working day that was estimated on the Friday becomes that Saturday. */
async function typeYear(page: Page): Promise<void> {
  const look = page.getByRole('button', { name: '先看影响', exact: true });
  const worked = page.getByLabel('第1个上班日', { exact: true });
  await page.fill('#cal-notice', NOTICE);
  await page.fill('#cal-issued', '2026-11-05');
  await page.getByLabel('元旦第一天', { exact: true }).fill('2027-01-01');
  await page.getByLabel('元旦最后一天', { exact: true }).fill('2027-01-04');
  await look.click();
  await page.getByText('缺春节、清明、劳动节、端午、中秋、国庆', { exact: false }).first().waitFor();
  for (const { name, from, to } of [{ name: '春节', from: '2027-02-05', to: '2027-02-08' }, ...LATER_HOLIDAYS_OF_2027]) {
    await page.getByLabel(`${name}第一天`, { exact: true }).fill(from);
    await page.getByLabel(`${name}最后一天`, { exact: true }).fill(to);
  }
  await worked.fill('2027-01-08');
  await look.click();
  await page.locator('[data-makeup="0"] .set-problem').waitFor();
  await worked.fill('2027-01-09');
  await look.click();
}

/**
 * An administrator imports next year's calendar, by which two cases move and no other; one of a unit may not.
 * @param api without other cases
 */
export async function importNextYear(api: TestApi, browser: TestBrowser): Promise<void> {
  api.clock.set(localDate('2026-12-10'));
  const clerk = await api.officer('clerk.bureau');
  const handedIn = { receipt: { channel: 'in_person', submittedOn: '2026-12-10' } };
  const [first] = [await open(clerk, handedIn), await open(clerk, handedIn)];
  const unit = await browser.screen({ as: 'admin.street', language: 'en' });
  await unit.open('/settings/calendars');
  await unit.page.getByText('Imported by an administrator of the organ at the top').waitFor();
  await expectWhole(unit);

  const admin = await browser.screen({ as: 'admin.bureau' });
  const { page } = admin;
  await admin.open('/settings/calendars');
  await typeYear(page);
  await page.getByText('重算2件：2件的期限改到另一天，0件', { exact: false }).waitFor();
  const moved = page.locator(`tr[data-case="${first.number}"][data-deadline=finalDue]`);
  expect(await moved.innerText()).toMatch(/1月8日.*（暂定）[^]*1月9日/);
  await expectWhole(admin);
  await page.fill('#cal-confirm', NOTICE);
  await page.getByRole('button', { name: '导入并重算期限', exact: true }).click();
  await page.locator('li[data-edition="1"][data-finished=false]').waitFor();
  await reckonIn(api);
  await page.locator('li[data-edition="1"][data-finished=true]', { hasText: '改动2件' }).waitFor();
  await page.locator('tr[data-year="2027"]', { hasText: '本单位导入' }).waitFor();
  await expectWhole(admin);
  const worker = await browser.screen({ as: 'caseworker.bureau' });
  await worker.open(`/case/${first.id}`);
  const line = worker.page.locator('.history li', { hasText: '年度日历有变，期限重新计算' });
  await line.waitFor();
  const said = await line.innerText();
  expect(said).toContain(`程子航导入2027年的安排（${NOTICE}）`);
  expect(said).toMatch(/答复期限 .*1月8日.* → .*1月9日/);
  expect([said.includes('期限届满'), said.includes('程序重新计算')]).toEqual([false, true]);
  expect(worker.complaints()).toEqual([]);
}

/** A day off of one organ: whose it is is chosen, what it is said, and its impact is about that organ alone. */
export async function lookAtOneOrgan(browser: TestBrowser): Promise<void> {
  const admin = await browser.screen({ as: 'admin.district' });
  const { page } = admin;
  await admin.open('/settings/calendars');
  await page.getByRole('radio', { name: '单个机关', exact: true }).check();
  await page.locator('#cal-organ').click();
  await page.locator('.ant-select-item-option', { hasText: '北关街道办事处' }).click();
  await page.fill('#cal-year', '2027');
  await page.fill('#cal-notice', '清河政办〔2026〕12号');
  await page.fill('#cal-issued', '2026-12-01');
  await page.getByLabel('第1行假日名称', { exact: true }).fill('区庆');
  await page.getByLabel('区庆第一天', { exact: true }).fill('2027-03-10');
  await page.getByRole('button', { name: '先看影响', exact: true }).click();
  await page.getByText('只涉及清河区北关街道办事处及其下级').waitFor();
  await page.getByText('1天的算法与现在不同').waitFor();
  await expectWhole(admin);
}

/** The month in which they fall due: by the mark of the worked Saturday, by keyboard into their list, and as an address for a calendar program. */
export async function seeTheirMonth(api: TestApi, browser: TestBrowser): Promise<void> {
  const supervisor = await browser.screen({ as: 'supervisor.bureau' });
  const { page } = supervisor;
  await supervisor.open('/calendar?month=2027-01');
  const day = page.locator('[data-date="2027-01-09"]');
  await day.getByRole('link', { name: /期满2件$/ }).waitFor();
  expect(await day.innerText()).toMatch(/9\s+班\s+2/);
  expect(await page.locator('[data-date="2027-01-04"]').innerText()).toContain('元旦');
  // On paper the month stands under its title, and nothing is left for a second sheet.
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toEqual(['842 x 595']);
  await expectWhole(supervisor);
  await page.keyboard.press(']');
  await page.locator('[data-date="2027-02-15"]').waitFor();
  await page.getByText('2027年2月没有期满的办件', { exact: false }).waitFor();
  await page.keyboard.press('[');
  await page.locator('[data-date="2027-01-01"][tabindex="0"]').focus();
  for (const key of ['ArrowDown', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('heading', { name: '2件', exact: true }).waitFor();
  expect(await page.locator('tr[data-case]').count()).toBe(2);
  await subscribe(api, browser);
}

async function subscribe(api: TestApi, browser: TestBrowser): Promise<void> {
  const screen = await browser.screen({ as: 'supervisor.bureau', language: 'en' });
  const { page } = screen;
  await screen.open('/calendar?month=2027-01');
  await page.getByRole('button', { name: 'Subscribe', exact: true }).click();
  await page.locator('[data-feed=organ]').getByRole('button', { name: 'Make an address', exact: true }).click();
  const address = await page.locator('.set-secret code').innerText();
  const status = async (): Promise<number> => (await fetch(address.replace(/^.*(?=\/api\/)/, api.url))).status;
  expect(await status()).toBe(200);
  await page.getByRole('button', { name: 'Noted, close', exact: true }).click();
  for (const name of ['End it', 'Yes, end it'])
    await page.locator('[data-feed=organ]').getByRole('button', { name, exact: true }).click();
  await page.locator('[data-feed=organ]').getByRole('button', { name: 'Make an address', exact: true }).waitFor();
  expect(await status()).toBe(404);
  await expectWhole(screen);
}
