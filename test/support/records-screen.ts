import type { TestApi } from './api.js';
import { expectWhole, type TestBrowser } from './browser.js';
import type { OfficeDays } from './office-days.js';
import { onButton } from './step-form.js';
import { pdfOf, written } from './pdfs.js';

const PROOF = { name: '面积证明.pdf', mimeType: 'application/pdf' } as const;

/** Somebody at home asks for a record to be corrected, with proof, and is given a number and a code. @returns both */
async function askedFor(browser: TestBrowser): Promise<{ readonly number: string; readonly code: string }> {
  const portal = await browser.screen();
  const { page } = portal;
  await portal.open('/portal/');
  await page.getByRole('link', { name: '更正与自己有关的记录' }).click();
  await page.getByLabel('记录在哪个机关').selectOption('bureau');
  await page.getByLabel('您的姓名或者名称').fill('吴敏');
  await page.getByLabel('哪一条记录').fill('2025年度摊位登记表中本人的摊位面积');
  await page.getByLabel('哪里不准确').fill('登记为12平方米');
  await page.getByLabel('应当更正为').fill('8平方米');
  const buffer = pdfOf([{ content: written('proof', 72, 700) }]);
  await page.setInputFiles('input[type=file]', { ...PROOF, buffer });
  await page.getByText(PROOF.name, { exact: true }).first().waitFor();
  await expectWhole(portal);
  await page.getByRole('button', { name: '提交更正申请' }).click();
  const receipt = page.locator('section[aria-labelledby="records-sent"]');
  await receipt.waitFor();
  const [number = '', code = ''] = await receipt.locator('b').allInnerTexts();
  await expectWhole(portal);
  return { number, code };
}

/** A step at the page of requests. */
async function stepAt(
  office: OfficeDays,
  role: string,
  step: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { page, base } = await office.screenOf(role);
  await page.goto(`${base}/records?state=all`);
  const name = onButton(step);
  await page.locator('tr[data-record]').getByRole('button', { name }).click();
  const dialog = page.getByRole('dialog');
  for (const [label, text] of Object.entries(fields)) await dialog.getByLabel(label).fill(text);
  await expectWhole(await office.screenOf(role));
  await dialog.getByRole('button', { name }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The cell of table C that counts what was brought against it opens this request, whatever else there is. */
async function expectOpenedByReport(api: TestApi, office: OfficeDays, number: string): Promise<void> {
  const { page, base } = await office.screenOf('supervisor');
  await page.goto(`${base}/reports?year=${api.clock.today().slice(0, 4)}&table=c`);
  await page.locator('a[data-cell="c.reconsideration.pending"]').click();
  await page.locator('section[data-cases]').getByRole('link', { name: number }).click();
  await page.locator(`tr[data-record="${number}"] [data-remedy="reconsideration"]`).waitFor();
  expect(new URL(page.url()).searchParams.get('record')).not.toBeNull();
  await expectWhole(await office.screenOf('supervisor'));
}

/** From the portal to the answer: drafted by one, signed by another, sent, and told on the portal; and what is brought against it; in both languages. */
export async function expectRecordCorrected(api: TestApi, browser: TestBrowser, office: OfficeDays): Promise<void> {
  await office.close();
  const { number, code } = await askedFor(browser);
  await stepAt(office, 'caseworker', '拟处理意见', { 理由或者说明: '经现场测量，已更正为8平方米' });
  await stepAt(office, 'approver', '签发');
  const english = await browser.screen({ as: 'approver.bureau', language: 'en' });
  await english.open('/records');
  const row = english.page.locator(`tr[data-record="${number}"]`);
  await row.getByText('To be sent').waitFor();
  expect(await row.getByRole('link', { name: 'PDF', exact: true }).count()).toBe(1);
  await english.picture('records-en');
  await expectWhole(english);
  await stepAt(office, 'caseworker', '登记发出');
  await stepAt(office, 'caseworker', '登记送达');
  const portal = await browser.screen({ language: 'en' });
  await portal.open(`/portal/records?${new URLSearchParams({ number, code }).toString()}`);
  await portal.page.getByText('The record was corrected.').waitFor();
  await expectWhole(portal);
  await stepAt(office, 'caseworker', '登记复议申请书副本', { 复议机关: '北京市朝阳区人民政府' });
  await english.open('/records?state=all');
  await row.locator('[data-remedy="reconsideration"]').getByText('our answer is due').waitFor();
  await english.picture('records-challenged-en');
  await expectWhole(english);
  await expectOpenedByReport(api, office, number);
  expect(await api.count('record_correction')).toBe(1);
  await office.close();
}
