import { localDate } from '@gongkai/calendar';
import { startTestApi, type TestApi } from '../support/api.js';
import { expectWhole, TestBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { keepWhatWasFormed } from '../support/formed.js';
import { importNext } from '../support/importing.js';
import { chooseAbove, chooseFound } from '../support/list-by-keys.js';
import { importNextYear, lookAtOneOrgan, seeTheirMonth } from '../support/next-year.js';
import { mainRoad, type Staff } from '../support/main-road.js';
import { suiteNeeding } from '../support/tools.js';

/** By how much the table is cut off. */
const BESIDE_ITS_CARD = (card: { scrollWidth: number; clientWidth: number }): number => card.scrollWidth - card.clientWidth;

suiteNeeding('chromium')("the administrator's day", () => {
  let api: TestApi;
  let browser: TestBrowser;
  beforeAll(async () => {
    api = await startTestApi();
    browser = await TestBrowser.launch(api);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  test('a paper is worded anew: what it lacks stands beside it, then it is adopted with its reason', async () => {
    const admin = await browser.screen({ as: 'admin.district' });
    const { page } = admin;
    await admin.open('/settings/wordings');
    await page.getByText('不缺什么').waitFor();
    await page.locator('iframe.wording-sheet').waitFor();
    const text = page.locator('#wording-content');
    const before = await text.inputValue();
    await text.fill(before.replace('{case.subject}', '{case.subjct}'));
    await page.locator('.wording-lacks .set-problem', { hasText: 'case.subjct' }).waitFor();
    expect(await admin.violations()).toEqual([]);
    await page.locator('.wording-lacks button').first().click();
    await page.getByRole('combobox', { name: '插入名称' }).fill('卷内文件份数');
    await chooseFound(page, '卷内文件份数');
    // In the line that was marked, over what stood there.
    await eventually(async () => expect(await text.inputValue()).toMatch(/^\{case\.papers\}$/m));
    await text.fill(before.replace('本机关答复如下', '现答复如下'));
    await page.getByText('不缺什么').waitFor();
    await page.fill('#wording-reason', '统一用语');
    await page.getByRole('button', { name: '启用这一版' }).click();
    await page.locator('li[data-version="1"]', { hasText: '统一用语' }).waitFor();
    await page.getByRole('button', { name: '撤回最近一版' }).click();
    await eventually(async () => expect(await text.inputValue()).toBe(before));
    await page.getByRole('button', { name: '导入用语' }).click();
    const own = JSON.stringify(before.replace('本机关答复如下', '现答复如下'));
    const file = { name: '用语.yaml', mimeType: 'application/yaml', buffer: Buffer.from(`wordings: { reply: ${own} }`) };
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file);
    await page.fill('#wordings-reason', '照搬');
    expect(await admin.violations()).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: '启用', exact: true }).click();
    await page.locator('li[data-version="3"]', { hasText: '照搬' }).waitFor();
  });

  test('reminders are set earlier: the floor holds, last month is looked at, and it is in force with its reason', async () => {
    const admin = await browser.screen({ as: 'admin.street' });
    const { page } = admin;
    await admin.open('/settings/ladders');
    const row = page.locator('tr[data-ladder="duty"]');
    await row.getByText('标准规则').waitFor();
    expect(await admin.violations()).toEqual([]);
    await expectWhole(admin);
    await row.getByRole('button', { name: /^修改/ }).click();
    const editor = page.getByRole('dialog');
    for (const n of [3, 2, 1]) await editor.getByRole('button', { name: `删除 ${n}`, exact: true }).click();
    await editor.getByRole('button', { name: '按上月试算' }).click();
    await editor.getByText('到期之前必须提醒').first().waitFor();
    expect(await admin.violations()).toEqual([]);
    await editor.getByRole('button', { name: '新增一档' }).click();
    await editor.getByRole('spinbutton', { name: '距到期日（工作日） 3' }).fill('-8');
    await editor.getByRole('button', { name: '按上月试算' }).click();
    await editor.getByRole('heading', { name: /^2026年2月1日.*会发出的提醒$/ }).waitFor();
    await editor.getByText('提前8个工作日').first().waitFor();
    expect(await admin.violations()).toEqual([]);
    await editor.locator('#ladder-reason').fill('提早提醒');
    await editor.getByRole('button', { name: '启用', exact: true }).click();
    await row.getByText('提前8个工作日').waitFor();
    await row.getByRole('button', { name: /^修改/ }).click();
    await editor.locator('li[data-version="1"]', { hasText: '提早提醒' }).waitFor();
    await editor.getByRole('button', { name: '不用自己的规则' }).click();
    await editor.getByRole('button', { name: '按上月试算' }).click();
    await editor.locator('#ladder-reason').fill('恢复');
    await editor.getByRole('button', { name: '恢复', exact: true }).click();
    await row.getByText('标准规则').waitFor();
    expect(admin.complaints()).toEqual([]);
  });

  test('a unit is added, a person taken in, who enters with the one-time password and chooses their own', async () => {
    const admin = await browser.screen({ as: 'admin.district' });
    const { page } = admin;
    await admin.open('/settings');
    await page.getByRole('tree', { name: '机构' }).waitFor();
    expect(await admin.violations()).toEqual([]);

    // The tree by the keyboard alone: the second organ is the first below the top.
    await page.locator('[role=treeitem][tabindex="0"]').press('ArrowDown');
    await page.locator('[role=treeitem][aria-selected=true][aria-level="2"]:focus').press('Home');
    await page.locator('[role=treeitem][aria-selected=true][aria-level="1"]').waitFor();

    await page.getByRole('button', { name: '增设下级' }).click();
    await page.fill('#organ-code', 'street');
    await page.fill('#organ-zh', '园林绿化所');
    await page.fill('#organ-en', 'Parks Office');
    await page.fill('#organ-numberPrefix', '清河绿道依申请');
    await page.fill('#organ-numberFormat', '{prefix}{year}-{n:4}');
    await page.getByText('清河绿道依申请2026-0001').waitFor();
    expect(await admin.violations()).toEqual([]);
    await page.locator('form button[type=submit]').click();
    await page.locator('.set-problem', { hasText: '“street”已有人用' }).waitFor();
    await page.fill('#organ-code', 'parks');
    await page.locator('form button[type=submit]').click();
    await page.getByRole('heading', { name: '园林绿化所' }).waitFor();
    expect(page.url()).toContain('organ=parks');

    await page.getByRole('button', { name: '编写指南' }).click();
    for (const field of ['office', 'address', 'hours', 'postalAddress']) await page.fill(`#guide-${field}`, '清河路2号');
    await page.fill('#guide-phone', '0000-55020200');
    await page.getByRole('checkbox', { name: '传真' }).check();
    expect(await admin.violations()).toEqual([]);
    await page.locator('form button[type=submit]').click();
    await page
      .locator('.set-field', { has: page.locator('#guide-fax') })
      .getByText('必填')
      .waitFor();
    await page.fill('#guide-fax', '0000-55020201');
    await page.locator('form button[type=submit]').click();
    await page.getByText('传真、网上').or(page.getByText('网上、传真')).waitFor();
    await page.getByText('共1版').click();
    await page.getByText(/^第1版，.*起$/).waitFor();
    expect(await admin.violations()).toEqual([]);

    await page.getByRole('link', { name: '新增人员' }).click();
    await page.fill('#new-name', '张敏');
    await page.fill('#new-username', 'zhang.min');
    await page.getByRole('checkbox', { name: '收件登记' }).check();
    expect(await admin.violations()).toEqual([]);
    await page.locator('form button[type=submit]').click();
    const secret = await page.locator('.set-secret code').textContent();
    expect(secret).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect(await admin.violations()).toEqual([]);
    await page.getByRole('button', { name: '已记下，关闭' }).click();
    await page.getByText('还在用一次性口令。').waitFor();

    const clerk = await browser.screen();
    await clerk.open('/');
    await clerk.page.fill('#username', 'zhang.min');
    await clerk.page.fill('#password', secret ?? '');
    await clerk.page.press('#password', 'Enter');
    await clerk.page.getByRole('heading', { name: '先改成自己的口令' }).waitFor();
    expect(await clerk.violations()).toEqual([]);
    await clerk.page.fill('#password-current', secret ?? '');
    await clerk.page.fill('#password-next', 'a long password');
    await clerk.page.fill('#password-again', 'a long password');
    await clerk.page.press('#password-again', 'Enter');
    await clerk.page.getByRole('button', { name: /个人菜单/ }).click();
    await clerk.page.getByRole('menuitem', { name: '我的外出' }).click();
    await clerk.page.fill('#absence-from', '2026-03-05');
    await clerk.page.fill('#absence-to', '2026-03-06');
    await clerk.page.getByRole('button', { name: '登记外出' }).click();
    await clerk.page.getByText('3月5日—3月6日').waitFor();
    expect([admin.complaints(), clerk.complaints()]).toEqual([[], []]);
  });

  test('who holds open cases is not deactivated, a role ends, a password is reset, and all of it stands in the log', async () => {
    const admin = await browser.screen({ as: 'admin.street', language: 'en' });
    const { page } = admin;
    await admin.open('/settings');
    await page.getByRole('link', { name: 'People', exact: true }).click();
    const name = await nameOf('reviewer.street');
    await page.getByRole('searchbox', { name: 'Find by name or user name' }).fill('reviewer');
    await page.keyboard.press('Enter');
    await page.waitForURL(/[?&]q=reviewer/);
    expect(await page.locator('.set-scroll').evaluate(BESIDE_ITS_CARD)).toBe(0);
    await page.getByRole('link', { name }).click();
    await page.waitForURL(/[?&]q=reviewer&person=/);
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: /^End: / }).click();
    await page.getByText('The role is gone from now on').waitFor();
    expect(await admin.violations()).toEqual([]);
    await page.getByRole('dialog').last().getByRole('button', { name: 'End', exact: true }).click();
    await page.getByText('No role now').waitFor();

    await drawer.getByRole('button', { name: 'Reset password' }).click();
    await page.getByRole('dialog').last().getByRole('button', { name: 'Reset password' }).click();
    await page.locator('.set-secret code').waitFor();
    await page.getByRole('button', { name: 'Noted, close' }).click();

    await page.getByRole('link', { name: 'See the entries in the administration log' }).click();
    await page.getByRole('cell', { name: 'Password reset' }).waitFor();
    await page.getByRole('cell', { name: 'Role ended' }).waitFor();
    expect(await admin.violations()).toEqual([]);

    await page.getByRole('link', { name: 'Tokens' }).click();
    await page.getByRole('button', { name: 'Add a token' }).click();
    await page.fill('#token-name', 'fax gateway');
    await page.fill('#token-person', 'clerk.street');
    await page.getByTitle(/clerk\.street/).click();
    await page.locator('form button[type=submit]').click();
    await page.locator('.set-secret code').waitFor();
    await page.getByRole('button', { name: 'Noted, close' }).click();
    await page.getByRole('button', { name: 'Revoke: fax gateway' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.getByText('No tokens.').waitFor();
    expect(await admin.violations()).toEqual([]);
    expect(admin.complaints()).toEqual([]);
  });

  test('an old register is read, a column named, imported with its progress, and taken back', async () => {
    const admin = await browser.screen({ as: 'admin.bureau' });
    const { page } = admin;
    await admin.open('/settings/import');
    await page.getByText('还没有导入过').waitFor();
    const table =
      '编号,收到日期,申请人,要什么,经办人\n旧〔2026〕7号,2026-02-25,苏晓明,绿化经费,无此人\n旧〔2026〕八号,昨天,王,规划,\n';
    const register = { name: '旧登记簿.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };
    await page.setInputFiles('input[type=file]', register);
    await page.getByText('缺少必需的列：申请内容').waitFor();
    await page.locator('#column-content').click();
    await page.locator('.ant-select-item-option', { hasText: '要什么' }).click();
    await page.getByText('可以导入1行，已经有的0行，有问题的1行').waitFor();
    await page.locator('tr[data-row="2"]').getByText('不计入：经办人：本机关没有').waitFor();
    await page.locator('tr[data-row="3"]').getByText('收到日期：不是有效日期').waitFor();
    await expectWhole(admin);
    await page.getByRole('button', { name: '导入1行' }).click();
    await page.locator('tr[data-import=running]').getByText('0/1').waitFor();
    await importNext(api);
    await page.locator('tr[data-import=ended]').getByText('1/1').waitFor();
    expect(await api.count('case_file')).toBe(1);
    await page.getByRole('button', { name: '撤回: 旧登记簿.csv' }).click();
    await page.getByText('有人办理过其中任何一件的，整批不能撤回').waitFor();
    await expectWhole(admin);
    await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click();
    await page.locator('tr[data-import=undone]').getByText('已撤回').waitFor();
    expect(await api.count('case_file')).toBe(0);
    const english = await browser.screen({ as: 'admin.bureau', language: 'en' });
    await english.open('/settings/import');
    await english.page.locator('tr[data-import=undone]').getByText('Taken back').waitFor();
    await expectWhole(english);
  });

  async function nameOf(username: string): Promise<string> {
    const person = await api.services.directory.byUsername(username);
    if (person === undefined) throw new Error(`${username} is missing`);
    return person.name;
  }

  test('the archivist takes a year out, and what was kept long enough is appraised, approved and destroyed before a witness', async () => {
    const roles = ['clerk', 'caseworker', 'approver', 'archivist'] as const;
    const staff = await Promise.all(roles.map(async (role) => [role, await api.officer(`${role}.bureau`)] as const));
    await mainRoad(Object.fromEntries(staff) as Staff);
    api.clock.set(localDate('2037-01-05'));
    const archivist = await browser.screen({ as: 'archivist.bureau' });
    const { page } = archivist;
    await archivist.open('/archived');
    await page.getByRole('button', { name: '导出年度卷宗' }).click();
    expect(await page.getByRole('link', { name: '2026年（1件）' }).getAttribute('href')).toBe(
      '/api/v1/archive/years/2026/export',
    );
    await archivist.open('/disposals');
    await page.locator('tr[data-case]').getByRole('combobox').press('ArrowDown');
    await page.getByTitle('继续保存10年').click();
    await page.getByText('还有1件没有写继续保存的理由。').waitFor();
    await expectWhole(archivist);
    await chooseAbove(page.locator('tr[data-case]').getByRole('combobox'), '继续保存10年', '销毁');
    await page.getByRole('button', { name: '提交清册（销毁1件，续存0件）' }).click();
    await page.waitForURL(/disposals\/[0-9a-f-]{36}$/);
    const list = new URL(page.url()).pathname;

    const approver = await browser.screen({ as: 'approver.bureau', language: 'en' });
    await approver.open(list);
    await approver.page.getByRole('button', { name: 'Approve', exact: true }).click();
    await approver.page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
    await approver.page.getByText('approved, to be carried out').waitFor();
    await expectWhole(approver);

    await archivist.open(list);
    await page.getByRole('button', { name: '销毁' }).click();
    await page.getByRole('textbox', { name: '监销人（单位和姓名）' }).fill('区档案馆 周敏');
    await expectWhole(archivist);
    await page.getByRole('dialog').getByRole('button', { name: '销毁' }).click();
    await page.getByText('（监销人：区档案馆 周敏）').waitFor();
    expect(await api.count('case_file')).toBe(0);
    expect([archivist.complaints(), approver.complaints()]).toEqual([[], []]);
  });

  test('what was formed is entered, stands among the gaps with its light, and is published or answered', async () => {
    await keepWhatWasFormed(browser);
  });

  test("next year's calendar is imported with an impact of known size; the month in which it falls is seen by who watches", async () => {
    await importNextYear(api, browser);
    await lookAtOneOrgan(browser);
    await seeTheirMonth(api, browser);
  });
});
