import { deliverWebhook, lawShelf, ReminderClock } from '@gongkai/casework';
import type { NotificationList, ReminderList, WebhookTarget } from '@gongkai/contracts';
import { JobRunner, Sealer, WebhookSender } from '@gongkai/platform';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open } from '../../support/applications.js';
import { HookServer } from '../../support/hook-server.js';
import { idleProcessors } from '../../support/idle-processors.js';
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
  api = await startTestApi({ env: { WEBHOOK_ALLOW: 'loopback' } });
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
});
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

  test('is mailed together or each by itself, as that person has chosen', async () => {
    const put = (body: string) =>
      caseworker.send('/notifications/mails', { method: 'PUT', headers: { 'content-type': 'application/json' }, body });
    expect((await caseworker.get('/notifications/mails')).body).toEqual({ mails: 'digest' });
    expect(fieldsIn(await put('{"mails":"weekly"}'))).toEqual(['mails unknown-option']);
    expect((await put('{"mails":"each"}')).body).toEqual({ mails: 'each' });
    expect((await caseworker.get('/notifications/mails')).body).toEqual({ mails: 'each' });
    expect((await supervisor.get('/notifications/mails')).body).toEqual({ mails: 'digest' });
    expect((await put('{"mails":"digest"}')).status).toBe(200);
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
    const mine = items.filter((item) => [later, sooner].includes(item.case?.id ?? '') && item.kind === 'reminder');
    expect(mine.map((item) => [item.case?.id, item.ring?.due, item.daysLeft])).toEqual([
      [sooner, '2026-04-08', 1],
      [later, '2026-04-10', 3],
    ]);
    moment('2026-04-09T10:00');
    caseworker = await api.officer('caseworker.street');
    const read = (await listOf(caseworker, '?unread=true')).items.filter((item) => item.case?.id === sooner && item.ring);
    expect(read).toMatchObject([{ daysLeft: -1 }]);
  });

  test('falls out of what is unread when it is settled, by nobody’s acknowledgement', async () => {
    const id = await claimed('2026-03-16');
    moment('2026-04-08T09:00');
    await clock.ring();
    moment('2026-04-08T10:00');
    caseworker = await api.officer('caseworker.street');
    const unread = async () =>
      (await listOf(caseworker, '?unread=true')).items.filter((item) => item.case?.id === id && item.kind === 'reminder');
    expect(await unread()).toMatchObject([{ ring: { deadline: 'finalDue', due: '2026-04-14' }, daysLeft: 4 }]);
    await caseworker.post(`/cases/${id}/commands`, { type: 'withdraw', how: '来函' });
    expect(await unread()).toEqual([]);
    const told = (await caseworker.get(`/cases/${id}/reminders`)).body as ReminderList;
    expect(told.items).toMatchObject([{ settled: true, acknowledgedAt: '2026-04-08T02:00:00.000Z' }]);
  });
});

type Posted = { readonly items: readonly { readonly number: string }[] };

describe('what is posted to a place outside', () => {
  const secret = 'a-secret-of-the-gateway';
  let hook: HookServer;
  let target: WebhookTarget;
  const rows = <Row>(text: string) => api.services.source.query<Row[]>(text);
  const work = async (): Promise<string[]> => {
    const errors: string[] = [];
    const { pool } = api.services;
    const tools = { laws: lawShelf('config'), clock: api.clock, publicUrl: 'https://office.example.org' };
    const parts = { ...tools, pool, sealer: new Sealer(api.settings.secretKeys), sender: new WebhookSender(['loopback']) };
    const processors = {
      ...idleProcessors,
      'deliver-webhook': (job, run) => deliverWebhook(job, run, parts),
    } as typeof idleProcessors;
    const runner = new JobRunner({ pool, processors, onError: (error) => errors.push(String(error)) });
    const waiting = await rows<{ id: string }>(`SELECT id FROM outbox WHERE job = 'deliver-webhook' AND done_at IS NULL`);
    await Promise.all(waiting.map(({ id }) => runner.run({ id, deaths: 0 })));
    return errors;
  };
  const messages = () =>
    rows<{ delivery: string; proof: string | null }>('SELECT delivery, proof FROM webhook_message ORDER BY id');

  const change = (admin: Officer, body: object) =>
    admin.send(`/admin/webhooks/${target.id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  beforeAll(async () => {
    hook = await HookServer.open();
  });
  afterAll(() => hook.close());

  test('is set by an administrator for the own organs; address and secret are sealed and told to nobody', async () => {
    const admin = await api.officer('admin.street');
    const wanted = {
      organ: 'street',
      name: '短信网关',
      format: 'signed',
      url: `${hook.url}/sms?key=hidden`,
      kinds: ['reminder'],
    };
    expect(fieldsIn(await admin.post('/admin/webhooks', wanted))).toEqual(['secret required']);
    expect(fieldsIn(await admin.post('/admin/webhooks', { ...wanted, secret, recipients: ['nobody'] }))).toEqual([
      'recipients.0 unknown-option',
    ]);
    expect(problemIn(await admin.post('/admin/webhooks', { ...wanted, secret, organ: 'district' })).code).toBe('not-found');
    expect(problemIn(await (await api.officer('clerk.street')).post('/admin/webhooks', { ...wanted, secret })).code).toBe(
      'role-missing',
    );
    const added = await admin.post('/admin/webhooks', { ...wanted, secret });
    expect(added.status).toBe(201);
    target = added.body as WebhookTarget;
    const { body } = await admin.get('/admin/webhooks');
    expect(body).toMatchObject({
      items: [{ id: target.id, hasSecret: true, host: `127.0.0.1:${String(hook.port)}`, waiting: 0 }],
    });
    const log = await rows<object>(`SELECT before, after FROM admin_log WHERE action LIKE 'webhook-%'`);
    expect(JSON.stringify([added.body, body, log])).not.toMatch(/hidden|a-secret/);
    expect(JSON.stringify(await rows('SELECT * FROM webhook_target'))).not.toMatch(/hidden|a-secret/);
    expect((await (await api.officer('admin.bureau')).get('/admin/webhooks')).body).toMatchObject({ items: [] });
  });

  test('a test message tells what the other side answered', async () => {
    const admin = await api.officer('admin.street');
    const tried = () => admin.post(`/admin/webhooks/${target.id}/test`, {});
    expect((await tried()).body).toEqual({ taken: true, answer: '200 {"errcode":0,"errmsg":"ok"}' });
    hook.answer = { status: 403, body: 'wrong key' };
    expect((await tried()).body).toEqual({ taken: false, answer: '403 wrong key' });
    hook.answer = { status: 200, body: '' };
  });

  test('a round is one message, with no more than number, day, link and the officials it is for', async () => {
    hook.posts.splice(0);
    await rows(`UPDATE alarm SET rings_on = NULL`);
    const ids = [await claimed('2026-06-01'), await claimed('2026-06-01')];
    moment('2026-06-29T00:00');
    await clock.ring();
    moment('2026-06-29T08:01');
    expect(await work()).toEqual([]);
    expect(hook.posts).toHaveLength(1);
    const message = JSON.parse(hook.posts[0]?.body ?? '') as { items: { url: string }[] };
    expect(message.items.map(({ url }) => url.split('/').at(-1)).sort()).toEqual(ids.sort());
    expect(message.items[0]).toMatchObject({ deadline: 'finalDue', due: '2026-06-30', daysLeft: 1 });
    expect(hook.posts[0]?.body).toContain('caseworker.street');
    expect(hook.posts[0]?.body).not.toMatch(/沈致远|事项|13800000000/);
    expect(new Set((await messages()).map(({ delivery }) => delivery))).toEqual(new Set(['sent']));
  });

  test('what is away is tried again; what is refused for good is listed beside the letters, and sent again once it is mended', async () => {
    await rows('DELETE FROM webhook_message');
    hook.posts.splice(0);
    hook.answer = { status: 503, body: 'busy' };
    moment('2026-06-30T09:00');
    await clock.ring();
    expect(new Set((await work()).map((error) => /\d{3} \w+/.exec(error)?.[0]))).toEqual(new Set(['503 busy']));
    expect(new Set((await messages()).map(({ delivery }) => delivery))).toEqual(new Set(['waiting']));
    // Known again by who keeps what was posted: whatever comes meanwhile goes out in a post of its own.
    const named = () => String(hook.posts.at(-1)?.headers['x-gongkai-delivery']);
    const first = named();
    await work();
    expect(named()).toBe(first);
    await claimed('2026-06-02');
    moment('2026-06-30T09:30');
    await clock.ring();
    await work();
    const posts = hook.posts.map(({ headers, body }) => ({
      name: headers['x-gongkai-delivery'],
      ...(JSON.parse(body) as Posted),
    }));
    const inPosts = posts.flatMap(({ name, items }) => items.map(({ number }) => `${number} ${String(name)}`));
    const told = new Set(posts.flatMap(({ items }) => items.map(({ number }) => number)));
    expect([told.size > 2, new Set(inPosts).size]).toEqual([true, told.size]);
    moment('2026-07-01T09:00');
    await clock.ring();
    await work();
    expect(named()).not.toBe(first);
    hook.answer = { status: 404, body: 'no such hook' };
    expect(await work()).toEqual([]);
    const admin = await api.officer('admin.street');
    const { body } = await admin.get('/admin/undelivered');
    expect(body).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ channel: 'webhook', mailTo: '短信网关', proof: '404 no such hook' }),
      ]) as unknown,
    });
    hook.answer = { status: 200, body: '' };
    expect((await change(admin, { url: `${hook.url}/mended`, recipients: ['caseworker'] })).status).toBe(200);
    hook.posts.splice(0);
    await admin.post('/admin/undelivered/send', {});
    expect(await work()).toEqual([]);
    expect(hook.posts.map(({ path }) => path)).toEqual(['/mended']);
    // What was to be said yesterday, and is said anew today, is not said twice.
    expect(new Set((await messages()).map(({ delivery }) => delivery))).toEqual(new Set(['shown', 'sent']));
    expect((await admin.send(`/admin/webhooks/${target.id}`, { method: 'DELETE' })).status).toBe(204);
  });
});
