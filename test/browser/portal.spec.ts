import { localDate } from '@gongkai/calendar';
import { queryCodeOf, type CaseList, type DocumentsView, type ReceiptSlip } from '@gongkai/contracts';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { startTestApi, type TestApi } from '../support/api.js';
import { caseIn, open, step } from '../support/applications.js';
import { publishTwo, readFeeds } from '../support/feeds.js';
import { expectWhole, readByCamera, TestBrowser, type Screen } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { suiteNeeding } from '../support/tools.js';

const ITEMS = [{ description: '2025年公租房分配结果', documentNumber: '', period: '' }];
/** As narrow as telephones come. */
const NARROW = { width: 320, height: 640 };
/** In the night, from nine in the morning on. */
const HALF_PAST_ELEVEN = 14.5 * 3_600_000;

suiteNeeding('chromium')('the portal, at home', () => {
  let api: TestApi;
  let browser: TestBrowser;
  let screen: Screen;
  let night: Screen;
  /** Where the application of that night is followed. */
  let followed: string;
  beforeAll(async () => {
    api = await startTestApi({
      today: '2026-05-01',
      publicUrl: 'http://gongkai.example',
      env: { SMTP_URL: 'smtp://mail.example' },
    });
    browser = await TestBrowser.launch(api);
    screen = await browser.screen({ size: NARROW });
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  const heading = (text: string) => screen.page.getByRole('heading', { level: 1, name: text });

  test('a receipt leads to where the application stands, its day first', async () => {
    const [clerk, caseworker] = await Promise.all([api.officer('clerk.bureau'), api.officer('caseworker.bureau')]);
    const view = await open(clerk, { receipt: { channel: 'in_person', submittedOn: '2026-04-30' } });
    await step(caseworker, view.id, { type: 'accept' });
    const slip = (await clerk.get(`/cases/${view.id}/receipt`)).body as ReceiptSlip;
    const address = new URL(slip.address);
    await screen.open(address.pathname + address.search);
    await heading('我们正在办理').waitFor();
    expect(await screen.page.locator('.day').innerText()).toMatch(/最迟\s+6月1日（周一）\s+发出答复，还有20个工作日。/);
    expect(await screen.page.locator('[aria-current=step]').innerText()).toContain('办理（现在）');
    await screen.page.getByRole('button', { name: '大字' }).click();
    await expectWhole(screen);
    await screen.page.getByRole('button', { name: 'English' }).click();
    await heading('We are working on it').waitFor();
    expect(await screen.page.locator('.day').innerText()).toContain('Mon 1 Jun');
    await expectWhole(screen);

    await screen.open('/portal/');
    await screen.page.getByRole('link', { name: 'Follow my application' }).click();
    await screen.page.getByLabel('Number', { exact: true }).fill(view.number);
    await screen.page.getByLabel('Query code').fill(queryCodeOf([1, 5, 9, 13, 17, 21, 30]));
    await screen.page.getByRole('button', { name: 'Ask' }).click();
    await screen.page.getByRole('alert').waitFor();
    expect(screen.complaints()).toEqual([expect.stringContaining('404')]);
    await expectWhole(screen);
  });

  test('an application on a holiday night: a question at a time, nothing lost, received the same day and followed', async () => {
    api.clock.set(localDate('2026-05-02'));
    api.clock.advance(HALF_PAST_ELEVEN);
    night = await browser.screen({ size: NARROW });
    const { page } = night;
    const next = (): Promise<void> => page.locator('.bar button[type=submit]').click();
    const title = (text: string): Promise<void> => page.getByRole('heading', { level: 1, name: text }).waitFor();
    await night.open('/portal/apply?organ=street');
    await page.getByText('没有开通网上申请。可以用：当面交、邮寄、传真。').first().waitFor();
    expect(await page.locator('#organ option', { hasText: '柳荫' }).count()).toBe(0);
    await expectWhole(night);
    await title('谁申请，向哪个机关？');
    await next();
    const wrong = ['这里还没有填', '这里还没有填', '请填证件号码，或者在下面上传证件'];
    await eventually(async () => expect(await page.locator('.wrong').allInnerTexts()).toEqual(wrong));
    await page.getByLabel('向哪个机关申请').selectOption('bureau');
    const name = page.getByLabel('姓名');
    await name.fill('沈');
    await page.getByLabel('证件号码').fill('110101199003070012');
    await page.locator('.wrong').first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '全部清除' }).click();
    expect(await name.inputValue()).toBe('');
    await page.getByRole('button', { name: '找回刚才填的内容' }).click();
    await page.route('**/public/files?*', async (route) => {
      await name.fill('沈知远');
      await route.continue();
    });
    const proof = { name: '身份证.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n') };
    await page.getByLabel('上传证件或者材料').setInputFiles(proof);
    await page.locator('.lines', { hasText: '身份证.pdf' }).waitFor();
    expect(await name.inputValue()).toBe('沈知远');
    await expectWhole(night);
    await next();
    await title('怎么联系您？');
    await page.getByLabel('电子邮箱').fill('shen@example.org');
    await page.getByLabel('有进展时发邮件告诉我').check();
    await expectWhole(night);
    await next();
    await title('您想要什么信息？');
    await page.getByLabel('要什么信息').fill('2025年度餐厨垃圾收运服务的采购合同');
    await page.reload();
    await page.getByRole('button', { name: '再加一项' }).click();
    await page.getByLabel('要什么信息').nth(1).fill('同一服务的考核结果');
    await expectWhole(night);
    await next();
    await title('怎么给您？');
    expect(await page.locator('[id="how.email"]').inputValue()).toBe('shen@example.org');
    await page.getByLabel('在这里下载').check();
    await next();
    await title('核对一遍，然后交');
    await expectWhole(night);
    await next();
    await title('谁申请，向哪个机关？');
    expect(await page.locator('#idNumber-wrong').innerText()).toMatch(/证件号码输错了/);
    await page.getByLabel('证件号码').fill('110101199003070011');
    for (const step of ['怎么联系您？', '您想要什么信息？', '怎么给您？', '核对一遍，然后交', '我们收到了']) {
      await next();
      await title(step);
    }
    expect(await page.locator('.day').innerText()).toMatch(/最迟\s+2026年6月1日（周一）/);
    expect(await page.locator('dd').allInnerTexts()).toEqual(
      expect.arrayContaining(['2026年5月2日（周六）', '云川市城市管理综合行政执法局']),
    );
    await expectWhole(night);
    await page.goBack();
    await page.getByRole('link', { name: '再看那份申请的回执' }).click();
    await title('我们收到了');
    const follow = new URL(await readByCamera(page, '.qr'));
    expect(follow.href).toMatch(/^http:\/\/gongkai\.example\/portal\/follow\?/);
    await night.open(follow.pathname + follow.search);
    await title('我们正在办理');
    expect(await page.locator('.day').innerText()).toContain('6月1日（周一）');
    await expectWhole(night);
    followed = page.url();
    await night.open('/portal/apply');
    expect(await page.getByLabel('姓名').inputValue()).toBe('');

    // What is kept in the window of somebody who asks an office that confirms by itself.
    const draft = { organ: 'housing', name: '沈知远', idNumber: '110101199003070011', email: 'shen@example.org' };
    await page.evaluate(`sessionStorage.setItem('gongkai.application', '${JSON.stringify({ ...draft, items: ITEMS })}')`);
    await night.open('/portal/apply?step=5');
    await page.getByText('这个机关由工作人员与您确认收到').waitFor();
    await next();
    await title('已经交给机关，还要确认收到');
    await page.getByText('答复期限从确认的那一天起计算').waitFor();
    expect(await page.locator('dd').allInnerTexts()).toContain('还没有确认');
    expect(await page.locator('.day').count()).toBe(0);
    await expectWhole(night);
  });

  test('the reply to it goes out over the portal: fetched byte for byte, served that day, and the case is closed', async () => {
    const { page } = night;
    const number = new URL(followed).searchParams.get('number') ?? '';
    const as = (role: string) => api.officer(`${role}.bureau`);
    api.clock.set(localDate('2026-05-08'));
    const { items } = (await (await as('clerk')).get(`/cases?q=${encodeURIComponent(number)}`)).body as CaseList;
    const view = caseIn(await (await as('clerk')).get(`/cases/${items[0]?.id ?? ''}`));
    expect([view.deadlines.receivedOn, view.deadlines.finalDue]).toEqual(['2026-05-02', '2026-06-01']);
    const work: readonly (readonly [string, Record<string, unknown>])[] = [
      ['caseworker', { type: 'accept' }],
      ...view.items.map(
        ({ id }) => ['caseworker', { type: 'decideItem', itemId: id, code: 'already_public', otherOrgan: '门户网站' }] as const,
      ),
      ['caseworker', { type: 'submitForApproval' }],
      ['approver', { type: 'approve' }],
      ['approver', { type: 'signReply' }],
      ['caseworker', { type: 'dispatch', mode: 'portal' }],
    ];
    for (const [role, command] of work) await step(await as(role), view.id, command);
    await page.goto(followed);
    await page.getByRole('heading', { level: 1, name: '答复已经发出' }).waitFor();
    await expectWhole(night);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^下载：答复书.*\.pdf$/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^答复书.*号\.pdf$/);
    const hash = createHash('sha256')
      .update(await readFile(await download.path()))
      .digest('hex');
    const { items: papers } = (await (await as('clerk')).get(`/cases/${view.id}/documents`)).body as DocumentsView;
    expect(papers.find((paper) => paper.type === 'file' && paper.name === download.suggestedFilename())?.id).toBe(hash);
    await page.getByRole('heading', { level: 1, name: '已经答复' }).waitFor();
    expect(await page.locator('.lines', { hasText: '答复书' }).innerText()).toContain('5月8日（周五）送达');
    await expectWhole(night);
    await page.getByText('每一步都发邮件到s***@example.org。').waitFor();
    await page.getByRole('button', { name: '不再发邮件' }).click();
    await page.getByRole('status').getByText('不再发邮件给您了').waitFor();
    const closed = caseIn(await (await as('clerk')).get(`/cases/${view.id}`));
    expect([closed.state, closed.notices.at(-1)?.servedOn]).toEqual(['closed', '2026-05-08']);
  });

  test('a correction is answered, and an application taken back, where it is followed', async () => {
    const { page } = night;
    const caseworker = await api.officer('caseworker.bureau');
    const clerk = await api.officer('clerk.bureau');
    const { id } = await open(clerk, { receipt: { channel: 'in_person', submittedOn: '2026-05-08' }, delivery: 'portal' });
    await step(caseworker, id, { type: 'accept' });
    await caseworker.post(`/cases/${id}/commands?draw=true`, { type: 'sendCorrectionNotice', missing: '哪一年' });
    const slip = (await clerk.get(`/cases/${id}/receipt`)).body as ReceiptSlip;
    const address = new URL(slip.address);
    await night.open(address.pathname + address.search);
    await page.getByRole('button', { name: '我收到了' }).click();
    await page.getByRole('heading', { level: 1, name: '等您补正' }).waitFor();
    await expectWhole(night);
    await page.getByRole('button', { name: '交补正' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('补充说明').fill('要2025年的');
    const more = { name: '补充.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%more\n') };
    await page.getByLabel('上传材料').setInputFiles(more);
    await page.locator('.lines', { hasText: '补充.pdf' }).waitFor();
    await expectWhole(night);
    await page.reload();
    await page.locator('.lines', { hasText: '补充.pdf' }).waitFor();
    expect(await page.getByLabel('补充说明').inputValue()).toBe('要2025年的');
    await page.getByRole('button', { name: '交补正' }).click();
    await page.getByRole('heading', { level: 1, name: '我们正在办理' }).waitFor();
    await page.getByText('我们收到了您的补正').waitFor();
    await page.getByText('撤回申请').click();
    await expectWhole(night);
    await page.getByRole('button', { name: '确认撤回' }).click();
    await page.getByRole('heading', { level: 1, name: '申请已经撤回' }).waitFor();
    await expectWhole(night);
    await night.open('/portal/no-mail?token=of-a-mail');
    await page.getByRole('heading', { level: 1, name: '不再发邮件给您了' }).waitFor();
    await expectWhole(night);
  });

  test('the guides are found from home: one organ, a district on one page to print', async () => {
    const { page } = screen;
    await screen.open('/portal/');
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('region', { name: '可以要什么' }).waitFor();
    await expectWhole(screen);
    await page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name: '公开指南' }).click();
    await heading('各机关的公开指南').waitFor();
    await expectWhole(screen);
    await page.getByRole('link', { name: '清河区住房和城乡建设委员会' }).click();
    await heading('清河区住房和城乡建设委员会公开指南').waitFor();
    await page.getByText('工作人员与您确认之后才算收到').waitFor();
    await expectWhole(screen);
    await page.getByRole('link', { name: '全部指南' }).click();
    await page.getByRole('link', { name: '清河区人民政府和下级机关的指南汇编' }).click();
    await heading('公开指南汇编').waitFor();
    await expectWhole(screen);
    await page.getByRole('link', { name: '清河区柳荫街道办事处' }).click();
    await page.waitForURL(/#street$/);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('region', { name: '清河区柳荫街道办事处' }).innerText()).toContain('0000-55021057');
    expect(await page.locator('main nav').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
  });

  test('what is public already is searched, followed as a feed, and suggested to who is about to apply for it', async () => {
    const keeper = await api.officer('supervisor.bureau');
    await publishTwo(keeper);
    const said = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"reason":"本机关不招录公务员"}' };
    await keeper.send('/disclosures/year/nothing/recruitment?year=2026', said);
    const home = await browser.screen({ size: NARROW });
    const { page } = home;
    const title = (text: string): Promise<void> => page.getByRole('heading', { level: 1, name: text }).waitFor();
    await home.open('/portal/');
    await page.getByRole('navigation').getByRole('link', { name: '已公开信息' }).click();
    await title('已公开信息');
    await page.getByLabel('找什么').fill('采购');
    await page.getByRole('button', { name: '查找' }).click();
    await page.waitForURL(/[?]q=/);
    await page.locator('.lines li').filter({ hasText: '2024年度部门决算' }).waitFor({ state: 'detached' });
    const found = ['2025年度餐厨垃圾收运服务采购合同'];
    await eventually(async () => expect(await page.locator('.lines a').allInnerTexts()).toEqual(found));
    await page.getByText('机关说明没有的信息').click();
    await page.getByText('公务员招考：本机关不招录公务员').waitFor();
    await expectWhole(home);
    const feeds = await readFeeds(page);
    expect(feeds).toEqual({ wrong: [], titles: ['2024年度部门决算', '2025年度餐厨垃圾收运服务采购合同'] });

    await home.open('/portal/apply?step=3');
    await page.getByLabel('要什么信息').fill('餐厨垃圾收运服务的采购合同');
    await page.getByRole('region', { name: /已经公开/ }).waitFor();
    await expectWhole(home);
    await page.getByRole('button', { name: '这就是我要的，不用申请了' }).click();
    await title('2025年度餐厨垃圾收运服务采购合同');
    expect(await page.getByRole('status').innerText()).toContain('没有交出任何东西');
    await expectWhole(home);
    await page.getByRole('button', { name: '还是要申请' }).click();
    await title('您想要什么信息？');
    expect(await page.getByLabel('要什么信息').inputValue()).toBe('餐厨垃圾收运服务的采购合同');
  });
});
