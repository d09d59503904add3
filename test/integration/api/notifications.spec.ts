import { lawShelf, ReminderClock } from '@gongkai/casework';
import type { NotificationList, ReminderList } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open } from '../../support/applications.js';
import { fieldsIn, problemIn, type Officer } from '../../support/officer.js';

let api: TestApi;
let caseworker: Officer;
let supervisor: Officer;
let caseId: string;
let clock: ReminderClock;

const listOf = async (officer: Officer, query = ''): Promise<NotificationList> =>
  (await officer.get(`/notifications${query}`)).body as NotificationList;
const moment = (text: string): void => api.clock.set(new Date(`${text}:00+08:00`));

/** A case of the street that came on that day, in the hands of its caseworker. */
async function claimed(receivedOn: string): Promise<string> {
  moment(`${receivedOn}T09:00`);
  const { id } = await open(await api.officer('clerk.street'), { receipt: { channel: 'in_person', submittedOn: receivedOn } });
  await (await api.officer('caseworker.street')).post(`/cases/${id}/commands`, { type: 'claim' });
  return id;
}

beforeAll(async () => {
  api = await startTestApi();
  caseworker = await api.officer('caseworker.street');
  supervisor = await api.officer('supervisor.street');
  ({ id: caseId } = await open(await api.officer('clerk.street')));
  await caseworker.post(`/cases/${caseId}/commands`, { type: 'claim' });
  clock = new ReminderClock({ pool: api.services.pool, clock: api.clock, laws: lawShelf('config') });
  moment('2026-03-23T09:00');
  await clock.ring();
  moment('2026-03-27T00:00');
  await clock.ring();
  // Sessions last half a day.
  moment('2026-03-27T07:00');
  caseworker = await api.officer('caseworker.street');
  supervisor = await api.officer('supervisor.street');
}, 60_000);
afterAll(() => api.stop());

describe('what a person was told', () => {
  test('is there when the quiet hours are over, the last of a deadline first, and only for that person', async () => {
    expect(await listOf(supervisor)).toEqual({ items: [], nextCursor: null, unread: 0 });
    moment('2026-03-27T08:00');
    const { items, unread } = await listOf(caseworker);
    expect(items.map(({ ring, at }) => [ring?.rung, at])).toEqual([
      ['day_before', '2026-03-27T00:00:00.000Z'],
      ['five_before', '2026-03-23T01:00:00.000Z'],
    ]);
    expect(items[0]).toMatchObject({
      kind: 'reminder',
      case: { id: caseId, number: expect.stringContaining('柳荫依申请') as string },
      ring: { deadline: 'finalDue', about: null, due: '2026-03-30', provisional: false, workingDays: -1, attempt: 0 },
      daysLeft: 1,
      mustAcknowledge: true,
      acknowledgedAt: null,
      settled: false,
    });
    // The later ring of the same deadline stands in the place of the earlier one.
    expect(unread).toBe(1);
    expect((await listOf(supervisor)).unread).toBe(1);
    expect((await listOf(await api.officer('caseworker.bureau'))).items).toEqual([]);
  });

  test('comes in pages', async () => {
    const first = await listOf(caseworker, '?limit=1');
    expect(first.items).toHaveLength(1);
    const second = await listOf(caseworker, `?limit=1&cursor=${first.nextCursor ?? ''}`);
    expect(second.items.map(({ ring }) => ring?.rung)).toEqual(['five_before']);
    expect(second.nextCursor).toBeNull();
    expect(fieldsIn(await caseworker.get('/notifications?cursor=nonsense'))).toEqual(['cursor invalid-value']);
  });

  test('is acknowledged by that person, once or again, and by nobody else', async () => {
    const id = (await listOf(caseworker)).items[0]?.id ?? '';
    expect(problemIn(await supervisor.post(`/notifications/${id}/acknowledge`, {}))).toMatchObject({ code: 'not-found' });
    expect(problemIn(await caseworker.post('/notifications/nothing/acknowledge', {}))).toMatchObject({ code: 'not-found' });
    expect((await caseworker.post(`/notifications/${id}/acknowledge`, {})).status).toBe(204);
    const acknowledged = (await listOf(caseworker)).items[0]?.acknowledgedAt;
    moment('2026-03-27T09:00');
    expect((await caseworker.post(`/notifications/${id}/acknowledge`, {})).status).toBe(204);
    expect((await listOf(caseworker)).items[0]?.acknowledgedAt).toBe(acknowledged);
    expect((await listOf(caseworker, '?unread=true')).items).toEqual([]);
    expect((await listOf(caseworker)).unread).toBe(0);
    expect((await caseworker.post('/notifications/acknowledge-all', {})).body).toEqual({ acknowledged: 1 });
  });
});

describe('the reminders of a case', () => {
  test('stand in it with who, when and what became of them; another office does not see them', async () => {
    const { items } = (await caseworker.get(`/cases/${caseId}/reminders`)).body as ReminderList;
    expect(items.map(({ ring, person, toldAs, delivery }) => [ring.on, ring.rung, person.name, toldAs, delivery])).toEqual([
      ['2026-03-23', 'five_before', '周知行', 'caseworker', 'waiting'],
      ['2026-03-27', 'day_before', '周知行', 'caseworker', 'waiting'],
      ['2026-03-27', 'day_before', '孟远山', 'supervisor', 'waiting'],
    ]);
    expect(items.at(-1)).toMatchObject({ notBefore: '2026-03-27T00:00:00.000Z', acknowledgedAt: null, proof: null });
    const stranger = await api.officer('caseworker.bureau');
    expect(problemIn(await stranger.get(`/cases/${caseId}/reminders`))).toMatchObject({ code: 'case-not-found' });
  });
});

describe('what is still to be done', () => {
  test('comes most urgent first, and counts to its day from the day it is read', async () => {
    const [later, sooner] = [await claimed('2026-03-12'), await claimed('2026-03-10')];
    moment('2026-04-07T09:00');
    await clock.ring();
    moment('2026-04-07T10:00');
    caseworker = await api.officer('caseworker.street');
    const { items } = await listOf(caseworker, '?unread=true');
    const mine = items.filter((item) => [later, sooner].includes(item.case.id) && item.kind === 'reminder');
    expect(mine.map((item) => [item.case.id, item.ring?.due, item.daysLeft])).toEqual([
      [sooner, '2026-04-08', 1],
      [later, '2026-04-10', 3],
    ]);
    moment('2026-04-09T10:00');
    caseworker = await api.officer('caseworker.street');
    const read = (await listOf(caseworker, '?unread=true')).items.filter((item) => item.case.id === sooner && item.ring);
    expect(read).toMatchObject([{ daysLeft: -1 }]);
  });

  test('falls out of what is unread when it is settled, by nobody’s acknowledgement', async () => {
    const id = await claimed('2026-03-16');
    moment('2026-04-08T09:00');
    await clock.ring();
    moment('2026-04-08T10:00');
    caseworker = await api.officer('caseworker.street');
    const unread = async () =>
      (await listOf(caseworker, '?unread=true')).items.filter((item) => item.case.id === id && item.kind === 'reminder');
    expect(await unread()).toMatchObject([{ ring: { deadline: 'finalDue', due: '2026-04-14' }, daysLeft: 4 }]);
    await caseworker.post(`/cases/${id}/commands`, { type: 'withdraw', how: '来函' });
    expect(await unread()).toEqual([]);
    const told = (await caseworker.get(`/cases/${id}/reminders`)).body as ReminderList;
    expect(told.items).toMatchObject([{ settled: true, acknowledgedAt: '2026-04-08T02:00:00.000Z' }]);
  });
});

describe('mail that did not arrive', () => {
  test('is listed and sent again for who administers the organ, and for nobody else', async () => {
    const admin = await api.officer('admin.street');
    await api.services.source.query(
      `UPDATE notification SET delivery = 'failed', mail_to = 'gone@example.org', acknowledged_at = NULL
        WHERE id = (SELECT id FROM notification WHERE case_id = $1 LIMIT 1)`,
      [caseId],
    );
    const { body } = await admin.get('/admin/undelivered');
    expect(body).toMatchObject({ items: [{ organ: 'street', mailTo: 'gone@example.org' }], total: 1 });
    expect(problemIn(await caseworker.get('/admin/undelivered')).code).toBe('role-missing');
    expect(fieldsIn(await admin.post('/admin/undelivered/send', { id: 'x' }))).toEqual(['id wrong-format']);
    expect((await admin.post('/admin/undelivered/send', {})).body).toEqual({ letters: 1 });
    expect((await admin.post('/admin/undelivered/send', {})).body).toEqual({ letters: 0 });
  });
});
