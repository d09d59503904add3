import type { AnnualReport, CaseView } from '@gongkai/contracts';
import type { TestApi } from './api.js';
import { open, step } from './applications.js';
import { expectWhole, type Screen } from './browser.js';
import type { OfficeDays } from './office-days.js';
import { chosen, typed } from './step-form.js';

/** A reply that nothing was found, handed over: against it there is reconsideration or suit, as the applicant chooses. */
async function answered(api: TestApi): Promise<CaseView> {
  const [clerk, writer, approver] = await Promise.all(
    ['clerk.bureau', 'caseworker.bureau', 'approver.bureau'].map((username) => api.officer(username)),
  );
  if (clerk === undefined || writer === undefined || approver === undefined) throw new Error('nobody is here');
  const today = api.clock.today();
  const { id, items } = await open(clerk, { receipt: { channel: 'in_person', submittedOn: today } });
  for (const type of ['accept', 'claim']) await step(writer, id, { type });
  await step(writer, id, { type: 'recordSearch', where: '档案室', words: '拆除', result: '未找到' });
  await step(writer, id, { type: 'decideItem', itemId: items[0]?.id, code: 'not_existing', reasons: '未制作' });
  await step(writer, id, { type: 'submitForApproval' });
  for (const type of ['approve', 'signReply']) await step(approver, id, { type });
  return step(writer, id, { type: 'dispatch', mode: 'in_person', signedBy: '本人' });
}

/** What each remedy adds one to, and the case behind it. */
type Cells = readonly (readonly [cell: string, number: string])[];

/** At the screen of the caseworker, from the copy to the result: the reconsideration stands, and its page says what is due and why. */
async function reconsidered(api: TestApi, office: OfficeDays, { id }: CaseView): Promise<void> {
  const day = api.clock.today();
  const copy = { organ: typed('朝阳区人民政府'), number: typed('朝政复〔2026〕7号'), track: chosen('简易程序') };
  await office.on(day, id, ['caseworker', 'recordReconsiderationCopy', copy]);
  const { page } = await office.screenOf('caseworker');
  await page.goto(`${api.url}/case/${id}`);
  const card = page.getByRole('region', { name: '救济' });
  await card.locator('[data-remedy="reconsideration"] [data-deadline="reconsiderationAnswerDue"]').waitFor();
  expect(await card.locator('[data-deadline="reconsiderationUntil"]').count()).toBe(1);
  await expectBundle(await office.screenOf('caseworker'), card);
  await expectWhole(await office.screenOf('caseworker'));
  await page.goto(`${api.url}/case/${id}/step/recordSuitCopy`);
  await page.getByText('复议尚未办结，其间不得起诉', { exact: false }).waitFor();
  await office.on(
    day,
    id,
    ['caseworker', 'answerRemedy', { content: typed('程序合法，答复正确') }],
    ['caseworker', 'recordReconsiderationDecision', { result: chosen('维持') }],
  );
}

/** All papers in one PDF: one click, and it is among the downloads. */
async function expectBundle({ page }: Screen, card: ReturnType<Screen['page']['getByRole']>): Promise<void> {
  const dialog = page.getByRole('dialog');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    card.getByRole('button', { name: '下载证据卷（PDF）' }).click(),
  ]);
  expect(file.suggestedFilename()).toContain('举证材料.pdf');
  await dialog.getByText('已经生成').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}

/** A form of which one of several fields is to be filled in says so when it is tried, not while it is opened. */
async function expectNothingWrongYet({ page, base }: Screen, id: string): Promise<void> {
  await page.goto(`${base}/case/${id}/step/updateRemedy`);
  const dialog = page.locator('.step-dialog');
  await dialog.getByText('填写后，这里显示结果。').waitFor();
  expect(await dialog.getByText('至少填写一项进展').count()).toBe(0);
  await dialog.locator('.step-foot button[type=submit]').click();
  await dialog.getByText('至少填写一项进展').first().waitFor();
}

/** The same of a suit, which annuls the reply. */
async function sued(api: TestApi, office: OfficeDays, { id }: CaseView): Promise<void> {
  const copy = { court: typed('北京市第四中级人民法院'), number: typed('（2026）京04行初9号') };
  const day = api.clock.today();
  const heard = { appearing: typed('王某'), hearingOn: typed(day), hearingPlace: typed('第三法庭') };
  await office.on(day, id, ['caseworker', 'recordSuitCopy', copy], ['caseworker', 'answerRemedy', { content: typed('答辩状') }]);
  await expectNothingWrongYet(await office.screenOf('caseworker'), id);
  const { remedies } = await office.on(
    day,
    id,
    ['caseworker', 'updateRemedy', heard],
    ['caseworker', 'recordJudgment', { result: chosen('撤销'), final: chosen('已生效') }],
  );
  expect(remedies).toMatchObject([
    { kind: 'litigation', result: 'annulled', appearing: [{ as: 'head', name: '王某' }], hearing: { on: day } },
  ]);
}

/** Each cell of table C has one more than before, and opens a list with the case. */
async function expectInCells(office: OfficeDays, cells: Cells, before: AnnualReport['numbers']): Promise<void> {
  const screen = await office.screenOf('supervisor');
  await screen.open('/reports?year=2026&table=c');
  for (const [cell, number] of cells) {
    const link = screen.page.locator(`a[data-cell="${cell}"]`);
    await link.waitFor();
    expect([cell, await link.innerText()]).toEqual([cell, String((before[cell] ?? 0) + 1)]);
    await link.click();
    await screen.page.locator(`section[data-cases="${cell}"] tr[data-case="${number}"]`).waitFor();
  }
  await expectWhole(screen);
}

/**
 * One reply stands in a reconsideration, another is annulled by a court: at the screens of the caseworker from the copy to the result, and in
 * the report of the supervisor each in its cell and the list behind it, counted once.
 */
export async function expectRemediesCounted(api: TestApi, office: OfficeDays): Promise<void> {
  await office.close();
  const supervisor = await api.officer('supervisor.bureau');
  const numbers = async () => ((await supervisor.get('/reports/annual/2026')).body as AnnualReport).numbers;
  const before = await numbers();
  const [won, lost] = [await answered(api), await answered(api)];
  await reconsidered(api, office, won);
  await sued(api, office, lost);
  const cells = [
    ['c.reconsideration.upheld', won.number],
    ['c.reconsideration.total', won.number],
    ['c.litigation_direct.corrected', lost.number],
    ['c.litigation_direct.total', lost.number],
  ] as const;
  await expectInCells(office, cells, before);
  const now = await numbers();
  const changed = Object.keys(now).filter((cell) => cell.startsWith('c.') && now[cell] !== before[cell]);
  expect(changed.sort()).toEqual(cells.map(([cell]) => cell).sort());
  await office.close();
}
