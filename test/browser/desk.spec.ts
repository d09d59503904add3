import { Secret, TOTP } from 'otpauth';
import { startTestApi, type TestApi } from '../support/api.js';
import { step } from '../support/applications.js';
import { expectWhole, TestBrowser } from '../support/browser.js';
import { anOfficeAtWork, OFFICE_DAY } from '../support/caseload.js';
import { eventually } from '../support/eventually.js';
import { suiteNeeding } from '../support/tools.js';

suiteNeeding('chromium')('the desk of a caseworker, in a browser', () => {
  let api: TestApi;
  let browser: TestBrowser;
  let cases: Awaited<ReturnType<typeof anOfficeAtWork>>;
  beforeAll(async () => {
    api = await startTestApi({ today: OFFICE_DAY });
    cases = await anOfficeAtWork(api);
    browser = await TestBrowser.launch(api);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  test('who logs in stands at their desk; who logs out at the door', async () => {
    const screen = await browser.screen();
    const { page } = screen;
    await screen.open('/');
    await page.getByLabel('用户名').fill('caseworker.bureau');
    await page.getByLabel('口令').fill('gongkai-demo');
    await expectWhole(screen);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '我的办件' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/desk');
    for (const told of ['2026年5月8日 周五', '明天周六调休上班'])
      await eventually(async () => expect(await page.getByRole('banner').innerText()).toContain(told));
    await page.evaluate("sessionStorage.setItem('gongkai.step.draft', '张三，电话')");
    await page.getByRole('button', { name: '个人菜单' }).click();
    await page.getByRole('menuitem', { name: '退出' }).click();
    await page.getByLabel('用户名').waitFor();
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    expect(screen.complaints()).toEqual([]);
  });

  test('what is still asked when somebody logs out is no complaint', async () => {
    const screen = await browser.screen({ as: 'caseworker.bureau' });
    const { page } = screen;
    let release = (): void => undefined;
    const left = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/api/v1/notifications*', async (route) => {
      await left;
      await route.continue().catch(() => undefined);
    });
    await page.route('**/api/v1/session', async (route) => {
      if (route.request().method() !== 'DELETE') return route.continue();
      const response = await route.fetch();
      release();
      await route.fulfill({ response });
    });
    await screen.open('/desk');
    await page.locator('tr[data-case]').first().waitFor();
    await page.getByRole('button', { name: '个人菜单' }).click();
    await page.getByRole('menuitem', { name: '退出' }).click();
    await page.getByLabel('用户名').waitFor();
    expect(screen.complaints()).toEqual([]);
  });

  test('a wrong password says so, and what was typed stays', async () => {
    const screen = await browser.screen();
    const { page } = screen;
    await screen.open('/');
    await page.getByLabel('用户名').fill('caseworker.bureau');
    await page.getByLabel('口令').fill('not this one');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('用户名或口令不对').waitFor();
    expect(await page.getByLabel('用户名').inputValue()).toBe('caseworker.bureau');
  });

  test('cases stand under their lights, what is due first on top; the number in the bar is the list', async () => {
    const screen = await browser.screen({ as: 'caseworker.bureau' });
    await screen.open('/desk');
    const rows = screen.page.locator('tr[data-case]');
    await rows.first().waitFor();
    const ids = await Promise.all((await rows.all()).map((row) => row.getAttribute('data-case')));
    const { late, toSign, toApprove, toReview, extension, green, stopped, correction, posted } = cases;
    expect(ids).toEqual([late, toSign, toApprove, toReview, extension, green, stopped, correction, posted].map(({ id }) => id));
    expect(await rows.first().innerText()).toMatch(/逾期\s*逾5日\s*4月28日 周二\s*1号\s*建筑垃圾/);
    await screen.page
      .getByRole('link', { name: /^我的办件/ })
      .filter({ hasText: String(ids.length) })
      .waitFor();
    await expectWhole(screen);
  });

  test('it is worked by keyboard alone: move, open, why, filter', async () => {
    const screen = await browser.screen({ as: 'caseworker.bureau' });
    const { page } = screen;
    await screen.open('/desk');
    await page.locator('tr[data-case]').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/case/${cases.toSign.id}`);
    await page.getByRole('heading', { name: cases.toSign.number }).waitFor();
    await page.getByText('第2件，共9件').waitFor();
    await page.keyboard.press('[');
    await page.waitForURL(`**/case/${cases.late.id}`);
    await page.getByText('第1件，共9件').waitFor();
    await page.keyboard.press(']');
    await page.waitForURL(`**/case/${cases.toSign.id}`);
    const back = page.getByRole('navigation', { name: '所在的列表' }).getByRole('link', { name: '我的办件' });
    await back.click();
    await page.locator(`tr[data-case="${cases.late.id}"] .number-link`).click();
    await page.waitForURL(`**/case/${cases.late.id}`);
    await page.getByText('第1件，共9件').waitFor();
    await back.click();
    await page.locator('tr[data-case]').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('w');
    await page.waitForURL(`**/case/${cases.late.id}/why`);
    await page.getByRole('heading', { name: cases.late.number }).waitFor();
    await page.goBack();
    await page.locator('tr[data-case]').first().waitFor();
    await page.keyboard.press('f');
    await page.keyboard.type('jk单车');
    expect(await page.getByLabel('在本表中筛选').inputValue()).toBe('jk单车');
    await page.getByText('没有符合筛选的办件。').waitFor();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.locator('tr[data-case]').first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '全部快捷键' }).waitFor();
    await expectWhole(screen);
  });

  test('the language changes on the spot, and is kept', async () => {
    const screen = await browser.screen({ as: 'caseworker.bureau' });
    const { page } = screen;
    await screen.open('/desk');
    await page.getByRole('button', { name: '个人菜单' }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'My desk' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'My desk' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.locator('tr[data-case]').first().waitFor();
    expect(await page.locator('tr[data-case]').first().innerText()).toContain('5 late');
    await expectWhole(screen);
  });

  test('the next case is taken from the pool', async () => {
    const screen = await browser.screen({ as: 'caseworker.bureau' });
    const { page } = screen;
    await screen.open('/pool');
    await page.getByText('2020—2025年生活垃圾日清运量').waitFor();
    await expectWhole(screen);
    await page.keyboard.press('g');
    await page.waitForURL(`**/case/${cases.pool.id}`);
    await page.getByRole('link', { name: /^待领\s*1$/ }).waitFor();
    expect(screen.complaints()).toEqual([]);
  });

  test('a session that has expired is taken up over the page', async () => {
    const screen = await browser.screen({ as: 'caseworker.bureau' });
    const { page } = screen;
    await screen.open('/desk');
    await page.locator('tr[data-case]').first().waitFor();
    await page.context().clearCookies();
    await page.getByRole('link', { name: /^征求意见/ }).click();
    const dialog = page.getByRole('dialog', { name: '登录已过期' });
    await dialog.locator('#password:focus').waitFor();
    await page.keyboard.type('gongkai-demo');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('智慧停车项目特许经营协议').waitFor();
  });

  test('a session that ends elsewhere asks for the password over the page at once; a log-out in one tab empties the other', async () => {
    const screen = await browser.screen({ as: 'legal.bureau' });
    const { page } = screen;
    await screen.open('/review');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('/');
    const { user } = (await (await api.officer('legal.bureau')).get('/session')).body as { user: { id: string } };
    await api.services.source.query('DELETE FROM session WHERE person_id = $1', [user.id]);
    await (await api.officer('auditor.bureau')).send('/session', { method: 'DELETE' });
    const dialog = page.getByRole('dialog', { name: '登录已过期' });
    const password = dialog.locator('#password');
    await password.waitFor();
    expect(await page.getByText('连接中断').count()).toBe(0);
    await page.keyboard.type('2026');
    expect(await password.inputValue()).toBe('');
    await password.click();
    await page.keyboard.type('gongkai-demo');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const other = await page.context().newPage();
    await other.goto(`${screen.base}/review`);
    await other.getByRole('button', { name: '个人菜单' }).click();
    await other.getByRole('menuitem', { name: '退出' }).click();
    await page.locator('#username').waitFor();
  });

  test('a line that is lost is told on every screen, and what is shown comes back by itself', async () => {
    const screen = await browser.screen({ as: 'caseworker.bureau' });
    const { page } = screen;
    await screen.open('/desk');
    await page.locator('tr[data-case]').first().waitFor();
    await page.context().setOffline(true);
    await page.getByRole('alert').getByText('连接中断').waitFor();
    await page.getByRole('link', { name: /^征求意见/ }).click();
    await page.getByText('网络中断').waitFor();
    await page.context().setOffline(false);
    await page.getByText('智慧停车项目特许经营协议').waitFor();
    await page.getByText('连接中断').waitFor({ state: 'detached' });
  });

  test('who acts for a colleague who is away has their turn, and sees whose it is', async () => {
    const idOf = `SELECT id FROM person WHERE username =`;
    await api.services.source.query(`
      INSERT INTO post (id, person_id, organ_id, role, valid_from)
      SELECT gen_random_uuid(), id, organ_id, 'caseworker', '2026-01-01' FROM person WHERE username = 'legal.bureau'`);
    const screen = await browser.screen({ as: 'legal.bureau' });
    const { page } = screen;
    await page.clock.install();
    await screen.open('/desk?view=mine');
    await page.getByText('手上没有在办的件').waitFor();
    await api.services.source.query(`
      INSERT INTO absence (id, person_id, substitute_id, from_day, to_day)
      SELECT gen_random_uuid(), (${idOf} 'caseworker.bureau'), (${idOf} 'legal.bureau'), '${OFFICE_DAY}', '${OFFICE_DAY}'`);
    await page.clock.runFor(61_000);
    await page.locator(`tr[data-case="${cases.late.id}"]`, { hasText: '我（代林致远）' }).waitFor();
    await page.getByText('代林致远办（外出）').waitFor();
    await screen.open('/consultations?view=my-cases');
    await page.locator('tr[data-case]', { hasText: '智慧停车项目特许经营协议' }).waitFor();
    await screen.open(`/case/${cases.late.id}`);
    await page.locator('.five-links', { hasText: '我（代林致远，外出）' }).waitFor();
    const search = { type: 'recordSearch', where: '档案室', words: '名单', result: '找到' };
    await step(await api.officer('legal.bureau'), cases.late.id, search);
    await screen.open(`/case/${cases.late.id}`);
    await page.locator('.history li', { hasText: '代林致远' }).filter({ hasText: '档案室' }).waitFor();
    expect(screen.complaints()).toEqual([]);
    await page.close(); // Its clock stands still for good.
    const own = await browser.screen({ as: 'caseworker.bureau' });
    await own.open('/desk');
    await own.page.getByText(/^本人今天外出，由\S+代办；/).waitFor();
    await api.services.source.query('DELETE FROM absence');
  });

  test('enlarged to 200 % nothing lies beside the screen, and everything of the bar stays in reach', async () => {
    const screen = await browser.screen({ as: 'caseworker.bureau', language: 'en', size: { width: 683, height: 384 } });
    const { page } = screen;
    for (const address of ['/desk', `/case/${cases.pool.id}`, '/search', '/log']) {
      await screen.open(address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      // Not axe: the tabs of antd that do not fit hide behind a button, which it counts against them.
      expect(await screen.overflow()).toBe(0);
    }
    expect(screen.complaints()).toEqual([]);
    await page.getByRole('button', { name: 'Person menu' }).click();
    await page.getByRole('menuitem', { name: 'Log out' }).waitFor();
  });

  test('a page that is for other roles says for which, and asks the server for nothing', async () => {
    const screen = await browser.screen({ as: 'caseworker.bureau' });
    for (const address of ['/catalogue', '/catalogue/formed', '/catalogue/year']) {
      await screen.open(address);
      await screen.page.getByRole('heading', { level: 1, name: '这一页不由您办理' }).waitFor();
      await screen.page.getByText('这一页由监督、系统管理办理。').waitFor();
      await expectWhole(screen);
    }
  });

  test('a second step is set up with an authenticator, and is asked for at the next log-in', async () => {
    const screen = await browser.screen({ as: 'archivist.bureau' });
    const { page } = screen;
    await screen.open('/archive');
    await page.getByRole('button', { name: '个人菜单' }).click();
    await page.getByRole('menuitem', { name: '登录安全' }).click();
    await page.getByText('就是这里').waitFor();
    await page.getByRole('button', { name: '设置两步登录' }).click();
    await page.getByLabel('现在的口令').fill('gongkai-demo');
    await page.keyboard.press('Enter');
    const secret = await page.locator('.second-step-secret').innerText();
    await expectWhole(screen);
    const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) });
    await page.getByLabel('身份验证器显示的六位数字').fill(totp.generate({ timestamp: api.clock.deviceTime().getTime() }));
    await page.keyboard.press('Enter');
    const recovery = await page.locator('.recovery-codes li').first().innerText();
    await page.getByRole('button', { name: '已收好，完成' }).click();
    await page.getByText('已开启').waitFor();
    expect(screen.complaints()).toEqual([]);
    const door = await browser.screen();
    await door.open('/');
    await door.page.getByLabel('用户名').fill('archivist.bureau');
    await door.page.getByLabel('口令').fill('gongkai-demo');
    await door.page.keyboard.press('Enter');
    await door.page.getByLabel('身份验证器的六位数字，或一个恢复码').fill(recovery);
    await expect(door.violations()).resolves.toEqual([]);
    await door.page.keyboard.press('Enter');
    await door.page.getByRole('button', { name: '个人菜单' }).waitFor();
  });
});
