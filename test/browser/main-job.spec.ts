import { lawShelf, ReminderClock } from '@gongkai/casework';
import type { CaseList, CaseView, DocumentsView, ReminderList } from '@gongkai/contracts';
import { startWork } from '../../apps/worker/src/work.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { TestBrowser, type Screen } from '../support/browser.js';
import { drawProgram } from '../support/drawing.js';
import { eventually } from '../support/eventually.js';
import { MailServer } from '../support/mail-server.js';
import { OfficeDays, type ScreenStep } from '../support/office-days.js';
import { chosen, previewed, typed } from '../support/step-form.js';
import { suiteNeeding } from '../support/tools.js';

const MINUTES = 60_000;

/** The main job as people do it: at their screens, day by day, with the mail that reaches them. */
suiteNeeding('chromium')('an ordinary letter from its envelope to the archive', () => {
  let api: TestApi;
  let browser: TestBrowser;
  let mail: MailServer;
  let reminders: ReminderClock;
  let office: OfficeDays;
  let stopWork: () => Promise<void>;
  const post: (readonly [day: string, to: string, subject: string])[] = [];
  const faults: unknown[] = [];
  let id = '';

  beforeAll(async () => {
    api = await startTestApi({ today: '2026-03-02' });
    mail = await MailServer.open();
    const settings = { ...api.settings, smtpUrl: mail.url };
    const { databaseUrl, clock, services } = api;
    stopWork = startWork({ settings, databaseUrl, clock, drawProgram, complain: (error) => faults.push(error) });
    // Each by itself and at once: a day is over before what waits a minute for its neighbours has left.
    await services.pool.query({ text: "UPDATE person SET reminder_mails = 'each'" });
    reminders = new ReminderClock({ pool: services.pool, laws: lawShelf(settings.configDir), clock });
    browser = await TestBrowser.launch(api);
    office = new OfficeDays(api, browser, async (day) => {
      await reminders.ring();
      await postArrives(day);
    });
  });
  afterAll(async () => {
    await browser.close();
    await stopWork();
    await mail.close();
    await api.stop();
  });

  const view = (): Promise<CaseView> => office.view(id);
  const ledgerDates = async (): Promise<Record<string, unknown>> => {
    const { body } = await (await office.auditor()).get(`/cases/${id}/ledger`);
    return body as Record<string, unknown>;
  };

  /** A day of the office: the alarms that are due ring, then people take their steps. */
  const on = (day: string, ...steps: readonly ScreenStep[]): Promise<CaseView> => office.on(day, id, ...steps);
  const screenOf = (role: string): Promise<Screen> => office.screenOf(role);

  /** The day that the page of the case shows as due is the one of the ledger, day by day. */
  async function expectShown(finalDue: string): Promise<void> {
    expect(await ledgerDates()).toMatchObject({ finalDue });
    const { page, base } = await screenOf('caseworker');
    await page.goto(`${base}/case/${id}`);
    const [year, month, date] = finalDue.split('-').map(Number);
    await page.locator('.countdown-date', { hasText: `${String(year)}年${String(month)}月${String(date)}日` }).waitFor();
  }

  /** Waits until everything that rang has gone out, and notes what came on that day. */
  async function postArrives(day: string): Promise<void> {
    await eventually(async () => {
      const { items } = (await (await office.auditor()).get(`/cases/${id}/reminders`)).body as ReminderList;
      expect(items.filter(({ delivery }) => delivery === 'waiting')).toEqual([]);
    });
    for (const { to, subject = '' } of mail.letters.splice(0)) post.push([day, [to].flat()[0]?.text ?? '', subject]);
  }
  /** Puts the reminder of the reply off for an hour: how far it goes is told, and it leaves the bell. */
  async function putsOff({ page, base }: Screen): Promise<void> {
    await page.goto(`${base}/`);
    await page.locator('.top-bell').click();
    const line = page.locator('.bell-list li', { hasText: '答复期限' });
    await line.getByRole('button', { name: '稍后' }).click();
    await line.getByText('4月16日 周四有下一次提醒').waitFor();
    await line.locator('.snooze button').first().click();
    await line.waitFor({ state: 'detached' });
  }

  /** In the order of days; what comes on one day may come in any order. */
  const postOf = (role: string): (readonly string[])[] =>
    post
      .filter(([, to]) => to.startsWith(`${role}.`))
      .map(([day, , subject]) => [day, subject.replace(/城管依申请\S+ /, '')])
      .sort();

  test(
    'logged, confirmed, accepted, corrected, consulted, extended, decided, reviewed, approved, sent, served, filed',
    async () => {
      const clerk = await screenOf('clerk');
      await clerk.open('/log');
      await clerk.page.locator('.letter').waitFor();
      const keys = ['4', 'Enter', '>2', 'Enter', '>2-27', 'Enter', 'Enter', '>李明远', 'Enter', 'Enter', '>110101199003070011'];
      await clerk.press(...keys, ...Array<string>(5).fill('Enter'), '>2025年违法建设拆除台账', 'Control+Enter');
      await clerk.page.locator('.logged').waitFor();
      const { items } = (await (await office.auditor()).get('/cases')).body as CaseList;
      id = items[0]?.id ?? '';
      expect(await view()).toMatchObject({ state: 'unconfirmed', receipt: { arrivedOn: '2026-03-02', receivedOn: null } });
      expect((await on('2026-03-02')).light).toBe('none');

      let now = await on(
        '2026-03-03',
        ['clerk', 'confirmReceipt', { confirmedBy: typed('李明远'), confirmedHow: typed('电话') }],
        ['clerk', 'register'],
        ['caseworker', 'accept'],
        ['caseworker', 'claim'],
      );
      expect(now).toMatchObject({ state: 'accepted', deadlines: { receivedOn: '2026-03-03', finalDue: '2026-03-31' } });
      await expectShown('2026-03-31');

      const missing = { missing: typed('信息名称不明确'), period: typed('15'), paper: previewed('补正告知书') };
      await on('2026-03-06', ['caseworker', 'sendCorrectionNotice', missing]);
      const { items: papers } = (await (await office.auditor()).get(`/cases/${id}/documents`)).body as DocumentsView;
      const drawn = papers.flatMap((paper) => (paper.type === 'file' ? paper.name : []));
      expect(drawn.sort()).toEqual(['补正告知书城管依申请补〔2026〕1号.docx', '补正告知书城管依申请补〔2026〕1号.pdf']);
      now = await on('2026-03-09', ['clerk', 'recordService', { how: typed('邮政签收') }]);
      expect(now).toMatchObject({ state: 'awaiting_correction', light: 'stopped' });
      expect(now.deadlines).toMatchObject({ correctionDueFromApplicant: '2026-03-30', finalDue: null });
      now = await on('2026-03-16', ['clerk', 'receiveCorrection', { content: typed('2025年度的台账') }]);
      expect(now).toMatchObject({ state: 'accepted', deadlines: { restartedOn: '2026-03-16' } });
      await expectShown('2026-04-14');

      await on('2026-03-18', ['caseworker', 'askThirdParty', { party: typed('某建筑公司') }]);
      now = await on('2026-03-20', ['clerk', 'recordService', { how: typed('签收') }]);
      expect(now).toMatchObject({ clock: 'stopped', consultations: [{ answerDue: '2026-04-13' }] });
      await on('2026-03-25', ['caseworker', 'recordAnswer', { answer: chosen('同意公开') }]);
      await expectShown('2026-04-21');

      await on('2026-04-14');
      await putsOff(await screenOf('caseworker'));
      await on('2026-04-15', ['caseworker', 'proposeExtension', { workingDays: typed('10'), reason: typed('查找量大') }]);
      now = await on('2026-04-15', ['approver', 'approveExtension']);
      expect(now.deadlines).toMatchObject({ replyDue: '2026-04-21', extendedDue: '2026-05-08' });
      await expectShown('2026-05-08');

      // Nothing is handed over as a file: what is shown is named, and reviewed by its name.
      const shown = { original: typed('拆除台账'), originalPages: typed('12页'), originalPlace: typed('档案室') };
      const search = {
        where: typed('档案室'),
        words: typed('拆除 台账'),
        result: typed('找到一份'),
        searchedBy: typed('档案科 王敏'),
      };
      now = await on(
        '2026-04-28',
        ['caseworker', 'recordSearch', search],
        ['caseworker', 'decideItem', { code: chosen('予以公开') }],
        ['caseworker', 'submitReview', shown],
        ['reviewer', 'passReview'],
        ['caseworker', 'submitForApproval'],
        ['approver', 'approve'],
        ['approver', 'signReply'],
      );
      expect(now.state).toBe('signed');
      now = await on('2026-04-29', ['caseworker', 'dispatch', { mode: chosen('EMS'), trackingNumber: typed('EA123') }]);
      expect(now).toMatchObject({ state: 'dispatched', light: 'none', clock: 'ended' });
      now = await on('2026-05-06', ['clerk', 'recordService', { how: typed('本人签收') }]);
      expect(now).toMatchObject({ state: 'closed', outcome: 'granted', closedOn: '2026-05-06' });
      await expectShown('2026-05-08');
      expect(await (await screenOf('caseworker')).page.locator('.band-head').innerText()).toContain('4月29日发出答复');
      now = await on('2026-05-07', ['archivist', 'file', { unproven: typed('送达凭证原件在纸质卷') }]);
      expect(now.links.map(({ status }) => status)).toEqual(['done', 'done', 'done', 'done', 'done']);

      const arrival = [
        ['2026-03-02', '来件确认今日来件待确认（3月2日 周一）'],
        ['2026-03-03', '来件确认已1个工作日未确认（3月2日 周一）'],
      ];
      expect(postOf('clerk')).toEqual(arrival);
      expect(postOf('caseworker')).toEqual([
        ...arrival,
        ['2026-03-06', '补正告知期限还剩4个工作日（3月12日 周四）'],
        // Nobody acknowledged it: it comes again.
        ['2026-04-14', '【黄灯】答复期限还剩5个工作日（4月21日 周二）'],
        ['2026-04-15', '【黄灯】答复期限还剩4个工作日（4月21日 周二）'],
        ['2026-04-28', '【黄灯】答复期限还剩5个工作日（5月8日 周五）'],
        ['2026-04-29', '【黄灯】答复期限还剩4个工作日（5月8日 周五）'],
        // Of the notice of extension no word came; once the reply has left, nobody asks any more.
        ['2026-04-29', '查询送达情况已逾期3个工作日（4月24日 周五）'],
      ]);
      expect(faults).toEqual([]);
      expect((await (await office.auditor()).get('/audit/verify')).body).toMatchObject({ cases: 1, broken: [] });
      await office.close();
    },
    10 * MINUTES,
  );
});
