import { EVERYTHING, withSight } from '@gongkai/platform';
import { randomUUID } from 'node:crypto';
import { localDate } from '@gongkai/calendar';
import type { CaseView, Command } from '@gongkai/contracts';
import type { TestApi } from './api.js';
import { open, step } from './applications.js';
import { expectWhole, type Screen, type TestBrowser } from './browser.js';

/** Twenty working days before the Saturday that is worked, 9 May 2026. */
const RECEIVED = '2026-04-08';
const OTHER = '何静';

/** Two cases of the subdistrict that are due tomorrow, in the hands of its caseworker. */
async function twoRisks(api: TestApi): Promise<readonly [CaseView, CaseView]> {
  const today = api.clock.today();
  api.clock.set(localDate(RECEIVED));
  const [clerk, worker] = [await api.officer('clerk.street'), await api.officer('caseworker.street')];
  const risk = async (description: string): Promise<CaseView> => {
    const receipt = { channel: 'in_person', submittedOn: RECEIVED };
    const { id } = await open(clerk, { receipt, items: [{ description }] });
    await step(worker, id, { type: 'accept' });
    return step(worker, id, { type: 'claim' });
  };
  const risks = [await risk('柳荫街拆迁补偿名册'), await risk('柳荫街停车位划定依据')] as const;
  api.clock.set(today);
  const posts = [{ role: 'caseworker' }];
  const other = { username: 'other.street', name: OTHER, organ: 'street', posts };
  await (await api.officer('admin.district')).post('/admin/people', other);
  return risks;
}

/** Somebody takes a step elsewhere. */
async function actOf(api: TestApi, username: string, caseId: string, command: Command): Promise<CaseView> {
  const actor = await api.services.directory.byUsername(username);
  if (actor === undefined) throw new Error(`There is no ${username}`);
  const envelope = { id: randomUUID(), caseId, actor, command };
  return (await withSight(EVERYTHING, () => api.services.desk.handle(envelope))).view;
}

/** What was ordered is done: the order is answered, and the reply leaves. */
async function reply(api: TestApi, { id, items }: CaseView): Promise<void> {
  const worker = (command: Command) => actOf(api, 'caseworker.street', id, command);
  const { orders } = await worker({ type: 'recordSearch', where: '档案室', words: '停车位', result: '未找到' });
  await worker({ type: 'answerOrder', orderId: orders[0]?.id ?? '', answer: '今天寄出' });
  await worker({ type: 'decideItem', itemId: items[0]?.id ?? '', code: 'not_existing' });
  await worker({ type: 'submitForApproval' });
  await actOf(api, 'approver.street', id, { type: 'approve' });
  await actOf(api, 'approver.street', id, { type: 'signReply' });
  await worker({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA123456789CN' });
}

/** Fills in the form of a step that stands over the page, and takes it. */
async function take({ page }: Screen, fill: () => Promise<void>): Promise<void> {
  const dialog = page.locator('.step-dialog');
  await dialog.locator('.step-foot').waitFor();
  await fill();
  await dialog.locator('.step-foot button[type=submit]').click();
  await dialog.waitFor({ state: 'hidden' });
}

/** From the line of the case, to the other caseworker. */
async function giveAway(screen: Screen, { number }: CaseView): Promise<void> {
  const { page } = screen;
  await page.getByRole('link', { name: `改派${number}`, exact: true }).click();
  await take(screen, async () => {
    await page.locator('[data-field=assignee] .ant-select').click();
    await page.locator('.ant-select-item-option', { hasText: OTHER }).click();
  });
}

/** From the line of the case, to be answered in a day. */
async function order(screen: Screen, { number }: CaseView): Promise<void> {
  const { page } = screen;
  await page.getByRole('link', { name: `督办${number}`, exact: true }).click();
  await take(screen, async () => {
    await page.locator('.step-dialog').getByText('说明情况', { exact: true }).click();
    await page.locator('[data-field=demand] textarea').fill('明天期满，今天寄出');
    await page.locator('[data-field=workingDays] input').fill('1');
  });
}

/**
 * A supervisor finds tomorrow's two risks, gives one to somebody else and orders the other. Whoever looks on elsewhere sees each act at
 * once; the lights follow what it brings about: a deadline is as it is until the law moves it, or the reply has left.
 */
export async function expectTwoRisks(browser: TestBrowser, api: TestApi): Promise<void> {
  const [given, ordered] = await twoRisks(api);
  const wall = await browser.screen({ as: 'supervisor.district' });
  await wall.open('/overview/cases?organ=street&receivedFrom=2026-04-08&receivedTo=2026-04-08');
  const row = ({ id }: CaseView) => wall.page.locator(`tr[data-case="${id}"]`);
  const light = (view: CaseView) => row(view).locator('.list-left');
  for (const view of [given, ordered]) await light(view).getByText('剩1日').waitFor();

  const screen = await browser.screen({ as: 'supervisor.street' });
  await screen.open('/overview');
  const risks = screen.page.locator('.next-day');
  await risks.getByRole('link', { name: '5月9日 周六期满2件' }).waitFor();
  const risk = ({ number }: CaseView) => risks.getByRole('listitem').filter({ hasText: number });
  await giveAway(screen, given);
  await row(given).getByText(OTHER).first().waitFor();
  await risk(given).getByText(OTHER).waitFor();
  await order(screen, ordered);
  await row(ordered).locator('[data-ordered=open]').waitFor();
  await risk(ordered).locator('[data-ordered=open]').getByText('督办').waitFor();
  await screen.picture('two-risks');
  await expectWhole(screen);

  // Neither act moves a date, and neither light pretends that it did: what is done because of them does.
  await actOf(api, 'other.street', given.id, { type: 'proposeExtension', workingDays: 10, reason: '名册须从区档案馆调取' });
  await actOf(api, 'approver.street', given.id, { type: 'approveExtension' });
  await light(given).getByText('剩11日').waitFor();
  await risks.getByRole('link', { name: '5月9日 周六期满1件' }).waitFor();
  await reply(api, ordered);
  await light(ordered).getByText('已寄出').waitFor();
  await row(ordered).locator('[data-ordered=answered]').getByText('督办已答').waitFor();
  await risks.getByText('5月9日 周六没有期满的办件。').waitFor();
  await expectWhole(wall);
}
