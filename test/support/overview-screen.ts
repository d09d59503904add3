import type { DashboardView } from '@gongkai/contracts';
import { expectWhole, type TestBrowser } from './browser.js';
import type { Officer } from './officer.js';

/** The first page of a supervisor says what the server says, on one page. */
export async function expectOverview(browser: TestBrowser, supervisor: Officer): Promise<void> {
  const { total, byLight, overdue, within } = (await supervisor.get('/dashboard')).body as DashboardView;
  const screen = await browser.screen({ as: 'supervisor.bureau' });
  const { page } = screen;
  await screen.open('/');
  await page.getByRole('heading', { name: `在办${total}件` }).waitFor();
  const lights = page.getByRole('region', { name: '六种灯' });
  expect(await lights.getByRole('link').first().innerText()).toMatch(new RegExp(`^${byLight.overdue}\\s+逾期`));
  const late = page.getByRole('region', { name: '逾期' });
  expect(await late.getByRole('row').count()).toBe(overdue.total + 1);
  expect(await late.getByRole('row').nth(1).innerText()).toMatch(/5日[^]+\d+日/);
  const days = page.getByRole('region', { name: '未来十个工作日期满' });
  const sums = await days.getByRole('list').getByRole('link').allInnerTexts();
  expect(sums.map((sum) => Number.parseInt(sum, 10))).toEqual(within.map((sum) => sum.total));
  expect(await days.getByRole('cell').nth(5).innerText()).toContain('班');
  await screen.picture('overview-zh');
  await expectWhole(screen);
}
