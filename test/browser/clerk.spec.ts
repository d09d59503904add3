import type { ArrivalList, CaseList, CaseView, JournalPage, Ledger, ReceiptSlip } from '@gongkai/contracts';
import { dayWords } from '../../apps/console/src/i18n/days.js';
import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { startTestApi, type TestApi } from '../support/api.js';
import { pagesOf, readByCamera, TestBrowser, type Screen } from '../support/browser.js';
import type { Officer } from '../support/officer.js';
import { application } from '../support/applications.js';
import { eventually } from '../support/eventually.js';
import { daysOf, LETTERS } from '../support/letters.js';
import { suiteNeeding } from '../support/tools.js';

const TODAY = '2026-05-08';

suiteNeeding('chromium')('a clerk, by keyboard alone', () => {
  let api: TestApi;
  let browser: TestBrowser;
  let clerk: Officer;
  let screen: Screen;
  let confirmed: CaseView;
  beforeAll(async () => {
    api = await startTestApi({ today: TODAY });
    clerk = await api.officer('clerk.bureau');
    browser = await TestBrowser.launch(api);
    screen = await browser.screen({ as: 'clerk.bureau' });
    await screen.open('/log');
    await screen.page.waitForSelector('.letter');
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  /** Names of keys, and text behind a `>`. */
  const press = (...keys: readonly string[]): Promise<void> => screen.press(...keys);

  const legal = () => screen.page.locator('.legal-dates');
  /** Waits until just these dates are shown at right, in this order. */
  const expectDates = (...days: readonly (string | null | undefined)[]): Promise<void> =>
    eventually(async () => {
      const shown = `[...document.querySelectorAll('.legal-dates time')].map(({ dateTime }) => dateTime)`;
      expect(await screen.page.evaluate(shown)).toEqual(days);
    });
  const ledgerOf = async (receipt: object): Promise<Ledger> => (await clerk.post('/deadlines', { receipt })).body as Ledger;
  const lastLogged = async (): Promise<CaseView> => {
    const { items } = (await clerk.get('/cases?sort=-openedOn&limit=200')).body as CaseList;
    const numbers = items.map(({ number, id }) => ({ id, place: Number(/(\d+)号$/.exec(number)?.[1]) }));
    const last = numbers.reduce((a, b) => (b.place > a.place ? b : a));
    return (await clerk.get(`/cases/${last.id}`)).body as CaseView;
  };
  const logIt = async (): Promise<CaseView> => {
    await press('Control+Enter');
    await screen.page.waitForSelector('.logged');
    const view = await lastLogged();
    expect(await screen.page.locator('.logged h1').innerText()).toBe(`已登记，${view.number}`);
    return view;
  };
  const nextLetter = async (): Promise<void> => {
    await press('n');
    await screen.page.waitForSelector('.letter');
  };
  /** From the field of the applicant's name to an item. */
  const who = ['>李明远', 'Enter', 'Enter', '>110101199003070011', ...Array<string>(5).fill('Enter'), '>2025年违法建设拆除台账'];

  test.each(LETTERS)('logs what came by channel %s', async (digit, keys, receipt, isUnconfirmed) => {
    await press(digit, 'Enter', ...keys, ...who);
    const ledger = await ledgerOf(daysOf(receipt));
    if (isUnconfirmed) {
      await legal().getByText('未与申请人确认，尚未起算').waitFor();
      await expectDates();
    } else {
      await expectDates(ledger.receivedOn, ledger.correctionNoticeDeadline, ledger.finalDue);
    }
    const view = await logIt();
    if (digit === '4') await screen.page.getByText('现在还没有联系记录').waitFor();
    expect(view.receipt).toMatchObject(receipt);
    expect(view.deadlines).toMatchObject({ receivedOn: ledger.receivedOn, finalDue: ledger.finalDue });
    expect(view.applicant).toMatchObject({ name: '李明远', idType: '居民身份证', idNumber: '****0011' });
    expect(view.items.map(({ description }) => description)).toEqual(['2025年违法建设拆除台账']);
    await nextLetter();
  });

  test('confirms while logging: the dates begin, and the receipt tells them', async () => {
    await press('4', 'Enter', '>8', 'Enter', 'Enter', 'Enter', ...who, 'F9', '1');
    const receipt = { channel: 'ordinary_mail', arrivedOn: TODAY, confirmedOn: TODAY };
    const ledger = await ledgerOf(receipt);
    await expectDates(ledger.receivedOn, ledger.correctionNoticeDeadline, ledger.finalDue);
    const earlier = screen.page.getByRole('region', { name: '历次与类似申请' });
    await earlier.getByText(/共\d+件，在办\d+件/).waitFor();
    await earlier.getByText('相似100%').first().waitFor();
    const view = await logIt();
    confirmed = view;
    expect(view.receipt).toMatchObject({ ...receipt, confirmedHow: '电话', confirmedBy: '申请人本人' });
    const sheet = screen.page.locator('.receipt-sheet');
    for (const words of [view.number, '李明远', '云川市城市管理综合行政执法局', dayWords['zh-CN'].full(ledger.finalDue ?? '')])
      expect(await sheet.innerText()).toContain(words);
    const { queryCode, address } = (await clerk.get(`/cases/${view.id}/receipt`)).body as ReceiptSlip;
    await sheet.getByText(queryCode).first().waitFor();
    expect(await readByCamera(screen.page, '.receipt-qr')).toBe(address);
    expect(await screen.violations()).toEqual([]);
    await nextLetter();
  });

  test('sees both readings of a misaddressed letter', async () => {
    await press('3', 'Enter', '>8', 'Enter', 'Enter', 'Enter', 'Enter', 'Space');
    const ledger = await ledgerOf({ channel: 'ems', signedOn: TODAY, misaddressed: true });
    await expectDates(ledger.cautiousFinalDue);
    await press('F9', '1');
    await expectDates('2026-05-08', '2026-06-04', '2026-05-18', '2026-06-04');
    const receipt = { channel: 'ems', signedOn: TODAY, misaddressed: true };
    const { id } = (await clerk.post('/cases', application({ receipt }))).body as CaseView;
    await screen.open(`/inbox?id=${id}`);
    await screen.page.getByText('6月4日 周四 按签收之日起算，先按这天办').waitFor();
    await screen.open('/log');
    await screen.page.waitForSelector('.letter');
  });

  test('types beside the scan, and sees day by day how a date comes about', async () => {
    const dot = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    await screen.page.setInputFiles('input[type=file]', { name: '来信.png', mimeType: 'image/png', buffer: dot });
    await screen.page.getByText('涉密文件不得进入本系统').waitFor();
    const scan = screen.page.locator('.scan-sheet');
    await scan.waitFor();
    expect(await screen.page.evaluate(`document.querySelector('.scan-paper img').decode().then(() => 'shown')`)).toBe('shown');
    await press('Alt+r', 'Alt+=');
    expect(await scan.getAttribute('style')).toBe('width: 125%; transform: rotate(90deg) translateY(-100%);');
    await screen.page.locator('#name').focus();
    await press('F10');
    await screen.page.locator('.reading').getByText('第20日').waitFor();
    expect(await screen.violations()).toEqual([]);
    await press('Escape');
    await screen.page.locator('.reading').waitFor({ state: 'detached' });
    await screen.page.waitForSelector('#name:focus');
  });

  test('is told of wrong days at their fields, and nothing typed is lost', async () => {
    await press('F2', '4');
    await screen.page.locator('#arrivedOn').focus();
    await press('Control+a', '>8', 'Enter', '>5-8', 'Enter');
    // The list closes a moment after its key: an Enter that comes sooner is the list's, and the name would be typed nowhere.
    const envelope = (state: string) => screen.page.locator(`#envelope${state}`).waitFor({ state: 'attached' });
    await press('ArrowDown');
    await envelope('[aria-expanded=true]');
    await press('ArrowDown');
    await envelope('[aria-activedescendant$="_1"]');
    await press('Enter');
    await envelope('[aria-expanded=false]');
    await press('Enter', 'Enter', '>王小二');
    await eventually(async () => expect(await screen.page.locator('#name').inputValue()).toBe('王小二'));
    await screen.page.locator('[id="items.0.description"]').focus();
    await press('>经费使用情况');
    await screen.page.locator('#arrivedOn').focus();
    await press('Control+a', '>明');
    await eventually(async () => expect(await screen.page.locator('#arrivedOn').inputValue()).toBe('明'));
    await press('Control+Enter');
    await screen.page.locator('.problem-list:focus').getByText('日期不能晚于今天').waitFor();
    expect(await screen.page.locator('[data-field=arrivedOn] .date-unread').innerText()).toContain('日期不能晚于今天');
    await press('Tab', 'Enter');
    await screen.page.waitForSelector('#arrivedOn:focus');
    await press('Control+a', '>没有这天', 'Tab');
    await screen.page.getByText('看不懂这个日期').waitFor();
    await screen.page.locator('.problem-list').waitFor({ state: 'detached' });
    await press('Control+Enter');
    await screen.page.locator('[data-field=arrivedOn] .date-unread').getByText('看不懂这个日期').waitFor();
    expect(await screen.page.locator('#name').inputValue()).toBe('王小二');
  });

  test('finds the draft again after a reload, and logs it once however often it is sent', async () => {
    await screen.page.reload();
    await screen.page.waitForSelector('.letter');
    expect(await screen.page.locator('#name').inputValue()).toBe('王小二');
    await screen.page.locator('#arrivedOn').focus();
    await press('Control+a', '>8', 'F9', '3');
    const before = await api.count('case_file');
    // The answer is lost on its way; the case is there all the same.
    await screen.page.route('**/api/v1/cases', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await press('Control+Enter');
    await screen.page.locator('.problem-list').getByText('不会重复登记').waitFor();
    await screen.page.unroute('**/api/v1/cases');
    const { receipt } = await logIt();
    expect(receipt.envelopeFileId).toMatch(/^[0-9a-f]{64}$/);
    expect(await api.count('case_file')).toBe(before + 1);
    await screen.page.reload();
    await screen.page.waitForSelector('.letter');
    expect(await screen.page.locator('#name').inputValue()).toBe('');
  });

  test('says why a letter was not logged when it came', async () => {
    await press('1', 'Enter', '>5-6', 'Enter', 'Enter', 'Enter', 'Enter', ...who);
    await press('Alt+i');
    await screen.page.locator('[id="items.0.documentNumber"]:focus').waitFor();
    await press('>城管发〔2025〕3号', 'Enter', '>2025年');
    await screen.page.locator('#lateReason').focus();
    await press('>夹在其他来文中');
    expect(await screen.violations()).toEqual([]);
    const { toConfirm, items } = await logIt();
    expect(toConfirm).toMatchObject([{ reason: 'logged-late' }]);
    expect(items).toMatchObject([{ documentNumber: '城管发〔2025〕3号', period: '2025年' }]);
    await screen.page.getByText('办件现在是“已收到”，下一步：受理').waitFor();
  });

  test('records who was called in vain, then confirms: dates before and after are shown first', async () => {
    await screen.open('/inbox');
    await screen.page.locator('.inbox-waiting tr[aria-selected=true]').first().waitFor();
    await press('c');
    await screen.page.locator('#contact-day').waitFor();
    await press('>昨', 'Enter', '1', 'Enter', '2', 'Enter');
    await press('Control+Enter');
    await screen.page.locator('.inbox-waiting').getByText('5月7日 周四 电话，号码有误（何晓雯）').waitFor();
    const waiting = (await clerk.get('/arrivals')).body as ArrivalList;
    const called = waiting.items.find(({ attempts }) => attempts.length > 0);
    await screen.page.locator('#contact-day').waitFor({ state: 'detached' });
    await press('y');
    const after = screen.page.locator('.inbox-changes [data-deadline=finalDue]');
    await after.waitFor();
    const ledger = await ledgerOf({ channel: 'ordinary_mail', arrivedOn: '2026-05-07', confirmedOn: TODAY });
    expect(await after.innerText()).toBe(dayWords['zh-CN'].listed(ledger.finalDue ?? ''));
    expect(await screen.violations()).toEqual([]);
    await press('Control+Enter');
    await screen.page.locator('.inbox-changes').waitFor({ state: 'detached' });
    const { items } = (await clerk.get(`/cases/${called?.id ?? ''}/journal`)).body as JournalPage;
    expect(items.at(-1)?.fact).toEqual({
      type: 'RECEIPT_CONFIRMED',
      confirmedOn: TODAY,
      confirmedHow: '电话',
      confirmedBy: '申请人本人',
    });
  });

  test('reads the register of the year, and its receipts', async () => {
    await screen.open('/register');
    await screen.page.locator('.register tbody tr').first().waitFor();
    const numbers = await screen.page.locator('.register tbody tr td:first-child').allInnerTexts();
    expect(numbers).toEqual(numbers.map((_, i) => `城管依申请〔2026〕${i + 1}号`));
    expect(await screen.violations()).toEqual([]);
    const sheets = pagesOf(await screen.page.pdf({ preferCSSPageSize: true }));
    expect([...new Set(sheets)]).toEqual(['842 x 595']);
    const [file] = await Promise.all([screen.page.waitForEvent('download'), press('e')]);
    expect(file.suggestedFilename()).toBe('云川市城市管理综合行政执法局-2026.xlsx');
    const [sheet] = (await readXlsx(readFileSync(await file.path()))).sheets;
    expect(sheet?.rows.map(([number]) => number)).toEqual(['编号', ...numbers]);
    expect(sheet?.rows[1]?.[1]).toBeInstanceOf(Date);
    await screen.open('/register?channel=ordinary_mail&state=received,accepted');
    await screen.page.getByText(/列出其中平信、已收到、已受理的\d+件/).waitFor();
    await screen.page.getByRole('button', { name: '列', exact: true }).click();
    await screen.page.getByRole('checkbox', { name: '渠道' }).click();
    await screen.page.getByRole('columnheader', { name: '渠道' }).waitFor({ state: 'detached' });
  });

  test('works in English too', async () => {
    const english = await browser.screen({ as: 'clerk.bureau', language: 'en' });
    await english.open('/log');
    await english.page.waitForSelector('.letter');
    for (const key of ['4', 'Enter', 'y']) await english.page.keyboard.press(key);
    await english.page.getByText('Not confirmed with the applicant: not started').waitFor();
    const { items } = (await clerk.get('/arrivals')).body as ArrivalList;
    await english.open(`/receipt/${items[0]?.id ?? ''}`);
    await english.page.waitForSelector('.receipt-qr');
    expect(await english.violations()).toEqual([]);
    expect(pagesOf(await english.page.pdf({ preferCSSPageSize: true }))).toEqual(['595 x 420']);
    await english.open('/log');
    await english.page.waitForSelector('.letter');
    expect(await english.page.locator('body').innerText()).not.toMatch(/[\u4e00-\u9fff]{3}(?<!何晓雯)/);
    expect(await english.violations()).toEqual([]);
    await english.open(`/case/${confirmed.id}`);
    await english.page.getByRole('tab', { name: 'Applicant and original' }).click();
    await english.page
      .locator('.case-lines div', { hasText: 'Confirmation' })
      .getByText(/ phone$/i)
      .waitFor();
    expect(english.complaints()).toEqual([]);
    expect(await english.overflow()).toBe(0);
  });

  test('has a colleague who merges it into what the applicant asked before', async () => {
    const caseworker = await browser.screen({ as: 'caseworker.bureau', language: 'en' });
    await caseworker.open(`/case/${confirmed.id}?tab=earlier`);
    const merge = caseworker.page.getByRole('button', { name: 'Merge into it' });
    await merge.first().waitFor();
    // What came on the same day and is not confirmed yet takes up nothing: only the others are offered.
    const { items } = (await clerk.get(`/cases/${confirmed.id}/mergeable`)).body as CaseList;
    expect(await merge.count()).toBe(items.length);
    await merge.first().click();
    await caseworker.page.getByRole('dialog').getByText('Received → Closed').waitFor();
    expect(caseworker.complaints()).toEqual([]);
  });

  test('leaves no complaint behind but for the answer that was lost on purpose', () => {
    expect(screen.complaints().filter((complaint) => !complaint.includes('net::ERR_FAILED'))).toEqual([]);
  });
});
