import { readFileSync } from 'node:fs';
import type { ForecastView, TrendsView } from '@gongkai/contracts';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { expectWhole, pagesOf, type TestBrowser } from './browser.js';
import type { Officer } from './officer.js';

/** The page of trends says what the server says, each number opens its list, and what is saved has the same tables. */
export async function expectTrends(browser: TestBrowser, supervisor: Officer): Promise<void> {
  const [trends, forecast] = [
    (await supervisor.get('/trends')).body as TrendsView,
    (await supervisor.get('/forecast?atLeast=0')).body as ForecastView,
  ];
  const { replied, received } = trends.whole;
  expect([replied.total > 0, received.total > replied.total, forecast.learnt.cases > 0]).toEqual([true, true, true]);
  expect(forecast.items).toHaveLength(forecast.open);
  const screen = await browser.screen({ as: 'supervisor.bureau' });
  const { page } = screen;
  await screen.open('/overview');
  await page.getByRole('link', { name: '趋势', exact: true }).click();
  await page.getByRole('region', { name: '预计逾期' }).getByText(`在办且有期限的${forecast.open}件中`).waitFor();
  await page.locator('.chart svg').nth(3).waitFor();
  expect(await page.getByRole('img', { name: /^每周收到和答复的件数/ }).count()).toBe(1);
  await screen.picture('trends-zh');
  await expectWhole(screen);
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出表格' }).click()]);
  const { sheets } = await readXlsx(readFileSync(await saved.path()));
  expect(sheets.map(({ name }) => name)).toEqual(['每周收到与答复', '各环节用时', '按单位', '预计逾期', '可能逾期的办件']);
  expect(sheets[0]?.rows).toHaveLength(trends.weeks.length + 1);
  const sum = page.getByRole('region', { name: '每周收到与答复' }).locator('tfoot');
  await sum
    .getByRole('link', { name: String(replied.total), exact: true })
    .first()
    .click();
  await page.getByRole('heading', { name: new RegExp(`^${String(replied.total)}件`) }).waitFor();
  await page.locator('tr[data-case]').first().waitFor();
  expect(await page.locator('tr[data-case]').count()).toBe(replied.total);
  await expectOnPaper(page);
  await screen.open('/trends?from=2020-01-01&to=2020-01-31');
  await page.getByText('这段时间没有收到申请，也没有答复').waitFor();
  const english = await browser.screen({ as: 'supervisor.bureau', language: 'en' });
  await english.open('/trends');
  await english.page.getByRole('heading', { name: 'Time in each link' }).waitFor();
  await english.page.locator('.chart svg').nth(3).waitFor();
  await english.picture('trends-en');
  await expectWhole(english);
}

/** A list prints across, under its title, with every column and without what is clicked. */
async function expectOnPaper(page: Page): Promise<void> {
  const sheets = pagesOf(await page.pdf({ preferCSSPageSize: true }));
  expect([...new Set(sheets)]).toEqual(['842 x 595']);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 1047, height: 718 });
  const cut = await page.evaluate(
    '(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector(".cases-card"))',
  );
  expect(cut).toBeLessThanOrEqual(0);
  expect(await page.locator('.cases-page .tick-cell').first().isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
}
