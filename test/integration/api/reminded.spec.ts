import { deliver, DutyClock, lawShelf, ReminderClock, type DeliveryRun } from '@gongkai/casework';
import type {
  LadderTrial,
  NotificationList,
  NotificationView,
  OrganLadders,
  ReminderList,
  UndeliveredLetters,
} from '@gongkai/contracts';
import type { Mail } from '@gongkai/platform';
import { askForNumbered, Kinds, owedEntries, owedFormed } from '@gongkai/publication';
import { owedReports } from '@gongkai/reporting';
import { owedAnswers } from '@gongkai/supervision';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open } from '../../support/applications.js';
import { fieldsIn, problemIn, type Officer } from '../../support/officer.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-04-02', env: { WEBHOOK_ALLOW: 'loopback' } });
});
afterAll(() => api.stop());

const rows = <Row>(text: string, values: unknown[] = []): Promise<Row[]> => api.services.source.query<Row[]>(text, values);
const put = (officer: Officer, path: string, body: unknown) =>
  officer.send(path, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** Rings at that moment by two workers at once, each with laws of its own. @returns how many notifications they wrote */
async function told(at: string): Promise<number> {
  api.clock.set(new Date(`${at}:00+08:00`));
  const { pool } = api.services;
  const workers = [lawShelf('config'), lawShelf('config')].map((laws) => {
    const sources = [owedReports(laws, askForNumbered), owedEntries(new Kinds('config')), owedFormed(laws), owedAnswers(laws)];
    return new DutyClock({ pool, clock: api.clock, laws, sources });
  });
  const rounds = await Promise.all(workers.map((worker) => worker.ring()));
  return rounds.reduce((sum, round) => sum + round.told, 0);
}

/** What was told since a day, in the order of the day. */
const lines = async (from: string): Promise<string[]> => {
  const found = await rows<{ line: string }>(
    `SELECT concat_ws(' ', ring_on, split_part(subject, ':', 1), rung, username) AS line FROM notification
       JOIN person ON person.id = person_id WHERE notification.organ_id IS NOT NULL AND ring_on >= $1 ORDER BY ring_on, subject, username`,
    [from],
  );
  return found.map(({ line }) => line);
};
const listOf = async (username: string): Promise<NotificationList> =>
  (await (await api.officer(username)).get('/notifications')).body as NotificationList;

const DEMAND = `
  WITH assessed AS (
    INSERT INTO assessment (id, organ_id, year, from_day, to_day, scheme, begun_at)
    SELECT gen_random_uuid(), id, 2026, '2026-01-01', '2026-12-31', '{}', now() FROM organ WHERE code = 'district' RETURNING id),
  of_organ AS (
    INSERT INTO assessment_organ (assessment_id, organ_id, state, entries, history)
    SELECT assessed.id, organ.id, 'settled', '{}', '[]' FROM assessed, organ WHERE code = 'bureau' RETURNING assessment_id, organ_id)
  INSERT INTO rectification (id, assessment_id, organ_id, state, demanded_on, working_days, history)
  SELECT gen_random_uuid(), assessment_id, organ_id, 'open', '2027-01-25', 5, '[{"did": "demand", "on": "2027-01-25", "workingDays": 5}]' FROM of_organ RETURNING id`;

describe('what an organ owes without a case', () => {
  test('of its catalogue, by the end of the year: until something of it is public, or it says that there is nothing', async () => {
    const keeper = await api.officer('supervisor.bureau');
    await open(await api.officer('clerk.bureau'), { receipt: { channel: 'in_person', submittedOn: '2026-04-02' } });
    const entry = {
      title: '户外广告设置管理办法',
      kind: 'normative_documents',
      indexNumber: 'CG-1',
      url: 'https://cgj.example/1',
    };
    expect((await keeper.post('/disclosures', { ...entry, publishedOn: '2026-04-02' })).status).toBe(201);
    expect(await told('2026-12-02T09:00')).toBe(0);
    // Thursday 31 December; by hand, the 20th working day before it is Thursday 3 December.
    expect(await told('2026-12-03T09:00')).toBe(1);
    expect(await told('2026-12-03T15:00')).toBe(0);
    const { items } = await listOf('supervisor.bureau');
    const ring = { deadline: 'catalogueDue', about: '2026', due: '2026-12-31', rung: 'month_before' };
    expect(items).toMatchObject([{ case: null, organ: { code: 'bureau' }, ring, daysLeft: 20, settled: false }]);
    const yearly = [...new Kinds('config').yearly()];
    const again = await api.officer('supervisor.bureau');
    for (const kind of yearly) {
      const said = await put(again, `/disclosures/year/nothing/${kind}?year=2026`, { reason: '由上级统一公开' });
      expect(said.status).toBe(200);
    }
    expect(await told('2026-12-31T09:00')).toBe(0);
    expect((await listOf('supervisor.bureau')).items).toMatchObject([{ ring, settled: true }]);
  });

  test('rings by the ladder of the organ, each rung once, in the program, by mail and outside; what is met presses nobody', async () => {
    api.clock.set(new Date('2027-01-25T08:30:00+08:00'));
    const [demand] = await rows<{ id: string }>(DEMAND);
    const admin = await api.officer('admin.bureau');
    const hook = {
      organ: 'bureau',
      name: '短信网关',
      format: 'signed',
      url: 'http://127.0.0.1:9/',
      kinds: ['reminder'],
      secret: 'a-secret-of-tests',
    };
    expect((await admin.post('/admin/webhooks', hook)).status).toBe(201);
    const way = { every: null, by: ['mail', 'webhook'], acknowledge: false };
    const rungs = [
      { at: -4, tell: ['supervisor'], ...way },
      { at: 1, tell: ['supervisor', 'supervisor_above'], ...way, every: 1 },
    ];
    const change = { rungs, reason: '提前四天', version: 0 };
    const changed = await put(admin, '/admin/organs/bureau/ladders/rectification', change);
    expect(changed.status).toBe(200);
    // Five days before the demand is due, where the ladder of the file has its first rung.
    expect(await told('2027-01-25T09:00')).toBe(1);
    expect(await told('2027-01-26T09:00')).toBe(2);
    // The day of the report is a Sunday: the Friday before stands for it. The demand is due on the Monday after.
    expect(await told('2027-01-29T09:00')).toBe(2);
    expect(await told('2027-01-29T10:00')).toBe(0);
    expect(await lines('2027-01-25')).toEqual([
      '2027-01-26 annualReportDue three_before supervisor.bureau',
      '2027-01-26 rectificationDue before_4 supervisor.bureau',
      '2027-01-29 annualReportDue on_the_day approver.bureau',
      '2027-01-29 annualReportDue on_the_day supervisor.bureau',
    ]);
    const { items } = await listOf('supervisor.bureau');
    const report = { deadline: 'annualReportDue', about: '2026', due: '2027-01-31', rung: 'on_the_day' };
    expect(items[0]).toMatchObject({ case: null, organ: { code: 'bureau' }, ring: report });
    // Each waits in the outbox until it was done, whatever becomes of the queue; outside one message a round.
    const jobs = await rows<{ job: string; count: number }>(`
      SELECT job, count(*)::int AS count FROM outbox JOIN notification ON notification.id = (payload ->> 'notificationId')::uuid
       WHERE notification.organ_id IS NOT NULL GROUP BY job`);
    expect(jobs).toEqual([{ job: 'deliver-notification', count: 6 }]);
    const [posted] = await rows<{ count: number }>('SELECT count(*)::int AS count FROM webhook_message');
    expect(posted).toEqual({ count: 5 });

    await rows("UPDATE person SET email = 'supervisor@example.org' WHERE username = 'supervisor.bureau'");
    const mails: Mail[] = [];
    const mailer = { send: (mail: Mail) => Promise.resolve(`250 ${String(mails.push(mail))}`) };
    const run: DeliveryRun = { attempt: 1, read: async (statement) => (await api.services.pool.query<never>(statement)).rows };
    await deliver(items[0]?.id ?? '', run, { laws: lawShelf('config'), clock: api.clock, publicUrl: 'http://console', mailer });
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('http://console/reports?organ=bureau&year=2026');
    expect(mails[0]?.text).toContain('http://console/rectifications?organ=bureau');

    const published = { title: '2026年度报告', kind: 'annual_reports', indexNumber: 'NB-2026', url: 'https://cgj.example/nb' };
    const keeper = await api.officer('supervisor.bureau');
    expect((await keeper.post('/disclosures', { ...published, publishedOn: '2027-01-29' })).status).toBe(201);
    await rows(
      `UPDATE rectification SET state = 'answered', history = history || '{"did": "answer", "on": "2027-02-02"}' WHERE id = $1`,
      [demand?.id],
    );
    expect(await told('2027-02-02T09:00')).toBe(0);
    const after = await listOf('supervisor.bureau');
    expect(after.items.every(({ settled }) => settled)).toBe(true);
    expect(after.unread).toBe(0);
  });

  test('is tried on days that are past: what it rang while it was owed, whom, and where it is done', async () => {
    const way = { every: null, by: ['mail', 'webhook'], acknowledge: false };
    const rungs = [
      { at: -3, tell: ['supervisor'], ...way },
      { at: 1, tell: ['supervisor', 'supervisor_above'], ...way, every: 1 },
    ];
    const days = { from: '2027-01-25', to: '2027-02-05' };
    const admin = await api.officer('admin.bureau');
    const tried = async (ladder: string, wished: unknown): Promise<LadderTrial> =>
      (await admin.post(`/admin/organs/bureau/ladders/${ladder}/try`, { rungs: wished, ...days })).body as LadderTrial;
    const demanded = await tried('rectification', rungs);
    expect(demanded).toMatchObject({ cases: 1, duties: 1, differs: { same: 0, added: 1, dropped: 1, otherwise: 0 } });
    // Demanded on Monday the 25th, due on 1 February, answered on the 2nd: that day it is late no more.
    expect(demanded.days).toEqual([
      { on: '2027-01-26', now: 1, tried: 0 },
      { on: '2027-01-27', now: 0, tried: 1 },
    ]);
    const what = { case: null, organ: { code: 'bureau' }, deadline: 'rectificationDue', due: '2027-02-01' };
    expect(demanded.items.find(({ differs }) => differs === 'added')).toMatchObject({ ...what, toldAs: 'supervisor' });
    const yearly = (await admin.get('/admin/organs/bureau/ladders')).body as OrganLadders;
    const report = await tried('yearly_publication', yearly.items.find(({ name }) => name === 'yearly_publication')?.rungs);
    // Published on the 29th; the fortnight before lies before these days, and was told then.
    expect(report.items.map(({ on, deadline, about }) => [on, deadline, about])).toEqual([
      ['2027-01-26', 'annualReportDue', '2026'],
      ['2027-01-28', 'annualReportDue', '2026'],
      ['2027-01-28', 'annualReportDue', '2026'],
    ]);
  });

  test('of what it has formed: before its day, and no more once it is answered', async () => {
    api.clock.set(new Date('2027-03-01T08:30:00+08:00'));
    const keeper = await api.officer('supervisor.bureau');
    const formed = { title: '道路挖掘许可办法', kind: 'normative_documents', on: '2027-03-01' };
    const { id } = (await keeper.post('/disclosures/formed', formed)).body as { id: string };
    const publications = async () => (await lines('2027-03-01')).filter((line) => line.includes('publicationDue'));
    await told('2027-03-12T09:00');
    expect(await publications()).toEqual([]);
    // By hand: the 20th working day after Monday 1 March is Monday 29 March, the tenth before it Monday 15 March.
    await told('2027-03-15T09:00');
    expect(await publications()).toEqual(['2027-03-15 publicationDue ten_before supervisor.bureau']);
    const { items } = await listOf('supervisor.bureau');
    const ring = { deadline: 'publicationDue', about: '2027-1', due: '2027-03-29' };
    expect(items[0]).toMatchObject({ case: null, organ: { code: 'bureau' }, ring, settled: false });
    // Where its mail does not arrive, the list of those names the information.
    await rows(`UPDATE notification SET delivery = 'failed' WHERE subject = 'publicationDue:2027-1'`);
    const lost = (await (await api.officer('admin.bureau')).get('/admin/undelivered')).body as UndeliveredLetters;
    expect(lost.items.find(({ deadline }) => deadline === 'publicationDue')?.about).toBe('2027-1 道路挖掘许可办法');
    await (await api.officer('supervisor.bureau')).post(`/disclosures/formed/${id}/end`, { as: 'answered', reason: '尚未审议' });
    await told('2027-03-22T09:00');
    expect(await publications()).toHaveLength(1);
    expect((await listOf('supervisor.bureau')).items.find((one) => one.ring?.deadline === ring.deadline)).toMatchObject({
      settled: true,
    });
  });
});

/** What was told last of the reply that a case is due. */
function replyIn({ items }: NotificationList, caseId: string): NotificationView {
  const found = items.find((one) => one.case?.id === caseId && one.ring?.deadline === 'finalDue');
  if (found === undefined) throw new Error('Nobody was told of the reply.');
  return found;
}

describe('a reminder', () => {
  test('is put off by its reader within office hours, before the next one and its day; it comes back, and each time is on record', async () => {
    api.clock.set(new Date('2026-04-02T09:00:00+08:00'));
    const { id: caseId } = await open(await api.officer('clerk.street'), {
      receipt: { channel: 'in_person', submittedOn: '2026-04-02' },
    });
    await (await api.officer('caseworker.street')).post(`/cases/${caseId}/commands`, { type: 'claim' });
    const clock = new ReminderClock({ pool: api.services.pool, clock: api.clock, laws: lawShelf('config') });
    // By hand: the reply is due on Wednesday 6 May; five working days before is Friday 24 April, three Tuesday 28 April.
    api.clock.set(new Date('2026-04-24T10:00:00+08:00'));
    await clock.ring();
    const caseworker = await api.officer('caseworker.street');
    const listed = async () => (await caseworker.get('/notifications')).body as NotificationList;
    const ofCase = async () => replyIn(await listed(), caseId);
    const { id } = await ofCase();
    const path = `/notifications/${id}/snooze`;
    expect((await caseworker.get(path)).body).toEqual({
      choices: [
        { name: 'hour', until: '2026-04-24T03:00:00.000Z' },
        { name: 'day', until: '2026-04-27T00:00:00.000Z' },
      ],
      limit: 'next-reminder',
      on: '2026-04-28',
    });
    const until = (moment: string) => caseworker.post(path, { until: moment });
    expect(fieldsIn(await until('2026-04-24T09:00:00+08:00'))).toEqual(['until moment-over']);
    expect(fieldsIn(await until('2026-04-24T21:00:00+08:00'))).toEqual(['until outside-office-hours']);
    expect(fieldsIn(await until('2026-04-25T10:00:00+08:00'))).toEqual(['until outside-office-hours']);
    expect(fieldsIn(await until('2026-04-28T10:00:00+08:00'))).toEqual(['until past-next-reminder']);
    expect(fieldsIn(await until('tomorrow'))).toEqual(['until wrong-format']);
    expect(
      problemIn(await (await api.officer('supervisor.street')).post(path, { until: '2026-04-27T10:00:00+08:00' })).code,
    ).toBe('not-found');
    const before = (await listed()).unread;
    expect((await until('2026-04-27T10:00:00+08:00')).status).toBe(204);
    expect((await listed()).unread).toBe(before - 1);
    expect(await ofCase()).toMatchObject({ putOffUntil: '2026-04-27T02:00:00.000Z', acknowledgedAt: null });
    await caseworker.post('/notifications/acknowledge-all', {});
    // Nobody sends it again meanwhile, nor to a substitute; then it is there again, and is sent again until it is confirmed.
    api.clock.set(new Date('2026-04-24T16:00:00+08:00'));
    await clock.ring();
    expect((await ofCase()).ring?.attempt).toBe(0);
    api.clock.set(new Date('2026-04-27T10:00:00+08:00'));
    const back = (await (await api.officer('caseworker.street')).get('/notifications?unread=true')).body as NotificationList;
    expect(back.items.map((one) => one.id)).toContain(id);
    await clock.ring();
    const again = (await (await api.officer('caseworker.street')).get('/notifications?unread=true')).body as NotificationList;
    const second = replyIn(again, caseId);
    expect(second.ring).toMatchObject({ attempt: 1, rung: 'five_before' });
    const reader = await api.officer('caseworker.street');
    // That Monday is the last day before the next ring: an hour later is all that is left.
    expect((await reader.get(`/notifications/${second.id}/snooze`)).body).toMatchObject({ choices: [{ name: 'hour' }] });
    expect(fieldsIn(await reader.post(path, { until: '2026-04-27T15:00:00+08:00' }))).toEqual(['until nothing-to-put-off']);
    const { items } = (await reader.get(`/cases/${caseId}/reminders`)).body as ReminderList;
    expect(items.find((one) => one.id === id)?.putOff).toEqual([
      { at: '2026-04-24T02:00:00.000Z', until: '2026-04-27T02:00:00.000Z' },
    ]);
    api.clock.set(new Date('2026-05-06T10:00:00+08:00'));
    await clock.ring();
    const due = await api.officer('caseworker.street');
    const unread = (await due.get('/notifications?unread=true')).body as NotificationList;
    const last = replyIn(unread, caseId);
    expect([last.ring?.rung, last.mayPutOff, second.mayPutOff]).toEqual(['on_the_day', true, true]);
    const beyond = await due.post(`/notifications/${last.id}/snooze`, { until: '2026-05-07T09:00:00+08:00' });
    expect(fieldsIn(beyond)).toEqual(['until past-its-day']);
    // Once it is late nothing can wait: what is offered to none is not offered.
    api.clock.set(new Date('2026-05-07T10:00:00+08:00'));
    await clock.ring();
    const late = await api.officer('caseworker.street');
    const rung = replyIn((await late.get('/notifications?unread=true')).body as NotificationList, caseId);
    expect([rung.ring?.rung, rung.mayPutOff]).toEqual(['overdue', undefined]);
    expect((await late.get(`/notifications/${rung.id}/snooze`)).body).toMatchObject({ choices: [] });
  });
});
