import { localDate } from '@gongkai/calendar';
import type { JournalPage } from '@gongkai/contracts';
import { readXlsx } from 'hucre/xlsx';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTestApi, type TestApi } from '../support/api.js';
import { open, step } from '../support/applications.js';
import { faultsOf } from '../support/bag.js';
import { expectWhole, TestBrowser } from '../support/browser.js';
import { redactWaiting } from '../support/drawing.js';
import { OfficeDays } from '../support/office-days.js';
import { pdfOf, written } from '../support/pdfs.js';
import { chosen, typed } from '../support/step-form.js';
import { REFUSED } from '../support/roads.js';
import { suiteNeeding } from '../support/tools.js';
import { unzip } from '../support/unzip.js';

const MINUTES = 60_000;

/** One form, four items, four answers: what a court looks at afterwards; and a case that is late, which a supervisor looks at before. */
suiteNeeding('chromium')('four items with different answers, from the counter to the court bundle', () => {
  let api: TestApi;
  let browser: TestBrowser;
  let office: OfficeDays;
  beforeAll(async () => {
    api = await startTestApi({ today: '2026-02-09' });
    browser = await TestBrowser.launch(api);
    office = new OfficeDays(api, browser);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  test(
    'public already, parts withheld, refused, not there; sent back once, returned once, served, filed, exported',
    async () => {
      const clerk = await api.officer('clerk.bureau');
      const { id } = await open(clerk, {
        receipt: { channel: 'in_person', submittedOn: '2026-02-09' },
        items: ['2025年预算公开表', '某工程付款凭证', '内部讨论稿', '2010年巡查日志'].map((description) => ({ description })),
      });
      let now = await office.on('2026-02-09', id, ['clerk', 'register'], ['caseworker', 'accept'], ['caseworker', 'claim']);
      expect(now.deadlines).toMatchObject({ receivedOn: '2026-02-09', finalDue: '2026-03-13' });

      const caseworker = await api.officer('caseworker.bureau');
      const content = pdfOf([{ content: written('Paid to Zhang San', 72, 700) }]);
      const added = await caseworker.upload('/files', new File([new Uint8Array(content)], '付款凭证.pdf'));
      await step(caseworker, id, { type: 'note', text: '档案原件', fileIds: [(added.body as { id: string }).id] });

      const { page } = await office.screenOf('caseworker');
      await page.goto(`${api.url}/case/${id}?tab=files`);
      await page.getByRole('button', { name: '遮盖付款凭证.pdf' }).click();
      await page.waitForURL('**/redact/*');
      await redactWaiting(api);
      await page.getByRole('img', { name: '付款凭证.pdf，第1页' }).waitFor();
      await page.getByRole('textbox', { name: '查找文字（全部页面）' }).fill('zhang san');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '全部标记（1处）' }).click();
      await page.getByRole('button', { name: '送复核' }).click();
      await page.getByText('待第二人复核').waitFor();
      const { page: second } = await browser.screen({ as: 'reviewer.bureau' });
      await second.goto(page.url());
      await second.getByRole('button', { name: '复核通过，生成公开版' }).click();
      await second.getByText('正在生成公开版：0/1页').waitFor();
      await redactWaiting(api);
      await second.getByRole('link', { name: '付款凭证（公开版）.pdf' }).waitFor();

      const withheld = {
        ...{ code: chosen('部分公开'), ground: chosen('商业秘密、个人隐私'), reasons: typed('含个人姓名') },
        ...{ facts: typed('凭证载有收款人姓名'), harm: typed('公开会使其个人信息被冒用') },
      };
      const refused = {
        ...{ code: chosen('不予公开'), ground: chosen('过程性信息'), reasons: typed('尚在讨论') },
        ...{ facts: typed('2025年专题会讨论稿'), severability: typed('全文均为讨论意见') },
      };
      now = await office.on(
        '2026-03-02',
        id,
        ['caseworker', 'recordSearch', { where: typed('档案室'), words: typed('巡查日志 2010'), result: typed('没有找到') }],
        ['caseworker', 'decideItem', { code: chosen('已主动公开'), otherOrgan: typed('门户网站预算公开专栏') }],
        ['caseworker', 'decideItem', { ...withheld, fileIds: chosen('付款凭证（公开版）.pdf') }],
        ['caseworker', 'decideItem', refused],
        ['caseworker', 'decideItem', { code: chosen('信息不存在') }],
        ['caseworker', 'submitReview'],
        ['reviewer', 'blockReview', { reason: typed('请附原件页码') }],
        ['caseworker', 'submitReview'],
        ['reviewer', 'passReview'],
        ['caseworker', 'submitForApproval'],
        ['approver', 'sendBack', { reason: typed('第三项理由写具体') }],
        ['caseworker', 'decideItem', { itemId: chosen('内部讨论稿'), reasons: typed('属讨论过程中的意见，方案未定') }],
        ['caseworker', 'submitForApproval'],
        ['approver', 'approve'],
        ['approver', 'signReply'],
      );
      expect(now.items.map(({ decision }) => decision?.code)).toEqual([
        'already_public',
        'partly_granted',
        'refused',
        'not_existing',
      ]);
      expect(now.items.map(({ remedy }) => remedy)).toEqual([
        'either',
        'reconsideration_first',
        'reconsideration_first',
        'either',
      ]);
      await office.on('2026-03-03', id, [
        'caseworker',
        'dispatch',
        { mode: chosen('EMS'), trackingNumber: typed('EA123456789CN') },
      ]);
      await office.on('2026-03-10', id, ['caseworker', 'recordReturn', { reason: typed('收件人外出') }]);
      await office.on('2026-03-11', id, [
        'caseworker',
        'dispatch',
        { mode: chosen('EMS'), trackingNumber: typed('EA987654321CN') },
      ]);
      now = await office.on('2026-03-16', id, ['clerk', 'recordService', { how: typed('本人签收') }]);
      expect(now).toMatchObject({ state: 'closed', outcome: 'partly_granted', reportRow: { row: 'b.r2_partly_granted' } });
      expect(now.items.map(({ reportRow }) => reportRow?.row)).toEqual([
        'b.r1_granted',
        'b.r2_partly_granted',
        'b.r3_6_process_information',
        'b.r4_1_not_held',
      ]);
      now = await office.on('2026-03-17', id, ['archivist', 'file', { unproven: typed('送达凭证原件在纸质卷') }]);
      expect(now.links.map(({ status }) => status)).toEqual(['done', 'done', 'done', 'done', 'done']);
      await office.close();

      const archivist = await api.officer('archivist.bureau');
      const answer = await fetch(`${archivist.base}/cases/${id}/export`, { headers: { cookie: archivist.cookie } });
      const bag = mkdtempSync(path.join(tmpdir(), 'gongkai-bag-'));
      unzip(Buffer.from(await answer.arrayBuffer()), bag);
      expect(faultsOf(bag)).toEqual([]);
      const documents = readdirSync(path.join(bag, 'data/documents')).join();
      const records = [/申请登记表.*\.pdf/, /检索记录.*\.pdf/, /保密审查单.*\.pdf/, /发文签批单.*\.docx/];
      for (const one of [/付款凭证（公开版）\.pdf/, ...records]) expect(documents).toMatch(one);
      rmSync(bag, { recursive: true });
      const bundle = await fetch(`${archivist.base}/cases/${id}/bundle`, { headers: { cookie: archivist.cookie } });
      expect([bundle.status, bundle.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    },
    10 * MINUTES,
  );

  test('an order on a case at risk is given, answered and closed; what others have open changes by itself', async () => {
    api.clock.set(localDate('2026-03-02'));
    const caseworker = await api.officer('caseworker.bureau');
    const { id, number } = await open(await api.officer('clerk.bureau'), { items: [{ description: '逾期的件' }] });
    await step(caseworker, id, { type: 'accept' });
    await step(caseworker, id, { type: 'claim' });
    api.clock.set(localDate('2026-03-31'));
    const worker = await browser.screen({ as: 'caseworker.bureau' });
    await worker.open('/desk');
    await worker.page.locator('tr[data-case]').first().waitFor();
    const screen = await browser.screen({ as: 'supervisor.bureau' });
    const { page } = screen;
    await screen.open('/overview');
    await page.getByRole('link', { name: `督办${number}`, exact: true }).click();
    await page.getByRole('dialog').getByText('说明情况', { exact: true }).click();
    await page.locator('[data-field=demand] textarea').fill('说明为何逾期，何时答复');
    await page.locator('[data-field=workingDays] input').fill('2');
    await expectWhole(screen);
    await page.getByRole('dialog').getByRole('button', { name: '发出督办' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    await worker.page.getByRole('link', { name: '1条督办待答复', exact: true }).click();
    await expectWhole(worker);
    await worker.page.locator('tr[data-state=open]').getByRole('link', { name: number, exact: true }).click();
    await worker.page.getByRole('region', { name: '本件的督办' }).getByRole('link', { name: '答复督办' }).click();
    await worker.page.locator('[data-field=answer] textarea').fill('附图已找到，今天送审');
    await screen.open('/orders');
    await page.locator('tr[data-state=open]').waitFor();
    await worker.page.getByRole('dialog').getByRole('button', { name: '答复督办' }).click();
    await page.locator('tr[data-state=answered]').getByText('附图已找到，今天送审').waitFor();
    await page.getByRole('link', { name: '已答复 1', exact: true }).click();
    await expectWhole(screen);
    await screen.picture('orders');

    await page.locator('tr[data-state=answered]').getByRole('link', { name: number, exact: true }).click();
    await page.getByRole('region', { name: '本件的督办' }).getByRole('link', { name: '督办销号' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '督办销号' }).click();
    await worker.page.locator('tr[data-state=closed]').waitFor();
    await expectWhole(worker);
    const { items } = (await (await api.officer('supervisor.bureau')).get(`/cases/${id}/journal`)).body as JournalPage;
    expect(items.slice(-3).map(({ type }) => type)).toEqual(['ORDER_ISSUED', 'ORDER_ANSWERED', 'ORDER_CLOSED']);

    await screen.open('/overview/cases?open=true&light=overdue');
    await page.locator('tr[data-case] input[type=checkbox]').first().check();
    await page.getByRole('button', { name: '督办 1', exact: true }).click();
    await page.getByLabel('督办要求').fill('本周内检索完毕');
    await expectWhole(screen);
    await page.locator('.order-form').getByRole('button', { name: '发出督办' }).click();
    await page.getByText('已发出1件督办').waitFor();
  });

  test('a refusal waits for its legal review, and the head of the unit has it signed by another', async () => {
    const [clerk, caseworker] = [await api.officer('clerk.science'), await api.officer('caseworker.science')];
    const { id, items } = await open(clerk, { receipt: { channel: 'in_person', submittedOn: api.clock.today() } });
    await step(caseworker, id, { type: 'accept' });
    await step(caseworker, id, { type: 'decideItem', itemId: items[0]?.id, ...REFUSED });
    await step(caseworker, id, { type: 'submitForApproval', attribute: 'public' });

    const legal = await browser.screen({ as: 'legal.science' });
    await legal.open(`/review/${id}`);
    // Nothing is chosen for a reviewer beforehand.
    await legal.page.getByText('同意，有意见', { exact: true }).waitFor();
    await legal.page.keyboard.press('Control+Enter');
    await legal.page.getByText('请先选择审核结论').waitFor();
    await legal.page.getByText('同意，有意见', { exact: true }).click();
    await legal.page.getByRole('textbox', { name: '法制审核意见' }).fill('依据应写明款项');
    await expectWhole(legal);
    await legal.page.keyboard.press('Control+Enter');
    await legal.page.getByRole('region', { name: '意见', exact: true }).getByText('依据应写明款项').waitFor();

    const head = await browser.screen({ as: 'unit-head.science' });
    await head.open(`/approve/${id}`);
    await head.page.getByText('依据应写明款项').first().waitFor();
    await head.page.locator('.top-person').click();
    await head.page.getByRole('menuitem', { name: '委托审批' }).click();
    const dialog = head.page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '受托人' }).click();
    await head.page.locator('.ant-select-item-option', { hasText: '黄振华' }).click();
    await dialog.locator('#delegation-reason').fill('外出学习');
    await dialog.getByRole('button', { name: '委托', exact: true }).click();
    await dialog.locator('[data-delegation="in_force"]').waitFor();
    const deputy = await api.officer('approver.science');
    expect((await step(deputy, id, { type: 'approve' })).approval?.steps[0]?.given).toMatchObject({
      delegatedOn: api.clock.today(),
    });
    expect([...legal.complaints(), ...head.complaints()]).toEqual([]);
  });

  test('an assessor from outside judges by evidence; who leads settles it, and the table of organs is taken along as it stands', async () => {
    const leader = await browser.screen({ as: 'supervisor.district' });
    await leader.open('/assessments');
    await leader.page.getByRole('button', { name: '开始考核' }).click();
    await leader.page.locator('tr[data-organ="street"]', { hasText: '还缺2项评分或佐证，不排名次' }).waitFor();
    const { pathname: address } = new URL(leader.page.url());

    const assessor = await browser.screen({ as: 'assessor.district' });
    await assessor.open(`${address}/street`);
    for (const [name, choice] of [
      ['公开指南及时更新', '部分内容未更新'],
      ['公开目录及时更新', '及时'],
    ] as const) {
      await assessor.page.getByRole('combobox', { name, exact: true }).click();
      await assessor.page.locator('.ant-select-item-option', { hasText: choice }).last().click();
      const proof = { name: `${name}.txt`, mimeType: 'text/plain', buffer: Buffer.from(name) };
      await assessor.page.getByLabel(`${name}：佐证材料`).setInputFiles(proof);
      await assessor.page.getByRole('button', { name: `移除${name}.txt` }).waitFor();
    }
    await assessor.page.getByRole('button', { name: '保存评定' }).click();
    await assessor.page.locator('tr[data-indicator="guide"]').getByRole('link', { name: '公开指南及时更新.txt' }).waitFor();
    await expectWhole(assessor);
    // Of cases there is nothing for them, by whatever address.
    await assessor.open('/search');
    await assessor.page.getByText('第三方评估人员只能查看考核需要的内容，看不到办件和个人信息').first().waitFor();
    expect(await assessor.page.locator('tr[data-case]').count()).toBe(0);

    await leader.open(`${address}/street`);
    for (const [act, state] of [
      ['告知单位', '已告知'],
      ['定稿', '已定稿'],
    ] as const) {
      await leader.page.getByRole('button', { name: act }).click();
      await leader.page.getByText(state, { exact: true }).waitFor();
    }
    await leader.page.getByRole('link', { name: '回到排名' }).click();
    const row = leader.page.locator('tr[data-organ="street"]');
    await row.getByText('已定稿').waitFor();
    const [saved] = await Promise.all([
      leader.page.waitForEvent('download'),
      leader.page.getByRole('button', { name: '导出表格' }).click(),
    ]);
    const { sheets } = await readXlsx(readFileSync(await saved.path()));
    // Of 40 points that could be measured 17.5: half of 15 for the guide, 10 for the catalogue, none of 15 for trainings.
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(expect.arrayContaining(['1', '7.5', '10', '43.8', '不合格']));
    expect(sheets[0]?.rows[1]?.slice(0, 8)).toEqual([
      ...[1, '清河区柳荫街道办事处', '没有可计量的，不计', '无可计量', '部分内容未更新', 7.5, '及时', 10],
    ]);
    expect(sheets[0]?.rows[1]).toEqual(expect.arrayContaining([43.8, '不合格', '已定稿']));
    await expectWhole(leader);
  });
});
