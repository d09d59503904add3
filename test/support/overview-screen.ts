import { readFileSync } from 'node:fs';
import type { DashboardView } from '@gongkai/contracts';
import { readXlsx, type Sheet } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { expectWhole, type Screen, type TestBrowser } from './browser.js';
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

/** The sheets that a page saves when the key is pressed. */
async function savedBy(page: Page): Promise<readonly Sheet[]> {
  const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('e')]);
  return (await readXlsx(readFileSync(await saved.path()))).sheets;
}

/** The overview and the list behind a number are saved and printed whole, also what a list does not show yet. */
export async function expectTaken(browser: TestBrowser, supervisor: Officer): Promise<void> {
  const view = (await supervisor.get('/dashboard')).body as DashboardView;
  const screen = await browser.screen({ as: 'supervisor.bureau' });
  const { page } = screen;
  await screen.open('/overview');
  await page.getByRole('heading', { name: `在办${view.total}件` }).waitFor();
  const sheets = await savedBy(page);
  expect(sheets.map(({ name }) => name)).toEqual(['六种灯', '按日', '按单位', '按承办人', '逾期']);
  const filled = sheets.map(({ rows }) => rows.length - 1);
  expect([filled[2], filled[3], filled[4]]).toEqual([view.byUnit.length, view.byPerson.length, view.overdue.total]);
  expect(sheets.map(({ rows }) => rows[1])).toContainEqual(['逾期', view.byLight.overdue]);
  const ahead = expect.arrayContaining(['工作日', view.ahead.total]) as unknown;
  expect(sheets.flatMap(({ rows }) => rows)).toContainEqual(ahead);
  await expectListTaken(screen, view);
}

/** The list of all open cases, with two to a page, so that there is more than is shown. */
async function expectListTaken(screen: Screen, view: DashboardView): Promise<void> {
  const { page } = screen;
  await page.route('**/api/v1/cases?*', (route) => route.continue({ url: route.request().url().replace('limit=50', 'limit=2') }));
  await screen.open(`/overview/cases?${new URLSearchParams(view.filters).toString()}`);
  const rows = page.locator('tr[data-case]');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(2);
  const [head = [], ...listed] = (await savedBy(page)).flatMap((sheet) => sheet.rows);
  expect(head.slice(0, 3)).toEqual(['编号', '剩余工作日', '答复期限']);
  expect(new Set(listed.map(([number]) => number)).size).toBe(view.total);
  await page.evaluate('window.print = () => document.body.setAttribute("data-printed", "true")');
  await page.getByRole('button', { name: '打印' }).click();
  await page.locator('body[data-printed]').waitFor();
  expect(await rows.count()).toBe(view.total);
  await expectWhole(screen);
}

/** One person's cases are chosen from all, as the address says, and counted alone. */
export async function expectOnePerson(browser: TestBrowser, supervisor: Officer): Promise<void> {
  const view = (await supervisor.get('/dashboard')).body as DashboardView;
  const one = view.byPerson.find(({ person, total }) => person !== null && total < view.total);
  const { id = '', name = '' } = one?.person ?? {};
  const screen = await browser.screen({ as: 'supervisor.bureau' });
  const { page } = screen;
  await screen.open('/overview');
  await page.getByRole('heading', { name: `在办${view.total}件` }).waitFor();
  await page.getByRole('combobox', { name: '承办人' }).click();
  await page.locator('.ant-select-item-option').getByText(name, { exact: true }).click();
  await page.getByRole('heading', { name: `在办${one?.total ?? 0}件` }).waitFor();
  expect(new URL(page.url()).searchParams.get('person')).toBe(id);
  await page.reload();
  await page.getByText(new RegExp(`^${name} · `)).waitFor();
  const people = page.getByRole('region', { name: '按承办人' });
  expect(await people.getByRole('listitem').count()).toBe(1);
  await screen.picture('overview-person');
  await expectWhole(screen);
}
