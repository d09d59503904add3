import type { CaseList, CaseView, JournalPage, PagesView } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../support/api.js';
import { step } from '../support/applications.js';
import { expectWhole, TestBrowser } from '../support/browser.js';
import { anOfficeAtWork, OFFICE_DAY } from '../support/caseload.js';
import { redactWaiting } from '../support/drawing.js';
import { drawArea } from '../support/redact-screen.js';
import { pdfOf, written } from '../support/pdfs.js';
import { suiteNeeding } from '../support/tools.js';

suiteNeeding('chromium')('reviewer, approver, archivist and auditor, in a browser', () => {
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

  const read = async (path: string) => (await (await api.officer('auditor.bureau')).get(`/cases/${path}`)).body;
  const stateOf = async (id: string): Promise<string> => ((await read(id)) as CaseView).state;

  test('the legal reviewer writes an opinion that the approver sees', async () => {
    const screen = await browser.screen({ as: 'legal.bureau' });
    const { page } = screen;
    await screen.open('/review');
    await page.getByText('以下答复正在审批').waitFor();
    await page.getByText('户外广告设置许可清单及一宗处罚案卷').waitFor();
    const count = await page.locator('tr[data-case]').count();
    await page.getByRole('link', { name: `待我审查 ${count}` }).waitFor();
    await page.getByText('户外广告设置许可清单及一宗处罚案卷').click();
    await page.getByRole('textbox', { name: '法制审核意见' }).fill('依据应写明款项');
    await expectWhole(screen);
    await page.keyboard.press('Control+Enter');
    await page.getByText('已对这一件写过意见').waitFor();
    expect(await page.getByRole('region', { name: '意见', exact: true }).innerText()).toContain('依据应写明款项');
    expect(screen.complaints()).toEqual([]);
  });

  test('the approver opens the queue, approves, and signs after seeing what comes of it', async () => {
    const screen = await browser.screen({ as: 'approver.bureau' });
    const { page } = screen;
    await screen.open('/');
    await page.getByRole('heading', { name: '待我审批' }).waitFor();
    await page.locator('tr[data-case]').first().waitFor();
    expect(await page.locator('tr[data-case]').count()).toBe(3);
    await expectWhole(screen);
    const drawing: PagesView = { state: 'making', done: 0, total: 3, pages: [] };
    await page.route('**/api/v1/files/*/pages', (route) => route.fulfill({ json: drawing }));
    await page.getByText('户外广告设置许可清单及一宗处罚案卷').click();
    await page.waitForURL(`**/approve/${cases.toApprove.id}`);
    await page.getByText('已完成0页，共3页').waitFor();
    await page.getByText('第2件，共3件').waitFor();
    await page.getByText('4项通过').waitFor();
    await page.locator('.decision-after .consequences').waitFor();
    expect((await page.locator('.decision-card').boundingBox())?.height).toBeLessThanOrEqual(194);
    await expectWhole(screen);
    await page.getByRole('textbox', { name: '同意日期' }).fill('昨');
    await page.keyboard.press('Tab');
    await page.locator('.decision-after .consequences').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: '签发' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('checkbox', { name: '办理时制作，存入办件' }).isChecked()).toBe(true);
    await dialog.getByText('不予公开', { exact: true }).click();
    await dialog.locator('[data-field=attributeReason] textarea').fill('载有个人信息');
    await dialog.getByText('审批中 → 已签发').waitFor();
    expect(await stateOf(cases.toApprove.id)).toBe('approving');
    await page.keyboard.press('Control+Enter');
    await page.getByText('现在没有要您决定的').waitFor();
    await page.getByText('已签发答复书，现在是“已签发”').waitFor();
    const fixed = { attribute: 'not_public', reason: '载有个人信息' };
    expect(await read(cases.toApprove.id)).toMatchObject({ state: 'signed', attribute: { fixed } });
    const { items } = (await read(`${cases.toApprove.id}/journal`)) as JournalPage;
    expect(items.find(({ type }) => type === 'APPROVED')?.fact).toMatchObject({ on: '2026-05-07' });
    await page.getByRole('link', { name: /已审批/ }).click();
    await page.getByRole('table', { name: '已审批' }).getByText('户外广告设置许可清单及一宗处罚案卷').waitFor();
    expect(screen.complaints()).toEqual([]);
  });

  test('sending back needs a reason: the focus goes there', async () => {
    const screen = await browser.screen({ as: 'approver.bureau' });
    const { page } = screen;
    await screen.open(`/approve/${cases.toSign.id}`);
    await page.getByRole('button', { name: '退回修改' }).waitFor();
    await page.keyboard.press('Alt+t');
    await page.getByText('退回须说明理由，并指明事项').waitFor();
    await page.keyboard.type('事项1未写明救济途径');
    await page.reload();
    await page.getByRole('button', { name: '退回修改' }).waitFor();
    expect(await page.getByRole('textbox', { name: '您的意见' }).inputValue()).toBe('事项1未写明救济途径');
    await page.keyboard.press('Alt+t');
    await page.getByText('现在没有要您决定的').waitFor();
    expect(await stateOf(cases.toSign.id)).toBe('accepted');
    await expectWhole(screen);
  });

  test('an extension is approved with its new date in sight', async () => {
    const screen = await browser.screen({ as: 'approver.bureau' });
    const { page } = screen;
    await screen.open(`/approve/${cases.extension.id}`);
    await page.getByRole('button', { name: '同意延期', exact: true }).click();
    await page.getByRole('dialog').getByText('5月28日').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expectWhole(screen);
  });

  test('the reviewer blocks with a reason, or passes', async () => {
    const screen = await browser.screen({ as: 'reviewer.bureau' });
    const { page } = screen;
    await screen.open('/review');
    await page.getByText('2025年环卫作业外包合同履约评价').waitFor();
    await expectWhole(screen);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/review/${cases.toReview.id}`);
    const checks = page.getByRole('region', { name: '签发前核对' });
    await checks.getByText('1项待办').waitFor();
    expect(await checks.innerText()).not.toContain('未通过');
    await page.getByRole('button', { name: '审查不通过' }).click();
    await page.getByText('不通过须说明理由').waitFor();
    await expectWhole(screen);
    await page.locator('.attribute-field').getByText('主动公开', { exact: true }).click();
    await screen.press('Control+Enter');
    await page.getByText('公开属性与拟稿不同的，须说明理由').waitFor();
    await screen.press('>合同已公示', 'Control+Enter');
    await page.getByText('没有要本人审查的事项').waitFor();
    await page.getByRole('link', { name: '已审查' }).click();
    await page.getByRole('table', { name: '已审查' }).getByText('2025年环卫作业外包合同履约评价').waitFor();
    expect(screen.complaints()).toEqual([]);
  });

  test('the archivist sees what is there and files', async () => {
    const screen = await browser.screen({ as: 'archivist.bureau' });
    const page = await screen.open('/archive').then(() => screen.page);
    await page.getByText('餐厨垃圾收运合同、考核与路线图').click();
    await page.getByText('送达均有证明').waitFor();
    await expectWhole(screen);
    await page.getByRole('button', { name: '归档' }).click();
    for (const why of ['送达凭证不全的原因', '没有留存文书副本的原因']) await page.getByLabel(why).fill('原件在纸质卷');
    await page.getByRole('dialog').getByText('已办结 → 已归档').waitFor();
    expect(await page.getByRole('radio', { name: '10年' }).isChecked()).toBe(true);
    await page.keyboard.press('Control+Enter');
    await page.getByText('已归档。').waitFor();
    expect(await stateOf(cases.toFile.id)).toBe('filed');
    expect(screen.complaints()).toEqual([]);
  });

  test('the auditor searches by the address, reads a journal, and has the chains verified', async () => {
    const screen = await browser.screen({ as: 'auditor.bureau', language: 'en' });
    const { page } = screen;
    await screen.open('/search?light=overdue,red&open=true');
    await page.locator('tr[data-case]').first().waitFor();
    const shown = await page.locator('tr[data-case]').count();
    expect(await page.getByRole('main').innerText()).toContain(`${shown} of ${shown} cases shown`);
    await expectWhole(screen);
    await screen.open(`/journal?case=${cases.posted.id}`);
    await page.getByRole('row').nth(5).waitFor();
    await page.getByText('As it was hashed').first().click();
    await page.getByText('"type": "APPLICATION_RECEIVED"').waitFor();
    await expectWhole(screen);
    await page.getByRole('link', { name: 'Verify' }).click();
    await page.getByRole('button', { name: 'Verify now' }).click();
    await page.getByText(/all as written/).waitFor();
    await expectWhole(screen);
  });

  test('what somebody else changes is seen without reloading', async () => {
    const screen = await browser.screen({ as: 'caseworker.bureau' });
    const { page } = screen;
    await Promise.all([page.waitForResponse('**/api/v1/events'), screen.open('/pool')]);
    await page.getByText('柳溪公园周边夜间噪声执法记录').waitFor();
    const other = await api.officer('caseworker.bureau');
    await other.post(`/cases/${cases.fresh.id}/commands`, { type: 'claim' });
    await page.getByText('柳溪公园周边夜间噪声执法记录').waitFor({ state: 'detached' });
    expect(screen.complaints()).toEqual([]);
  });

  test('what was answered before is seen while it is typed again, and answered as repeated with the earlier reply named (REG 36(6))', async () => {
    const clerk = await browser.screen({ as: 'clerk.bureau' });
    await clerk.open('/log');
    const { page, press } = { page: clerk.page, press: (key: string) => clerk.page.keyboard.press(key) };
    await page.locator('.letter').waitFor();
    await press('1');
    await page.locator('#arrivedOn').fill('8');
    await page.locator('#name').fill('沈知远');
    await page.locator('[id="items.0.description"]').fill('餐厨垃圾收运合同、考核与路线图');
    const before = page.getByRole('region', { name: '历次与类似申请' }).locator('li', { hasText: cases.toFile.number });
    await before.getByText('相似100%').waitFor();

    // What few letters need comes by a key; a power of attorney that is missing holds nothing up.
    await page.locator('#agent').fill('何律');
    await press('Alt+p');
    await page.locator('#agentIdNumber:focus').waitFor();
    await page.locator('#agentIdNumber').fill('11010519491231002X');
    await page.getByText('✓ 校验位').waitFor();
    await page.locator('#accessibility').fill('大字版');
    await page.getByText('没有授权委托书：照常登记，提醒补交').waitFor();
    await expectWhole(clerk);
    await press('Control+Enter');
    await page.locator('.logged').waitFor();
    const caseworker = await api.officer('caseworker.bureau');
    const { items } = (await caseworker.get('/cases?q=餐厨垃圾&state=received')).body as CaseList;
    const id = items[0]?.id ?? '';
    await step(caseworker, id, { type: 'accept' });

    const screen = await browser.screen({ as: 'caseworker.bureau' });
    await screen.open(`/case/${id}?tab=earlier`);
    await screen.page.getByText('没有授权委托书：代理人何律').waitFor();
    const form = screen.page.getByRole('dialog');
    // That somebody asks too much a person finds; the numbers are proposed (REG 35).
    await screen.page.getByRole('button', { name: '认定明显超过合理范围…' }).click();
    expect(await form.locator('[data-field=requestsThisYear] input').inputValue()).toBe('14');
    expect(await form.locator('[data-field=similar] textarea').inputValue()).toContain(cases.toFile.number);
    await screen.page.keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });
    await screen.page
      .locator('.case-tabs li', { hasText: cases.toFile.number })
      .getByRole('button', { name: '按重复申请答复' })
      .click();
    await form.getByText('无障碍需求：大字版').waitFor();
    await form.locator('[data-field=earlierCaseId]', { hasText: cases.toFile.number }).waitFor();
    expect(await form.locator('[data-field=earlierNumber], :text("撤回的也计")').count()).toBe(0);
    await screen.page.keyboard.press('Control+Enter');
    await form.waitFor({ state: 'hidden' });
    const { items: answered } = (await caseworker.get(`/cases/${id}`)).body as CaseView;
    const named = { earlierCaseId: cases.toFile.id, earlierDay: expect.any(String) as unknown };
    expect(answered[0]?.decision).toMatchObject({ code: 'repeated', ...named });
    await screen.page.getByRole('tab', { name: /^事项/ }).click();
    await screen.page.locator(`a[href$="/case/${cases.toFile.id}"]`, { hasText: '此前的办件' }).waitFor();

    // Whose number it is and why it was looked at is on record before it is seen.
    await screen.open(`/case/${id}?tab=applicant`);
    await screen.page.getByRole('button', { name: '查看完整号码' }).click();
    await expectWhole(screen);
    await screen.page.getByRole('button', { name: '查看', exact: true }).click();
    await screen.page.getByText('11010519491231002X').waitFor();
    await screen.page.getByRole('tab', { name: /^事项/ }).click();
    await screen.page.getByRole('tab', { name: /^申请人/ }).click();
    await screen.page.getByText('****002X').waitFor();
    expect(await screen.page.getByText('11010519491231002X').count()).toBe(0);
    // Another agent takes over: nothing of the one before is left.
    const lines = screen.page.locator('dl.case-lines');
    await lines.getByRole('link', { name: '变更代理人' }).click();
    await form.locator('[data-field=agent] input').fill('陶真');
    await expectWhole(screen);
    await screen.press('Control+Enter');
    await form.waitFor({ state: 'hidden' });
    await lines.getByText('陶真').waitFor();
    expect(await lines.getByText('****002X').count()).toBe(0);
    const auditor = await browser.screen({ as: 'auditor.bureau' });
    await auditor.open('/settings/log');
    await auditor.page.locator('tr', { hasText: '查看证件号码' }).getByText('沈知远').waitFor();
    await auditor.page.locator('tr', { hasText: '查看证件号码' }).getByText('核对身份').waitFor();
    for (const seen of [clerk, screen, auditor]) expect(seen.complaints()).toEqual([]);
  });

  test('a record is redacted: words found and an area drawn by one person, checked by another, and ready to be released', async () => {
    const caseworker = await api.officer('caseworker.bureau');
    const content = pdfOf([{ content: written('Paid to Zhang San', 72, 700) }, { content: written('ZHANG SAN', 72, 700) }]);
    const { body } = await caseworker.upload('/files', new File([new Uint8Array(content)], '付款凭证.pdf'));
    const { id: fileId } = body as { id: string };
    await step(caseworker, cases.green.id, { type: 'note', text: '档案原件', fileIds: [fileId] });
    const screen = await browser.screen({ as: 'caseworker.bureau' });
    const { page } = screen;
    await screen.open(`/case/${cases.green.id}?tab=files`);
    await page.getByRole('button', { name: '遮盖付款凭证.pdf' }).click();
    await page.waitForURL('**/redact/*');
    await redactWaiting(api);
    await page.getByRole('img', { name: '付款凭证.pdf，第1页' }).waitFor();
    await page.getByRole('textbox', { name: '查找文字（全部页面）' }).fill('zhang san');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '全部标记（2处）' }).click();
    await page.getByRole('heading', { name: '遮盖标记1项' }).waitFor();
    await drawArea(page, [100, 200], [260, 240]);
    await page.getByRole('heading', { name: '遮盖标记2项' }).waitFor();
    await page.getByRole('button', { name: '删除标记：zhang san' }).click();
    await page.getByRole('heading', { name: '遮盖标记1项' }).waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('heading', { name: '遮盖标记2项' }).waitFor();
    await page.locator('.redact-mark').last().press('ArrowDown');
    await expectWhole(screen);
    await screen.picture('redact');
    await page.getByRole('button', { name: '送复核' }).click();
    await page.getByText('待第二人复核').waitFor();
    const second = await browser.screen({ as: 'reviewer.bureau' });
    await second.page.goto(page.url());
    await second.page.getByRole('button', { name: '复核通过，生成公开版' }).click();
    await second.page.getByText('正在生成公开版：0/2页').waitFor();
    await redactWaiting(api);
    await second.page.getByRole('link', { name: '付款凭证（公开版）.pdf' }).waitFor();
    await expectWhole(second);
  });
});
