import type { CaseView, JournalPage, LedgerView } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../support/api.js';
import { eventually } from '../support/eventually.js';
import { step } from '../support/applications.js';
import { expectWhole, pagesOf, TestBrowser, type Screen } from '../support/browser.js';
import { caseOfApril } from '../support/case-of-april.js';
import type { Officer } from '../support/officer.js';
import { chooseFound } from '../support/list-by-keys.js';
import { suiteNeeding } from '../support/tools.js';

const OFFICE_SCREEN = { width: 1366, height: 768 };
/** What its margins leave of the sheet. */
const A4 = { width: 672, height: 980 };
/** Words in the months that do not fit into their day. */
const OUT_OF_CELLS = `[...document.querySelectorAll('.month-day')].flatMap((day) => {
  const { left, right } = day.getBoundingClientRect();
  return [...day.children].map((word) => ({ text: word.textContent, at: word.getBoundingClientRect() }))
    .filter(({ at }) => at.left < left || at.right > right).map(({ text }) => text);
})`;

suiteNeeding('chromium')('the page of a case', () => {
  let api: TestApi;
  let browser: TestBrowser;
  let screen: Screen;
  let caseworker: Officer;
  let view: CaseView;

  beforeAll(async () => {
    api = await startTestApi({ today: '2026-05-08' });
    browser = await TestBrowser.launch(api);
    caseworker = await api.officer('caseworker.bureau');
    view = await caseOfApril(api, await api.officer('clerk.bureau'), caseworker);
    screen = await browser.screen({ as: 'caseworker.bureau' });
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  const opened = async (path = ''): Promise<Screen['page']> => {
    await screen.open(`/case/${view.id}${path}`);
    await screen.page.waitForSelector('.history li');
    return screen.page;
  };
  const now = async (): Promise<CaseView> => (await caseworker.get(`/cases/${view.id}`)).body as CaseView;

  test('shows the date, what can be done, and what not with its reason; nothing serious for axe, nothing wider than the screen', async () => {
    const page = await opened();
    expect(await page.locator('.countdown').innerText()).toMatch(/16[\s\S]*2026年5月29日（周五）前答复/);
    expect(await page.locator('.ruler-cell').count()).toBe(53);
    expect(await page.locator('.step.next').innerText()).toContain('决定事项');
    expect(await page.title()).toBe(`${view.number} · 公开`);
    await page.getByRole('tab', { name: '申请人与原件' }).click();
    expect(await page.locator('.case-lines').innerText()).toMatch(
      /签收日期\s*2026年4月7日（周二）\s*邮戳\s*2026年4月6日（周一）/,
    );
    expect(await page.locator('.refusals').innerText()).toContain('还有申请事项未决定');
    expect(await page.locator('.history').innerText()).toContain('5月8日 → 5月29日');
    expect(await page.locator('.history').innerText()).toContain('收到申请：EMS；');
    expect(await screen.violations()).toEqual([]);
    expect(await screen.overflow()).toBe(0);
    expect(screen.complaints()).toEqual([]);
  });

  test('explains the date exactly as the ledger of the server has it, day by day, by keyboard', async () => {
    const page = await opened();
    const ledger = (await caseworker.get(`/cases/${view.id}/ledger`)).body as LedgerView;
    const due = ledger.derivation.find(({ deadline }) => deadline === 'finalDue');
    await page.keyboard.press('w');
    await page.waitForSelector('.ledger-table');
    expect(page.url()).toContain('/why');
    expect(await page.locator('.drawer-title').innerText()).toBe('为什么是2026年5月29日（周五）');
    const stopped = due?.skipped.filter(({ reason }) => reason.startsWith('consultation')) ?? [];
    expect(await page.locator('.month-day.is-stopped').count()).toBe(stopped.length);
    expect(await page.locator('.month-day.is-counted').count()).toBe(due?.counted);
    expect(await page.locator('.reading > p').innerText()).toContain('3 + 17 = 20');
    await page.locator('.ledger-table', { hasText: '国办发明电〔2025〕7号' }).waitFor();
    await page.locator('.month-day[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('5月9日，周六，调休上班，计入，第5日');
    expect(await screen.violations()).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(A4);
    expect(await page.evaluate(OUT_OF_CELLS)).toEqual([]);
    expect([...new Set(pagesOf(await page.pdf({ preferCSSPageSize: true })))]).toEqual(['595 x 842']);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize(OFFICE_SCREEN);
    expect(await page.evaluate(OUT_OF_CELLS)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForURL(new RegExp(`/case/${view.id}$`));
    // Closed is closed: the keys are the page's again, and the link has the focus from which it was opened.
    await page.keyboard.press('d');
    await page.waitForSelector('.step-form');
    await page.keyboard.press('Escape');
    await page.waitForURL(new RegExp(`/case/${view.id}$`));
    await page.locator('.countdown a').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.ledger-table');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.countdown a:focus');
    expect(screen.complaints()).toEqual([]);
  });

  test('an item is decided by keyboard: with the ground comes its article; the preview tells first, the result after', async () => {
    const page = await opened();
    await page.keyboard.press('d');
    await page.waitForSelector('.step-form');
    await page.locator('[data-field=code] input').focus();
    await page.keyboard.type('不予公开');
    await chooseFound(page, '不予公开');
    await page.locator('[data-field=ground] input').focus();
    await page.keyboard.type('内部事务');
    await chooseFound(page, '内部事务');
    expect(await page.locator('[data-field=article] input').inputValue()).toBe('条例第十六条第一款');
    const said = { facts: '2025年岗位调整方案', reasons: '人事安排', severability: '全文均为人事安排' };
    for (const [name, text] of Object.entries(said)) await page.locator(`[data-field=${name}] textarea`).fill(text);
    await page.waitForSelector('.consequences');
    expect(await page.locator('.preview').innerText()).toContain('送签前可以重新决定');
    expect((await now()).version).toBe(view.version);
    expect(await screen.violations()).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.change-notice');
    expect(await page.locator('.change-notice').innerText()).toContain('已决定事项');
    const { items } = await now();
    expect(items[0]?.decision).toMatchObject({ code: 'refused', ground: 'internal_affairs', reasons: '人事安排' });
    expect(screen.complaints()).toEqual([]);
  });

  test('a case that somebody else changed keeps what was typed, says what they did, and takes the step after that', async () => {
    const page = await opened();
    await page.keyboard.press('y');
    await page.locator('[data-field=workingDays] input').fill('abc');
    await page.locator('[data-field=workingDays] .field-problem', { hasText: '不是数字' }).waitFor();
    await page.locator('[data-field=workingDays] input').fill('25');
    await page.locator('[data-field=reason] textarea').fill('第三方对合同单价提出异议');
    await page.locator('[data-field=workingDays] .field-problem', { hasText: '不能大于20' }).waitFor();
    await page.locator('[data-field=workingDays] input').fill('20');
    await page.locator('[data-field=workingDays] .field-problem').waitFor({ state: 'detached' });
    await page.waitForSelector('.consequences');
    await page.keyboard.press('Escape');
    await page.locator('.step-dialog').waitFor({ state: 'hidden' });
    await page.locator('a.step', { hasText: '提出延期' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.step-form');
    await page.keyboard.press('Escape');
    await page.locator('.step-dialog').waitFor({ state: 'hidden' });
    await page.locator('a.step:focus', { hasText: '提出延期' }).waitFor();
    await page.reload();
    await page.waitForSelector('.history li');
    await page.keyboard.press('y');
    await page.getByText('已保留上次填写的内容').waitFor();
    await page.context().setOffline(true);
    await page.keyboard.press('Control+Enter');
    await page.getByText('没有办成').waitFor();
    await page.context().setOffline(false);
    expect(screen.complaints().filter((line) => !line.includes('net::ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    expect((await now()).extensionProposed).toBeNull();
    await step(caseworker, view.id, { type: 'note', text: '另一个窗口' });
    await page.locator('.step-foot .ant-btn-primary').click();
    await page.waitForSelector('.changed-meanwhile');
    expect(await page.locator('[data-field=reason] textarea').inputValue()).toBe('第三方对合同单价提出异议');
    expect((await now()).extensionProposed).toBeNull();
    await page.locator('.step-foot .ant-btn-primary').click();
    await page.waitForSelector('.changed-meanwhile button:focus');
    const other = await browser.screen({ as: 'caseworker.bureau' });
    await other.open(`/case/${view.id}/step/proposeExtension`);
    await other.page.locator('[data-field=reason] textarea').fill('两个窗口同时提出');
    await page.locator('.changed-meanwhile button').click();
    await page.locator('.step-foot .ant-btn-primary').click();
    // The note of the other window is said there too, and perhaps before.
    await eventually(async () => expect((await now()).extensionProposed).toMatchObject({ workingDays: 20 }));
    await other.page.getByText('现在不能提出延期：已提出延期，待负责人同意').last().waitFor();
    await other.page.locator('.changed-meanwhile', { hasText: '提出延期' }).waitFor();
    expect(await other.page.locator('[data-field=reason] textarea').inputValue()).toBe('两个窗口同时提出');
    await other.page.locator('.step-foot .ant-btn-primary').waitFor({ state: 'detached' });
    expect([screen.complaints(), other.complaints()]).toEqual([[], []]);
  });

  test('a mistake goes to its field, and nothing is changed', async () => {
    const before = await now();
    const page = await opened('/step/recordAnswer');
    await page.locator('[data-field=answer] label', { hasText: '不同意公开' }).click();
    await page.locator('[data-field=grounds] textarea').fill('涉及商业秘密');
    expect(screen.complaints()).toEqual([]);
    await page.locator('[data-field=answeredOn] input.ant-input').fill('4-');
    await page.locator('[data-field=grounds] textarea').focus();
    await page.locator('[data-field=answeredOn] .date-unread').waitFor();
    expect(screen.complaints()).toEqual([]);
    await page.locator('[data-field=answeredOn] input.ant-input').fill('2026-04-01');
    await page.waitForSelector('[data-field=answeredOn] .field-problem');
    expect(await page.locator('[data-field=answeredOn] .field-problem').innerText()).toContain('早于前一环节的4月13日（周一）');
    await page.locator('[data-field=answeredOn] input.ant-input').fill('2026-05-08');
    const pretence = { name: '意见.pdf', mimeType: 'application/pdf', buffer: Buffer.from('GIF89a is no PDF') };
    await page.locator('[data-field=fileIds] input[type=file]').setInputFiles(pretence);
    await page.locator('.file-refused', { hasText: '意见.pdf' }).getByText('文件内容与扩展名不符').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('.preview', { hasText: '左边有不能收的内容' }).waitFor();
    await expectWhole(screen);
    await page.locator('.file-refused button').click();
    await page.locator('.consequences').waitFor();
    expect((await now()).version).toBe(before.version);
    await opened('/step/correctFact');
    await page.locator('[data-field=fields] .ant-select').first().click();
    await page.locator('.ant-select-item-option', { hasText: '收到申请' }).click();
    const real = page.locator('.real-day input.ant-input').last();
    await real.focus();
    await page.keyboard.type('4-6');
    expect(await real.inputValue()).toBe('4-6');
    await page.keyboard.press('Tab');
    expect(await real.inputValue()).toBe('2026-04-06');
    expect(screen.complaints()).toEqual([]);
  });

  test('a letter that went out before it was typed in is told as sent on that day, and made on none that is known', async () => {
    await step(caseworker, view.id, { type: 'askOtherOrgan', party: '市档案馆', dispatchedOn: '2026-05-06' });
    const page = await opened();
    const told = page.locator('.history li', { hasText: '市档案馆' });
    expect(await told.innerText()).toMatch(/发出意见征求书：事项1、2、3、4，市档案馆，城管依申请\S+（5月6日 周三）/);
    await page.getByRole('tab', { name: '文书' }).click();
    const made = page.locator('.case-table tbody tr', { hasText: '意见征求书' }).last();
    expect(await made.innerText()).toMatch(/—\s+5月6日 周三/);
    await page.getByRole('tab', { name: '征求意见' }).click();
    expect(await screen.overflow()).toBe(0);
  });

  test('a correction that moves a date waits for an approver, who sees what it changes, and confirms or puts it back', async () => {
    const { items } = (await caseworker.get(`/cases/${view.id}/journal?limit=100`)).body as JournalPage;
    const arrival = items.find(({ type }) => type === 'APPLICATION_RECEIVED');
    const receipt = { ...(arrival?.fact.receipt as object), signedOn: '2026-04-06', postedOn: '2026-04-03' };
    const correction = { type: 'correctFact', entryId: arrival?.id, fields: { receipt }, reason: '回执上是4月6日' };
    await step(caseworker, view.id, correction);
    const own = await opened();
    expect(await own.locator('.case-marks').innerText()).toContain('2026年4月7日（周二） → 2026年4月6日（周一）');
    expect(await own.locator('.case-marks').innerText()).toContain('以外的审批人复核');
    expect(await own.locator('.history').innerText()).toContain('2026年4月7日（周二） → 2026年4月6日（周一）');
    const approver = await browser.screen({ as: 'approver.bureau' });
    const { page } = approver;
    await approver.open('/approve?view=confirm');
    await page.locator(`tr[data-case="${view.id}"]`).waitFor();
    await approver.open(`/case/${view.id}/step/confirmFact`);
    await page.locator('.entry-facts', { hasText: '2026年4月7日（周二） → 2026年4月6日（周一）' }).waitFor();
    await page.getByText('不予确认，恢复原记录').click();
    await page.locator('[data-field=reject] textarea').fill('回执原件是4月7日');
    await page.locator('.date-changes', { hasText: '答复期限' }).waitFor();
    await expectWhole(approver);
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.change-notice');
    expect((await now()).toConfirm).toEqual([]);
    expect((await now()).receipt).toMatchObject({ receivedOn: '2026-04-07' });
  });

  test('in English it says the same', async () => {
    const english = await browser.screen({ as: 'caseworker.bureau', language: 'en' });
    await english.open(`/case/${view.id}/why`);
    await english.page.waitForSelector('.ledger-table');
    expect(await english.page.locator('.drawer-title').innerText()).toBe('Why Fri 29 May 2026');
    expect(await english.page.locator('.reading > p').innerText()).toContain(
      '20 working days from the day after receipt: 3 + 17 = 20',
    );
    expect(await english.violations()).toEqual([]);
    expect(await english.overflow()).toBe(0);
    expect(english.complaints()).toEqual([]);
    await english.open('/case/00000000-0000-4000-8000-000000000000');
    await english.page.waitForSelector('h1');
    await english.page.getByText('No such case').first().waitFor();
  });
});
