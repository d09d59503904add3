import type { CaseView } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../support/api.js';
import { open, step } from '../support/applications.js';
import { expectWhole, TestBrowser } from '../support/browser.js';
import { OFFICE_DAY } from '../support/caseload.js';
import { ORIGINAL } from '../support/original.js';
import { suiteNeeding } from '../support/tools.js';

const REASONS = ['2025年的台账已于今年1月在网站公布', '2025年的台账已于今年3月在网站公布，可以下载'];

suiteNeeding('chromium')('the history of a case, in a browser', () => {
  let api: TestApi;
  let browser: TestBrowser;
  let view: CaseView;
  beforeAll(async () => {
    api = await startTestApi({ today: OFFICE_DAY });
    const roles = ['clerk', 'caseworker', 'reviewer', 'approver'] as const;
    const [clerk, caseworker, reviewer, approver] = await Promise.all(roles.map((role) => api.officer(`${role}.bureau`)));
    if (!clerk || !caseworker || !reviewer || !approver) throw new Error('Nobody is here.');
    view = await open(clerk, { receipt: { channel: 'in_person', submittedOn: OFFICE_DAY } });
    const itemId = view.items[0]?.id;
    await step(caseworker, view.id, { type: 'accept' });
    await step(caseworker, view.id, { type: 'claim' });
    await step(caseworker, view.id, { type: 'decideItem', itemId, code: 'granted' });
    await step(caseworker, view.id, { type: 'submitReview', itemId, ...ORIGINAL });
    await step(reviewer, view.id, { type: 'passReview', itemId, attribute: 'public', attributeReason: '涉及公众利益' });
    await step(caseworker, view.id, { type: 'submitForApproval' });
    await step(approver, view.id, { type: 'sendBack', reason: '请再核对是否涉及第三方' });
    for (const reasons of REASONS)
      await step(caseworker, view.id, {
        type: 'decideItem',
        itemId,
        code: 'already_public',
        otherOrgan: '门户网站“双公示”栏目',
        reasons,
      });
    await step(caseworker, view.id, { type: 'submitForApproval' });
    await step(caseworker, view.id, { type: 'note', text: '已电话告知申请人先行处理情况' });
    const { items } = (await caseworker.get(`/cases/${view.id}/journal?limit=100`)).body as {
      items: { id: string; type: string }[];
    };
    const entryId = items.at(-1)?.id;
    const text = '已书面告知申请人先行处理情况';
    await step(caseworker, view.id, { type: 'correctFact', entryId, fields: { text }, reason: '记错了方式' });
    browser = await TestBrowser.launch(api);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  test('tells of what was changed what was before and what is now, in both languages', async () => {
    const told = {
      'zh-CN': ['决定 予以公开 → 已主动公开', '备注 已电话书面告知申请人先行处理情况', '第1项：决定 予以公开 → 已主动公开'],
      en: [
        'decision Disclosed → Already public',
        'note 已电话书面告知申请人先行处理情况',
        'item 1, decision Disclosed → Already public',
      ],
    };
    for (const language of ['zh-CN', 'en'] as const) {
      const screen = await browser.screen({ as: 'caseworker.bureau', language });
      await screen.open(`/case/${view.id}`);
      const changed = screen.page.locator('.history .changes li');
      await changed.first().waitFor();
      expect(await changed.allInnerTexts()).toEqual(expect.arrayContaining(told[language]));
      const again = changed.filter({ hasText: '2025年的台账' }).nth(1);
      expect(await again.locator('del').allInnerTexts()).toEqual(['1']);
      expect(await again.locator('ins').allInnerTexts()).toEqual(['3', '，可以下载']);
      await expectWhole(screen);
    }
  });
});
