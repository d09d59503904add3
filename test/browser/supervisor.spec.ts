import type { AnnualReport, CaseList, DashboardView, JournalPage } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../support/api.js';
import { step } from '../support/applications.js';
import { expectWhole, pagesOf, TestBrowser } from '../support/browser.js';
import { anOfficeAtWork, OFFICE_DAY } from '../support/caseload.js';
import { eventually } from '../support/eventually.js';
import type { Officer } from '../support/officer.js';
import { expectOnePerson, expectOverview, expectTaken } from '../support/overview-screen.js';
import { pdfOf, written } from '../support/pdfs.js';
import { suiteNeeding } from '../support/tools.js';
import { expectTrends } from '../support/trends-screen.js';
import { expectTwoRisks } from '../support/two-risks-screen.js';

const SECOND = '周明';

suiteNeeding('chromium')('the day of a supervisor, in a browser', () => {
  let api: TestApi;
  let browser: TestBrowser;
  let supervisor: Officer;
  let cases: Awaited<ReturnType<typeof anOfficeAtWork>>;
  beforeAll(async () => {
    api = await startTestApi({ today: OFFICE_DAY });
    cases = await anOfficeAtWork(api);
    browser = await TestBrowser.launch(api);
    supervisor = await api.officer('supervisor.bureau');
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  const dashboard = async (): Promise<DashboardView> => (await supervisor.get('/dashboard')).body as DashboardView;
  test('begins with everything on one page: lights, ten working days, what is overdue in whose hands', () =>
    expectOverview(browser, supervisor));

  test('is taken along whole, as a workbook and on paper, and so is the list behind a number', () =>
    expectTaken(browser, supervisor));

  test('is that of one person where the address says so', () => expectOnePerson(browser, supervisor));

  test('a number opens exactly its list', async () => {
    const total = (await dashboard()).days.find((day) => day.place === 'ahead' && day.total > 0)?.total ?? 0;
    const screen = await browser.screen({ as: 'supervisor.bureau' });
    const { page } = screen;
    await screen.open('/overview');
    // By the keyboard: what comes in above it moves it away from under a mouse.
    const link = { name: `期满${total}件` };
    await page.getByRole('link', link).first().press('Enter');
    await page.getByRole('heading', { name: new RegExp(`^${String(total)}件`) }).waitFor();
    await eventually(async () => expect(await page.locator('tr[data-case]').count()).toBe(total));
    // Looks do not depend on what was opened before.
    await page.reload();
    await page.locator('tr[data-case]').first().waitFor();
    const height = `document.querySelector('tr[data-case] td').getBoundingClientRect().height`;
    expect(await page.evaluate(height)).toBeGreaterThanOrEqual(38);
    await page.getByText('勾选办件后可以改派').waitFor();
    await expectWhole(screen);
  });

  test('where the unit has nobody else, that is said', async () => {
    const screen = await browser.screen({ as: 'supervisor.bureau' });
    const { page } = screen;
    await screen.open(`/overview/cases?open=true&assignee=${cases.late.assignee?.id ?? ''}`);
    await page.locator('tr[data-case] input[type=checkbox]').first().check();
    await page.getByRole('button', { name: '改派 1' }).click();
    await page.getByText('承办单位没有其他承办人').waitFor();
    await expectWhole(screen);
  });

  test('several cases are given to somebody at once, each with its entry and the reason', async () => {
    const admin = await api.officer('admin.bureau');
    const posts = [{ role: 'caseworker' }];
    await admin.post('/admin/people', { username: 'second.caseworker', name: SECOND, organ: 'bureau', posts, capacity: 1 });
    const screen = await browser.screen({ as: 'supervisor.bureau' });
    const { page } = screen;
    await screen.open('/overview/cases?open=true&light=green,yellow,red');
    await page.locator('tr[data-case]').first().waitFor();
    const ticks = page.locator('tr[data-case] input[type=checkbox]');
    await ticks.nth(0).check();
    await ticks.nth(1).check();
    const chosen = page.locator('tr.is-ticked');
    const ids = await Promise.all([0, 1].map((i) => chosen.nth(i).getAttribute('data-case')));
    await page.getByRole('button', { name: '改派 2' }).click();
    await page.getByLabel('改派给').click();
    await page.locator('.ant-select-item-option').getByText(`${SECOND}，在办0件（可承办1件）`).click();
    await page.getByLabel('原因（写入记录）').fill('均衡办件量');
    await page.locator('.reassign-form').getByRole('button', { name: '改派' }).click();
    await page.getByText(`已改派2件给${SECOND}`).waitFor();
    for (const id of ids) {
      const { items } = (await supervisor.get(`/cases/${String(id)}/journal`)).body as JournalPage;
      expect(items.at(-1)).toMatchObject({ type: 'ASSIGNED', fact: { note: '均衡办件量' } });
    }
    await page.locator('tr.is-ticked').first().waitFor({ state: 'detached' });
    await screen.open('/overview');
    await page.getByRole('link', { name: `${SECOND}，在办2/1件，超出1件` }).waitFor();
    await expectWhole(screen);
  });

  test('a case that was changed meanwhile is told, the others go through', async () => {
    const screen = await browser.screen({ as: 'supervisor.bureau' });
    const { page } = screen;
    // A screen that is told of the change would show it before anybody could be surprised.
    await page.route('**/api/v1/events', (route) => route.abort());
    await screen.open('/overview/cases?open=true&light=overdue');
    await page.locator('tr[data-case]').first().waitFor();
    await step(await api.officer('caseworker.bureau'), cases.late.id, { type: 'note', text: '已电话说明' });
    await page.getByLabel('全部选中').check();
    await page.getByRole('button', { name: /^改派/ }).click();
    await page.getByLabel('改派给').click();
    await page.locator('.ant-select-item-option').getByText(SECOND).click();
    await page.locator('.reassign-form').getByRole('button', { name: '改派' }).click();
    await page.getByText('1件没有改派').waitFor();
    const { items } = (await supervisor.get('/cases?light=overdue&open=true')).body as CaseList;
    expect(items.length).toBeGreaterThan(0);
  });

  test('in English, and on paper', async () => {
    const screen = await browser.screen({ as: 'supervisor.bureau', language: 'en', size: { width: 1440, height: 900 } });
    const { page } = screen;
    await screen.open('/overview');
    await page.getByRole('heading', { name: 'Due in the next ten working days' }).waitFor();
    await screen.picture('overview-en');
    await expectWhole(screen);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    for (const said of [/^Overdue/, /., Fri 8 May 2026, printed by ./]) await page.getByText(said).first().waitFor();
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toEqual(['842 x 595']);
  });

  test('trends: what will be late, what was, and where cases waited; in both languages and as a workbook', () =>
    expectTrends(browser, supervisor));

  test('where no case is open, what would be here', async () => {
    const screen = await browser.screen({ as: 'supervisor.street' });
    await screen.open('/overview');
    await screen.page.getByText('没有在办的办件').waitFor();
    await expectWhole(screen);
  });

  test('tomorrow brings two risks: one is given to somebody else, one ordered, and who looks on elsewhere sees both change', () =>
    expectTwoRisks(browser, api));

  test('where the server fails, what to do', async () => {
    const screen = await browser.screen({ as: 'supervisor.bureau' });
    for (const address of ['**/api/v1/dashboard*', '**/api/v1/events'])
      await screen.page.route(address, (route) => route.abort());
    await screen.open('/overview');
    const again = screen.page.getByRole('button', { name: '再试一次' });
    await again.waitFor();
    await screen.page.unroute('**/api/v1/dashboard*');
    await again.click();
    await screen.page.getByRole('region', { name: '六种灯' }).waitFor();
  });

  test('keeps the catalogue: a table is looked at and published, answers a case in one step, and an entry is withdrawn on being asked twice', async () => {
    const screen = await browser.screen({ as: 'supervisor.bureau' });
    const { page } = screen;
    await screen.open('/catalogue');
    await page.getByText('没有找到。导入目录').waitFor();
    await page.getByRole('button', { name: '导入目录' }).click();
    const rows = ['索引号,名称,发布日期,网址', 'CG-7,共享单车停放点规划,2026-03-02,https://cgj.example/7', 'CG-8,,2026-03-02,x'];
    const table = { name: '目录.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(table);
    await page.locator('[data-row="3"]').getByText('名称：必填').waitFor();
    await expectWhole(screen);
    await page.getByRole('button', { name: '公开1条' }).click();
    await page.getByText('已公开或更新1条。').waitFor();
    await screen.press('Escape');
    const entry = page.locator('[data-entry="CG-7"]');
    await entry.waitFor();
    await expectWhole(screen);
    await page.getByRole('button', { name: '录入一条' }).click();
    await page.fill('#entry-indexNumber', 'CG-9');
    await page.fill('#entry-title', '户外广告设置管理办法');
    await page.getByRole('dialog').getByRole('button', { name: '收入目录', exact: true }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await expectWhole(screen);
    await page.fill('#entry-url', 'https://cgj.example/9');
    await page.getByRole('dialog').getByRole('button', { name: '收入目录', exact: true }).click();
    await page.locator('[data-entry="CG-9"]').waitFor();
    await page.getByRole('link', { name: '全清单' }).click();
    await page.locator('[data-kind="recruitment"]').getByText('从未公开').waitFor();
    await page.locator('[data-kind="other"]').getByText('最近').waitFor();
    await page.getByRole('button', { name: '说明没有：公务员招考' }).click();
    await page.getByLabel('理由（公众能看到）').fill('本机关不招录公务员');
    await expectWhole(screen);
    await page.getByRole('dialog').getByRole('button', { name: '说明没有', exact: true }).click();
    await page.locator('[data-kind="recruitment"]').getByText('说明没有：本机关不招录公务员').waitFor();
    await expectWhole(screen);
    await screen.picture('catalogue-year');
    await page.goBack();
    const worker = await browser.screen({ as: 'caseworker.bureau' });
    await worker.open(`/case/${cases.green.id}?tab=earlier`);
    await worker.page.getByRole('button', { name: '按已公开答复' }).click();
    const form = worker.page.getByRole('dialog');
    await form.locator('textarea').first().waitFor();
    const texts = await Promise.all((await form.locator('textarea').all()).map((one) => one.inputValue()));
    expect(texts.join()).toMatch(/索引号CG-7.*https:\/\/cgj\.example\/7/);
    await expectWhole(worker);
    await entry.getByRole('button', { name: '撤下' }).click();
    await page.getByLabel('撤下的理由').fill('规划已修订');
    await page.getByRole('dialog').getByRole('button', { name: '撤下', exact: true }).click();
    await page.getByText('确定撤下？').waitFor();
    await expectWhole(screen);
    await page.getByRole('button', { name: '确定撤下' }).click();
    await entry.getByText('规划已修订').waitFor();
    await entry.getByRole('button', { name: '恢复' }).click();
    await page.getByLabel('恢复的理由').fill('修订尚未批准');
    await page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click();
    await page.getByRole('button', { name: '确定恢复' }).click();
    await entry.getByRole('button', { name: '文件' }).click();
    const paper = { name: '规划.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(paper);
    // Another file becomes public once a second person has looked at it.
    await page.locator('[data-proposal="CG-7"]').waitFor();
    await expectWhole(screen);
  });

  test('an answer is made public by three people: who asked is found in it, a clean file passes, and the case keeps the address', async () => {
    const writer = await api.officer('caseworker.bureau');
    const applicant = cases.posted.applicant.name;
    const content = pdfOf([{ content: written('Scoring of stalls', 72, 700) }]);
    const { body } = await writer.upload('/files', new File([new Uint8Array(content)], '评分表.pdf'));
    const { id: fileId } = body as { id: string };
    await step(writer, cases.posted.id, { type: 'note', text: '公开版', fileIds: [fileId] });
    const screen = await browser.screen({ as: 'caseworker.bureau' });
    const { page } = screen;
    await screen.open(`/case/${cases.posted.id}?tab=files`);
    await page.getByRole('button', { name: '转为主动公开', exact: true }).click();
    const form = page.getByRole('dialog', { name: '转为主动公开' });
    await page.fill('#publish-title', `答复${applicant}：早市摊位评分表`);
    await page.fill('#publish-indexNumber', 'CG-2026-77');
    await form.getByText('评分表.pdf', { exact: true }).waitFor();
    await expectWhole(screen);
    await form.getByRole('button', { name: '保存并查找个人信息' }).click();
    await page.waitForURL('**/publications/*');
    await page.getByRole('cell', { name: '不能公开，须遮盖' }).waitFor();
    expect(await page.getByRole('button', { name: '送保密审查' }).count()).toBe(0);
    await page.getByRole('button', { name: '修改', exact: true }).click();
    await page.fill('#publish-title', '早市摊位评分表');
    await page.getByRole('button', { name: '保存并查找个人信息' }).click();
    await page.getByText('没有找到申请人、代理人的信息和身份证号。').waitFor();
    await expectWhole(screen);
    await screen.picture('publication');
    await page.getByRole('button', { name: '送保密审查' }).click();
    await page.getByText('待保密审查', { exact: true }).waitFor();
    const address = new URL(page.url()).pathname.replace('/console', '');
    const reviewer = await browser.screen({ as: 'reviewer.bureau', language: 'en' });
    await reviewer.open('/publications');
    await reviewer.page.getByRole('link', { name: '早市摊位评分表' }).click();
    await reviewer.page.getByRole('button', { name: 'Pass the review' }).click();
    await reviewer.page.getByText('Passed the review, to be published', { exact: true }).waitFor();
    await expectWhole(reviewer);
    const approver = await browser.screen({ as: 'approver.bureau' });
    await approver.open(address);
    await approver.page.getByRole('button', { name: '公开', exact: true }).click();
    await approver.page.getByRole('button', { name: '确定公开' }).click();
    await approver.page.getByText('已公开', { exact: true }).waitFor();
    await screen.open(`/case/${cases.posted.id}?tab=files`);
    await page.getByRole('table', { name: '公开稿' }).getByText('已公开', { exact: true }).waitFor();
    for (const seen of [screen, reviewer, approver]) expect(seen.complaints()).toEqual([]);
  });

  test('the annual report: every number opens its cases, what agrees is said, and it is printed as its format prints it', async () => {
    const report = (await supervisor.get('/reports/annual/2026')).body as AnnualReport;
    const cell = 'b.new_received.total';
    const number = report.numbers[cell] ?? 0;
    expect(number).toBeGreaterThan(3);
    const screen = await browser.screen({ as: 'supervisor.bureau' });
    const { page } = screen;
    await screen.open('/');
    await page.getByRole('link', { name: '年报', exact: true }).click();
    await page.locator(`a[data-cell="${cell}"]`).click();
    const list = page.locator(`section[data-cases="${cell}"]`);
    await list.getByRole('heading', { name: `本格${number}件` }).waitFor();
    expect(await list.locator('tr[data-case]').count()).toBe(number);
    expect(await page.getByRole('rowheader', { name: '三、本年度办理结果' }).getAttribute('rowspan')).toBe('22');
    expect(await page.locator('li[data-check="A1"]').innerText()).toContain('7处全部相符');
    await page.locator(`a[data-cell="${cell}"]`).focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('a[data-cell="b.carried_in.total"]:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('section[data-cases="b.carried_in.total"]').waitFor();
    await screen.picture('report-zh');
    await expectWhole(screen);
    for (const form of ['docx', 'pdf', 'xlsx', 'html', 'csv', 'json']) {
      const { status, text } = await supervisor.get(`/reports/annual/2026.${form}`);
      expect([form, status, text.length > 1000]).toEqual([form, 200, true]);
    }
    await page.getByText('四 复议诉讼').click();
    await page.locator('a[data-cell="c.litigation_direct.total"]').waitFor();
    await page.getByText('二 主动公开').click();
    await page.getByRole('rowheader', { name: '行政规范性文件' }).waitFor();
    await expectWhole(screen);
  });
});
