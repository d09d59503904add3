import { localDate } from '@gongkai/calendar';
import type { CaseList, CaseView } from '@gongkai/contracts';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTestApi, type TestApi } from '../support/api.js';
import { open, step } from '../support/applications.js';
import { expectWhole, TestBrowser } from '../support/browser.js';
import { OfficeDays } from '../support/office-days.js';
import { pdfOf, written } from '../support/pdfs.js';
import { expectRecordCorrected } from '../support/records-screen.js';
import { expectRemediesCounted } from '../support/remedies-screen.js';
import { chosen, onButton, typed } from '../support/step-form.js';
import { chooseFound } from '../support/list-by-keys.js';
import { suiteNeeding } from '../support/tools.js';
import { approvedReport, handInReport } from '../support/written-report.js';
import { ORIGINAL } from '../support/original.js';

const REGISTERING = `
id: registering
name: { zh: 登记前核对, en: Before registering }
before: register
items: [{ id: envelope_kept, text: { zh: 信封已留存, en: The envelope is kept }, required: true }]
`;

/** What a caseworker does all day beside the straight road, in an office that charges the processing fee. */
suiteNeeding('chromium')('handling at the screen', () => {
  let api: TestApi;
  let browser: TestBrowser;
  let office: OfficeDays;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'gongkai-handling-'));
    cpSync('config', folder, { recursive: true });
    const pack = path.join(folder, 'statutes/cn-ogi-711.yaml');
    writeFileSync(pack, readFileSync(pack, 'utf8').replace(/(fee\.enabled:[\s\S]*?value: )false/, '$1true'));
    writeFileSync(path.join(folder, 'checklists/registering.yaml'), REGISTERING);
    api = await startTestApi({ today: '2026-03-02', env: { CONFIG_DIR: folder } });
    browser = await TestBrowser.launch(api);
    office = new OfficeDays(api, browser);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The screen of a role, at an address. */
  const at = async (role: string, address: string) => {
    const { page } = await office.screenOf(role);
    await page.goto(`${api.url}${address}`);
    return page;
  };

  const files = async (id: string, ...names: readonly string[]): Promise<void> => {
    const caseworker = await api.officer('caseworker.bureau');
    for (const [i, name] of names.entries()) {
      const content = pdfOf([{ content: written(`page ${String(i)}`, 72, 700) }]);
      const { body } = await caseworker.upload('/files', new File([new Uint8Array(content)], name));
      await step(caseworker, id, { type: 'note', text: name, fileIds: [(body as { id: string }).id] });
    }
  };

  test('handed back, helped with by a unit, an item withdrawn, answered in part; a fee is asked for and paid, and the clock begins anew', async () => {
    const items = ['巡查记录', '施工许可台账', '会议纪要'].map((description) => ({ description }));
    const { id } = await open(await api.officer('clerk.bureau'), { items });
    await office.on(
      '2026-03-02',
      id,
      ['caseworker', 'accept'],
      ['caseworker', 'claim'],
      ['caseworker', 'handBack', { reason: typed('不属本科业务') }],
    );
    expect((await office.view(id)).assignee).toBeNull();
    const asked = { unit: typed('档案室'), person: chosen('卢静娴'), task: typed('查2025年台账'), workingDays: typed('3') };
    let now = await office.on('2026-03-02', id, ['caseworker', 'claim'], ['caseworker', 'askUnit', asked]);
    expect(now.unitRequests).toMatchObject([{ unit: '档案室', due: '2026-03-05' }]);
    const helpers = await at('archivist', '/co-handling');
    const row = helpers.locator(`tr[data-case="${id}"]`);
    await row.getByLabel('档案室的反馈').fill('台账一份，可以公开');
    await row.getByRole('button', { name: onButton('反馈') }).click();
    await helpers.getByText('没有等你反馈的协办', { exact: false }).waitFor();
    expect((await office.view(id)).unitRequests).toMatchObject([{ answer: '台账一份，可以公开' }]);
    now = await office.on(
      '2026-03-03',
      id,
      ['caseworker', 'withdrawItem', { itemId: chosen('会议纪要'), how: typed('书面') }],
      ['caseworker', 'split', { items: chosen('施工许可台账'), inPart: chosen('留下的先行答复，拆出的另行答复（同一申请）') }],
    );
    expect([now.items.length, now.withdrawnItems.length, now.itemsApart]).toEqual([1, 1, 1]);

    await office.on('2026-03-04', id, [
      'approver',
      'sendFeeNotice',
      { finding: typed('本月已申请十项'), itemsBefore: typed('10'), countedOtherwise: typed('含窗口口头申请') },
    ]);
    now = await office.on('2026-03-05', id, ['clerk', 'recordService', { how: typed('本人签收') }]);
    expect([now.state, now.deadlines.feePaymentDue]).toEqual(['awaiting_payment', '2026-04-02']);
    now = await office.on('2026-03-09', id, ['caseworker', 'recordPayment', { amount: typed('100') }]);
    expect([now.state, now.deadlines.finalDue]).toEqual(['accepted', '2026-04-07']);
  });

  test('a step waits for what the office wants ticked before it; ticked by keyboard it opens, taken back it waits again', async () => {
    const { id } = await open(await api.officer('clerk.bureau'));
    const page = await at('clerk', `/case/${id}`);
    const refused = page.locator('.refused', { hasText: '核对清单里还没勾选：信封已留存' });
    await refused.waitFor();
    const box = page.getByRole('checkbox', { name: '信封已留存' });
    await box.focus();
    await page.keyboard.press('Space');
    await page.locator('.history li', { hasText: '核对：信封已留存' }).waitFor();
    await refused.waitFor({ state: 'detached' });
    expect(await box.isChecked()).toBe(true);
    await page.locator(`a[href$="/step/register"]`).waitFor();
    await page.keyboard.press('Space');
    const taken = page.locator('.history li', { hasText: '取消核对：信封已留存' });
    await taken.locator('.changes', { hasText: '核对 已核对 → 未核对' }).waitFor();
    await refused.waitFor();
    expect(await box.isChecked()).toBe(false);
    expect(await (await office.screenOf('clerk')).violations()).toEqual([]);
  });

  test('a third party refuses and is overruled, told in writing before the reply leaves; the reply comes back and is proven in the end', async () => {
    const { id } = await open(await api.officer('clerk.bureau'), {
      receipt: { channel: 'in_person', submittedOn: '2026-03-09' },
      items: [{ description: '洁源公司检测报告' }],
    });
    await office.on('2026-03-09', id, ['caseworker', 'accept'], ['caseworker', 'claim']);
    await files(id, '检测报告.pdf', '签收回执.pdf');
    const leaving = { mode: chosen('EMS'), trackingNumber: typed('EA000000011CN'), partyAddress: typed('园区路2号') };
    const { notices: asked } = await office.on('2026-03-10', id, [
      ...(['caseworker', 'askThirdParty', { party: typed('洁源公司'), ...leaving }] as const),
    ]);
    expect(asked).toMatchObject([{ mode: 'ems', attempts: [{ trackingNumber: 'EA000000011CN' }], lacks: ['paper'] }]);
    await office.on('2026-03-11', id, ['clerk', 'recordService', { how: typed('签收') }]);
    await office.on(
      '2026-03-16',
      id,
      ['caseworker', 'recordAnswer', { answer: chosen('不同意公开'), grounds: typed('涉及商业秘密') }],
      ['approver', 'overrideThirdParty', { publicInterest: typed('关系居民饮水安全') }],
      ['caseworker', 'decideItem', { code: chosen('予以公开'), fileIds: chosen('检测报告.pdf') }],
      ['caseworker', 'submitReview'],
      ['reviewer', 'passReview'],
      ['caseworker', 'submitForApproval'],
      ['approver', 'approve'],
      ['approver', 'signReply'],
    );
    const untold = await at('caseworker', `/case/${id}`);
    await untold.locator('.refused', { hasText: '发出答复' }).getByText('第三方', { exact: false }).waitFor();
    const byPost = { mode: chosen('EMS'), trackingNumber: typed('EA123456789CN') };
    await office.on('2026-03-17', id, ['caseworker', 'dispatchNotice', byPost], ['caseworker', 'dispatch', byPost]);
    let now: CaseView = await office.on('2026-03-24', id, ['caseworker', 'recordReturn', { reason: typed('收件人外出') }]);
    expect(now.turn).toMatchObject({ step: 'dispatch', due: '2026-03-27' });
    const desk = await at('caseworker', '/desk');
    await desk.locator(`tr[data-case="${id}"] .due-mark`, { hasText: '重送' }).waitFor();
    const first = (await at('caseworker', `/case/${id}?tab=nothing`)).getByRole('tab', { selected: true });
    expect(await first.innerText()).toContain('事项与决定');
    await (await at('caseworker', `/case/${id}?tab=notices`)).locator('.attempts', { hasText: '收件人外出' }).waitFor();
    await expectWhole(await office.screenOf('caseworker'));
    await office.on('2026-03-25', id, [
      'caseworker',
      'dispatch',
      { mode: chosen('挂号信'), trackingNumber: typed('XA123456789CN') },
    ]);
    now = await office.on(
      '2026-03-27',
      id,
      ['clerk', 'recordService', { how: typed('本人签收'), fileIds: chosen('签收回执.pdf') }],
      ['clerk', 'addProof', { noticeId: chosen('答复书'), carrier: typed('中国邮政') }],
      ['clerk', 'addStamped', { noticeId: chosen('答复书'), fileIds: chosen('检测报告.pdf'), differs: typed('只扫描了签章页') }],
    );
    const notices = await at('caseworker', `/case/${id}?tab=notices`);
    await notices.getByRole('link', { name: '盖章件', exact: true }).waitFor();
    expect(now.state).toBe('closed');
    expect(now.notices.find(({ kind }) => kind === 'reply')).toMatchObject({
      dispatchedOn: '2026-03-17',
      servedOn: '2026-03-27',
      lacks: [],
    });
    const filing = await at('archivist', `/case/${id}/step/file`);
    await filing.locator('.step-dialog li', { hasText: '没有登记送达：向第三方告知书' }).waitFor();
  });

  test('what is suggested on the form is answered after the reply; what was withheld is assessed anew, and then to be published', async () => {
    await office.close();
    api.clock.set(localDate('2026-04-01'));
    const portal = await browser.screen();
    const next = (): Promise<void> => portal.page.locator('.bar button[type=submit]').click();
    const title = (name: string): Promise<void> => portal.page.getByRole('heading', { level: 1, name }).waitFor();
    const items = ['摊位评分表', '内部讨论稿'].map((description) => ({ description, documentNumber: '', period: '' }));
    const draft = { organ: 'bureau', name: '沈知远', idNumber: '110101199003070011', email: 'shen@example.org', items };
    await portal.open('/portal/apply');
    await portal.page.evaluate(`sessionStorage.setItem('gongkai.application', '${JSON.stringify(draft)}')`);
    await portal.open('/portal/apply?step=4');
    await portal.page.getByLabel('我建议把公开给我的信息向所有人公开').check();
    await portal.page.getByLabel('理由（可以不填）').fill('摊主都关心');
    await expectWhole(portal);
    await next();
    await title('核对一遍，然后交');
    await portal.page.getByText('摊主都关心', { exact: true }).waitFor();
    await next();
    await title('我们收到了');

    const [writer, reviewer] = [await api.officer('caseworker.bureau'), await api.officer('reviewer.bureau')];
    const approver = await api.officer('approver.bureau');
    const found = (await writer.get(`/cases?q=${encodeURIComponent('摊位评分表')}`)).body as CaseList;
    const [{ id, number }] = found.items as [CaseList['items'][number]];
    const mark = (await at('caseworker', `/case/${id}`)).locator('.case-marks li', { hasText: '申请人建议主动公开' });
    expect(await mark.innerText()).toContain('摊主都关心');
    await step(writer, id, { type: 'accept' });
    await step(writer, id, { type: 'claim' });
    await step(writer, id, { type: 'recordSearch', where: '档案室', words: '摊位', result: '找到' });
    const [given, withheld] = (await office.view(id)).items.map((item) => item.id) as [string, string];
    await step(writer, id, { type: 'decideItem', itemId: given, code: 'granted' });
    const findings = { facts: '讨论记录', severability: '全文均为讨论意见' };
    const refusal = { code: 'refused', ground: 'process_information', article: 'REG 16(2)', reasons: '尚在讨论', ...findings };
    await step(writer, id, { type: 'decideItem', itemId: withheld, ...refusal });
    await step(writer, id, { type: 'submitReview', itemId: given, ...ORIGINAL });
    await step(reviewer, id, { type: 'passReview', itemId: given });
    await step(writer, id, { type: 'submitForApproval' });
    for (const type of ['approve', 'signReply']) await step(approver, id, { type });
    await step(writer, id, { type: 'dispatch', mode: 'email' });

    const duties = await at('caseworker', '/publications');
    const duty = (what: string) => duties.locator(`tr[data-duty="${what} ${number}"]`);
    await duty('answer').getByText('申请人的理由：摊主都关心').waitFor();
    await duty('assess').waitFor();
    await expectWhole(await office.screenOf('caseworker'));
    await office.on('2026-04-01', id, ['caseworker', 'declinePublication', { reason: typed('只与一人有关') }]);
    await at('caseworker', '/publications');
    await duty('assess').getByRole('link', { name: number }).click();
    await duties.waitForURL(`**/case/${id}`);
    await office.on('2026-04-01', id, [
      'caseworker',
      'reviewWithholding',
      { result: chosen('可以公开'), reason: typed('已经定稿') },
    ]);
    await at('caseworker', '/publications');
    await duty('publish').waitFor();
    expect(await duty('assess').count()).toBe(0);
    await office.close();
  });

  test('a reconsideration won and a litigation lost stand in the right cells of the report', () =>
    expectRemediesCounted(api, office));

  test('a record about oneself is corrected, from the portal to the answer', () => expectRecordCorrected(api, browser, office));

  test('a report is written, approved by somebody else and frozen by who was asked about this one', async () => {
    const [supervisor, district] = [await api.officer('supervisor.district'), await api.officer('admin.district')];
    await Promise.all([approvedReport(supervisor, district, 2025), handInReport(supervisor, 2024)]);
    const casesBelow = await district.get('/reports/annual/2025/cells/b.new_received.total/cases?scope=below');
    expect([(await district.get('/reports/annual/2025?scope=below')).status, casesBelow.status]).toEqual([200, 403]);
    const screen = await browser.screen({ as: 'admin.district', language: 'en' });
    const { page } = screen;
    await screen.open('/reports/entry?year=2026');
    await page.locator('#entry-s5_problems').fill('收到申请件。');
    for (const key of ['ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
    await page.getByRole('combobox', { name: 'Quote a figure in Main problems' }).fill('newly received this year: total');
    await chooseFound(page, 'newly received this year: total');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('[data-field="s5_problems"]', { hasText: /It reads: 收到申请\d+件/ }).waitFor();
    await expectWhole(screen);
    await screen.open('/reports/entry?year=2024');
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.locator('section[data-entry="approved"]').waitFor();
    const freeze = page.getByRole('button', { name: 'Freeze the report', exact: true });
    const isSure = page.getByRole('button', { name: 'Yes, freeze it', exact: true });
    await screen.open('/reports?year=2025');
    await freeze.click();
    await isSure.waitFor();
    await page.getByRole('combobox', { name: 'Year' }).click();
    await page.getByTitle('2024', { exact: true }).click();
    await page.getByRole('heading', { name: /annual report 2024$/ }).waitFor();
    await freeze.click();
    await isSure.click();
    await page.getByText('Nothing has changed since.', { exact: true }).waitFor();
    await expectWhole(screen);
    await page.getByRole('combobox', { name: 'Period' }).click();
    await page.getByTitle('First half', { exact: true }).click();
    await page.getByRole('heading', { name: /1 Jan.* to .*30 Jun/ }).waitFor();
    expect(await page.locator('[data-publication]').count()).toBe(0);
    await expectWhole(screen);
    const frozenIn = async (query: string) =>
      (await district.get(`/reports/annual/2024.json${query}`)).body as { frozen: unknown };
    expect(await frozenIn('')).toMatchObject({ frozen: { hash: expect.any(String) } });
    expect(await frozenIn('?current=true')).toMatchObject({ frozen: null });
    for (const wrong of ['3000', '2024/cells/b.new_received.total/cases?cursor=-3'])
      expect(await district.get(`/reports/annual/${wrong}`)).toMatchObject({ status: 422 });
  });
});
