import type { CaseList, CaseView, DocumentsView, IncomingList, JournalPage } from '@gongkai/contracts';
import { rmSync } from 'node:fs';
import sharp from 'sharp';
import { startTestApi, type TestApi } from '../support/api.js';
import { expectWhole, TestBrowser, type Screen } from '../support/browser.js';
import { drawWaiting, readAs, readWaiting } from '../support/drawing.js';
import { eventually } from '../support/eventually.js';
import { FaxLine } from '../support/fax-line.js';
import { FaxMachine } from '../support/faxes.js';
import type { Officer } from '../support/officer.js';
import { suiteNeeding } from '../support/tools.js';

const HOUR = 3600;

suiteNeeding(
  'chromium',
  'libtiff-tools',
  'netpbm',
)('what came in, by keyboard', () => {
  let api: TestApi;
  let browser: TestBrowser;
  let clerk: Officer;
  let screen: Screen;
  beforeAll(async () => {
    api = await startTestApi({ today: '2026-05-08' });
    clerk = await api.officer('clerk.bureau');
    browser = await TestBrowser.launch(api);
    screen = await browser.screen({ as: 'clerk.bureau' });
    const night = '2026-05-07T21:40:00+08:00';
    await clerk.post('/incoming', { source: 'fax', sender: '65172200', pages: 2, text: '申请停车收费标准', arrivedAt: night });
    await clerk.post('/incoming', { source: 'email', sender: '纪安 <ji.an@example.org>', subject: '补充', text: '补充文号' });
    await clerk.post('/incoming', { source: 'fax', sender: '65170000', text: '装修广告' });
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  const rowOf = (sender: string) => screen.page.locator('[data-incoming]', { hasText: sender });
  /** Chooses it, and waits until it is shown at right. */
  const choose = async (sender: string): Promise<void> => {
    await rowOf(sender).click();
    await screen.page.locator('.inbox-panel', { hasText: sender }).locator('h2').waitFor();
  };
  /** Chooses it by key, whatever is above and below it. */
  const goTo = async (sender: string): Promise<void> => {
    await rowOf(sender).waitFor();
    // At one look: rows that come in between two would be counted in one and not in the other.
    const look = (): Promise<readonly [chosen: string, key: 'j' | 'k' | null]> =>
      screen.page.evaluate(`(() => {
        const rows = [...document.querySelectorAll('tr[aria-selected]')];
        const [at, to] = [rows.findIndex((row) => row.ariaSelected === 'true'), rows.findIndex((row) => row.innerText.includes('${sender}'))];
        return [rows[at].innerText, at === to ? null : to > at ? 'j' : 'k'];
      })()`);
    // One step at a time: a key that is still on its way would lead past it.
    for (let [chosen, key] = await look(); key !== null; [chosen, key] = await look()) {
      await screen.press(key);
      await eventually(async () => expect((await look())[0]).not.toBe(chosen));
    }
  };
  const openedCase = async (): Promise<CaseView> => {
    const { items } = (await clerk.get('/incoming?state=opened')).body as IncomingList;
    return (await clerk.get(`/cases/${items[0]?.case?.id ?? ''}`)).body as CaseView;
  };

  test('a fax is logged with its pages and its day beside the form', async () => {
    const { page } = screen;
    await screen.open('/inbox');
    await page.locator('[data-incoming]').nth(2).waitFor();
    await choose('65172200');
    await expectWhole(screen);
    await screen.press('n');
    await page.waitForURL(/\/log\?incoming=/);
    await page.locator('.incoming-text', { hasText: '停车收费标准' }).waitFor();
    expect(await page.locator('#faxNumber').inputValue()).toBe('65172200');
    await page.locator('#name').fill('沈知远');
    await page.locator('[id="items.0.description"]').fill('2025年停车收费标准');
    const told = page.waitForResponse(/\/incoming\/[0-9a-f-]{36}$/);
    await screen.press('Control+Enter');
    await page.waitForSelector('.logged');
    expect((await openedCase()).receipt).toMatchObject({ channel: 'fax', submittedOn: '2026-05-07', pages: 2 });
    // The inbox hears that it waits no longer; its receipt stays.
    await told;
    await page.locator('#logged-heading:focus').waitFor();
    await screen.press('n');
    await page.waitForURL(/\/inbox/);
    await rowOf('65172200').waitFor({ state: 'detached' });
  });

  test('a mail is put to that case, and taken out again', async () => {
    const { page } = screen;
    const { number } = await openedCase();
    await choose('纪安');
    await screen.press('b');
    await page.locator('#attach-case').fill(number);
    await page.getByTitle(number).first().click();
    await screen.press('Control+Enter');
    await page.locator('.incoming-done a', { hasText: '收到补正' }).waitFor();
    await screen.press('Control+z');
    await page.locator('.incoming-done', { hasText: '已撤回' }).waitFor();
    await rowOf('纪安').waitFor();
  });

  test('a person at the counter is answered on the spot: one form, the signature, the handing over', async () => {
    const counter = await browser.screen({ as: 'caseworker.bureau' });
    const { page } = counter;
    const before = await api.count('case_file');
    await counter.open('/log');
    await page.locator('#arrivedOn').fill('今');
    await page.locator('#name').fill('顾一舟');
    await page.locator('[id="items.0.description"]').fill('2026年停车收费标准');
    await page.getByText('已公开，告知途径').click();
    await expectWhole(counter);
    await counter.press('Control+Enter');
    await page.locator('[data-field=spotWhat] .field-problem').waitFor();
    expect(await api.count('case_file')).toBe(before);
    await page.locator('#spotWhat').fill('区政府网站“收费目录”栏目，当场打印交付');
    await counter.press('Control+Enter');
    await page.locator('.logged', { hasText: '审批中' }).waitFor();
    await expectWhole(counter);
    const { items } = (await clerk.get('/cases?q=顾一舟')).body as CaseList;
    const id = items[0]?.id ?? '';
    const approver = await browser.screen({ as: 'approver.bureau' });
    await approver.open('/approve');
    await approver.page.locator('tbody tr', { hasText: '当场' }).waitFor();
    await approver.press('Enter');
    await approver.page.getByText('同意并签发').waitFor();
    await approver.press('Control+Enter');
    const handedOver = page.getByRole('button', { name: '已当面交给申请人' });
    await handedOver.and(page.locator(':disabled')).waitFor();
    await page.getByLabel('签收人').fill('顾一舟');
    await handedOver.click();
    await page.getByText('已当场答复，办结。').waitFor();
    const view = (await clerk.get(`/cases/${id}`)).body as CaseView;
    expect(view).toMatchObject({ state: 'closed', outcome: 'already_public', deadlines: { receivedOn: '2026-05-08' } });
    const { items: papers } = (await clerk.get(`/cases/${id}/documents`)).body as DocumentsView;
    expect(papers.filter((one) => one.type === 'file' && /^答复书.*pdf$/.test(one.name))).toHaveLength(1);
    const { items: entries } = (await clerk.get(`/cases/${id}/journal`)).body as JournalPage;
    const road = ['APPLICATION_RECEIVED', 'CLAIMED', 'ACCEPTED', 'ITEM_DECIDED', 'SUBMITTED_FOR_APPROVAL'];
    expect(entries.map(({ type }) => type)).toEqual([...road, 'APPROVED', 'REPLY_SIGNED', 'REPLY_HANDED_OVER']);
  });

  test('an advertisement is no application; what became of each is told', async () => {
    const { page } = screen;
    await choose('65170000');
    await screen.press('x');
    await page.locator('#dismiss-reason:focus').fill('广告');
    await screen.press('Control+Enter');
    await page.locator('.incoming-done', { hasText: '已注明非申请' }).waitFor();
    await page.getByText('已处理', { exact: true }).click();
    await choose('65172200');
    await page.getByText(`登记为${(await openedCase()).number}`).waitFor();
    await expectWhole(screen);
  });

  test('a fax of the night is looked at page by page, and logged with the day of its confirmation', async () => {
    const { page } = screen;
    const [line, machine] = [new FaxLine(api), new FaxMachine()];
    for (const name of ['one', 'two']) machine.page(name, `${name}: the ledger of demolitions in 2025`);
    line.put('fax00042.tif', machine.copy('fax', ['one', 'two'], '-c g3:1d'), 11 * HOUR);
    await screen.open('/log');
    await page.getByRole('link', { name: /^来件\s*2$/ }).waitFor();
    api.clock.advance(60_000);
    await line.takeIn();
    // Nobody opens the inbox, and the bar tells of it.
    await page.getByRole('link', { name: /^来件\s*3$/ }).waitFor();
    await page.getByRole('button', { name: '1条未知悉的提醒' }).click();
    await page.getByRole('link', { name: '来件有新到的，2件待处理' }).click();
    await page.waitForURL(/\/inbox/);
    await page.getByRole('button', { name: '0条未知悉的提醒' }).waitFor();
    await goTo('fax00042.tif');
    const paper = page.locator('.scan-sheet');
    const drawn = (): Promise<number> => page.evaluate("document.querySelector('.scan-paper img').naturalWidth");
    await page.locator('.scan', { hasText: '第1页，共2页' }).waitFor();
    await eventually(async () => expect(await drawn()).toBe(1728));
    await screen.press('PageDown', 'Alt+r');
    await page.locator('.scan', { hasText: '第2页，共2页' }).waitFor();
    await eventually(async () => expect(await drawn()).toBe(1728));
    expect(await paper.getAttribute('style')).toContain('rotate(90deg)');
    await expectWhole(screen);
    await screen.press('n');
    await page.locator('.log-papers .scan', { hasText: '第1页，共2页' }).waitFor();
    const on = (times: number): string[] => Array<string>(times).fill('Enter');
    await screen.press('F2', ...on(7), '>沈知远', ...on(7), '>2025年违法建设拆除台账', 'F9', '1');
    await screen.press('Control+Enter');
    await page.waitForSelector('.logged');
    expect((await openedCase()).receipt).toMatchObject({
      channel: 'fax',
      submittedOn: '2026-05-07',
      arrivedAt: '22:00',
      receivedOn: '2026-05-08',
      pages: 2,
    });
    await line.close();
    rmSync(machine.folder, { recursive: true });
  });

  test('a letter with a scan of three pages is logged by keys alone: leafed, typed, its envelope named, its receipt printed', async () => {
    const { page } = screen;
    const machine = new FaxMachine();
    const names = ['one', 'two', 'three'];
    for (const name of names) machine.page(name, `page ${name}: the ledger of demolitions in 2025`);
    const scan = { name: '来信.tif', mimeType: 'image/tiff', buffer: machine.copy('letter', names, '-c g4') };
    const paper = sharp({ create: { width: 40, height: 30, channels: 3, background: '#eee' } });
    const envelope = { name: '信封.png', mimeType: 'image/png', buffer: await paper.png().toBuffer() };
    await screen.open('/log');
    await page.locator('.letter').waitFor();
    await page.evaluate('window.printed = 0; window.print = () => void (window.printed += 1)');
    const chosen = page.waitForEvent('filechooser');
    // The browser hands the dialogue over only from here on: a key pressed sooner would open it for nobody.
    await page.evaluate('document.title');
    await screen.press('Alt+a');
    await (await chosen).setFiles([scan, envelope]);
    await page.getByRole('button', { name: '看信封.png' }).waitFor();
    await drawWaiting(api);
    for (const number of [1, 2, 3]) {
      if (number > 1) await screen.press('PageDown');
      await page.locator('.scan', { hasText: `第${number}页，共3页` }).waitFor();
      await eventually(async () =>
        expect(await page.evaluate("document.querySelector('.scan-paper img').naturalWidth")).toBe(1728),
      );
    }
    await screen.press('F2', '3', 'Enter', '>昨', 'Enter', '>0505', 'Enter', '>EM1', 'Enter', '>收发室', 'Enter', 'Enter');
    // A list opens, moves and closes a moment after its key.
    const list = (state: string) => page.locator(`#envelope${state}`).waitFor({ state: 'attached' });
    for (const row of [0, 1, 2]) {
      await screen.press('ArrowDown');
      await list(`[aria-expanded=true][aria-activedescendant$="_${row}"]`);
    }
    await screen.press('Enter');
    await list('[aria-expanded=false]');
    const on = Array<string>(5).fill('Enter');
    await screen.press('Enter', 'Enter', '>温如初', 'Enter', 'Enter', '>110101199003070011', ...on, '>2025年违法建设拆除台账');
    await screen.press('Control+Enter');
    await page.locator('#logged-heading:focus').waitFor();
    await eventually(async () => expect(await page.evaluate('window.printed')).toBe(1));
    await screen.press('p');
    await eventually(async () => expect(await page.evaluate('window.printed')).toBe(2));
    const { items } = (await clerk.get('/cases?q=温如初')).body as CaseList;
    const view = (await clerk.get(`/cases/${items[0]?.id ?? ''}`)).body as CaseView;
    const papers = (await clerk.get(`/cases/${view.id}/documents`)).body as DocumentsView;
    const files = new Map(papers.items.map((paper) => [paper.type === 'file' ? paper.name : '', paper.id]));
    expect([...files.keys()].sort()).toEqual(['信封.png', '来信.tif']);
    const envelopeFileId = files.get('信封.png');
    expect(view.receipt).toMatchObject({ channel: 'ems', signedOn: '2026-05-07', postedOn: '2026-05-05', envelopeFileId });
    rmSync(machine.folder, { recursive: true });
  });

  test('a table of the hotline is looked at, taken in, and its question answered on the spot', async () => {
    const { page } = screen;
    await screen.open('/inbox');
    await page.getByRole('button', { name: '导入工单' }).click();
    const rows = ['工单编号,来电时间,类型,内容', 'GD-7,2026-05-08 08:01,咨询,几点开门', 'GD-8,昨天,申请,停车费'];
    const file = { name: '工单.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
    await page.locator('.ant-modal input[type=file]').setInputFiles(file);
    await page.locator('[data-order="GD-8"]', { hasText: '来电时间：不是有效的时间' }).waitFor();
    await expectWhole(screen);
    await page.getByRole('button', { name: '导入1条' }).click();
    await page.getByText('已导入1条工单').waitFor();
    await screen.press('Escape');
    await rowOf('GD-7').click();
    await page.locator('.incoming-text', { hasText: '几点开门' }).waitFor();
    await screen.press('a');
    await page.locator('#answer-text:focus').fill('九点');
    await screen.press('Control+Enter');
    await page.locator('.incoming-done', { hasText: '已记下答复' }).waitFor();
  });

  test('what was read of a scan is taken by key, seen where it stands; what was typed stays', async () => {
    const english = await browser.screen({ as: 'clerk.bureau', language: 'en' });
    const { page } = english;
    const blank = sharp({ create: { width: 620, height: 877, channels: 3, background: '#fff' } });
    const scan = { name: '政府信息公开申请表（扫描件）.png', mimeType: 'image/png', buffer: await blank.png().toBuffer() };
    await english.open('/log');
    await page.locator('.letter').waitFor();
    await page.setInputFiles('input[type=file]', scan);
    await page.getByText('The papers are being read').waitFor();
    const rows = ['姓名:沈知远', '联系电话:13910002000', '申请内容:', '1.2025年停车收费标准', '2.其制定依据'];
    await readWaiting(api, { read: () => Promise.resolve(readAs(rows)) });
    const hint = (field: string) => page.locator(`[data-field="${field}"] .read-hint`);
    await hint('name').filter({ hasText: '沈知远' }).waitFor();
    await page.locator('#phone').fill('65171234');
    await page.locator('#name').focus();
    await page.locator('.scan-mark').waitFor();
    await expectWhole(english);
    const cut =
      "['.scan-head', '.key-bar'].filter((part) => ((e) => e.scrollWidth > e.clientWidth)(document.querySelector(part)))";
    expect(await page.evaluate(cut)).toEqual([]);
    await english.press('F7');
    await hint('name').waitFor({ state: 'detached' });
    expect(await page.locator('#name').inputValue()).toBe('沈知远');
    await english.press('Control+F7');
    await page.locator('[id="items.1.description"]').waitFor();
    expect(await page.locator('[id="items.0.description"]').inputValue()).toBe('2025年停车收费标准');
    expect(await page.locator('[id="items.1.description"]').inputValue()).toBe('其制定依据');
    expect(await page.locator('#phone').inputValue()).toBe('65171234');
    expect(await hint('phone').isDisabled()).toBe(true);
    await expectWhole(english);
  });
});
